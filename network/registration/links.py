"""Somebody lost the link of a mail: it goes to the address again (README, "Aanmelden", rule 4).

The visitor's request only writes down that an address asks; whether anybody is registered with it is looked
up by the mail sender. So a known and an unknown address cost the request the same work and time.
"""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from cms import outbox
from network.models import Registration
from network.registration.book import fresh, open_book, rule
from network.registration.registering import send_link

MAKER = "lost-link"  # also the kind of the row, which never goes out itself


def ask_lost_links(email: str, *, at: datetime | None = None) -> None:
    """Note that ``email`` (lower case) asks for its links; one row, whoever it is of."""
    outbox.post(MAKER, email, maker=MAKER, at=at)


def send_lost_links(email: str, *, at: datetime | None = None) -> int:
    """Queue a mail with a link for each active registration of ``email`` (lower case) for what is to come.

    Returns how many registrations there are. A mail that was queued a moment ago is not queued again. Each
    training is locked for itself.
    """
    at = at or timezone.now()
    active = Registration.objects.active().filter(email=email, event__starts_at__gt=at)
    found = list(active.order_by("event__starts_at", "pk")) if email else []
    for registration in found:
        _send_again(registration, at)
    return len(found)


@rule
def _send_again(registration: Registration, at: datetime) -> None:
    book = open_book(registration.event_id, at)
    row = fresh(registration)
    if row.is_active:
        send_link(book, row)
        book.close()
