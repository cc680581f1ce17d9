"""Somebody lost the link of a mail: it goes to the address again (README, "Aanmelden", rule 4)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from network.models import Registration
from network.registration.book import fresh, open_book, rule
from network.registration.registering import send_link


def send_lost_links(email: str, *, at: datetime | None = None) -> int:
    """Queue a mail with a link for each active registration of ``email`` (lower case) for what is to come.

    Returns how many registrations there are; tell nobody who asks from outside. A mail that was queued a
    moment ago is not queued again. Each training is locked for itself.
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
