"""Write down who was at a session of a training."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils import timezone

from network.attendance.errors import NotOpenYet
from network.attendance.sessions import Session, session_of, sessions_of
from network.choices import LogAction
from network.models import Attendance, CertificateOfAttendance, Registration, TrainingEvent
from network.registration.actors import VISITOR, Actor
from network.registration.book import Book, open_book, rule

Present = dict[int, dict[int, bool]]  # key of a registration, number of a session: was the person there


@rule
def mark(
    event: TrainingEvent,
    session: Session,
    marks: Mapping[int, bool],
    *,
    actor: Actor,
    at: datetime | None = None,
) -> int:
    """Note for registrations (by key) whether they were at ``session``; returns how many notes changed.

    The same notes again change nothing. Who does not take part is passed over. A certificate that does not
    hold any more is withdrawn. Raises `NotOpenYet` before the day of the session.
    """
    book = open_book(event.pk, at or timezone.now())
    if book.at < session.opens_at:
        raise NotOpenYet
    people = Registration.objects.confirmed().filter(event=book.event, pk__in=marks)
    known = attendance_of(book.event, sessions := sessions_of(book.event))
    changed = [row for row in people if known[row.pk].get(session.number) is not marks[row.pk]]
    _store(book, session, [(row, marks[row.pk]) for row in changed], actor)
    _withdraw(book, changed, attendance_of(book.event, sessions), actor)
    book.close()
    return len(changed)


def mark_own(event: TrainingEvent, session: Session, email: str, *, at: datetime | None = None) -> int:
    """Note that who registered with ``email`` (lower case) is there; tell nobody who asks how many are.

    Raises `NotOpenYet`.
    """
    people = Registration.objects.confirmed().filter(event=event, email=email).exclude(email="")
    marks = dict.fromkeys(people.values_list("pk", flat=True), True)
    return mark(event, session, marks, actor=VISITOR, at=at)


def attendance_of(event: TrainingEvent, sessions: Sequence[Session]) -> Present:
    """What is noted of everybody. A start that was corrected leaves its notes with the session. One query."""
    found: Present = defaultdict(dict)
    rows = list(Attendance.objects.filter(registration__event=event))
    starts = {one.starts_at for one in sessions}
    for row in sorted(rows, key=lambda row: (row.session_starts_at in starts, row.marked_at)):
        if session := session_of(row, sessions):
            found[row.registration_id][session.number] = row.is_present
    return found


def _store(book: Book, session: Session, marks: list[tuple[Registration, bool]], actor: Actor) -> None:
    Attendance.objects.bulk_create(
        [
            Attendance(
                registration=row,
                session=session.number,
                session_starts_at=session.starts_at,
                is_present=is_present,
                origin=actor.origin,
                marked_by_id=actor.user_pk,
                marked_at=book.at,
            )
            for row, is_present in marks
        ],
        update_conflicts=True,
        unique_fields=["registration", "session_starts_at"],
        update_fields=["session", "is_present", "origin", "marked_by", "marked_at"],
    )


def _withdraw(book: Book, people: list[Registration], present: Present, actor: Actor) -> None:
    """Take back the certificates that say more than is noted now."""
    for one in CertificateOfAttendance.objects.filter(registration__in=people).select_related("registration"):
        if sum(present[one.registration_id].values()) < one.sessions_attended:
            book.record.log(book, LogAction.UNCERTIFIED, actor, one.registration)
            one.delete()
