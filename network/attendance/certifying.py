"""Certificates of attendance: who gets one, and what anybody may read of one."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.utils import timezone

from network.attendance.errors import NotOver
from network.attendance.marking import attendance_of
from network.attendance.sessions import Session, sessions_of
from network.choices import LogAction, MailKind
from network.models import CertificateOfAttendance, Registration, TrainingEvent
from network.registration.actors import Actor
from network.registration.book import Book, open_book, rule
from network.registration.people import ALPHABET

GROUPS, GROUP = 4, 4  # signs: 31 ** 16, about 79 bits


@rule
def issue_certificates(
    event: TrainingEvent, minimum_share: int | None = None, *, actor: Actor, at: datetime | None = None
) -> int:
    """Give a certificate to who was at ``minimum_share`` sessions (default all); returns how many are new.

    Who has one keeps it, so a second time gives none twice. Each new one is told by mail. Somebody who was at
    no session never gets one. Raises `NotOver` before the end of the last session.
    """
    book = open_book(event.pk, at or timezone.now())
    sessions = sessions_of(book.event)
    if book.at < max(one.ends_at for one in sessions):
        raise NotOver
    wanted = len(sessions) if minimum_share is None else minimum_share
    least = max(1, min(wanted, len(sessions)))
    new = [(row, were) for row, were in _entitled(book, sessions) if len(were) >= least]
    CertificateOfAttendance.objects.bulk_create(
        [_certificate(book, row, were, len(sessions)) for row, were in new]
    )
    for row, _were in new:
        book.record.log(book, LogAction.CERTIFIED, actor, row)
        book.record.mail(book, MailKind.CERTIFICATE, row)
    book.close()
    return len(new)


def _entitled(book: Book, sessions: Sequence[Session]) -> list[tuple[Registration, list[Session]]]:
    """Who takes part by name and has no certificate yet, each with the sessions that they were at."""
    present = attendance_of(book.event, sessions)
    people = Registration.objects.confirmed().filter(event=book.event, certificate=None, erased_at=None)
    return [
        (row, [one for one in sessions if present[row.pk].get(one.number)])
        for row in people.exclude(name="").order_by("sequence")
    ]


def _certificate(book: Book, row: Registration, were: list[Session], total: int) -> CertificateOfAttendance:
    return CertificateOfAttendance(
        registration=row,
        code=new_code(),
        sessions_attended=len(were),
        sessions_total=total,
        hours=sum((one.hours for one in were), Decimal()),
        issued_at=book.at,
    )


def new_code() -> str:
    """Sixteen signs in groups of four, as in ``K7QM-2WXD-9H4T-BFRV``; nobody can guess one."""
    signs = [secrets.choice(ALPHABET) for _number in range(GROUPS * GROUP)]
    return "-".join("".join(signs[start : start + GROUP]) for start in range(0, len(signs), GROUP))


def tidy_code(typed: str) -> str:
    """What somebody typed in the form of a code: capitals, in groups; other signs do not count."""
    signs = [sign for sign in typed.upper() if sign.isalnum()][: GROUPS * GROUP]
    return "-".join("".join(signs[start : start + GROUP]) for start in range(0, len(signs), GROUP))


def find_certificate(code: str) -> CertificateOfAttendance | None:
    """The certificate with its training and host; None for any other text."""
    found = CertificateOfAttendance.objects.select_related(
        "registration__event__host", "registration__event__venue"
    )
    return found.filter(code=code).first()


PREFIXES = ("van", "de", "den", "der", "het", "'t", "ten", "ter", "te", "in", "op", "la", "le", "el", "al")


def initials(name: str) -> str:
    """The name as anybody may read it: "N. J." of Noor Jansen, "N. B." of Noor van den Berg.

    Somebody who holds the paper recognises it; who only has a code learns no name.
    """
    parts = [part for part in name.replace("-", " ").split() if any(map(str.isalnum, part))]
    main = [part for part in parts if part.lower() not in PREFIXES] or parts
    return " ".join(f"{part.lstrip(chr(39))[:1].upper()}." for part in main)
