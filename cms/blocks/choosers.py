"""Wagtail's choosers, with values that come in one query while a visitor's request is answered."""

from wagtail.blocks import PageChooserBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock
from wagtailmedia.blocks import VideoChooserBlock

from cms.references import is_referencable
from cms.visit import current_visit


class ReferenceBlockMixin:
    """During a visit: lazy references (`cms.references`). Everywhere else: what Wagtail does."""

    def to_python(self, value):
        return self.bulk_to_python([value])[0] if value is not None else None

    def bulk_to_python(self, values):
        visit = current_visit()
        if visit is None or not is_referencable(self.model_class):
            return super().bulk_to_python(values)
        return [
            visit.references.want(self.model_class, value) if value is not None else None for value in values
        ]


class ImageChooser(ReferenceBlockMixin, ImageChooserBlock):
    pass


class DocumentChooser(ReferenceBlockMixin, DocumentChooserBlock):
    pass


class MediaChooser(ReferenceBlockMixin, VideoChooserBlock):
    pass


class PageChooser(ReferenceBlockMixin, PageChooserBlock):
    pass


class SnippetChooser(ReferenceBlockMixin, SnippetChooserBlock):
    pass
