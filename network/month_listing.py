"""The trainings of one month: the listing's filters, with the month in place of its order and its pages.

``/trainingen/?weergave=maand&maand=2027-01``; without ``weergave`` the address is that of the list.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Max, Min, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from cms.cards import moment
from cms.faceted_list import FacetedList, asked
from cms.facets import Facet
from cms.pagination import PARAMETER as PAGE
from cms.visit import Visit
from network.listings import WHEN, training_facets
from network.models import TrainingEvent, TrainingSession
from network.month import (
    Day,
    bounds,
    month_of,
    neighbours,
    numbered,
    read_month,
    weeks,
)

MONTH = "maand"
VIEW, AS_MONTH = "weergave", "maand"  # the parameter that asks for another form of the listing
MOST_TRAININGS = 200  # in one month


@dataclass(frozen=True)
class MonthListing:
    """``weeks`` is lazy: it comes with the references of the visit. ``default`` is what nobody chose."""

    listing: FacetedList
    month: date
    default: date
    previous: date | None
    next: date | None
    unknown: list[str]  # words for a month that are none
    weeks: list[list[Day]]


def wants_month(parameters: QueryDict) -> bool:
    return parameters.get(VIEW) == AS_MONTH


def list_month(parameters: QueryDict, visit: Visit) -> MonthListing:
    """The month that ``parameters`` ask for, past or to come; else that of the next training that fits.

    Three queries besides the cards; the sessions come with the references of the visit.
    """
    at, facets = visit.at, _facets(visit.at)
    public = TrainingEvent.objects.visible(at)
    kept = parameters.copy()
    for name in (PAGE, WHEN):
        kept.pop(name, None)
    first, last, default = _span(public, facets, kept, at)
    words = [word for word in kept.getlist(MONTH) if word]
    months = [found for found in map(read_month, words) if found]
    month = months[0] if months else default
    begins, ends = bounds(month)
    listing = FacetedList.read(
        public.order_by("starts_at", "pk"), facets, kept, per_page=MOST_TRAININGS, within=_held(begins, ends)
    )
    previous, after = neighbours(month, first, last)
    sessions = visit.references.want_rows(
        "month-sessions", _sessions, _build_session, at=at, begins=begins, ends=ends
    )
    return MonthListing(
        listing=listing,
        month=month,
        default=default,
        previous=previous,
        next=after,
        unknown=[word for word in words if not read_month(word)],
        weeks=SimpleLazyObject(lambda: _weeks(month, listing.cards(at), sessions, timezone.localdate(at))),
    )


def _facets(at: datetime) -> list[Facet]:
    return [facet for facet in training_facets(at, past=False) if facet.name != MONTH]


def _span(public: QuerySet, facets: list[Facet], parameters: QueryDict, at: datetime) -> tuple:
    """The first and the last month with anything, and the month to begin with."""
    to_come = Q(starts_at__gt=at)
    found = public.order_by().aggregate(
        first=Min("starts_at"),
        last=Max("starts_at"),
        last_session=Max("further_sessions__starts_at"),
        fitting=Min("starts_at", filter=to_come & asked(facets, parameters, TrainingEvent)),
        soonest=Min("starts_at", filter=to_come),
    )
    ends = [found[name] for name in ("last", "last_session") if found[name]]
    return (
        month_of(found["first"]) if found["first"] else None,
        month_of(max(ends)) if ends else None,
        month_of(found["fitting"] or found["soonest"] or at),
    )


def _held(begins: datetime, ends: datetime) -> Q:
    """Trainings of which a session is held between two moments."""
    between = Q(starts_at__lt=ends, ends_at__gt=begins)
    return between | Q(pk__in=TrainingSession.objects.filter(between).values("event"))


def _sessions(at: datetime, begins: datetime, ends: datetime) -> tuple[QuerySet, dict]:
    """All further sessions of the trainings of the month, also those outside of it: each has its number."""
    held = TrainingEvent.objects.visible(at).filter(_held(begins, ends)).order_by().values("pk")
    data = {name: F(name) for name in ("event", "starts_at", "ends_at", "note")}
    return TrainingSession.objects.filter(event__in=held), data


def _build_session(pk: int, data: dict) -> tuple[int, tuple[datetime, datetime, str]]:
    return data["event"], (moment(data["starts_at"]), moment(data["ends_at"]), data["note"])


def _weeks(month: date, cards: list, sessions: list, today: date) -> list[list[Day]]:
    further: dict[int, list] = {}
    for event, times in sessions:
        further.setdefault(event, []).append(times)
    meetings = [
        meeting
        for card in cards
        for meeting in numbered(
            card, [(card.meta["starts_at"], card.meta["ends_at"], ""), *further.get(card.pk, [])]
        )
    ]
    return weeks(month, meetings, today=today)
