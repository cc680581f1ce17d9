"""Engines: each answers a plan with a page of results. Views ask `find` and never which engine runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Protocol

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.restrictions import unrestricted
from resources.models import SearchDocument
from resources.search.kinds import KINDS
from resources.search.query import Alternative, Group, Plan
from resources.search.ranking import Candidate, match

FACETS = ("soort", "thema", "organisatie", "regio", "jaar", "doelgroep")


@dataclass(frozen=True)
class Hit:
    """A document that was found: its key among the search documents, and the object it stands for."""

    document_pk: int
    kind: str
    object_pk: int


@dataclass(frozen=True)
class ResultPage:
    """One page of hits, the number of all, and for each facet how many hits each value would give."""

    hits: tuple[Hit, ...]
    total: int
    facets: dict[str, dict[str, int]]
    unknown: tuple[Group, ...] = ()  # words that nothing public has
    dropped: tuple[Group, ...] = ()  # words left out because nothing has all of them


class Engine(Protocol):
    name: str  # the mark data-engine

    def find(self, plan: Plan, *, at: datetime) -> ResultPage:
        """Answer ``plan`` with what is public at the aware datetime ``at``."""


class DatabaseEngine:
    """Search in the site's own database, SQLite or PostgreSQL alike. One query.

    The database hands over the documents that have any of the words; which fit, their order and the numbers
    of the facets are worked out here. Meant for a site of some thousands of items.
    """

    name = "database"

    def find(self, plan: Plan, *, at: datetime) -> ResultPage:
        found = match(plan, candidates(plan, at), timezone.localdate(at))
        chosen = [one for one in found.candidates if fits(one.facets, plan.filters)]
        page = chosen[plan.first : plan.first + plan.per_page]
        return ResultPage(
            hits=tuple(Hit(one.pk, one.kind, one.object_pk) for one in page),
            total=len(chosen),
            facets=count_facets([one.facets for one in found.candidates], plan.filters),
            unknown=found.unknown,
            dropped=found.dropped,
        )


def candidates(plan: Plan, at: datetime) -> list[Candidate]:
    """Every public document with at least one word of the plan, all when it has no words; one query."""
    phrases = [group.phrase for group in (*plan.groups, *plan.excluded) if group.phrase]
    flags = {f"phrase_{number}": contains("words", phrase) for number, phrase in enumerate(phrases)}
    terms = Value("", CharField()) if plan.is_blank else F("all_terms")
    rows = public_documents(at).annotate(found_terms=terms, **flags)
    if plan.groups:
        rows = rows.filter(reduce(or_, (_any_of(group) for group in plan.groups)))
    columns = ("pk", "kind", "object_pk", "facets", "dated_on", "title_words", "title_terms", "label_terms")
    rows = rows.values_list(*columns, "found_terms", *flags)
    return [Candidate(*row[:9], tuple(map(bool, row[9:]))) for row in rows.iterator(chunk_size=2000)]


def public_documents(at: datetime) -> QuerySet[SearchDocument]:
    """The documents of what is public at ``at``.

    Hits with a card are asked once more when the card is fetched; the pages without one are asked here.
    """
    kinds = [kind.name for kind in KINDS if kind.is_page and not kind.has_card]
    pages = Page.objects.filter(
        Q(expire_at=None) | Q(expire_at__gt=at), unrestricted(PageViewRestriction, "page"), live=True
    )
    is_public = ~Q(kind__in=kinds) | Exists(pages.filter(pk=OuterRef("object_pk")))
    return SearchDocument.objects.visible(at).filter(is_public)


def contains(column: str, words: str) -> GreaterThan:
    """Expression: the column holds the words as whole words. Faster than LIKE, and without wildcards."""
    return GreaterThan(StrIndex(F(column), Value(f" {words} ")), 0)


def begins_with(column: str, start: str) -> GreaterThan:
    """Expression: the column holds a word that begins with ``start``."""
    return GreaterThan(StrIndex(F(column), Value(f" {start}")), 0)


def _any_of(group: Group) -> Q:
    if group.phrase:
        return Q(contains("words", group.phrase))
    return reduce(or_, (_all_of(one) for one in (*group.alternatives, *group.fallbacks)))


def _all_of(alternative: Alternative) -> Q:
    return Q(*(contains("all_terms", term) for term in alternative.terms))


def fits(facets: Mapping[str, list[str]], filters: Mapping[str, Iterable[str]]) -> bool:
    """Whether a document has one of the chosen values of every filter."""
    return all(set(chosen) & set(facets.get(name, ())) for name, chosen in filters.items() if chosen)


def count_facets(
    documents: list[Mapping[str, list[str]]], filters: Mapping[str, Iterable[str]]
) -> dict[str, dict[str, int]]:
    """How many documents each value gives; a filter does not count its own choice, the others narrow it."""
    chosen = {name: set(values) for name, values in filters.items() if values}
    counts: dict[str, Counter] = {name: Counter() for name in FACETS}
    for facets in documents:
        failing = [name for name, values in chosen.items() if not values & set(facets.get(name, ()))]
        if len(failing) > 1:
            continue
        for name in failing or FACETS:
            counts[name].update(facets.get(name, ()))
    return {name: dict(counter) for name, counter in counts.items()}


def chosen_engine() -> Engine:
    """The engine that the settings ask for."""
    return DatabaseEngine()
