"""The lock of a training, and what is true under it: seats given, people waiting, the next number in line.

On PostgreSQL the row of the training is locked; its changes wait, readers do not. On SQLite a transaction
takes the only write lock when it begins (``transaction_mode`` IMMEDIATE in the settings).
Source: README, "Aanmelden", rules 1 to 3.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps

from django.db import OperationalError, connection, transaction
from django.db.models import Count, Max, Q

from network.choices import ACTIVE, RegistrationStatus
from network.models import Registration, TrainingEvent
from network.registration.record import Record

TRIES = 3  # a transaction that the database ends to resolve a deadlock may try again
RETRIED = ("40001", "40P01")  # SQLSTATE: serialization failure, deadlock detected
_one_thread = threading.RLock()
CONFIRMED, WAITING = RegistrationStatus.CONFIRMED, RegistrationStatus.WAITING


def rule(function: Callable) -> Callable:
    """Run the decorated rule in one transaction; again when the database had to break a deadlock.

    Raises OperationalError when the lock is not had in time (settings): nothing was stored then.
    """

    @wraps(function)
    def run(*args, **kwargs):
        for attempt in range(1, TRIES + 1):
            try:
                with _turn(), transaction.atomic():
                    return function(*args, **kwargs)
            except OperationalError as error:
                if attempt == TRIES or _sqlstate(error) not in RETRIED or connection.in_atomic_block:
                    raise
        return None

    return run


def _turn():
    """On SQLite, one thread of this process at a time: whoever waits for the file sleeps in growing steps.

    Who is in a transaction already has the write lock, and must not wait for a turn: its holder waits for it.
    """
    is_first = connection.vendor == "sqlite" and not connection.in_atomic_block
    return _one_thread if is_first else nullcontext()


def _sqlstate(error: OperationalError) -> str | None:
    return getattr(error.__cause__, "sqlstate", None)


def locked(event_pk: int) -> TrainingEvent:
    """The training as it is now, locked until the transaction ends.

    NO KEY UPDATE lets rows that point at the training be inserted by others, who need no seat.
    """
    events = TrainingEvent.objects.all()
    if connection.vendor == "postgresql":
        events = events.select_for_update(no_key=True, of=("self",))
    return events.get(pk=event_pk)


@dataclass(slots=True)
class Book:
    """The seats of one training, true as long as its lock is held; ``at`` is the moment of the rule.

    What a rule changes is noted in ``record`` and written by `close`.
    """

    event: TrainingEvent
    at: datetime
    taken: int
    waiting: int
    last_sequence: int
    taken_by: Counter | None = None  # confirmed people by organisation, while shares hold; None: no shares
    record: Record = field(default_factory=Record)

    @property
    def free(self) -> int:
        return max(0, self.event.capacity - self.taken)

    def has_seat_for(self, organisation_pk: int | None) -> bool:
        """Whether a seat is free that somebody of this organisation may have (rule 1), whoever waits."""
        if not self.free:
            return False
        return self.taken_by is None or (
            self.taken_by[organisation_pk] < (self.event.seats_per_organisation or 0)
        )

    def give_seat(self, organisation_pk: int | None) -> None:
        self.taken += 1
        if self.taken_by is not None:
            self.taken_by[organisation_pk] += 1

    def take_back(self, organisation_pk: int | None) -> None:
        self.taken -= 1
        if self.taken_by is not None:
            self.taken_by[organisation_pk] -= 1

    def let_go(self, row: Registration) -> bool:
        """Take ``row`` out of the seats or the line before it is cancelled; whether it had a seat."""
        had_seat = row.status == CONFIRMED
        if had_seat:
            self.take_back(row.organisation_id)
        else:
            self.waiting -= 1
        return had_seat

    def end(self, row: Registration) -> bool:
        """Cancel ``row``, whose seat or place in line comes free; whether it had a seat."""
        had_seat = self.let_go(row)
        row.status, row.changed_at = RegistrationStatus.CANCELLED, self.at
        row.confirm_by = row.named_by = None
        row.calendar_sequence += had_seat
        row.save(update_fields=["status", "changed_at", "confirm_by", "named_by", "calendar_sequence"])
        return had_seat

    def next_sequence(self) -> int:
        self.last_sequence += 1
        return self.last_sequence

    def line(self):
        """Who waits, first in line first."""
        return Registration.objects.waiting().filter(event=self.event)

    def first_in_line(self) -> Registration | None:
        """Who gets the next free seat: the first person waiting whose organisation may have one."""
        if not self.free or not self.waiting:
            return None
        line = self.line()
        if self.taken_by is not None:
            full = [pk for pk, number in self.taken_by.items() if number >= self.event.seats_per_organisation]
            line = line.exclude(organisation__in=[pk for pk in full if pk])
            if None in full:
                line = line.exclude(organisation=None)
        return line.first()

    def close(self) -> None:
        """Write the log entries and mails of this rule."""
        self.record.write(self)


def open_book(event_pk: int, at: datetime) -> Book:
    """Lock the training and count. Call it inside a `rule`, before anything that depends on seats is read."""
    event = locked(event_pk)
    counted = Registration.objects.filter(event=event).aggregate(
        taken=Count("pk", filter=Q(status=CONFIRMED)),
        waiting=Count("pk", filter=Q(status=WAITING)),
        last=Max("sequence"),
    )
    return Book(
        event=event,
        at=at,
        taken=counted["taken"],
        waiting=counted["waiting"],
        last_sequence=counted["last"] or 0,
        taken_by=_taken_by(event) if event.shares_hold(at) else None,
    )


def _taken_by(event: TrainingEvent) -> Counter:
    confirmed = Registration.objects.confirmed().filter(event=event).order_by()
    rows = confirmed.values_list("organisation").annotate(Count("pk"))
    return Counter(dict(rows))


def fresh(registration: Registration) -> Registration:
    """The registration as it is now; ask for it after the lock of its training."""
    return Registration.objects.select_related("organisation").get(pk=registration.pk)


def active_addresses(event: TrainingEvent, addresses) -> set[str]:
    """Which of ``addresses`` (lower case) are registered for the training or wait for it."""
    known = Registration.objects.filter(event=event, email__in=addresses, status__in=ACTIVE)
    return set(known.values_list("email", flat=True))
