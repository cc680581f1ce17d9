"""Who of the invented people was at the trainings that are over, what they got for it and thought of it.

By the rules of attendance, so that certificates, evaluations and figures of the demonstration show something.
"""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from home.demo.registrations import PEOPLE, keep_from_going_out
from network.attendance.certifying import issue_certificates
from network.attendance.evaluating import answer, due_at, invite
from network.attendance.marking import mark
from network.attendance.sessions import sessions_of
from network.choices import EvaluationQuestion
from network.models import EvaluationInvitation, Registration, TrainingEvent
from network.registration.actors import organiser
from network.registration.record import MAKER

ABSENT = 6  # every so many is away
SILENT = 4  # every so many does not answer
REMARKS = (
    "Fijn dat we meteen konden oefenen.",
    "",
    "Ik heb veel gehad aan de verhalen van andere huizen.",
    "Graag de volgende keer wat meer tijd voor vragen.",
    "",
)


def load_attendance() -> None:
    """Note who was there at every training of `PEOPLE` that is over; a second time changes nothing."""
    at = timezone.now()
    over = TrainingEvent.objects.filter(slug__in=PEOPLE, cancelled_at=None, ends_at__lt=at).order_by("pk")
    for event in over.exclude(registrations__attendance__isnull=False):
        if due_at(event) <= at:
            _attended(event)


def _attended(event: TrainingEvent) -> None:
    people = list(Registration.objects.confirmed().filter(event=event).order_by("sequence"))
    sessions = sessions_of(event)
    for session in sessions:
        marks = {
            row.pk: (number + session.number) % ABSENT != ABSENT - 1 for number, row in enumerate(people)
        }
        mark(event, session, marks, actor=organiser(), at=session.ends_at)
    issue_certificates(event, actor=organiser(), at=max(one.ends_at for one in sessions))
    asked = due_at(event)
    invite(event, at=asked)
    _answers(event, asked)
    keep_from_going_out(MAKER, [row.pk for row in people])


def _answers(event: TrainingEvent, at: datetime) -> None:
    invited = EvaluationInvitation.objects.filter(registration__event=event).order_by(
        "registration__sequence"
    )
    for number, invitation in enumerate(invited):
        if number % SILENT == SILENT - 1:
            continue
        scores = {
            question.value: 3 + (number + place) % 3 for place, question in enumerate(EvaluationQuestion)
        }
        answer(invitation, scores, REMARKS[number % len(REMARKS)], at=at)
