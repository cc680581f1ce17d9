"""Addresses that wait for a guide or follow a search, and counts of searches (`cms.privacy`)."""

from django.utils import timezone

from cms.privacy import kept, personal_data
from resources import alerts, releases
from resources.models import SearchAlert, SearchDay
from resources.models.guides import ReleaseSubscription
from resources.search import report


@personal_data("requests for a release mail")
class ReleaseRequests:
    def export(self, email):
        rows = ReleaseSubscription.objects.filter(email__iexact=email).select_related("page").order_by("pk")
        return [
            {"guide": row.page.title, "email": row.email, "asked": row.created_at.isoformat()} for row in rows
        ]

    def erase(self, email, at):
        return ReleaseSubscription.objects.filter(email__iexact=email).delete()[0]


@kept("unconfirmed requests for a release mail")
def unconfirmed(at):
    before = ReleaseSubscription.objects.filter(confirmed_at=None).count()
    releases.forget_unconfirmed(at)
    left = ReleaseSubscription.objects.filter(confirmed_at=None).count()
    return before - left, left


@personal_data("alerts for searches")
class SearchAlerts:
    def export(self, email):
        rows = SearchAlert.objects.filter(email__iexact=email).order_by("pk")
        return [
            {"search": row.label, "email": row.email, "asked": row.created_at.isoformat()} for row in rows
        ]

    def erase(self, email, at):
        return SearchAlert.objects.filter(email__iexact=email).delete()[0]


@kept("unconfirmed alerts for searches")
def unconfirmed_alerts(at):
    removed = alerts.forget_unconfirmed(at)
    return removed, SearchAlert.objects.filter(confirmed_at=None).count()


@kept("counts of searches")
def counts_of_searches(at):
    removed = report.forget_old(timezone.localdate(at))
    return removed, SearchDay.objects.count()
