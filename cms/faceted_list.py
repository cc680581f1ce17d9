"""Filters of a listing: which values are in use, how many items each gives, and what the visitor chose.

A listing says what its filters are and hands over its queryset and the parameters of the request::

    listing = FacetedList.read(
        NewsPage.objects.visible(at).newest_first(),
        [
            RelationFacet("thema", _("Theme"), relation="themes", order="position"),
            YearFacet("jaar", _("Year"), column="published_on"),
        ],
        request.GET,
    )
    cards = listing.items.cards(at)

Three queries however many items there are: one for the values of all filters, one count, one for the items.
Values of one filter widen the result (or), different filters narrow it (and); the numbers of a filter do not
count its own choice. What nobody can choose, such as a misspelt value in an old link, is ignored and named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.http import QueryDict

from cms import cards, prepared
from cms.facets import Facet, FacetValue
from cms.pagination import PARAMETER as PAGE_PARAMETER
from cms.pagination import Pages, address, paginate
from cms.prepared import Arm

COLUMNS = ("facet_name", "facet_value", "facet_caption", "facet_rank", "facet_count")
LONGEST_VALUE = 120  # characters; no slug is longer
MOST_VALUES = 20  # chosen values that are read for one filter
MOST_KEPT = 40  # parameters that links keep
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class ShownFacet:
    name: str
    label: str
    values: list[FacetValue]


@dataclass(frozen=True)
class Chip:
    label: str
    remove_url: str


@dataclass(frozen=True)
class Again:
    """The same listing for any moment: ``make(at)`` gives its ordered set and its filters.

    Where nothing is chosen, the SQL of ``shape`` is worked out once a process (`cms.prepared`). What visitors
    choose has too many forms to keep.
    """

    make: Callable[[datetime], tuple[QuerySet, list[Facet]]]
    at: datetime
    shape: Hashable

    def arm(self, name: str, rows: Callable[[QuerySet, list[Facet]], QuerySet]) -> Arm:
        return Arm(lambda at: rows(*self.make(at)), {"at": self.at}, (self.shape, name))


@dataclass(frozen=True)
class FacetedList:
    """A listing as its template shows it; ``items`` is the queryset of this page, not yet fetched."""

    facets: list[ShownFacet]
    chips: list[Chip]
    unknown: list[str]
    total: int
    pages: Pages
    items: QuerySet
    chosen: QuerySet  # all items of the choice, on every page
    reset_url: str
    hidden: list[tuple[str, str]]
    again: Again | None = None  # set when nothing is chosen

    def cards(self, at: datetime) -> list[cards.Card]:
        """The cards of this page in order, one query."""
        if self.again is None:
            return self.items.cards(at)
        return cards.select(
            lambda moment: self.pages.slice(self.again.make(moment)[0]),
            at=at,
            shape=(self.again.shape, self.pages.number),
        )

    @classmethod
    def of(cls, again: Again, parameters: QueryDict, *, per_page: int = 12) -> FacetedList:
        """As `read`, for a listing that is read at many moments."""
        queryset, facets = again.make(again.at)
        return cls.read(queryset, facets, parameters, per_page=per_page, again=again)

    @classmethod
    def read(
        cls,
        queryset: QuerySet,
        facets: Iterable[Facet],
        parameters: QueryDict,
        *,
        per_page: int = 12,
        again: Again | None = None,
        within: Q | None = None,
    ) -> FacetedList:
        """Apply the choice in ``parameters`` to an ordered ``queryset``.

        ``within`` narrows the items and the numbers, but what can be chosen is still what any item has: so a
        choice stays when a visitor goes on to another month. Not together with ``again``. Raises Http404 when
        the page number is no page of the result. Two queries; the items are a third.
        """
        facets = list(facets)
        kept = _kept(parameters)
        words = {facet.name: _words(facet, parameters) for facet in facets}
        if any(words.values()):
            again = None
        if again:
            arm = again.arm("facets", lambda queryset, facets: _values_in_use(queryset, facets, {}))
            rows = prepared.select(arm)
        else:
            rows = list(_values_in_use(queryset, facets, words, within)) if facets else []
        shown, chips, selected, unknown = [], [], {}, []
        for facet in facets:
            known = {facet.word(value) for name, value, *_rest in rows if name == facet.name}
            selected[facet.name] = [word for word in words[facet.name] if word in known]
            unknown += [readable(word) for word in words[facet.name] if word not in known]
        base = _with_choice(kept, selected)
        for facet in facets:
            values = _shown_values(facet, rows, selected, base)
            shown.append(ShownFacet(facet.name, str(facet.label), values))
            chips += [Chip(one.label, one.url) for one in values if one.selected]
        conditions = [
            facet.condition(queryset.model, [facet.parse(word) for word in selected[facet.name]])
            for facet in facets
            if selected[facet.name]
        ]
        if within is not None:
            conditions.append(within)
        chosen = queryset.filter(*conditions)
        if again:
            total = prepared.count(
                again.arm("count", lambda queryset, _facets: queryset.order_by().values("pk"))
            )
        else:
            total = chosen.count()
        with_page = base.copy()
        if page := parameters.get(PAGE_PARAMETER):
            with_page[PAGE_PARAMETER] = page
        pages = paginate(total, with_page, per_page)
        return cls(
            facets=shown,
            chips=chips,
            unknown=unknown,
            total=total,
            pages=pages,
            items=pages.slice(chosen),
            chosen=chosen,
            reset_url=address(_with_choice(kept, {facet.name: [] for facet in facets})),
            hidden=[(name, value) for name, values in base.lists() for value in values],
            again=again,
        )


def asked(facets: Iterable[Facet], parameters: QueryDict, model) -> Q:
    """The condition of all that ``parameters`` ask for, also of values that no item has."""
    found = ((facet, _parsed(facet, _words(facet, parameters))) for facet in facets)
    return Q(*[facet.condition(model, values) for facet, values in found if values])


def readable(word: str) -> str:
    """A word of the address as it can be shown to the visitor: printable and short."""
    word = UNPRINTABLE.sub("", word)
    return word if len(word) <= 40 else word[:39] + "…"


def _words(facet: Facet, parameters: QueryDict) -> list[str]:
    """The chosen words of a filter, each once, empty ones left out."""
    return list(dict.fromkeys(word for word in parameters.getlist(facet.name) if word))[:MOST_VALUES]


def _parsed(facet: Facet, words: list[str]) -> list[str]:
    """The values that can be asked of the database: no control characters, no novels."""
    fit = [word for word in words if len(word) <= LONGEST_VALUE and not UNPRINTABLE.search(word)]
    return [value for value in map(facet.parse, fit) if value is not None]


def _kept(parameters: QueryDict) -> QueryDict:
    """The parameters that links carry on, without the page; what is unprintable or endless is dropped."""
    kept = QueryDict(mutable=True)
    pairs = [(name, value) for name, values in parameters.lists() for value in values]
    fit = [
        (name, value)
        for name, value in pairs
        if name != PAGE_PARAMETER
        and value
        and len(name) <= 40
        and len(value) <= LONGEST_VALUE
        and not UNPRINTABLE.search(name + value)
    ]
    for name, value in fit[:MOST_KEPT]:
        kept.appendlist(name, value)
    return kept


def _with_choice(kept: QueryDict, selected: Mapping[str, list[str]]) -> QueryDict:
    """The kept parameters with ``selected`` in place of what was chosen."""
    changed = kept.copy()
    for name, words in selected.items():
        if words:
            changed.setlist(name, words)
        else:
            changed.pop(name, None)
    return changed


def _values_in_use(
    queryset: QuerySet, facets: list[Facet], words: Mapping[str, list[str]], within: Q | None = None
) -> QuerySet:
    """Every value of every filter that some item has, with the number under the other filters; one query."""
    conditions = {}
    for facet in facets:
        if values := _parsed(facet, words.get(facet.name, [])):
            condition = facet.condition(queryset.model, values)
            # A choice of which nothing is in use is no choice at all.
            conditions[facet.name] = condition | Q(~Exists(queryset.order_by().filter(condition)))
    arms = []
    for facet in facets:
        others = Q(*[one for name, one in conditions.items() if name != facet.name])
        if within is not None:
            others &= within
        arms.append(
            facet.in_use(queryset.order_by())
            .annotate(
                facet_name=Value(facet.name),
                facet_value=Cast(facet.value(), TextField()),
                facet_caption=Cast(facet.caption(), TextField()),
                facet_rank=facet.rank(),
            )
            .filter(facet_value__isnull=False)
            .values("facet_name", "facet_value", "facet_caption", "facet_rank")
            .annotate(facet_count=Count("pk", filter=others or None, distinct=True))
            .values_list(*COLUMNS)
        )
    return arms[0].union(*arms[1:], all=True) if len(arms) > 1 else arms[0]


def _shown_values(facet: Facet, rows: list[tuple], selected: Mapping, base: QueryDict) -> list[FacetValue]:
    """The values of one filter that give something or are chosen, each with the address that toggles it."""
    own = selected[facet.name]
    values = []
    for name, value, caption, rank, count in rows:
        word = facet.word(value)
        if name != facet.name or not (count or word in own):
            continue
        toggled = [one for one in own if one != word] if word in own else [*own, word]
        url = address(_with_choice(base, {facet.name: toggled}))
        label = facet.caption_of(value, caption)
        values.append(FacetValue(word, label, count, word in own, url, rank or 0))
    return facet.sort(values)
