"""The panels of what is missing and of going on: own work, what a second reader has, what is new."""

from __future__ import annotations

from django.db.models import F, Max
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, PageLogEntry, WorkflowState

from cms import missing
from cms.dashboard import (
    COUNTED,
    MISSING,
    SHOWN,
    WORK,
    ListPanel,
    Row,
    dashboard_panel,
    day_and_time,
    in_number,
    kind_of,
)

LIST_DEPTH = 3  # the tree: root 1, front page 2, lists and sections 3


@dashboard_panel
class WhatIsMissing(ListPanel):
    """One row for each check of `cms.missing` that found something."""

    zone = MISSING
    name = "missing"

    def rows(self):
        report = reverse("cms_missing")
        rows = []
        for check in missing.checks():
            if found := check.find(self.user):
                names = ", ".join(one.title for one in found[:3])
                rest = len(found) - 3
                more = ngettext(" and %(n)s more", " and %(n)s more", rest) % {"n": in_number(rest)}
                rows.append(
                    Row(
                        title=str(check.label),
                        url=f"{report}#{check.key}",
                        detail=names + (more if rest > 0 else ""),
                        mark=in_number(len(found)),
                    )
                )
        return rows

    @property
    def shown(self):
        return self.found  # the checks are few

    has_more = False


@dashboard_panel
class RecentWork(ListPanel):
    zone = WORK
    name = "recent-work"
    heading = gettext_lazy("You worked on this last")
    order = 10
    has_more = False
    is_counted = False

    def rows(self):
        newest = (
            PageLogEntry.objects.filter(user=self.user, action__in=["wagtail.edit", "wagtail.create"])
            .filter(page__in=Page.objects.values("pk"))
            .values("page_id", "page__draft_title", "page__live")
            .annotate(at=Max("timestamp"))
            .order_by("-at")[:SHOWN]
        )
        return [
            Row(
                title=one["page__draft_title"],
                url=reverse("wagtailadmin_pages:edit", args=[one["page_id"]]),
                detail=day_and_time(one["at"]),
                mark="" if one["page__live"] else _("draft"),
            )
            for one in newest
        ]


@dashboard_panel
class InReview(ListPanel):
    """What this user handed in and somebody else now reads."""

    zone = WORK
    name = "in-review"
    heading = gettext_lazy("With a second reader")
    order = 20

    def rows(self):
        states = (
            WorkflowState.objects.active()
            .filter(requested_by=self.user)
            .prefetch_related("content_object")
            .order_by("-created_at")[: COUNTED + 1]
        )
        finder = AdminURLFinder(self.user)
        return [
            Row(
                title=str(about),
                url=finder.get_edit_url(about) or "",
                detail=_("since %(at)s") % {"at": day_and_time(state.created_at)},
                mark=_("rejected") if state.status == WorkflowState.STATUS_NEEDS_CHANGES else "",
                tone="full" if state.status == WorkflowState.STATUS_NEEDS_CHANGES else "",
            )
            for state in states
            if (about := state.content_object) is not None
        ]


@dashboard_panel
class LatestPublished(ListPanel):
    zone = WORK
    name = "latest"
    heading = gettext_lazy("New on the site")
    order = 30
    has_more = False
    is_counted = False

    def rows(self):
        below_the_lists = Page.objects.live().public().filter(depth__gt=LIST_DEPTH)
        pages = below_the_lists.order_by(F("first_published_at").desc(nulls_last=True), "-pk")[:SHOWN]
        return [
            Row(
                title=page.title,
                url=page.get_url(self.request) or "",
                detail=", ".join(
                    [
                        kind_of(page),
                        *([day_and_time(page.first_published_at)] if page.first_published_at else []),
                    ]
                ),
            )
            for page in pages
        ]
