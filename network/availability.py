"""May somebody register for a training now, and how many seats are left. One rule for page, card and feed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.choices import RegistrationState

FEW_SEATS = 5  # from here on a training fills up
DEADLINE_DAYS = 7  # from here on the page counts the days until registration closes


@dataclass(frozen=True, slots=True)
class Availability:
    """``seats_left`` is never negative; 0 for a training that is cancelled or past."""

    state: RegistrationState
    seats_left: int

    @property
    def label(self):
        return self.state.label

    @property
    def is_open(self) -> bool:
        return self.state in (RegistrationState.OPEN, RegistrationState.WAITING_LIST)

    @property
    def has_few_seats(self) -> bool:
        return self.state == RegistrationState.OPEN and self.seats_left <= FEW_SEATS


def availability(
    *,
    starts_at: datetime,
    opens_at: datetime | None,
    closes_at: datetime | None,
    capacity: int,
    taken: int,
    waiting: int,
    has_waiting_list: bool,
    is_cancelled: bool,
    at: datetime,
) -> Availability:
    """What holds at the aware datetime ``at``.

    Registration is open from ``opens_at`` (none: at once) up to and including ``closes_at`` (none: until the
    training starts). Past begins at the start of the first session. ``taken`` counts confirmed people; while
    others are ``waiting``, a free seat is theirs. Source: README, "Aanmelden", rules 1 and 2.
    """
    left = max(0, capacity - taken)
    if is_cancelled:
        return Availability(RegistrationState.CANCELLED, 0)
    if at >= starts_at:
        return Availability(RegistrationState.PAST, 0)
    if opens_at and at < opens_at:
        return Availability(RegistrationState.NOT_YET_OPEN, left)
    if closes_at and at > closes_at:
        return Availability(RegistrationState.CLOSED, left)
    if left and not waiting:
        return Availability(RegistrationState.OPEN, left)
    return Availability(RegistrationState.WAITING_LIST if has_waiting_list else RegistrationState.FULL, 0)


def seats_in_words(found: Availability) -> str:
    """What a visitor reads about the places: "4 seats left", "Full, the waiting list is open"."""
    if found.state == RegistrationState.OPEN:
        words = ngettext("%(free)s seat left", "%(free)s seats left", found.seats_left)
        return words % {"free": found.seats_left}
    return {
        RegistrationState.WAITING_LIST: _("Full, the waiting list is open"),
        RegistrationState.FULL: _("Full"),
        RegistrationState.NOT_YET_OPEN: _("Registration is not open yet"),
        RegistrationState.CLOSED: _("Registration has closed"),
        RegistrationState.CANCELLED: _("Cancelled"),
        RegistrationState.PAST: _("This training has been"),
    }[found.state]


def deadline_in_words(closes_at: datetime | None, at: datetime) -> str:
    """ "Registration closes in 3 days", by days of the calendar in the Netherlands; empty when it is far off.

    Both are aware datetimes. Say this only while registration is open.
    """
    if closes_at is None:
        return ""
    days = (timezone.localdate(closes_at) - timezone.localdate(at)).days
    if days < 0 or days > DEADLINE_DAYS:
        return ""
    if days == 0:
        return _("Registration closes today")
    if days == 1:
        return _("Registration closes tomorrow")
    return _("Registration closes in %(days)s days") % {"days": days}
