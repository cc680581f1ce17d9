"""What happens when with a training, from the first day of registration until its personal data goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.keeping import kept_until
from network.models import TrainingEvent
from network.registration.reminding import AT as REMINDED_AT
from network.registration.reminding import DAYS_BEFORE as REMINDED_DAYS


@dataclass(frozen=True, slots=True)
class Moment:
    """``at`` is an aware datetime; ``is_alarm`` when something has to be done."""

    at: datetime
    label: str
    note: str = ""
    is_alarm: bool = False
    is_past: bool = False
    is_day: bool = False  # the time of day says nothing


def timeline(event: TrainingEvent, at: datetime) -> list[Moment]:
    """The moments of ``event`` in order of time; ``at`` says which have passed."""
    found = [*_registration(event), *_reminders(event), *_decision(event), *_days(event)]
    passed = [
        Moment(one.at, one.label, one.note, one.is_alarm, one.at <= at, one.is_day)
        for one in found
        if one.at is not None
    ]
    return sorted(passed, key=lambda one: one.at)


def _registration(event: TrainingEvent) -> list[Moment]:
    closes_at = event.registration_closes_at
    found = [
        Moment(event.registration_opens_at, _("Registration opens")),
        Moment(closes_at or event.starts_at, _("Registration closes")),
        Moment(
            event.promotes_until,
            _("Last moment that a free place goes to who waits"),
            _("After that you decide."),
        ),
    ]
    if event.seats_per_organisation:
        found.append(Moment(event.shares_released_at, _("Unused places of organisations go to everybody")))
    return found


def _reminders(event: TrainingEvent) -> list[Moment]:
    day = timezone.localdate(event.starts_at)
    return [
        Moment(
            _on(day - timedelta(days=days), REMINDED_AT),
            ngettext("Reminder, %(days)s day before", "Reminder, %(days)s days before", days)
            % {"days": days},
        )
        for days in REMINDED_DAYS
    ]


def _decision(event: TrainingEvent) -> list[Moment]:
    if event.decides_on is None:
        return []
    short = bool(event.minimum_number) and event.seats_taken < event.minimum_number
    note = ""
    if event.minimum_number:
        words = _("%(taken)s of at least %(minimum)s people")
        note = words % {"taken": event.seats_taken, "minimum": event.minimum_number}
    return [
        Moment(_on(event.decides_on), _("Decide: does it go on?"), note, is_alarm=short, is_day=True),
    ]


def _days(event: TrainingEvent) -> list[Moment]:
    last = last_end(event)
    goes_at = kept_until(last)
    return [
        Moment(event.starts_at, _("The training begins")),
        Moment(last, _("The training is over")),
        Moment(goes_at, _("Names and addresses are removed"), _("The numbers stay."), is_day=True),
    ]


def last_end(event: TrainingEvent) -> datetime:
    """When the last session ends; one query."""
    return max([event.ends_at, *(one.ends_at for one in event.further_sessions.all())])


def _on(day, at: time = time(0)) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))
