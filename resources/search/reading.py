"""A question as the index understands it, and how to ask for less of it when too little has everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from resources.search.plan import Alternative, Group, Plan
from resources.search.query import MOST_ALTERNATIVES

FEW = 10  # hits; with fewer the search widens
COMMON_PART = 3  # a word of more than one in so many documents finds too much to be asked for alone


@dataclass(frozen=True)
class Reading:
    """A question with the words of the index.

    ``weak`` groups say so little that a document may do without ("organiseren"). ``repaired`` holds pairs
    (typed, searched for); ``unknown`` are the words that nothing has. ``documents`` says of every term how
    many documents have it, of the ``total`` there are.
    """

    groups: tuple[Group, ...]
    weak: tuple[Group, ...]
    excluded: tuple[Group, ...]
    repaired: tuple[tuple[str, str], ...]
    unknown: tuple[Group, ...]
    documents: Mapping[str, int]
    total: int

    def plans(self, plan: Plan) -> Iterator[Plan]:
        """``plan`` with all groups, then with any of those that are rare, then with any at all.

        A phrase is demanded as long as that is possible. Who has more comes first in each of them.
        """
        yield replace(plan, groups=self.groups, optional=self.weak, excluded=self.excluded)
        said = [group for group in self.groups if not group.phrase]
        if len(self.groups) < 2 or not said:
            return
        phrases = tuple(group for group in self.groups if group.phrase)
        rare = self.rarest(said)
        optional = (*said, *self.weak)
        yield replace(plan, groups=(*phrases, any_of(rare)), optional=optional, excluded=self.excluded)
        if len(rare) < len(said) or phrases:
            anything, optional = any_of(said), (*phrases, *optional)
            yield replace(plan, groups=(anything,), optional=optional, excluded=self.excluded)

    def rarest(self, groups: Sequence[Group]) -> list[Group]:
        """The rarest of the groups that together may give enough hits, without what a third of all have."""
        found, hits = [], 0
        for group in sorted(groups, key=self.commonness):
            common = self.commonness(group)
            if found and (hits >= FEW or common > self.total / COMMON_PART):
                break
            found.append(group)
            hits += common
        return [group for group in groups if group in found]

    def commonness(self, group: Group) -> int:
        """At least how many documents have the group."""
        return max((self.has_all(one) for one in group.alternatives), default=0)

    def has_all(self, alternative: Alternative) -> int:
        """At most how many documents have all terms of the alternative."""
        return min((self.documents.get(term, 0) for term in alternative.terms), default=self.total)


def any_of(groups: Sequence[Group]) -> Group:
    """One group that is found by whatever one of ``groups`` is found by."""
    best: dict[tuple[str, ...], Alternative] = {}
    for one in (alternative for group in groups for alternative in group.alternatives):
        if one.terms not in best or best[one.terms].weight < one.weight:
            best[one.terms] = one
    ordered = sorted(best.values(), key=lambda one: -one.weight)
    return Group(" ".join(group.text for group in groups), tuple(ordered[:MOST_ALTERNATIVES]))
