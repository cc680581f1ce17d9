"""What the network did, in numbers: trainings, participants, organisations. The one place that defines them.

- A training counts when it was published, was not called off, and its last session has ended.
- A participant is a registration with a place at such a training: somebody who came to three counts three
  times. Where presence was recorded, only who was there at some session. Who was erased since then (rule 10)
  still counts: the row stays.
- An organisation takes part when it had a participant; each counts once, also those that people typed. Those
  are counted by a mark of the name, which stays when the name is erased.
- A year is that of the first session, in Europe/Amsterdam.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    DateTimeField,
    Exists,
    F,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Concat, ExtractYear

from network.calendars import ZONE
from network.choices import LiveCount, LiveSeries, RegistrationStatus, TrainingForm, TrainingKind
from network.models import Attendance, Registration, TrainingEvent, TrainingSession


def trainings_given(at: datetime, year: int | None = None) -> QuerySet[TrainingEvent]:
    """Trainings that count at the aware datetime ``at``, those of one year or all."""
    later = TrainingSession.objects.filter(event=OuterRef("pk"), ends_at__gt=at)
    was_public = Q(live=True) | Q(first_published_at__isnull=False)
    given = TrainingEvent.objects.filter(was_public, ~Exists(later), ends_at__lte=at, cancelled_at=None)
    if year is not None:
        begins, ends = (datetime(one, 1, 1, tzinfo=ZONE) for one in (year, year + 1))
        given = given.filter(starts_at__gte=begins, starts_at__lt=ends)
    return given.order_by()


def participants(trainings: QuerySet[TrainingEvent]) -> QuerySet[Registration]:
    """Registrations that count as participants of ``trainings`` (of `trainings_given`)."""
    recorded = Attendance.objects.filter(registration__event=OuterRef("event"))
    present = Attendance.objects.filter(registration=OuterRef("pk"), is_present=True)
    seated = Registration.objects.filter(
        status=RegistrationStatus.CONFIRMED, event__in=trainings.values("pk")
    )
    return seated.filter(~Exists(recorded) | Exists(present)).order_by()


ORGANISATION = Case(  # an organisation of the list by its key, any other by the mark of its typed name
    When(organisation__isnull=False, then=Concat(Value("#"), Cast("organisation", CharField()))),
    When(organisation_mark="", then=None),
    default="organisation_mark",
    output_field=CharField(),
)


# --- One number -------------------------------------------------------------------------------------------


def live_number(at: datetime, column: str = "live_count") -> Case:
    """The number that ``column`` (a `LiveCount`) of a row asks for, counted at ``at``; 0 for an empty one.

    An expression, so that live figures cost a page no query of their own; a database works out only the
    branches that some row asks for.
    """
    branches = [When(**{column: live}, then=_number(live, at)) for live in LiveCount]
    return Case(*branches, default=Value(0), output_field=IntegerField())


def _number(live: LiveCount, at: datetime) -> Coalesce:
    rows, what = _counted(live, at)
    number = rows.annotate(all=Value(1)).values("all").annotate(number=Count(what, distinct=True))
    return Coalesce(Subquery(number.values("number"), output_field=IntegerField()), 0)


def _counted(live: LiveCount, at: datetime) -> tuple[QuerySet, Any]:
    """The rows that ``live`` counts, and what of them."""
    trainings = trainings_given(at)
    if live.is_of_this_year:  # worked out by the database: the SQL is kept and filled with another moment
        this_year = ExtractYear(Value(at, DateTimeField()), tzinfo=ZONE)
        trainings = trainings.annotate(own=ExtractYear("starts_at", tzinfo=ZONE)).filter(own=this_year)
    if live.subject == "trainings":
        return trainings, "pk"
    return participants(trainings), ORGANISATION if live.subject == "organisations" else "pk"


def live_numbers(wanted: Iterable[str], at: datetime) -> dict[str, int]:
    """The numbers of the `LiveCount` values ``wanted``, as plain values; one query each."""
    found = {}
    for live in map(LiveCount, sorted(set(wanted))):
        rows, what = _counted(live, at)
        found[live.value] = rows.aggregate(number=Count(what, distinct=True))["number"]
    return found


def live_series(series: LiveSeries, at: datetime) -> list[tuple[str, int]]:
    """The rows of ``series`` counted at ``at``, each a label and its number, in the order of the table."""
    lines = participation(at).by[series.by]
    return [(line.label, getattr(line, series.subject)) for line in lines]


# --- Numbers in a table -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """The numbers of one year, region, form or kind; ``organisations`` of one line may be in another too."""

    label: str
    trainings: int
    participants: int
    organisations: int


@dataclass(frozen=True, slots=True)
class Participation:
    """The numbers of a year, or of all years (``year`` None), at a moment."""

    year: int | None
    at: datetime
    total: Line
    by: dict[str, list[Line]]


def participation(at: datetime, year: int | None = None) -> Participation:
    """All numbers in two queries: by ``year``, ``region``, ``form`` and ``kind``, each in a fixed order."""
    events = list(
        trainings_given(at, year)
        .annotate(year=ExtractYear("starts_at", tzinfo=ZONE), region_name=F("region__name"))
        .values("pk", "year", "region_name", "form", "kind")
    )
    people: dict[int, Counter] = {event["pk"]: Counter() for event in events}
    seated = participants(trainings_given(at, year))
    rows = seated.annotate(who=ORGANISATION).values("event", "who").annotate(number=Count("pk"))
    for row in rows:
        people.setdefault(row["event"], Counter())[row["who"]] += row["number"]
    by = {
        name: _lines(events, people, column, label)
        for name, (column, label) in {
            "year": ("year", str),
            "region": ("region_name", str),
            "form": ("form", lambda value: str(TrainingForm(value).label)),
            "kind": ("kind", lambda value: str(TrainingKind(value).label)),
        }.items()
    }
    return Participation(year, at, _line("", events, people), by)


def _lines(events: list[dict], people: dict, column: str, label: Callable) -> list[Line]:
    values = sorted({event[column] for event in events}, key=lambda value: label(value))
    return [
        _line(label(value), [event for event in events if event[column] == value], people) for value in values
    ]


def _line(label: str, events: list[dict], people: dict[int, Counter]) -> Line:
    counted: Counter = Counter()
    for event in events:
        counted += people[event["pk"]]
    organisations = sum(1 for who in counted if who is not None)
    return Line(label, len(events), sum(counted.values()), organisations)


def years(at: datetime) -> list[int]:
    """The years of which there can be a report, the latest first: from the first training until now."""
    first = trainings_given(at).aggregate(first=Min("starts_at"))["first"]
    latest = at.astimezone(ZONE).year
    return list(range(latest, (first.astimezone(ZONE).year if first else latest) - 1, -1))
