"""The listing of trainings: which filters it has, what each means, and in which order trainings come.

Visitors keep these addresses, so the names of the filters stay; the calendar feed takes the same ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Q
from django.db.models.lookups import Exact
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.faceted_list import Again, FacetedList
from cms.facets import Facet, MonthFacet, OptionFacet, RelationFacet
from network.choices import FORM_BY_WORD, KIND_BY_WORD
from network.models import TrainingEvent
from network.models.event_people import PEOPLE_WAITING, SEATS_TAKEN

WHEN = "wanneer"  # the parameter that asks for trainings of the past
PAST = "voorbij"
PER_PAGE = 12


def places_left(at: datetime) -> Q:
    """Trainings for which somebody can still get a seat at the aware datetime ``at`` or later.

    A free seat is not for others while people wait, unless each organisation has places of its own.
    """
    open_or_opening = Q(registration_closes_at=None) | Q(registration_closes_at__gte=at)
    nobody_waits = Q(seats_per_organisation__isnull=False) | Q(Exact(PEOPLE_WAITING, 0))
    return open_or_opening & nobody_waits & Q(starts_at__gt=at, cancelled_at=None, capacity__gt=SEATS_TAKEN)


def training_facets(at: datetime, *, past: bool) -> list[Facet]:
    """The filters of the listing at the aware datetime ``at``; for the past nobody asks for free seats."""
    facets = [
        RelationFacet("regio", _("Region"), relation="region", title="name"),
        MonthFacet("maand", _("Month"), column="starts_at"),
        _choices("vorm", pgettext_lazy("training", "Form"), "form", FORM_BY_WORD),
        OptionFacet("vol", _("Places"), {"nee": (_("With places left"), places_left(at))}),
        _choices("soort", _("Kind"), "kind", KIND_BY_WORD),
        RelationFacet("thema", _("Theme"), relation="themes", order="position"),
        RelationFacet("doelgroep", _("For whom"), relation="audiences", order="position"),
    ]
    return [facet for facet in facets if not (past and facet.name == "vol")]


def _choices(name: str, label, column: str, words: Mapping) -> OptionFacet:
    options = {word: (capfirst(choice.label), Q(**{column: choice})) for word, choice in words.items()}
    return OptionFacet(name, label, options)


def wants_past(parameters: QueryDict) -> bool:
    return parameters.get(WHEN) == PAST


def list_trainings(parameters: QueryDict, at: datetime) -> FacetedList:
    """The public trainings that ``parameters`` ask for: to come (soonest first) or past (latest first).

    Words that mean nothing are ignored and named in ``unknown``. Raises Http404 for a page that is none.
    Two queries; the trainings themselves are a third.
    """
    past = wants_past(parameters)

    def make(at: datetime) -> tuple:
        public = TrainingEvent.objects.visible(at)
        return public.past(at) if past else public.upcoming(at), training_facets(at, past=past)

    again = Again(make, at, ("trainings", past))
    return FacetedList.of(again, parameters, per_page=PER_PAGE)


def feed_of_trainings(parameters: QueryDict, at: datetime, *, most: int = 200):
    """What the calendar feed holds: the listing's choice, with trainings of which a session is still to come.

    Returns a queryset of at most ``most`` trainings with venue, soonest first.
    """
    past = wants_past(parameters)
    public = TrainingEvent.objects.visible(at)
    trainings = public.past(at) if past else public.unfinished(at)
    facets = training_facets(at, past=past)
    without_page = parameters.copy()
    without_page.pop("pagina", None)
    chosen = FacetedList.read(trainings, facets, without_page).chosen
    return chosen.select_related("venue")[:most]
