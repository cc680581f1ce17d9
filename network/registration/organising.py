"""What only an organiser may do, with a reason that is kept (rules 7 and 8)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from wagtail.models import Revision

from network.choices import LogAction, RegistrationStatus
from network.models import Registration, TrainingEvent
from network.registration.actors import Actor
from network.registration.book import fresh, open_book, rule
from network.registration.cancelling import need_reason
from network.registration.changes import settle
from network.registration.errors import NotActive, RegistrationError
from network.registration.seats import give_place, promote_line


@rule
def give_place_by_hand(
    registration: Registration, *, reason: str, actor: Actor, at: datetime | None = None
) -> Registration:
    """Let somebody who waits take part, out of turn or beyond the capacity. Raises `NotActive`.

    Somebody who takes part already stays as they are. Raises `ReasonMissing`.
    """
    said = need_reason(reason)
    book = open_book(registration.event_id, at or timezone.now())
    row = fresh(registration)
    if not row.is_active:
        raise NotActive
    if row.status == RegistrationStatus.WAITING:
        give_place(book, row, LogAction.FORCED, actor, said)
        book.close()
    return row


@rule
def place_in_line(
    registration: Registration, position: int, *, reason: str, actor: Actor, at: datetime | None = None
) -> None:
    """Put somebody who waits at ``position`` (1 is first); the others keep their order.

    The numbers of the line are dealt out anew among those who wait. Raises `NotActive`, `ReasonMissing`.
    """
    said = need_reason(reason)
    book = open_book(registration.event_id, at or timezone.now())
    line = list(book.line())
    row = next((one for one in line if one.pk == registration.pk), None)
    if row is None:
        raise NotActive
    numbers = [one.sequence for one in line]
    line.remove(row)
    line.insert(max(0, position - 1), row)
    moved = [(one, number) for one, number in zip(line, numbers, strict=True) if one.sequence != number]
    # Two people never have one number, so everybody who moves first gets one behind the last.
    for offset, (one, _number) in enumerate(moved, start=1):
        one.sequence = book.last_sequence + offset
    Registration.objects.bulk_update([one for one, _number in moved], ["sequence"])
    for one, number in moved:
        one.sequence = number
        one.save(update_fields=["sequence"])
    book.record.log(book, LogAction.REORDERED, actor, row, said)
    promote_line(book)
    book.close()


@rule
def change_capacity(
    event: TrainingEvent, capacity: int, *, actor: Actor, reason: str = "", at: datetime | None = None
) -> int:
    """Set the number of places; returns how many people there are too many (0 when everybody fits).

    More places go to the line in order, fewer take no seat away. A draft in the editor gets the new number
    too, so that publishing it does not bring the old one back.
    """
    if capacity < 1:
        raise RegistrationError
    book = open_book(event.pk, at or timezone.now())
    book.event.capacity = capacity
    book.event.save(update_fields=["capacity", "changed_at"])
    _change_draft(book.event, capacity=capacity)
    book.record.log(book, LogAction.CAPACITY, actor, None, reason)
    promote_line(book)
    book.close()
    return max(0, book.taken - capacity)


@rule
def cancel_training(
    event: TrainingEvent, *, reason: str, actor: Actor, at: datetime | None = None
) -> TrainingEvent:
    """Call the training off and tell everybody who is registered or waits, in one step (rule 8)."""
    said = need_reason(reason)[:250]
    at = at or timezone.now()
    book = open_book(event.pk, at)
    if book.event.cancelled_at is None:
        book.event.cancelled_at, book.event.cancellation_reason = at, said
        book.event.save(update_fields=["cancelled_at", "cancellation_reason", "changed_at"])
        _change_draft(book.event, cancelled_at=at.isoformat(), cancellation_reason=said)
        settle(book.event, actor=actor, at=at)
    return book.event


def _change_draft(event: TrainingEvent, **values) -> None:
    """Give the newest draft the values too; its new moment tells an editor who has it open (Wagtail)."""
    revision = event.latest_revision
    if revision:
        content = {**revision.content, **values}
        Revision.objects.filter(pk=revision.pk).update(content=content, created_at=timezone.now())
