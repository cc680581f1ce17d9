"""A slow engine that every other is compared with: it reads each document, by the letter of the contract.

`resources.search.engines.base` says what fits and in what order; this is the same in plain Python.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from resources.models import SearchDocument
from resources.search.engines.base import FACETS, HAS_OPTIONAL, IN_LABELS, IN_TITLE, RERANKED, Matches
from resources.search.plan import SORTS, Group, Plan


class ReferenceEngine:
    """Evaluates a plan over all documents. ``documents`` may be given, for content that is not stored."""

    name = "reference"

    def __init__(self, documents: Iterable[SearchDocument] | None = None):
        self._given = None if documents is None else list(documents)

    def find(self, plan: Plan, *, at: datetime) -> Matches:
        rows = self._given if self._given is not None else list(SearchDocument.objects.visible(at))
        fitting = [row for row in rows if _fits(row, plan)]
        chosen = [row for row in fitting if not _failing(row, plan)]
        chosen.sort(key=lambda row: _order(row, plan))
        is_late = plan.first + plan.per_page > RERANKED
        page = chosen[plan.first : plan.first + plan.per_page] if is_late else chosen[:RERANKED]
        return Matches(tuple(row.pk for row in page), len(chosen), _counts(fitting, plan))


def has_group(row: SearchDocument, group: Group, column: str = "all_terms") -> bool:
    """Whether the document has an alternative of the group, all its terms whole in ``column``."""
    terms = getattr(row, column).split()
    if group.phrase and f" {group.phrase} " not in row.words:
        return False
    return any(set(one.terms) <= set(terms) for one in group.alternatives)


def level(row: SearchDocument, plan: Plan) -> int:
    """The whole number that the first order begins with."""
    total = 0
    for group in (*plan.groups, *plan.optional):
        if not has_group(row, group):
            continue
        total += HAS_OPTIONAL if group in plan.optional else 0
        total += IN_TITLE if has_group(row, group, "title_terms") else 0
        total += IN_LABELS if has_group(row, group, "label_terms") else 0
    return total


def _fits(row: SearchDocument, plan: Plan) -> bool:
    return all(has_group(row, group) for group in plan.groups) and not any(
        has_group(row, group) for group in plan.excluded
    )


def _failing(row: SearchDocument, plan: Plan) -> list[str]:
    """The filters of which the document has no chosen value."""
    return [
        name
        for name, values in plan.filters.items()
        if values and not set(values) & set(row.facets.get(name, ()))
    ]


def _order(row: SearchDocument, plan: Plan) -> tuple:
    newest = -row.dated_on.toordinal() if row.dated_on else 0
    best = -level(row, plan)
    first = (newest, best) if plan.sort == "nieuwste" else (best, newest)
    return (*first, row.kind, row.object_pk)


def _counts(fitting: list[SearchDocument], plan: Plan) -> dict[str, dict[str, int]]:
    counts: dict[str, Counter] = {name: Counter() for name in FACETS}
    for row in fitting:
        failing = _failing(row, plan)
        if len(failing) <= 1:
            for name in failing or FACETS:
                counts[name].update(row.facets.get(name, ()))
    return {name: dict(counter) for name, counter in counts.items()}


def filtered(plans: Iterable[Plan], values: Mapping[str, list[str]], number: int = 200) -> list[Plan]:
    """``number`` of the plans with random filters, order and page, always the same for the same input.

    ``values`` holds the values that each facet may be narrowed to.
    """
    chance = random.Random(5)
    plans = list(plans)
    found = []
    for _ in range(number):
        names = chance.sample(FACETS, chance.randint(1, 3))
        filters = {
            name: tuple(chance.sample(values[name], chance.randint(1, min(3, len(values[name])))))
            for name in names
            if values.get(name)
        }
        first = chance.choice((0, 0, 0, 10))
        found.append(replace(chance.choice(plans), filters=filters, sort=chance.choice(SORTS), first=first))
    return found
