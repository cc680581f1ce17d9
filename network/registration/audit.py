"""The truth about trainings, registrations and their mails as plain values, for `audit_export`.

No token, name or address of a participant appears; only the recipient of a mail does.
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

from cms.models import OutgoingMail
from network.models import Registration, TrainingEvent


def truth(at: datetime) -> dict[str, list[dict]]:
    """Everything at the aware datetime ``at``, each list in a fixed order."""
    return {"trainings": trainings(at), "registrations": registrations(), "mails": mails()}


def digests(at: datetime) -> dict[str, str]:
    """A SHA-256 for each list of the truth: two states are the same when these are."""
    return {
        name: hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()
        for name, rows in truth(at).items()
    }


def trainings(at: datetime) -> list[dict]:
    return [
        {"slug": event.slug, "capacity": event.capacity, "status": event.availability(at).state.value}
        for event in TrainingEvent.objects.with_seats_taken().order_by("pk")
    ]


def registrations() -> list[dict]:
    rows = Registration.objects.with_position().select_related("event", "organisation")
    return [
        {
            "reference": row.reference,
            "submission_id": str(row.submission_id) if row.submission_id else None,
            "person": row.person_number,
            "training": row.event.slug,
            "status": row.status,
            "position": row.position,
            "sequence": row.sequence,
            "organisation": row.organisation.slug if row.organisation else None,
            "created_at": row.created_at.isoformat(),
            "changed_at": row.changed_at.isoformat(),
        }
        for row in rows.order_by("event", "sequence", "pk")
    ]


def mails() -> list[dict]:
    rows = OutgoingMail.objects.order_by("pk").values(
        "message_id", "kind", "reference", "recipient", "state", "tries"
    )
    return list(rows)
