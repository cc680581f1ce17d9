"""What an editor sees after logging in: what waits, what is planned, what has to be looked after.

Each panel costs a fixed number of queries however much there is, and shows nothing when there is nothing.
"""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.components import Component
from wagtail.models import Page, Revision, TaskState
from wagtail.permissions import policy_registry

from cms.models import JobRun, SiteImage
from cms.overdue import overdue_pages

SHOWN = 8  # items in a panel; more are counted
CONSENT_DAYS = 30  # how long before it ends a consent is announced


class ListPanel(Component):
    """A heading with a short list. A subclass gives ``items(request)``: dicts with title, url, detail."""

    template_name = "cms/dashboard/list.html"
    name = ""
    heading = ""
    order = 200

    def items(self, request) -> list[dict]:
        raise NotImplementedError

    def get_context_data(self, parent_context):
        items = self.items(parent_context["request"])
        return {
            "name": self.name,
            "heading": self.heading,
            "items": items[:SHOWN],
            "has_more": len(items) > SHOWN,
            "more_url": self.more_url(),
        }

    def more_url(self) -> str:
        return ""


def editable_pages(user):
    return policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")


class WaitingForReview(ListPanel):
    template_name = "cms/dashboard/waiting.html"
    name = "waiting"
    heading = _("Waiting for review")
    order = 100

    def items(self, request):
        states = (
            TaskState.objects.reviewable_by(request.user)
            .select_related("workflow_state__requested_by", "revision", "revision__base_content_type")
            .prefetch_related("workflow_state__content_object")
            .order_by("started_at")[: SHOWN + 1]
        )
        finder = AdminURLFinder(request.user)
        found = []
        for state in states:
            about = state.workflow_state.content_object
            if about is not None:
                found.append(
                    {
                        "title": state.revision.object_str or str(about),
                        "url": finder.get_edit_url(about),
                        "kind": about._meta.verbose_name,
                        "by": state.workflow_state.requested_by,
                        "at": state.started_at,
                    }
                )
        return found


class Scheduled(ListPanel):
    """Pages, trainings and organisations with a revision that is approved for a later moment."""

    template_name = "cms/dashboard/scheduled.html"
    name = "scheduled"
    heading = _("Planned")
    order = 110

    def items(self, request):
        revisions = (
            Revision.objects.filter(approved_go_live_at__isnull=False)
            .select_related("content_type")
            .prefetch_related("content_object")
            .order_by("approved_go_live_at")[: SHOWN + 1]
        )
        finder = AdminURLFinder(request.user)
        return [
            {
                "title": revision.object_str,
                "url": finder.get_edit_url(revision.content_object) if revision.content_object else None,
                "at": revision.approved_go_live_at,
            }
            for revision in revisions
        ]


class PastReview(ListPanel):
    template_name = "cms/dashboard/past_review.html"
    name = "past-review"
    heading = _("To be read again")
    order = 120

    def items(self, request):
        return overdue_pages(timezone.localdate(), limit=SHOWN + 1, pages=editable_pages(request.user))

    def more_url(self):
        from django.urls import reverse

        return reverse("cms_review_dates")


class ImagesToKeep(ListPanel):
    """Images that lack an alternative text, and those whose consent ends soon or has ended."""

    template_name = "cms/dashboard/images.html"
    name = "images"
    heading = _("Images to look after")
    order = 130

    def items(self, request):
        today = timezone.localdate()
        images = policy_registry.get_by_type(SiteImage).instances_user_has_any_permission_for(
            request.user, ["change", "add"]
        )
        undescribed = Q(description="", is_decorative=False)
        ending = Q(consent_until__lte=today + timedelta(days=CONSENT_DAYS))
        rows = images.filter(undescribed | ending).order_by("consent_until", "title")
        return [
            {
                "pk": pk,
                "title": title,
                "undescribed": not description and not decorative,
                "consent_until": until if until and until <= today + timedelta(days=CONSENT_DAYS) else None,
                "ended": bool(until and until < today),
            }
            for pk, title, description, decorative, until in rows.values_list(
                "pk", "title", "description", "is_decorative", "consent_until"
            ).distinct()[: SHOWN + 1]
        ]


class BackgroundFailures(ListPanel):
    """For administrators: jobs that failed at their last run, and tasks that failed in the last week."""

    template_name = "cms/dashboard/failures.html"
    name = "failures"
    heading = _("Background work that failed")
    order = 300

    def items(self, request):
        if not request.user.has_perm("cms.change_sitesettings"):
            return []
        jobs = JobRun.objects.exclude(last_error="").values_list("name", "last_error", "last_finished_at")
        since = timezone.now() - timedelta(days=7)
        tasks = (
            DBTaskResult.objects.filter(status="FAILED", finished_at__gte=since)
            .order_by("-finished_at")
            .values_list("task_path", "exception_class_path", "finished_at")[: SHOWN + 1]
        )
        return [{"title": name, "error": error, "at": at} for name, error, at in [*jobs, *tasks]]


PANELS = (WaitingForReview, Scheduled, PastReview, ImagesToKeep, BackgroundFailures)
