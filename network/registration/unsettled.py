"""What should have happened to registrations by now and has not: the jobs call the rule for each."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from django.db.models import Exists, OuterRef

from network.models import Registration, TrainingEvent, TrainingSession
from network.registration.changes import facts_of
from network.registration.reminding import days_due, soon, to_remind


def lapsed(at: datetime) -> list[Registration]:
    """Active registrations with an address not confirmed, or a held place without a name, in time.

    Two queries, so that each can use an index. Nobody lapses once the training has begun: who sits there has
    come, and the place is of no use to others (rule 9).
    """
    active = Registration.objects.active().filter(event__starts_at__gt=at)
    return [*active.filter(confirm_by__lte=at), *active.filter(named_by__lte=at)]


def unreminded(at: datetime) -> list[TrainingEvent]:
    """Trainings of which somebody must still get the reminder that is due."""
    found = []
    for event in soon(at):
        days = days_due(event, at)
        if days is not None and to_remind(event, days).exists():
            found.append(event)
    return found


def unsettled(at: datetime) -> list[TrainingEvent]:
    """Coming trainings for which `settle` has something to do; a fixed number of queries.

    A publication that was not settled (the process died, or a venue got another address), and the release of
    shares, for which nobody does anything.
    """
    people = Registration.objects.active().filter(event=OuterRef("pk"))
    coming = TrainingEvent.objects.filter(Exists(people), starts_at__gt=at)
    coming = list(coming.select_related("venue", "told").with_seats_taken())
    sessions = _sessions(coming)
    return [event for event in coming if _is_unsettled(event, sessions[event.pk], at)]


def _is_unsettled(event: TrainingEvent, sessions: list[TrainingSession], at: datetime) -> bool:
    if event.cancelled_at:
        return True
    told = getattr(event, "told", None)
    has_moved = told is not None and told.facts != facts_of(event, sessions)
    has_seat = event.people_waiting > 0 and event.seats_taken < event.capacity and at < event.promotes_until
    return event.live and (has_moved or has_seat)


def _sessions(events: list[TrainingEvent]) -> dict[int, list[TrainingSession]]:
    found = defaultdict(list)
    for session in TrainingSession.objects.filter(event__in=events).order_by("starts_at"):
        found[session.event_id].append(session)
    return found
