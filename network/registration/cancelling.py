"""Give up a seat or a place in line: cancel, replace, move, confirm the address, lapse (rules 4, 6 and 9)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from network.choices import LogAction, MailKind, Origin, RegistrationStatus
from network.models import Registration
from network.registration.actors import SITE, VISITOR, Actor
from network.registration.book import Book, active_addresses, fresh, open_book, rule
from network.registration.errors import AlreadyRegistered, NotActive, ReasonMissing, TooLate
from network.registration.people import Participant, new_reference
from network.registration.registering import store
from network.registration.seats import promote_line

CONFIRMED = RegistrationStatus.CONFIRMED


@rule
def cancel(
    registration: Registration, *, actor: Actor = VISITOR, reason: str = "", at: datetime | None = None
) -> Registration:
    """End the registration; a freed seat goes to the first person waiting in the same transaction.

    What is cancelled already stays as it is, and the answer is the same. Raises `TooLate` once the training
    has begun, except for an organiser. Source: README, "Aanmelden", rules 3 and 6.
    """
    book = open_book(registration.event_id, at or timezone.now())
    row = fresh(registration)
    if not row.is_active:
        return row
    if book.at >= book.event.starts_at and actor.origin != Origin.ORGANISER:
        raise TooLate
    end(book, row, LogAction.CANCELLED, actor, reason)
    promote_line(book)
    book.close()
    return row


def end(book: Book, row: Registration, action: LogAction, actor: Actor, reason: str = "") -> None:
    """Take ``row`` out of the seats or the line, note why, and tell the person."""
    had_seat = book.end(row)
    book.record.log(book, action, actor, row, reason)
    told = reason if actor.origin == Origin.ORGANISER else ""
    book.record.mail(book, MailKind.CANCELLED, row, cause=action, reason=told, had_seat=had_seat)


@rule
def confirm_address(
    registration: Registration, *, actor: Actor = VISITOR, reason: str = "", at: datetime | None = None
) -> Registration:
    """Note that the holder of the address meant it; a second time changes nothing (rule 9).

    An organiser does it for who said so in another way. Raises `NotActive` when the registration has lapsed
    or was cancelled.
    """
    book = open_book(registration.event_id, at or timezone.now())
    row = fresh(registration)
    if not row.is_active:
        raise NotActive
    if row.confirm_by is not None:
        row.confirm_by, row.changed_at = None, book.at
        row.save(update_fields=["confirm_by", "changed_at"])
        book.record.log(book, LogAction.CONFIRMED_ADDRESS, actor, row, reason)
        book.close()
    return row


@rule
def lapse(registration: Registration, *, at: datetime | None = None) -> bool:
    """End a self-registration not confirmed in time, or a reserved seat without a name; was it due?"""
    book = open_book(registration.event_id, at or timezone.now())
    row = fresh(registration)
    unconfirmed = row.confirm_by is not None and row.confirm_by <= book.at
    unnamed = row.named_by is not None and row.named_by <= book.at
    if not row.is_active or not (unconfirmed or unnamed):
        return False
    end(book, row, LogAction.EXPIRED if unnamed else LogAction.LAPSED, SITE)
    promote_line(book)
    book.close()
    return True


@rule
def replace(
    registration: Registration, person: Participant, *, actor: Actor, at: datetime | None = None
) -> Registration:
    """Let a colleague take over the seat or the place in line; returns the colleague's registration.

    The first registration is cancelled, so its links and calendar entry end. Raises `NotActive`, `TooLate`
    (the training has begun) and `AlreadyRegistered`. Source: README, "Aanmelden", rule 6.
    """
    book = open_book(registration.event_id, at or timezone.now())
    row = fresh(registration)
    if not row.is_active:
        raise NotActive
    if book.at >= book.event.starts_at and actor.origin != Origin.ORGANISER:
        raise TooLate
    if active_addresses(book.event, [person.email]):
        raise AlreadyRegistered
    status, position = row.status, row.position_now()
    end(book, row, LogAction.REPLACED, actor)
    successor = Registration(
        event=book.event,
        reference=new_reference(),
        sequence=row.sequence,
        status=status,
        origin=actor.origin,
        registered_by_id=actor.user_pk,
        created_at=book.at,
        changed_at=book.at,
        **person.fields(),
    )
    if status == CONFIRMED:
        book.give_seat(successor.organisation_id)
    else:
        book.waiting += 1
    store(book, [(successor, position)], actor)
    book.close()
    return successor


@rule
def change_data(registration: Registration, values: dict, *, actor: Actor, at: datetime | None = None):
    """Correct name, role, remarks or needs; the address and the organisation decide about seats and stay."""
    book = open_book(registration.event_id, at or timezone.now())
    row = fresh(registration)
    if not row.is_active:
        raise NotActive
    allowed = {"name", "role", "remarks", "access_needs", "dietary_needs"} & set(values)
    for name in allowed:
        setattr(row, name, values[name])
    row.changed_at = book.at
    row.save(update_fields=[*allowed, "changed_at"])
    book.record.log(book, LogAction.CHANGED, actor, row)
    book.close()
    return row


def need_reason(reason: str) -> str:
    """The reason in one line. Raises `ReasonMissing` when there is none (rule 7)."""
    if not (said := " ".join(reason.split())):
        raise ReasonMissing
    return said
