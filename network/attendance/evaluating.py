"""What participants thought of a training: the invitation, the answer, and the figures for the organiser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from network.attendance.sessions import sessions_of
from network.calendars import ZONE
from network.choices import EvaluationQuestion, MailKind
from network.keeping import kept_since
from network.models import Attendance, Evaluation, EvaluationInvitation, Registration, TrainingEvent
from network.models.attendance import HIGHEST, LOWEST
from network.registration.book import open_book, rule

AT = time(9)  # in Amsterdam, the day after the last session
LONGEST = timedelta(days=21)  # after this long a session brings no invitation any more
FEWEST = 3  # answers; with fewer somebody could be recognised


def due_at(event: TrainingEvent) -> datetime:
    """When its people are asked: nine o'clock on the day after the last session."""
    ends_at = max(one.ends_at for one in sessions_of(event))
    day = timezone.localtime(ends_at, ZONE).date() + timedelta(days=1)
    return datetime.combine(day, AT, tzinfo=ZONE)


def to_invite(event: TrainingEvent) -> QuerySet[Registration]:
    """Who was at a session and has not been asked yet."""
    was_there = Attendance.objects.filter(registration=OuterRef("pk"), is_present=True)
    people = Registration.objects.confirmed().filter(event=event, evaluation_invitation=None, erased_at=None)
    return people.filter(Exists(was_there)).exclude(email="")


def uninvited(at: datetime) -> list[TrainingEvent]:
    """Trainings of which somebody must still be asked at the aware datetime ``at``."""
    was_there = Attendance.objects.filter(
        is_present=True,
        session_starts_at__gte=at - LONGEST,
        registration__event=OuterRef("pk"),
        registration__evaluation_invitation=None,
    )
    events = TrainingEvent.objects.filter(Exists(was_there), cancelled_at=None, ends_at__lt=at)
    return [event for event in events if due_at(event) <= at and to_invite(event).exists()]


@rule
def invite(event: TrainingEvent, *, at: datetime | None = None) -> int:
    """Ask everybody who was there, once; returns how many are asked now."""
    book = open_book(event.pk, at or timezone.now())
    if book.event.cancelled_at or book.at < due_at(book.event):
        return 0
    people = list(to_invite(book.event).order_by("sequence"))
    EvaluationInvitation.objects.bulk_create(
        [EvaluationInvitation(registration=row, sent_at=book.at) for row in people]
    )
    for row in people:
        book.record.mail(book, MailKind.EVALUATION, row)
    book.close()
    return len(people)


@transaction.atomic
def answer(
    invitation: EvaluationInvitation, scores: dict[str, int], remark: str, *, at: datetime | None = None
) -> bool:
    """Store an answer that leads back to nobody; False, and nothing stored, when there was one already.

    ``scores`` has a number from 1 to 5 for each of `EvaluationQuestion`. Two forms at once store one answer:
    the invitation is used up by one statement.
    """
    unused = EvaluationInvitation.objects.filter(pk=invitation.pk, is_answered=False)
    if not unused.update(is_answered=True):
        return False
    day = timezone.localtime(at or timezone.now(), ZONE).date()
    event = Registration.objects.values_list("event", flat=True).get(pk=invitation.registration_id)
    Evaluation.objects.create(event_id=event, remark=remark.strip(), submitted_on=day, **scores)
    return True


def forget_remarks(at: datetime) -> int:
    """Remove the words of answers with the names of their training (rule 10): words can name somebody too."""
    before = timezone.localtime(kept_since(at), ZONE).date()
    return Evaluation.objects.filter(submitted_on__lt=before).exclude(remark="").update(remark="")


@dataclass(frozen=True, slots=True)
class Figure:
    """One question: how often each score was given, from low to high, and the average (one decimal)."""

    label: str
    counts: list[int]

    @property
    def average(self) -> float:
        given = sum(self.counts)
        total = sum(score * count for score, count in enumerate(self.counts, start=LOWEST))
        return round(total / given, 1) if given else 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """``figures`` and ``remarks`` are empty while there are too few answers to hide who gave them."""

    invited: int
    answered: int
    figures: list[Figure]
    remarks: list[str]

    @property
    def is_shown(self) -> bool:
        return bool(self.figures)


def outcome(event: TrainingEvent) -> Outcome:
    """What was answered, in an order that says nothing. Two queries."""
    invited = EvaluationInvitation.objects.filter(registration__event=event).count()
    rows = list(Evaluation.objects.filter(event=event).order_by("id"))
    if len(rows) < FEWEST:
        return Outcome(invited, len(rows), [], [])
    return Outcome(invited, len(rows), list(_figures(rows)), [row.remark for row in rows if row.remark])


def _figures(rows: list[Evaluation]) -> Iterator[Figure]:
    for question in EvaluationQuestion:
        given = Counter(getattr(row, question.value) for row in rows)
        yield Figure(question.label, [given[score] for score in range(LOWEST, HIGHEST + 1)])
