"""The panels of what waits and what comes: review, comments, failures, planning."""

from __future__ import annotations

from datetime import timedelta

from django.apps import apps
from django.db.models import CharField, Exists, F, OuterRef, Q, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tasks_db.models import DBTaskResult
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import (
    Comment,
    CommentReply,
    Page,
    PageSubscription,
    Revision,
    TaskState,
)
from wagtail.permissions import policy_registry

from cms.dashboard import (
    COMING,
    COUNTED,
    ListPanel,
    Row,
    dashboard_panel,
    day_and_time,
    editable_pages,
    kind_of,
)
from cms.models import JobRun, PublishableSnippet

EXPIRING_DAYS = 7


@dashboard_panel
class WaitingForReview(ListPanel):
    name = "waiting"
    heading = gettext_lazy("To review")
    order = 10

    def rows(self):
        states = (
            TaskState.objects.reviewable_by(self.user)
            .select_related("workflow_state__requested_by", "revision", "revision__base_content_type")
            .prefetch_related("workflow_state__content_object")
            .order_by("started_at")[: COUNTED + 1]
        )
        finder = AdminURLFinder(self.user)
        return [
            Row(
                title=state.revision.object_str or str(about),
                url=finder.get_edit_url(about) or "",
                detail=_("%(kind)s by %(name)s, since %(at)s")
                % {
                    "kind": kind_of(about),
                    "name": state.workflow_state.requested_by or _("somebody"),
                    "at": day_and_time(state.started_at),
                },
            )
            for state in states
            if (about := state.workflow_state.content_object) is not None
        ]


@dashboard_panel
class OpenComments(ListPanel):
    """Comments of others on pages that the user follows, made, or answered on."""

    name = "comments"
    heading = gettext_lazy("Comments to answer")
    order = 20

    def rows(self):
        follows = PageSubscription.objects.filter(
            page=OuterRef("page"), user=self.user, comment_notifications=True
        )
        answered = CommentReply.objects.filter(comment=OuterRef("pk"), user=self.user)
        comments = (
            Comment.objects.filter(resolved_at=None)
            .filter(Q(page__owner=self.user) | Exists(follows) | Exists(answered))
            .filter(page__in=editable_pages(self.user).values("pk"))
            .exclude(user=self.user)
            .select_related("page", "user")
            .order_by("-created_at")[: COUNTED + 1]
        )
        return [
            Row(
                title=comment.page.title,
                url=reverse("wagtailadmin_pages:edit", args=[comment.page_id]) + f"?comment={comment.pk}",
                detail=f"{comment.user}: {comment.text[:90]}",
            )
            for comment in comments
        ]


@dashboard_panel
class BackgroundFailures(ListPanel):
    """For administrators: jobs that failed at their last run, and tasks that failed in the last week."""

    name = "failures"
    heading = gettext_lazy("Background work that failed")
    order = 90

    def rows(self):
        if not self.user.has_perm("cms.change_sitesettings"):
            return []
        jobs = JobRun.objects.exclude(last_error="").values_list("name", "last_error", "last_finished_at")
        since = timezone.now() - timedelta(days=7)
        tasks = (
            DBTaskResult.objects.filter(status="FAILED", finished_at__gte=since)
            .order_by("-finished_at")
            .values_list("task_path", "exception_class_path", "finished_at")[: COUNTED + 1]
        )
        return [
            Row(title=name, detail=f"{error[:120]}, {day_and_time(at)}" if at else error[:120])
            for name, error, at in [*jobs, *tasks]
        ]


@dashboard_panel
class Scheduled(ListPanel):
    """Pages, trainings and organisations with a revision that is approved for a later moment."""

    zone = COMING
    name = "scheduled"
    heading = gettext_lazy("Goes live by itself")
    order = 20

    def rows(self):
        revisions = (
            Revision.objects.filter(approved_go_live_at__isnull=False)
            .select_related("content_type")
            .prefetch_related("content_object")
            .order_by("approved_go_live_at")[: COUNTED + 1]
        )
        finder = AdminURLFinder(self.user)
        return [
            Row(
                title=revision.object_str,
                url=(revision.content_object and finder.get_edit_url(revision.content_object)) or "",
                detail=day_and_time(revision.approved_go_live_at),
            )
            for revision in revisions
        ]


@dashboard_panel
class Expiring(ListPanel):
    """What leaves the site by itself within a week; one query over every kind."""

    zone = COMING
    name = "expiring"
    heading = gettext_lazy("Leaves the site by itself")
    order = 30

    def rows(self):
        now = timezone.now()
        week = Q(live=True, expire_at__gt=now, expire_at__lte=now + timedelta(days=EXPIRING_DAYS))
        models = [Page, *(model for model in apps.get_models() if issubclass(model, PublishableSnippet))]
        arms = [
            model.objects.filter(week)
            .order_by()
            .annotate(
                of_type=Value(model._meta.label, output_field=CharField()),
                name_=Cast(F("title" if model is Page else model.slug_source), CharField()),
            )
            .values_list("of_type", "pk", "name_", "expire_at")
            for model in models
        ]
        rows = arms[0].union(*arms[1:], all=True).order_by("expire_at")[: COUNTED + 1]
        return [
            Row(title=title, url=self.edit_url(label, pk), detail=day_and_time(at))
            for label, pk, title, at in rows
        ]

    def edit_url(self, label: str, pk: int) -> str:
        model = apps.get_model(label)
        if model is Page:
            may = policy_registry.get_by_type(Page).user_has_permission(self.user, "change")
            return reverse("wagtailadmin_pages:edit", args=[pk]) if may else ""
        if policy_registry.get_by_type(model).user_has_permission(self.user, "change"):
            return reverse(model.snippet_viewset.get_url_name("edit"), args=[pk])
        return ""
