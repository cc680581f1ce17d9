"""Stories on the editors' dashboard: who waits for a guide, how search does, and what one can begin."""

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.dashboard import (
    COMING,
    COUNTED,
    MISSING,
    Action,
    ListPanel,
    Row,
    dashboard_panel,
    quick_actions,
)
from resources.models import (
    GuideIndexPage,
    GuidePage,
    InterviewIndexPage,
    InterviewPage,
    MadeDocument,
    NewsIndexPage,
    NewsPage,
)
from resources.search.server_state import server_state

BEGINNINGS = (
    (NewsPage, NewsIndexPage, gettext_lazy("New news story"), "doc-full"),
    (InterviewPage, InterviewIndexPage, gettext_lazy("New interview"), "openquote"),
    (GuidePage, GuideIndexPage, gettext_lazy("New guide"), "doc-full-inverse"),
)


def may(user, *actions: str) -> bool:
    return policy_registry.get_by_type(Page).user_has_any_permission(user, actions)


@dashboard_panel
class WaitingForGuides(ListPanel):
    """How many people wait for each guide in the making. Numbers only: an address is nobody's business."""

    zone = COMING
    name = "waiting-for-guides"
    heading = gettext_lazy("People wait for these guides")
    order = 40

    def rows(self):
        if not may(self.user, "add", "change", "publish"):
            return []
        confirmed = Count("subscriptions", filter=Q(subscriptions__confirmed_at__isnull=False))
        guides = (
            GuidePage.objects.filter(is_in_the_making=True)
            .annotate(waiting=confirmed)
            .filter(waiting__gt=0)
            .order_by(F("waiting").desc(), "title")
            .values_list("pk", "title", "waiting")[: COUNTED + 1]
        )
        return [
            Row(
                title=title,
                url=reverse("wagtailadmin_pages:edit", args=[pk]),
                detail=_("They get a mail when you publish it without “in the making”."),
                mark=ngettext("%(n)s person waits", "%(n)s people wait", number) % {"n": number},
            )
            for pk, title, number in guides
        ]


@dashboard_panel
class DocumentsNotMade(ListPanel):
    """Guides of which the last document could not be made, and why; visitors still get the one before."""

    zone = MISSING
    name = "documents-not-made"
    heading = gettext_lazy("Documents that could not be made")
    order = 5

    def rows(self):
        if not may(self.user, "add", "change", "publish"):
            return []
        failed = MadeDocument.objects.exclude(error="").filter(page__makes_document=True)
        rows = failed.order_by("page__title").values_list("page", "page__title", "error")
        return [
            Row(title=title, url=reverse("wagtailadmin_pages:edit", args=[pk]), detail=error)
            for pk, title, error in rows[: COUNTED + 1]
        ]


@dashboard_panel
class SearchServerTrouble(ListPanel):
    """For administrators: the search server is away or behind. Visitors get the same results meanwhile."""

    name = "search-server"
    heading = gettext_lazy("Search server")
    order = 85

    def rows(self):
        if not self.user.has_perm("cms.change_sitesettings"):
            return []
        state = server_state(timezone.now())
        if state is None or state.word == "ok":
            return []
        waiting = ngettext("%(n)s item waits", "%(n)s items wait", state.lag.rows) % {"n": state.lag.rows}
        away, late = _("The search server does not answer"), _("The search server is behind")
        meanwhile = _("The database answers searches, with the same results.")
        return [
            Row(
                title=away if state.word == "away" else late,
                detail=f"{meanwhile} {state.trouble[:120]}".strip(),
                mark=waiting if state.lag.rows else "",
                tone="few",
            )
        ]


@quick_actions(order=10)
def story_actions(user):
    """A button for each kind of story that has a place; one query."""
    if not may(user, "add"):
        return []
    indexes = {
        page.content_type.model: page.pk
        for page in Page.objects.filter(
            content_type__app_label="resources",
            content_type__model__in=[index._meta.model_name for _model, index, _label, _icon in BEGINNINGS],
        ).select_related("content_type")
    }
    return [
        Action(
            str(label),
            reverse(
                "wagtailadmin_pages:add",
                args=[model._meta.app_label, model._meta.model_name, indexes[index._meta.model_name]],
            ),
            icon,
        )
        for model, index, label, icon in BEGINNINGS
        if index._meta.model_name in indexes
    ]
