"""The sessions of a training in order, and when who was there may be written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal

from django.utils import timezone

from network.calendars import ZONE
from network.models import Attendance, TrainingEvent, TrainingSession


@dataclass(frozen=True, slots=True)
class Session:
    """A part of a training; ``number`` counts from 1 in the order of the starts."""

    number: int
    starts_at: datetime
    ends_at: datetime
    note: str = ""

    @property
    def hours(self) -> Decimal:
        seconds = (self.ends_at - self.starts_at).total_seconds()
        return (Decimal(seconds) / 3600).quantize(Decimal("0.01"))

    @property
    def opens_at(self) -> datetime:
        """Midnight in Amsterdam: attendance is written down from the day of the session on."""
        return datetime.combine(timezone.localtime(self.starts_at, ZONE).date(), time(), tzinfo=ZONE)


def sessions_of(event: TrainingEvent) -> list[Session]:
    """Every session of the training in the order of their starts. One query."""
    further = TrainingSession.objects.filter(event=event.pk).values_list("starts_at", "ends_at", "note")
    times = sorted([(event.starts_at, event.ends_at, ""), *further])
    return [Session(number, *one) for number, one in enumerate(times, start=1)]


def session_of(row: Attendance, sessions: Sequence[Session]) -> Session | None:
    """The session that a row is about: by its start, or by its number when the start was corrected since."""
    by_start = (one for one in sessions if one.starts_at == row.session_starts_at)
    by_number = (one for one in sessions if one.number == row.session)
    return next(by_start, None) or next(by_number, None)


def current(sessions: Sequence[Session], at: datetime) -> Session:
    """The session that an organiser most likely has in hand: the last that has opened, else the first."""
    opened = [one for one in sessions if one.opens_at <= at]
    return opened[-1] if opened else sessions[0]
