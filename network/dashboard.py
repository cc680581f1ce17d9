"""Which trainings ask for attention on the editors' dashboard: filling up, full, or closing soon."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from cms.dashboard import SHOWN, ListPanel
from network.availability import DEADLINE_DAYS, deadline_in_words, seats_in_words
from network.choices import RegistrationState
from network.models import TrainingEvent

FULL = (RegistrationState.FULL, RegistrationState.WAITING_LIST)


def asks_for_attention(found, closes_at, at) -> bool:
    """Few seats left, none left, or open and closing within a week of the aware datetime ``at``."""
    closes_soon = bool(closes_at) and found.is_open and closes_at <= at + timedelta(days=DEADLINE_DAYS)
    return found.has_few_seats or found.state in FULL or closes_soon


class BusyTrainings(ListPanel):
    """Trainings to come that fill up, are full, or whose registration closes within a week; one query."""

    template_name = "network/dashboard_trainings.html"
    name = "busy-trainings"
    heading = _("Trainings to look at")
    order = 125

    def items(self, request):
        if not request.user.has_perm("network.change_trainingevent"):
            return []
        at = timezone.now()
        found = []
        for event in TrainingEvent.objects.visible(at).upcoming(at).with_seats_taken():
            state = event.availability(at, taken=event.seats_taken)
            if asks_for_attention(state, event.registration_closes_at, at):
                found.append(
                    {
                        "title": event.title,
                        "url": reverse(event.snippet_viewset.get_url_name("edit"), args=[event.pk]),
                        "starts_at": event.starts_at,
                        "seats": seats_in_words(state),
                        "deadline": deadline_in_words(event.registration_closes_at, at)
                        if state.is_open
                        else "",
                    }
                )
        return found[: SHOWN + 1]


@hooks.register("construct_homepage_panels")
def add_busy_trainings(request, panels):
    panels.append(BusyTrainings())
