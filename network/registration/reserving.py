"""Seats that a coordinator holds for the own organisation now, and for whom a name follows later."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import LogAction, MailKind
from network.models import Organisation, Registration, RegistrationToken, Submission, TrainingEvent
from network.registration.actors import Actor
from network.registration.book import CONFIRMED, Book, active_addresses, fresh, open_book, rule
from network.registration.changes import remember_facts
from network.registration.errors import (
    AlreadyRegistered,
    DoNotAllFit,
    NotActive,
    RegistrationClosed,
    RegistrationError,
    TooLate,
)
from network.registration.people import Participant, fingerprint, new_reference
from network.registration.registering import (
    check_open,
    may_sit,
    new_row,
    store,
    store_answer,
    stored_answer,
)
from network.registration.seats import promote_line

HELD_FOR = timedelta(days=14)
BEFORE_CUT_OFF = timedelta(hours=1)  # so that a seat that comes back still goes to the first person waiting
NOBODY_YET = Participant(name="", email="")


class TooLateToReserve(RegistrationClosed):
    message = _("It is too late to hold places. Register your colleagues by name.")


def latest_named_by(event: TrainingEvent) -> datetime:
    """The last moment until which a seat can be held."""
    return event.promotes_until - BEFORE_CUT_OFF


@rule
def reserve(
    event: TrainingEvent,
    number: int,
    *,
    organisation: Organisation,
    actor: Actor,
    submission_id: UUID,
    named_by: datetime | None = None,
    at: datetime | None = None,
) -> Submission:
    """Hold ``number`` seats for the organisation until ``named_by``; never places in line.

    ``named_by`` is an aware datetime, by default fourteen days from now, and at latest an hour before the
    cut-off; then a job gives back what has no name (`cancelling.lapse`). The coordinator gets a mail for each
    seat. The same form again gets the same answer. Raises `SubmissionDiffers`, `RegistrationClosed`,
    `TooLateToReserve`, and `DoNotAllFit` when there are fewer seats by rule 1; nothing is stored then.
    Source: README, "Aanmelden", "Held places", rules 1 and 4.
    """
    book = open_book(event.pk, at or timezone.now())
    wanted = f"{number} {organisation.pk} {named_by.isoformat() if named_by else ''}"
    sent = fingerprint(submission_id, [NOBODY_YET], wanted)
    if stored := stored_answer(event, submission_id, sent):
        return stored
    if number < 1:
        raise RegistrationError
    check_open(book, actor)
    until = min(named_by or book.at + HELD_FOR, latest_named_by(book.event))
    if until <= book.at:
        raise TooLateToReserve
    promote_line(book)
    if not book.last_sequence:
        remember_facts(book.event)
    rows = [_held_seat(book, place, organisation, actor, until) for place in range(number)]
    outcome = [{"reference": row.reference, "status": row.status, "position": None} for row in rows]
    submission = store_answer(book, submission_id, sent, outcome, actor)
    for row in rows:
        row.submission = submission
    store(book, [(row, None) for row in rows], actor)
    book.close()
    return submission


def _held_seat(
    book: Book, place: int, organisation: Organisation, actor: Actor, until: datetime
) -> Registration:
    if not may_sit(book, organisation.pk):
        raise DoNotAllFit
    person = Participant(name="", email="", organisation=organisation.pk)
    row = new_row(book, person, place, CONFIRMED, new_reference(), actor)
    row.named_by, row.confirm_by = until, None
    row.registered_by = actor.user  # gets the mails as long as nobody is named
    book.give_seat(organisation.pk)
    return row


@rule
def name_seat(
    registration: Registration, person: Participant, *, actor: Actor, at: datetime | None = None
) -> Registration:
    """Say who gets a held seat; they get the mail of who has a seat. The organisation stays.

    Raises `NotActive` (given back, or somebody was named already), `TooLate` (the training has begun) and
    `AlreadyRegistered`; nothing is stored then.
    """
    book = open_book(registration.event_id, at or timezone.now())
    row = fresh(registration)
    if not row.is_active or not row.is_reserved:
        raise NotActive
    if book.at >= book.event.starts_at:
        raise TooLate
    if active_addresses(book.event, [person.email]):
        raise AlreadyRegistered
    row.name, row.email, row.role, row.remarks = person.name, person.email, person.role, person.remarks
    row.named_by, row.changed_at = None, book.at
    row.save(update_fields=["name", "email", "role", "remarks", "named_by", "changed_at"])
    RegistrationToken.objects.filter(registration=row).delete()  # the coordinator's; now it is of the person
    book.record.log(book, LogAction.NAMED, actor, row)
    kind = MailKind.CONFIRMED if row.status == CONFIRMED else MailKind.WAITING
    book.record.mail(book, kind, row, position=row.position_now())
    book.close()
    return row
