"""What somebody sees of the own attendance, on the page of the own registration."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from network.attendance.marking import attendance_of
from network.attendance.scanning import is_scannable
from network.attendance.sessions import Session, sessions_of
from network.letter_facts import period
from network.models import Registration


@dataclass(frozen=True, slots=True)
class OwnSession:
    """``is_present``: None while nobody has noted it; ``is_open``: the person can say so now."""

    session: Session
    is_present: bool | None
    is_open: bool

    @property
    def when(self) -> str:
        return period(self.session.starts_at, self.session.ends_at)


def own_sessions(registration: Registration, at: datetime) -> list[OwnSession]:
    """The sessions that have opened or of which something is noted. Two queries."""
    sessions = sessions_of(registration.event)
    noted = attendance_of(registration.event, sessions)[registration.pk]
    return [
        OwnSession(one, noted.get(one.number), is_scannable(one, at))
        for one in sessions
        if one.number in noted or one.opens_at <= at
    ]
