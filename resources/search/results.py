"""A visitor's search from the address to the page: what was asked, what is found, how each hit reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F
from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from cms.cards import Card
from cms.faceted_list import MOST_VALUES, Chip, ShownFacet, readable
from cms.facets import FacetValue
from cms.models import Audience, Theme
from cms.pagination import PARAMETER as PAGE_PARAMETER
from cms.pagination import Pages, address, paginate
from cms.visit import Visit
from network.models import Organisation, Region
from resources.models import SearchDocument
from resources.search import highlight
from resources.search.engines import chosen_engine
from resources.search.engines.base import FACETS, Engine
from resources.search.finding import Findings, find
from resources.search.kinds import BY_NAME, KINDS, address_of, public_cards
from resources.search.plan import SORTS
from resources.search.query import clean

PER_PAGE = 10
LITERAL = "letterlijk"  # parameter: search for exactly what was typed
FACET_LABELS = {
    "soort": _("Kind"),
    "thema": _("Theme"),
    "organisatie": _("Organisation"),
    "regio": _("Region"),
    "jaar": _("Year"),
    "doelgroep": _("For whom"),
}
SORT_LABELS = {"relevantie": _("Best match"), "nieuwste": _("Newest")}


@dataclass(frozen=True)
class Found:
    """One hit as it is shown. ``title`` and ``fragment`` are safe HTML with the found words marked."""

    kind: str
    kind_label: str
    url: str
    title: SafeString
    fragment: SafeString
    on: date | None
    card: Card | None
    misses: tuple[str, ...] = ()  # words of the query that it does without


@dataclass(frozen=True)
class Results:
    """The page of results. ``repaired`` holds (typed, searched for); ``dropped`` words that no hit has."""

    query: str
    engine: str
    total: int
    hits: list[Found]
    facets: list[ShownFacet]
    chips: list[Chip]
    unknown: list[str]
    repaired: list[tuple[str, str]]
    dropped: list[str]
    literal_url: str
    sorts: list[dict]
    pages: Pages
    reset_url: str
    hidden: list[tuple[str, str]]


def _labels(rows, label: str, rank) -> tuple:
    return rows, {"slug": F("slug"), "label": F(label), "rank": rank}


_LABELS = {
    "thema": lambda: _labels(Theme.objects.all(), "title", F("position")),
    "organisatie": lambda at: _labels(Organisation.objects.visible(at), "name", F("pk") * 0),
    "regio": lambda: _labels(Region.objects.all(), "name", F("pk") * 0),
    "doelgroep": lambda: _labels(Audience.objects.all(), "title", F("position")),
}


class FacetLabels:
    """What visitors read for the values of the filters; they come with the references of the visit."""

    def __init__(self, visit: Visit):
        def want(name: str, **values):
            return visit.references.want_rows(f"facet-{name}", _LABELS[name], lambda pk, data: data, **values)

        self._lists = {
            "thema": want("thema"),
            "organisatie": want("organisatie", at=visit.at),
            "regio": want("regio"),
            "doelgroep": want("doelgroep"),
        }

    def read(self) -> dict[str, dict[str, tuple[str, tuple]]]:
        """For each facet except the year its values, each with a label and a key to order by."""
        labels = {
            name: {row["slug"]: (row["label"], (row["rank"], row["label"].casefold())) for row in rows}
            for name, rows in self._lists.items()
        }
        labels["soort"] = {kind.word: (str(kind.label), (number,)) for number, kind in enumerate(KINDS)}
        return labels


class Search:
    """One search of one visitor, from the parameters of the address."""

    def __init__(self, parameters: QueryDict, visit: Visit, engine: Engine | None = None):
        self.visit = visit
        self.at: datetime = visit.at
        self.engine = engine or chosen_engine()
        self.query = clean(parameters.get("q", ""))
        self.labels = FacetLabels(visit).read()
        self.unknown: list[str] = []
        chosen = {name: self._known(name, parameters.getlist(name)) for name in FACETS}
        self.chosen = {name: values for name, values in chosen.items() if values}
        sort = parameters.get("sorteer", "")
        self.sort = sort if sort in SORTS else SORTS[0]
        self.is_literal = parameters.get(LITERAL) == "1"
        self.page_text = parameters.get(PAGE_PARAMETER, "")

    def _known(self, name: str, words: list[str]) -> tuple[str, ...]:
        """The chosen values that exist; the others are remembered, to be named to the visitor."""
        words = [word for word in dict.fromkeys(words) if word][:MOST_VALUES]
        if name == "soort":  # the names of the marks are understood as well
            words = [BY_NAME[word].word if word in BY_NAME else word for word in words]
        if name == "jaar":
            known = [word for word in words if word.isascii() and word.isdigit() and len(word) == 4]
        else:
            known = [word for word in words if word in self.labels[name]]
        self.unknown += [readable(word) for word in words if word not in known]
        return tuple(known)

    def run(self) -> Results:
        """Find and compose. Raises Http404 for a page that the result does not have.

        The words of the index, what fits, how it is ordered, texts and cards: each a query besides the frame.
        """
        found = find(
            self.query,
            at=self.at,
            filters=self.chosen,
            sort=self.sort,
            literal=self.is_literal,
            first=(_page_number(self.page_text) - 1) * PER_PAGE,
            per_page=PER_PAGE,
            engine=self.engine,
        )
        pages = paginate(found.total, self._address(page=self.page_text), PER_PAGE)
        facets = self._facets(found.facets)
        hits = self._hits(found)
        return Results(
            query=self.query,
            engine=self.engine.name,
            total=found.total,
            hits=hits,
            facets=facets,
            chips=[Chip(one.label, one.url) for facet in facets for one in facet.values if one.selected],
            unknown=self.unknown,
            repaired=found.repaired,
            dropped=[*found.unknown, *found.dropped],
            literal_url=address(self._address(**{LITERAL: "1"})),
            sorts=self._sorts(),
            pages=pages,
            reset_url=address(self._address(without=FACETS)),
            hidden=[(name, value) for name, value in self._pairs() if name != "q"],
        )

    def _hits(self, found: Findings) -> list[Found]:
        keys = {hit.candidate.pk: (hit.candidate.kind, hit.candidate.object_pk) for hit in found.hits}
        documents = SearchDocument.objects.in_bulk(keys)
        cards = public_cards(list(keys.values()), self.at)
        hits = (self._hit(found, documents.get(pk), cards.get(key)) for pk, key in keys.items())
        return [hit for hit in hits if hit]

    def _hit(self, found: Findings, document: SearchDocument | None, card: Card | None) -> Found | None:
        if document is None or (BY_NAME[document.kind].has_card and card is None):
            return None  # gone or hidden since the search began
        kind, groups = BY_NAME[document.kind], (*found.reading.groups, *found.reading.weak)
        label = (card.meta.get("kind_label") if card else None) or kind.one
        return Found(
            kind=kind.name,
            kind_label=str(label).capitalize(),
            url=card.url if card else address_of(kind.name, document.path),
            title=highlight.mark(document.title, groups),
            fragment=highlight.fragment([document.summary, document.text], groups),
            on=document.dated_on,
            card=card,
            misses=found.misses[document.pk],
        )

    def _facets(self, found: dict[str, dict[str, int]]) -> list[ShownFacet]:
        shown = []
        for name in FACETS:
            counts, own = found.get(name, {}), self.chosen.get(name, ())
            if name == "jaar":
                order, labels = _latest_first, {word: word for word in (*counts, *own)}
            else:
                known = self.labels[name]
                order, labels = lambda word, known=known: known[word][1], {w: known[w][0] for w in known}
            words = sorted({word for word in (*counts, *own) if word in labels}, key=order)
            values = [self._value(name, word, labels[word], counts.get(word, 0), own) for word in words]
            shown.append(ShownFacet(name, str(FACET_LABELS[name]), values))
        return shown

    def _value(self, name: str, word: str, label: str, count: int, own: tuple[str, ...]) -> FacetValue:
        toggled = [one for one in own if one != word] if word in own else [*own, word]
        return FacetValue(word, label, count, word in own, address(self._address(**{name: toggled})))

    def _sorts(self) -> list[dict]:
        if not self.query:
            return []
        return [
            {
                "label": SORT_LABELS[sort],
                "url": address(self._address(sorteer=sort if sort != SORTS[0] else "")),
                "selected": sort == self.sort,
            }
            for sort in SORTS
        ]

    def _pairs(self) -> list[tuple[str, str]]:
        pairs = [("q", self.query)] if self.query else []
        pairs += [(name, value) for name, values in self.chosen.items() for value in values]
        pairs += [("sorteer", self.sort)] if self.sort != SORTS[0] else []
        return pairs + ([(LITERAL, "1")] if self.is_literal else [])

    def _address(self, *, without=(), page: str = "", **changes) -> QueryDict:
        """The parameters of this search with ``changes``; whatever else stood in the address is left out."""
        query = QueryDict(mutable=True)
        for name, value in self._pairs():
            if name not in changes and name not in without:
                query.appendlist(name, value)
        for name, value in changes.items():
            for one in [value] if isinstance(value, str) else value:
                if one:
                    query.appendlist(name, one)
        if page:
            query[PAGE_PARAMETER] = page
        return query


def _latest_first(year: str) -> int:
    return -int(year)


def _page_number(text: str) -> int:
    """The number of the page; 1 for what `paginate` will refuse anyway."""
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) <= 6 else 1
