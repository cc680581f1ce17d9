"""What every engine answers: which documents fit a plan, in a first order that is the same on each of them.

A document fits when it has at least one alternative of every group (all terms of the alternative in its
``all_terms``), none of the excluded groups, one of the chosen values of every filter, and is public at the
moment of the question. Its level is a whole number, so that engines cannot differ by rounding:

- `HAS_OPTIONAL` for every optional group that it has,
- `IN_TITLE` for every group, optional or not, of which an alternative stands whole in its title,
- `IN_LABELS` for every group of which an alternative stands whole in its labels.

The first order is level (highest first), date (newest first, undated last), kind, key. Sorted by newest it is
date, level, kind, key. The best `RERANKED` of it are ordered anew by `resources.search.ranking`, which reads
their texts; what comes after keeps the first order. So hits, order and counts are those of the plan, and no
engine adds an opinion of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from resources.search.plan import Plan

FACETS = ("soort", "thema", "organisatie", "regio", "jaar", "doelgroep")
HAS_OPTIONAL, IN_TITLE, IN_LABELS = 64, 4, 1
RERANKED = 200  # documents


@dataclass(frozen=True)
class Matches:
    """What fits: keys of search documents in the first order, the number of all, and the facets.

    ``keys`` are the first `RERANKED` when the page asked for lies among them, else only those of the page.
    ``facets`` says for each facet how many hits each of its values would give: a facet leaves its own choice
    out, the others narrow it.
    """

    keys: tuple[int, ...]
    total: int
    facets: dict[str, dict[str, int]]


class EngineUnavailable(Exception):
    """The engine does not answer, in time or at all, or answers something that cannot be true."""


class Engine(Protocol):
    name: str  # the mark data-engine

    def find(self, plan: Plan, *, at: datetime) -> Matches:
        """Answer ``plan`` with what is public at the aware datetime ``at``. Raises EngineUnavailable."""
