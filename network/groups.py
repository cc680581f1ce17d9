"""Who is missing at a table: the rule behind the working groups.

Source: how the network is organised. Every group has a delegate of each participating organisation; a
preparation group also hears a student, an expert from practice, a work supervisor, and an informal carer or a
client.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from network.choices import GroupKind, Seat
from network.models import Organisation, WorkingGroup

REQUIRED_SEATS = {
    GroupKind.PREPARATION: (Seat.STUDENT, Seat.EXPERT, Seat.SUPERVISOR, Seat.CARER_OR_CLIENT),
}


@dataclass(frozen=True, slots=True)
class MissingSeat:
    """A seat that nobody takes; a delegate is missing for one organisation."""

    seat: Seat
    organisation: Organisation | None = None

    def __str__(self) -> str:
        return f"{self.seat.label}: {self.organisation}" if self.organisation else str(self.seat.label)


def participating_organisations(on: date | None = None) -> list[Organisation]:
    """The public organisations that take part on the date ``on`` (default today), by name. One query."""
    on = on or timezone.localdate()
    return list(Organisation.objects.participating(on).filter(live=True).order_by("name"))


def missing_seats(
    group: WorkingGroup, *, organisations: Iterable[Organisation] | None = None
) -> list[MissingSeat]:
    """The seats of ``group`` that are empty: delegates by organisation first, then the points of view.

    A delegate of an organisation that has left fills no seat. ``organisations`` are those that must have a
    delegate (default: all that take part today, one query); the members of the group are another query.
    """
    members = list(group.members.all())
    if organisations is None:
        organisations = participating_organisations()
    heard = {member.organisation_id for member in members if member.seat == Seat.DELEGATE}
    taken = {member.seat for member in members}
    delegates = [
        MissingSeat(Seat.DELEGATE, organisation)
        for organisation in organisations
        if organisation.pk not in heard
    ]
    seats = REQUIRED_SEATS.get(GroupKind(group.kind), ()) if group.kind else ()
    return delegates + [MissingSeat(seat) for seat in seats if seat not in taken]
