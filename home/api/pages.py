from django.core.exceptions import FieldError, ValidationError
from rest_framework.fields import Field
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from wagtail.api.v2.filters import (
    AncestorOfFilter,
    ChildOfFilter,
    DescendantOfFilter,
    FieldsFilter,
    OrderingFilter,
)
from wagtail.api.v2.pagination import WagtailPagination
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.serializers import PageSerializer
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet

from cms.frame import base_url
from cms.referencables import visible_pages
from cms.routing import fill_site_caches
from cms.visit import page_path

LONGEST_OFFSET = 6  # digits
NONSENSE = (ValidationError, ValueError, TypeError, OverflowError, FieldError, RecursionError)


class AddressField(Field):
    """The address of a page with scheme and host from the settings, never from the request."""

    def get_attribute(self, instance):
        return instance

    def to_representation(self, page):
        return base_url(self.context["request"].visit) + page_path(page.url_path)


class PublicPageSerializer(PageSerializer):
    html_url = AddressField(read_only=True)


class BoundedPagination(WagtailPagination):
    """No database counts to a number of forty digits."""

    def paginate_queryset(self, queryset, request, view=None):
        if len(request.GET.get("offset", "")) > LONGEST_OFFSET:
            raise BadRequestError("offset is too high")
        return super().paginate_queryset(queryset, request, view)


class PublicPages(PagesAPIViewSet):
    """Pages of this site that everybody may see now. Search is `/zoeken/`, so there is no search here."""

    renderer_classes = [JSONRenderer]
    pagination_class = BoundedPagination
    base_serializer_class = PublicPageSerializer
    authentication_classes = []  # an editor gets what everybody gets
    filter_backends = [FieldsFilter, ChildOfFilter, AncestorOfFilter, DescendantOfFilter, OrderingFilter]
    known_query_parameters = frozenset(
        ["limit", "offset", "fields", "order", "type", "child_of", "ancestor_of", "descendant_of"]
    )
    meta_fields = [
        name for name in PagesAPIViewSet.meta_fields if name not in ("alias_of", "locale", "show_in_menus")
    ]
    detail_only_fields = [*PagesAPIViewSet.detail_only_fields, "theme_slugs"]

    @classmethod
    def get_detail_default_fields(cls, model):
        return cls.get_available_fields(model)

    def get_base_queryset(self):
        visit = self.request.visit
        fill_site_caches(self.request, visit)
        if visit.site is None:
            return visible_pages(visit.at).none()
        return visible_pages(visit.at).filter(path__startswith=visit.site.root_page.path)

    def get_root_page(self):
        return self.request.visit.site.root_page

    def handle_exception(self, exc):
        """Whatever a parameter holds, the answer is 400 and never a server error."""
        if isinstance(exc, NONSENSE):
            return Response({"message": "a query parameter has a value that cannot be used"}, status=400)
        return super().handle_exception(exc)

    @classmethod
    def get_urlpatterns(cls):
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "find"]


router = WagtailAPIRouter("api")
router.register_endpoint("pages", PublicPages)
