"""A free seat goes to the first person waiting, in the transaction that frees or adds it (rule 3)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from network.choices import LogAction, MailKind, RegistrationStatus
from network.models import Registration, TrainingEvent
from network.registration.actors import SITE, Actor
from network.registration.book import Book, open_book, rule


@rule
def fill_free_seats(event: TrainingEvent, *, at: datetime | None = None) -> int:
    """Give every free seat to the next person waiting; returns how many. Nothing after the cut-off.

    For what frees seats without a rule of its own: a published change, the release of shares.
    """
    book = open_book(event.pk, at or timezone.now())
    given = promote_line(book)
    book.close()
    return given


def promote_line(book: Book, actor: Actor = SITE) -> int:
    """Promote people in order while seats are free, the cut-off has not passed and the training goes on."""
    event, given = book.event, 0
    if event.cancelled_at or book.at >= event.promotes_until:
        return given
    while first := book.first_in_line():
        give_place(book, first, LogAction.PROMOTED, actor)
        given += 1
    return given


def give_place(book: Book, registration: Registration, action: LogAction, actor: Actor, reason="") -> None:
    """Make somebody who waits a participant, and tell them."""
    registration.status = RegistrationStatus.CONFIRMED
    registration.changed_at = book.at
    registration.save(update_fields=["status", "changed_at"])
    book.waiting -= 1
    book.give_seat(registration.organisation_id)
    book.record.log(book, action, actor, registration, reason)
    book.record.mail(book, MailKind.PROMOTED, registration)
