"""The trainings on the editors' dashboard: what comes, with its places, and what asks for attention."""

from datetime import timedelta

from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.dashboard import (
    COMING,
    COUNTED,
    WAITING,
    Action,
    ListPanel,
    Row,
    dashboard_panel,
    day_and_time,
    quick_actions,
)
from network.availability import DEADLINE_DAYS, deadline_in_words, seats_in_words
from network.choices import RegistrationState
from network.interest_listing import interested_in_words
from network.models import TrainingEvent, TrainingIdea

DECISION_DAYS = 7  # how long before its day a decision is asked for
FULL = (RegistrationState.FULL, RegistrationState.WAITING_LIST)


def asks_for_attention(found, closes_at, at) -> bool:
    """Few seats left, none left, or open and closing within a week of the aware datetime ``at``."""
    closes_soon = bool(closes_at) and found.is_open and closes_at <= at + timedelta(days=DEADLINE_DAYS)
    return found.has_few_seats or found.state in FULL or closes_soon


@dashboard_panel
class NextTrainings(ListPanel):
    """The trainings to come, soonest first, with their places in words and as a bar; one query."""

    zone = COMING
    name = "trainings"
    heading = gettext_lazy("Trainings to come")
    order = 10

    def rows(self):
        self.at = timezone.now()
        events = TrainingEvent.objects.visible(self.at).upcoming(self.at).with_seats_taken()
        may_edit = self.user.has_perm("network.change_trainingevent")
        return [self.row(event, may_edit) for event in events[: COUNTED + 1]]

    def row(self, event, may_edit: bool) -> Row:
        state = event.availability(self.at)
        deadline = deadline_in_words(event.registration_closes_at, self.at) if state.is_open else ""
        edit_url = reverse(event.snippet_viewset.get_url_name("edit"), args=[event.pk])
        return Row(
            title=event.title,
            url=edit_url if may_edit else event.get_absolute_url(),
            detail=" · ".join(filter(None, [day_and_time(event.starts_at), deadline])),
            mark=seats_in_words(state),
            tone=self.tone(state, event),
            share=None if event.cancelled_at else round(100 * min(1, event.seats_taken / event.capacity)),
        )

    def tone(self, state, event) -> str:
        if state.state in FULL or state.state == RegistrationState.CANCELLED:
            return "full"
        return "few" if asks_for_attention(state, event.registration_closes_at, self.at) else "good"

    def more_url(self):
        if self.user.has_perm("network.change_trainingevent"):
            return reverse(TrainingEvent.snippet_viewset.get_url_name("list"))
        return "/trainingen/"


@dashboard_panel
class IdeasToPlan(ListPanel):
    """Trainings without a date that enough people want, the most wanted first; one query."""

    zone = WAITING
    name = "ideas-to-plan"
    heading = gettext_lazy("Enough people for a training without a date")
    order = 40

    def rows(self):
        if not self.user.has_perm("network.add_trainingevent"):
            return []
        ideas = TrainingIdea.objects.with_interest().filter(is_open=True, interested__gte=F("wanted_number"))
        return [self.row(idea) for idea in ideas.order_by("-interested", "title")[: COUNTED + 1]]

    def row(self, idea) -> Row:
        return Row(
            title=idea.title,
            url=reverse("network_plan", args=[idea.pk]),
            detail=interested_in_words(idea.interested),
            mark=_("plan it"),
            tone="few",
        )


@dashboard_panel
class Undecided(ListPanel):
    """Trainings with too few people whose day to decide is near or has passed; one query."""

    zone = WAITING
    name = "undecided"
    heading = gettext_lazy("Does it go on?")
    order = 8

    def rows(self):
        if not self.user.has_perm("network.manage_registrations"):
            return []
        at = timezone.now()
        last = timezone.localdate(at) + timedelta(days=DECISION_DAYS)
        events = TrainingEvent.objects.visible(at).upcoming(at).with_seats_taken()
        short = events.filter(
            cancelled_at=None, decides_on__lte=last, minimum_number__gt=F("seats_taken")
        ).order_by("decides_on", "pk")
        return [self.row(event) for event in short[: COUNTED + 1]]

    def row(self, event) -> Row:
        numbers = {"taken": event.seats_taken, "minimum": event.minimum_number}
        return Row(
            title=event.title,
            url=reverse("organiser_registrations", args=[event.pk]),
            detail=_("decide on %(on)s") % {"on": date_format(event.decides_on, "l j F")},
            mark=_("%(taken)s of at least %(minimum)s people") % numbers,
            tone="full",
        )


@quick_actions(order=20)
def training_actions(user):
    if not user.has_perm("network.add_trainingevent"):
        return []
    url = reverse(TrainingEvent.snippet_viewset.get_url_name("add"))
    return [Action(_("New training"), url, "date")]
