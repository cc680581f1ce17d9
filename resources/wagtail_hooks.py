"""What editors of stories and guides see besides the forms."""

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component

from cms.dashboard import SHOWN, ListPanel
from resources.models import GuidePage, MadeDocument


class WaitingForGuidesPanel(Component):
    """How many people wait for each guide in the making. Numbers only: an address is nobody's business."""

    name = "waiting_for_guides"
    template_name = "resources/panels/waiting_for_guides.html"
    order = 350

    def get_context_data(self, parent_context):
        confirmed = Count("subscriptions", filter=Q(subscriptions__confirmed_at__isnull=False))
        guides = (
            GuidePage.objects.filter(is_in_the_making=True)
            .annotate(waiting=confirmed)
            .order_by(F("waiting").desc(), "title")
        )
        return {"guides": [{"pk": one.pk, "title": one.title, "waiting": one.waiting} for one in guides]}


class DocumentsNotMade(ListPanel):
    """Guides of which the last document could not be made, and why; visitors still get the one before."""

    name = "documents-not-made"
    heading = _("Documents that could not be made")
    order = 135

    def items(self, request):
        failed = MadeDocument.objects.exclude(error="").filter(page__makes_document=True)
        rows = failed.order_by("page__title").values_list("page", "page__title", "error")[: SHOWN + 1]
        return [
            {"title": title, "url": reverse("wagtailadmin_pages:edit", args=[pk]), "detail": error}
            for pk, title, error in rows
        ]


@hooks.register("construct_homepage_panels")
def add_panels_of_guides(request, panels):
    if request.user.has_perm("wagtailadmin.access_admin") and may_edit_guides(request.user):
        panels += [WaitingForGuidesPanel(), DocumentsNotMade()]


def may_edit_guides(user) -> bool:
    """Organisers and coordinators may enter the editors' screens too; the panel is for who edits pages."""
    from wagtail.permissions import page_permission_policy  # needs the loaded apps

    return page_permission_policy.user_has_any_permission(user, ["add", "change", "publish"])
