"""How the registrations of a training stand: numbers, the state in words, and what asks for attention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.availability import seats_in_words
from network.models import Registration, TrainingEvent


@dataclass(frozen=True, slots=True)
class Overview:
    """Numbers of people; ``over`` is how many more are registered than there are places."""

    capacity: int
    taken: int
    waiting: int
    unconfirmed: int
    state: str
    warnings: list[str]

    @property
    def over(self) -> int:
        return max(0, self.taken - self.capacity)

    @property
    def free(self) -> int:
        return max(0, self.capacity - self.taken)


def overview(event: TrainingEvent, at: datetime) -> Overview:
    """One query, beside those that counted the seats of ``event``; ``at`` is an aware datetime."""
    unconfirmed = Registration.objects.active().filter(event=event, confirm_by__isnull=False).count()
    return Overview(
        capacity=event.capacity,
        taken=event.seats_taken,
        waiting=event.people_waiting,
        unconfirmed=unconfirmed,
        state=seats_in_words(event.availability(at)) if event.live else _("Draft: nobody can register yet"),
        warnings=warnings(event, at),
    )


def warnings(event: TrainingEvent, at: datetime) -> list[str]:
    """What an organiser should know now; nothing about a training that is over or called off."""
    if event.cancelled_at or at >= event.ends_at:
        return []
    free, found = event.capacity - event.seats_taken, []
    if free < 0:
        words = ngettext(
            "%(over)s person more is registered than there are places. Nobody lost a place.",
            "%(over)s people more are registered than there are places. Nobody lost a place.",
            -free,
        )
        found.append(words % {"over": -free})
    if free <= 0 and not event.has_waiting_list:
        found.append(_("The training is full and has no waiting list: who comes now is refused."))
    if free > 0 and event.people_waiting and at >= event.promotes_until:
        found.append(
            _("There are free places while people wait. It begins soon, so you decide who gets a place.")
        )
    return found


def in_numbers(event: TrainingEvent) -> str:
    """ "12 + 3": registered and waiting; only the first number when nobody waits."""
    taken, waiting = event.seats_taken, event.people_waiting
    return f"{taken} + {waiting}" if waiting else f"{taken}"
