"""Move somebody to another training: one step, so that nobody stands in both or in neither (rule 6)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from network.choices import LogAction, RegistrationStatus
from network.models import Registration, TrainingEvent
from network.registration.actors import Actor
from network.registration.book import Book, active_addresses, fresh, open_book, rule
from network.registration.cancelling import end
from network.registration.changes import remember_facts
from network.registration.errors import AlreadyRegistered, NoSeatsLeft, NotActive, SameTraining
from network.registration.people import new_reference
from network.registration.registering import check_open, may_sit, store
from network.registration.seats import promote_line

CONFIRMED, WAITING = RegistrationStatus.CONFIRMED, RegistrationStatus.WAITING
PERSON = ["name", "email", "organisation_id", "organisation_name", "organisation_mark", "role", "remarks"]
NEEDS = ["access_needs", "dietary_needs"]
HELD = ["origin", "registered_by_id", "confirm_by", "named_by"]


@rule
def move(
    registration: Registration,
    to: TrainingEvent,
    *,
    actor: Actor,
    reason: str = "",
    at: datetime | None = None,
) -> Registration:
    """Register the person for ``to`` by its rules and end the registration here; returns the new one.

    There they get a seat or the last place in line; here a freed seat goes to the first person waiting. The
    address still has to be confirmed by the moment that held before. Both trainings are locked in the order
    of their keys, so that two moves never wait for each other. Raises `SameTraining`, `NotActive`,
    `RegistrationClosed`, `AlreadyRegistered` and `NoSeatsLeft`; nothing is stored then.
    """
    if registration.event_id == to.pk:
        raise SameTraining
    at = at or timezone.now()
    books = {pk: open_book(pk, at) for pk in sorted((registration.event_id, to.pk))}
    here, there = books[registration.event_id], books[to.pk]
    row = fresh(registration)
    _check(row, there, actor)
    moved = _new_place(row, there, actor)
    end(here, row, LogAction.MOVED, actor, reason)
    promote_line(here)
    for book in (here, there):
        book.close()
    return moved


def _check(row: Registration, there: Book, actor: Actor) -> None:
    if not row.is_active or row.is_reserved:
        raise NotActive  # a held seat is given back, and held again in the other training
    check_open(there, actor)
    if row.email and active_addresses(there.event, [row.email]):
        raise AlreadyRegistered
    if not there.event.has_waiting_list and not may_sit(there, row.organisation_id):
        raise NoSeatsLeft


def _new_place(row: Registration, there: Book, actor: Actor) -> Registration:
    """The same person in the other training; needs go along only where they are asked for (rule 10)."""
    if not there.last_sequence:
        remember_facts(there.event)
    asked = [name for name in NEEDS if getattr(there.event, f"asks_{name}")]
    status = CONFIRMED if may_sit(there, row.organisation_id) else WAITING
    moved = Registration(
        event=there.event,
        reference=new_reference(),
        sequence=there.next_sequence(),
        status=status,
        created_at=there.at,
        changed_at=there.at,
        **{name: getattr(row, name) for name in [*PERSON, *HELD, *asked]},
    )
    position = there.waiting + 1 if status == WAITING else None
    if status == CONFIRMED:
        there.give_seat(row.organisation_id)
    else:
        there.waiting += 1
    store(there, [(moved, position)], actor)
    return moved
