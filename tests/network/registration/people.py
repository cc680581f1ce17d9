"""Invented people who register, and what the tests ask about a training afterwards."""

import itertools
from uuid import uuid4

from cms.models import OutgoingMail
from network.choices import Together
from network.models import Registration
from network.registration.actors import VISITOR
from network.registration.people import Participant
from network.registration.registering import register

NUMBERS = itertools.count(1)


def somebody(name: str = "", **values) -> Participant:
    name = name or f"Deelnemer {next(NUMBERS)}"
    email = f"{name.lower().replace(' ', '.')}@example.org"
    return Participant(name=name, **{"email": email, "organisation_name": "Elders", **values})


def join(event, *people, together=Together.FIT, actor=VISITOR, at=None, submission_id=None):
    """Register people (names, or participants) in one form and return the submission."""
    wanted = [somebody(one) if isinstance(one, str) else one for one in people]
    return register(
        event,
        wanted,
        submission_id=submission_id or uuid4(),
        together=together,
        actor=actor,
        at=at,
    )


def named(event, name: str) -> Registration:
    return Registration.objects.filter(event=event, name=name).latest("pk")


def line(event) -> dict[str, list[str]]:
    """Names by status in the order of the numbers."""
    found = {"confirmed": [], "waiting": [], "cancelled": []}
    for row in Registration.objects.filter(event=event).order_by("sequence", "pk"):
        found[row.status].append(row.name)
    return found


def mails(event) -> list[tuple[str, str]]:
    """Kind and first name of each mail about the training, in the order in which they were written."""
    names = {row.pk: row.name for row in Registration.objects.filter(event=event)}
    rows = OutgoingMail.objects.filter(maker="registration", object_id__in=names).order_by("pk")
    return [(mail.kind, names[mail.object_id]) for mail in rows]
