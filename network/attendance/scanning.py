"""The code that participants scan in the room: a signed text, valid around one session, kept in no table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from network.attendance.sessions import Session, sessions_of
from network.models import TrainingEvent

EARLY = timedelta(minutes=30)  # before the start of the session; it ends with the session
SIGNER = Signer(salt="network.attendance", sep="~")


@dataclass(frozen=True, slots=True)
class Scanned:
    event: TrainingEvent
    session: Session

    def is_open(self, at: datetime) -> bool:
        return is_scannable(self.session, at)

    @property
    def opens_at(self) -> datetime:
        return self.session.starts_at - EARLY


def is_scannable(session: Session, at: datetime) -> bool:
    return session.starts_at - EARLY <= at <= session.ends_at


def scan_address(event: TrainingEvent, session: Session) -> str:
    """The complete address of the code; it holds as long as the session keeps its start."""
    code = SIGNER.sign(f"{event.pk}-{_start(session)}")
    return settings.BASE_URL + reverse("network:attend", args=[code])


def read_code(code: str) -> Scanned | None:
    """Training and session of a code; None when we did not make it or the session is gone."""
    try:
        pk, _dash, start = SIGNER.unsign(code).partition("-")
    except BadSignature:
        return None
    public = TrainingEvent.objects.filter(pk=int(pk), live=True, cancelled_at=None)
    event = public.select_related("venue").first()
    sessions = sessions_of(event) if event else []
    return next((Scanned(event, one) for one in sessions if _start(one) == start), None)


def _start(session: Session) -> str:
    """The start in whole seconds: short, so that the code has large squares."""
    return str(int(session.starts_at.timestamp()))
