"""Who of one organisation goes where: what the coordinator's desk shows. Never anybody of another one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.shortcuts import get_object_or_404

from network.choices import RegistrationStatus
from network.models import Organisation, Registration, TrainingEvent

LOOK_BACK = timedelta(days=366)  # trainings of the past on the desk; names go after the retention period


@dataclass(slots=True)
class Party:
    """The people of the organisation in one training: who takes part, and who waits with a ``position``."""

    event: TrainingEvent
    people: list[Registration] = field(default_factory=list)

    @property
    def taking_part(self) -> int:
        return sum(one.status == RegistrationStatus.CONFIRMED for one in self.people)

    @property
    def waiting(self) -> int:
        return sum(one.status == RegistrationStatus.WAITING for one in self.people)


def public_training(slug: str, at: datetime) -> TrainingEvent:
    """The training with its people counted, as everybody may see it. Raises Http404."""
    public = TrainingEvent.objects.visible(at).select_related("venue").with_seats_taken()
    return get_object_or_404(public, slug=slug)


def parties(organisation: Organisation, at: datetime) -> list[Party]:
    """Every training of the last year and to come in which somebody takes part or waits, soonest first.

    One query. People whose data has been erased are left out.
    """
    rows = Registration.objects.active().filter(
        organisation=organisation, erased_at=None, event__starts_at__gt=at - LOOK_BACK
    )
    found: dict[int, Party] = {}
    for row in rows.with_position().select_related("event").order_by("event__starts_at", "event", "sequence"):
        found.setdefault(row.event_id, Party(row.event)).people.append(row)
    return list(found.values())
