"""Copy a training with all its content to another day, once or as a series; every copy is a draft."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from network.models import TrainingEvent

MOST_COPIES = 20
MOMENTS = [
    "starts_at",
    "ends_at",
    "shares_released_at",
    "registration_opens_at",
    "registration_closes_at",
]
EMPTIED = {
    "pk": None,
    "slug": "",
    "live": False,
    "has_unpublished_changes": True,
    "first_published_at": None,
    "last_published_at": None,
    "latest_revision": None,
    "live_revision": None,
    "go_live_at": None,
    "expire_at": None,
    "expired": False,
    "locked": False,
    "locked_at": None,
    "locked_by": None,
    "cancelled_at": None,
    "cancellation_reason": "",
    "change_reason": "",
}


@transaction.atomic
def copy_training(
    event: TrainingEvent, starts_on: date, *, user, copies: int = 1, weeks_apart: int = 1
) -> list[TrainingEvent]:
    """Make drafts of ``event``: the first on the day ``starts_on``, each next ``weeks_apart`` weeks later.

    Copied is what the editor shows, so also what was not published yet. Every other moment keeps its distance
    in days and its time on the clock in the Netherlands. Registrations, log and messages are not copied.
    """
    source = event.get_latest_revision_as_object() if event.latest_revision_id else event
    first = timezone.localdate(source.starts_at)
    return [
        _copy(source, (starts_on - first).days + number * 7 * weeks_apart, user) for number in range(copies)
    ]


def _copy(source: TrainingEvent, days: int, user) -> TrainingEvent:
    data = source.serializable_data()
    data.update(EMPTIED)
    for session in data["further_sessions"]:
        session.update(pk=None, event=None)
    copy = TrainingEvent.from_serializable_data(data)
    for name in MOMENTS:
        setattr(copy, name, later(getattr(source, name), days))
    if copy.decides_on:
        copy.decides_on += timedelta(days=days)
    sessions = list(copy.further_sessions.all())
    for session, original in zip(sessions, source.further_sessions.all(), strict=True):
        session.starts_at, session.ends_at = later(original.starts_at, days), later(original.ends_at, days)
    copy.further_sessions.set(sessions)
    copy.slug = copy.free_slug()
    copy.save()
    copy.save_revision(user=user)
    log(copy, "wagtail.create", user=user)
    return copy


def later(moment: datetime | None, days: int) -> datetime | None:
    """The same time on the clock, ``days`` days later, also across the change to summer time."""
    if moment is None:
        return None
    naive = timezone.make_naive(moment) + timedelta(days=days)
    return timezone.make_aware(naive)
