"""Many registrations for load tests: plain rows with their log entry and their mail, as the rules leave them.

Written at once, not by the rules, which take a transaction each; `verify_data` finds nothing wrong.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from cms.choices import MailState
from cms.models import OutgoingMail
from network.calendars import ZONE
from network.choices import LogAction, MailKind, Origin, RegistrationStatus, Role
from network.models import Organisation, Registration, RegistrationLogEntry, TrainingEvent
from network.registration.people import ALPHABET
from network.registration.record import MAKER

PREFIX = "belasting-"
MIDDLE = datetime(2026, 11, 2, 13, 30, tzinfo=ZONE)  # trainings lie around it: always the same ones
BATCH = 1000
CONFIRMED, WAITING = RegistrationStatus.CONFIRMED, RegistrationStatus.WAITING


def generate_registrations(number: int) -> None:
    """Add what is missing of ``number`` registrations, one after another over the generated trainings.

    Who comes when all places are taken waits. The same ones for the same number.
    """
    known = Registration.objects.filter(email__startswith=PREFIX).count()
    events = list(TrainingEvent.objects.filter(slug__startswith=PREFIX).order_by("pk"))
    organisations = list(Organisation.objects.order_by("pk").values_list("pk", flat=True))
    if not events or known >= number:
        return
    numbers: Counter = Counter()
    rows = []
    for position in range(number):
        event = events[position % len(events)]
        numbers[event.pk] += 1
        if position >= known:
            organisation = organisations[position % len(organisations)] if organisations else None
            rows.append(_row(event, position, numbers[event.pk], organisation))
    for first in range(0, len(rows), BATCH):
        _store(rows[first : first + BATCH])


def _row(event: TrainingEvent, position: int, sequence: int, organisation: int | None) -> Registration:
    at = min(MIDDLE, event.starts_at) - timedelta(days=20) + timedelta(minutes=sequence)
    return Registration(
        event=event,
        reference=reference(position),
        sequence=sequence,
        status=CONFIRMED if sequence <= event.capacity else WAITING,
        name=f"Deelnemer {position + 1}",
        email=f"{PREFIX}{position + 1}@example.org",
        organisation_id=organisation,
        role=Role.SUPERVISOR.value,
        origin=Origin.COORDINATOR,
        reminded_days_before=1,
        created_at=at,
        changed_at=at,
    )


def reference(position: int) -> str:
    """A reference that is no other's: nine signs, where a real one has eight."""
    signs = ""
    for _sign in range(5):
        position, sign = divmod(position, len(ALPHABET))
        signs = ALPHABET[sign] + signs
    return f"ZZZZ-{signs}"


def _store(rows: list[Registration]) -> None:
    Registration.objects.bulk_create(rows)
    RegistrationLogEntry.objects.bulk_create(map(_entry, rows))
    OutgoingMail.objects.bulk_create(map(_mail, rows))


def _entry(row: Registration) -> RegistrationLogEntry:
    return RegistrationLogEntry(
        event=row.event,
        registration=row,
        action=LogAction.REGISTERED,
        status=row.status,
        origin=row.origin,
        taken=min(row.sequence, row.event.capacity),
        capacity=row.event.capacity,
        at=row.created_at,
    )


def _mail(row: Registration) -> OutgoingMail:
    """Its mail, which nobody gets: sent already."""
    kind = MailKind.CONFIRMED if row.status == CONFIRMED else MailKind.WAITING
    return OutgoingMail(
        kind=kind,
        recipient=row.email,
        maker=MAKER,
        object_id=row.pk,
        reference=row.reference,
        data={"calendar_sequence": 0},
        state=MailState.SENT,
        tries=1,
        created_at=row.created_at,
        next_try_at=row.created_at,
        sent_at=row.created_at,
    )
