"""The outbox: mails that must not get lost are rows, written in the transaction of what they tell about.

An app registers in a module ``letters`` who makes the letter of a row at the moment it is sent::

    @letter_maker("registration")
    def registration_letter(mail):
        registration = Registration.objects.filter(pk=mail.object_id).first()
        return registration and Letter("registration", {"registration": registration})

A rule stores rows made by `draft` (several at once) or `post` (one). The mail sender (`cms.outbox_rounds`)
does the rest: at least once, with the Message-ID of the row each time, until 48 hours after it was written.
"""

from __future__ import annotations

from datetime import datetime

from django.core.validators import validate_email
from django.utils import timezone

from cms.choices import MailState
from cms.letter import Letter, letter_maker
from cms.models import OutgoingMail
from cms.outbox_rounds import run_round

__all__ = ["Letter", "draft", "letter_maker", "post", "send_due", "try_again"]


def draft(
    kind: str,
    recipient: str,
    *,
    maker: str,
    object_id: int | None = None,
    reference: str = "",
    data: dict | None = None,
    at: datetime | None = None,
) -> OutgoingMail:
    """An unsaved row, for ``bulk_create`` in the transaction of the caller; due at once.

    ``kind`` becomes X-ZIN-Kind and ``reference`` X-ZIN-Reference. ``at`` is the moment of writing (aware,
    default now). Raises ValidationError when ``recipient`` is not one address.
    """
    validate_email(recipient)
    at = at or timezone.now()
    return OutgoingMail(
        kind=kind,
        recipient=recipient,
        maker=maker,
        object_id=object_id,
        reference=reference,
        data=data or {},
        created_at=at,
        next_try_at=at,
    )


def post(kind: str, recipient: str, **fields) -> OutgoingMail:
    """The row of `draft`, stored: it goes out after the transaction of the caller, and not without it."""
    mail = draft(kind, recipient, **fields)
    mail.save(force_insert=True)
    return mail


def try_again(mails, *, at: datetime | None = None) -> int:
    """Queue those of the queryset ``mails`` that are dead for one more try, and return how many.

    They are older than 48 hours already: when that try fails they are dead again.
    """
    dead = mails.filter(state=MailState.DEAD)
    return dead.update(state=MailState.QUEUED, next_try_at=at or timezone.now(), claimed_until=None)


def send_due(at: datetime | None = None, limit: int | None = None) -> int:
    """Send what is due, ``limit`` mails at most, and return how many went. More: `cms.outbox_rounds`."""
    return run_round(at=at, limit=limit).sent
