"""Links in rich text: taken from the references of the visit, and never to what is not public."""

from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from cms.visit import current_visit


class VisitLinkMixin:
    """Takes link targets from the current visit; a target that is not public loses its link."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        visit = current_visit()
        if visit is None:
            return super().expand_db_attributes_many(attrs_list)
        model = cls.get_model()
        targets = [visit.references.get(model, int(attrs["id"])) for attrs in attrs_list]
        return [f'<a href="{escape(target.url)}">' if target else "<a>" for target in targets]

    @classmethod
    def expand_db_attributes(cls, attrs):
        return cls.expand_db_attributes_many([attrs])[0]


class SitePageLinkHandler(VisitLinkMixin, PageLinkHandler):
    pass


class SiteDocumentLinkHandler(VisitLinkMixin, DocumentLinkHandler):
    pass
