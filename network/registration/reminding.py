"""Remind who takes part, a week and a day before the training begins, at nine in the morning."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from network.calendars import ZONE
from network.choices import LogAction, MailKind
from network.models import Registration, RegistrationLogEntry, TrainingEvent
from network.registration.book import open_book, rule

DAYS_BEFORE = (7, 1)
AT = time(9)  # in Europe/Amsterdam, on the day that the calendar says, also when the clock changes in between
LOOK_AHEAD = timedelta(days=max(DAYS_BEFORE) + 1)


def due_at(event: TrainingEvent, days: int) -> datetime:
    """The moment of the reminder ``days`` before the first session."""
    day = timezone.localtime(event.starts_at, ZONE).date() - timedelta(days=days)
    return datetime.combine(day, AT, tzinfo=ZONE)


def days_due(event: TrainingEvent, at: datetime) -> int | None:
    """Which reminder holds at ``at``: the last that has come; None before the first and after the start."""
    if at >= event.starts_at:
        return None
    return min((days for days in DAYS_BEFORE if due_at(event, days) <= at), default=None)


def soon(at: datetime) -> QuerySet[TrainingEvent]:
    """Trainings of which a reminder may be due: few, and the rest is known only in the time of Amsterdam."""
    return TrainingEvent.objects.filter(
        live=True, cancelled_at=None, starts_at__gt=at, starts_at__lte=at + LOOK_AHEAD
    )


def to_remind(event: TrainingEvent, days: int) -> QuerySet[Registration]:
    """Who takes part and did not get the reminder ``days`` before, nor a later one.

    Nobody hears a second time what a mail told after the moment of the reminder: who registered or got a
    place since then is left out, and so is everybody when the training has changed since then.
    """
    moment = due_at(event, days)
    since = RegistrationLogEntry.objects.filter(event=event, at__gt=moment)
    seated = since.filter(
        registration=OuterRef("pk"), action__in=[LogAction.PROMOTED, LogAction.FORCED, LogAction.NAMED]
    )
    changed = since.filter(action=LogAction.TRAINING_CHANGED)
    return (
        Registration.objects.confirmed()
        .filter(Q(reminded_days_before=None) | Q(reminded_days_before__gt=days), event=event)
        .filter(~Exists(seated), ~Exists(changed), created_at__lte=moment)
    )


@rule
def remind(event: TrainingEvent, *, at: datetime | None = None) -> int:
    """Queue the reminder that is due for everybody who takes part; returns how many. A second time: none."""
    book = open_book(event.pk, at or timezone.now())
    days = days_due(book.event, book.at)
    if days is None or book.event.cancelled_at or not book.event.live:
        return 0
    people = list(to_remind(book.event, days).select_related("registered_by").order_by("sequence"))
    for row in people:
        book.record.mail(book, MailKind.REMINDER, row, days_before=days)
    told = Registration.objects.filter(pk__in=[row.pk for row in people])
    told.update(reminded_days_before=days)
    book.close()
    return len(people)
