"""Addresses that wait for a guide (`cms.privacy`)."""

from cms.privacy import kept, personal_data
from resources import releases
from resources.models.guides import ReleaseSubscription


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
