"""From a query to the page of documents that answers it: read, find, order. The same for every engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from resources.models import SearchDocument
from resources.search import lexicon, planning, vocabulary
from resources.search.engines import chosen_engine
from resources.search.engines.base import RERANKED, Engine, Matches
from resources.search.plan import SORTS, Plan
from resources.search.query import parse
from resources.search.ranking import COLUMNS, Candidate, Ranked, ranked
from resources.search.reading import FEW, Reading


@dataclass(frozen=True)
class Findings:
    """What a query finds. ``hits`` are those of the page; ``plan`` is how the query was read in the end.

    ``dropped`` words the best hit of the page lacks, ``unknown`` ones nothing has; both are texts as typed.
    ``repaired`` holds pairs (typed, searched for).
    """

    query: str
    plan: Plan
    reading: Reading
    hits: list[Ranked]
    total: int
    facets: dict[str, dict[str, int]]
    repaired: list[tuple[str, str]] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    @property
    def keys(self) -> list[int]:
        """The keys of the search documents of the page, best first."""
        return [hit.candidate.pk for hit in self.hits]

    @property
    def misses(self) -> dict[int, tuple[str, ...]]:
        """For each key the dropped words that its document lacks."""
        return {hit.candidate.pk: tuple(group.text for group in hit.missing) for hit in self.hits}


def find(
    query: str,
    *,
    at: datetime,
    filters: Mapping[str, tuple[str, ...]] | None = None,
    sort: str = SORTS[0],
    literal: bool = False,
    first: int = 0,
    per_page: int = 10,
    engine: Engine | None = None,
    words: planning.Vocabulary = vocabulary,
) -> Findings:
    """Answer ``query`` with what is public at the aware datetime ``at``. Raises EngineUnavailable.

    ``literal``: exactly these words, nothing repaired, no synonyms, none left out. With fewer than ten hits
    the commonest words need not be there; the engine is asked at most three times, with filters six.
    """
    lexicon.renew()
    engine = engine or chosen_engine()
    asked = parse(query, literal=literal)
    plan = Plan(
        query=asked.query,
        groups=asked.groups,
        excluded=asked.excluded,
        filters=filters or {},
        sort=sort,
        first=first,
        per_page=per_page,
    )
    reading = planning.resolve(asked, words, literal=literal) if not plan.is_blank else NOTHING_ASKED
    plan, matches = _widened(plan, reading, engine, at, literal)
    hits = _page(plan, reading, matches, at)
    return Findings(
        query=asked.query,
        plan=plan,
        reading=reading,
        hits=hits,
        total=matches.total,
        facets=matches.facets,
        repaired=list(reading.repaired),
        dropped=[group.text for group in hits[0].missing] if hits else [],
        unknown=[group.text for group in reading.unknown],
    )


NOTHING_ASKED = Reading((), (), (), (), (), {}, 0)


def _widened(
    plan: Plan, reading: Reading, engine: Engine, at: datetime, literal: bool
) -> tuple[Plan, Matches]:
    """The first plan that finds enough, or the last that is wider than the one before."""
    if plan.groups and not reading.groups:  # nothing has any of the words, and everything is no answer
        return plan, engine.find(plan, at=at)
    best, most = None, -1
    for tried, wider in enumerate(reading.plans(plan)):
        found = engine.find(wider, at=at)
        hits = found.total
        if wider.filters and hits < FEW and len(reading.groups) > 1:
            # Whether words are dropped must not depend on the filters, or their counts would not come true.
            hits = engine.find(replace(wider, filters={}), at=at).total
        if hits > most:
            best, most = (wider, found), hits
        has_phrase = any(group.phrase for group in wider.groups)
        if (
            literal or hits >= FEW or (hits and tried and has_phrase)
        ):  # a phrase goes only when nothing has it
            break
    return best


def _page(plan: Plan, reading: Reading, matches: Matches, at: datetime) -> list[Ranked]:
    """The hits of the page in their final order; one query."""
    phrases = [group.phrase for group in plan.optional if group.phrase]
    found = _candidates(matches.keys, at, phrases)
    candidates = [found[key] for key in matches.keys if key in found]
    is_late = plan.first + plan.per_page > RERANKED
    by_date = plan.sort != SORTS[0]
    order = ranked(plan, reading, candidates, timezone.localdate(at), keep_order=is_late or by_date)
    return order[: plan.per_page] if is_late else order[plan.first : plan.first + plan.per_page]


def _candidates(keys: Iterable[int], at: datetime, phrases: Iterable[str]) -> dict[int, Candidate]:
    """What the order depends on, of the search documents with ``keys`` that are still public; one query.

    One more for each of ``phrases``, which need not be there: which documents have it.
    """
    rows = SearchDocument.objects.visible(at).filter(pk__in=keys)
    having = {
        phrase: set(rows.filter(words__contains=f" {phrase} ").values_list("pk", flat=True))
        for phrase in phrases
    }
    return {
        pk: Candidate(
            pk,
            *row,
            has_text=bool(has_text),
            phrases=frozenset(phrase for phrase, found in having.items() if pk in found),
        )
        for pk, *row, has_text in rows.annotate(has_text=~Q(text="")).values_list(*COLUMNS, "has_text")
    }
