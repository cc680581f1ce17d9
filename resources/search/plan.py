"""What a visitor asks, as a plan that knows no engine: groups of alternatives, filters, order, page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SORTS = ("relevantie", "nieuwste")


@dataclass(frozen=True)
class Alternative:
    """Terms that must all be there, and what finding them is worth (1.0 for the word itself)."""

    terms: tuple[str, ...]
    weight: float


@dataclass(frozen=True)
class Group:
    """One word of the query, as any of its alternatives: the word, a synonym, a repaired typo, its parts.

    A phrase is found by the documents that have all terms of its one alternative and, between spaces, the
    folded words of ``phrase`` in their order. It may have no terms at all, made of stop words.
    """

    text: str
    alternatives: tuple[Alternative, ...] = ()
    phrase: str = ""

    @property
    def terms(self) -> tuple[str, ...]:
        """Every term that may be found, for marking."""
        return tuple(dict.fromkeys(term for one in self.alternatives for term in one.terms))


@dataclass(frozen=True)
class Plan:
    """A search: all of ``groups``, none of ``excluded``, and for each filter one of its values.

    ``optional`` groups need not be there, but who has them comes first: words that were dropped because too
    little had all of them. Without groups everything public is found, newest first.
    """

    query: str = ""
    groups: tuple[Group, ...] = ()
    optional: tuple[Group, ...] = ()
    excluded: tuple[Group, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = SORTS[0]
    first: int = 0  # hits before this page
    per_page: int = 10

    @property
    def is_blank(self) -> bool:
        return not self.groups and not self.excluded
