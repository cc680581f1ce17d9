"""The hidden number of a form: a UUID that says itself when the form was opened, without a cookie.

Version 8 of RFC 9562: 48 bits of time (milliseconds), 42 random bits, and 32 bits of a signature over both,
so that a program cannot make one that looks older than it is.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

SHORTEST = timedelta(seconds=2)  # nobody reads and fills in the form in less (README, "Marks")
LONGEST = timedelta(hours=12)
SALT = "network.submission"
VERSION, VARIANT = 8, 0b10


def new_submission_id(at: datetime | None = None) -> UUID:
    """A number for a form that is opened at the aware datetime ``at`` (default now)."""
    milliseconds = int((at or timezone.now()).timestamp() * 1000)
    high = (milliseconds << 16) | (VERSION << 12) | secrets.randbits(12)
    return _signed((high << 64) | (VARIANT << 62) | (secrets.randbits(30) << 32))


def opened_at(submission_id: UUID) -> datetime | None:
    """When the form with this number was opened; None when we did not give the number."""
    if not constant_time_compare(str(_signed(submission_id.int >> 32 << 32)), str(submission_id)):
        return None
    return datetime.fromtimestamp((submission_id.int >> 80) / 1000, tz=UTC)


def _signed(number: int) -> UUID:
    signature = salted_hmac(SALT, str(number), algorithm="sha256").digest()[:4]
    return UUID(int=number | int.from_bytes(signature, "big"))
