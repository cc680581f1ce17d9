"""How good a search is, by queries of which people judged what they should find."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

JUDGED = Path(__file__).with_name("judged.json")
# Written and judged by others after search was made, before any of them was asked; the answers to
# "midden-brabant" and "bewijs van deelname" were put right afterwards.
JUDGED_LATER = Path(__file__).with_name("judged_later.json")
CLASSES = ("plain", "entity", "inflection", "question", "compound", "synonym", "typo")
LOOKED_AT = 10  # hits; what comes after is not seen
GOAL, GOAL_OF_CLASS = 0.95, 0.85  # nDCG@10
ALWAYS_FOUND = ("inflection", "typo")  # a slip of the pen or a plural must not lead to an empty page


@dataclass(frozen=True)
class Judged:
    """A query with the paths that answer it: 3 is what was looked for, 2 helps, 1 touches it."""

    kind: str  # one of CLASSES
    query: str
    relevant: Mapping[str, int]
    why: str


@dataclass(frozen=True)
class Measured:
    """What one query found: ``paths`` best first, and how good that is between 0 and 1."""

    judged: Judged
    paths: tuple[str, ...]

    @property
    def ndcg(self) -> float:
        gained = _gain(self.judged.relevant.get(path, 0) for path in self.paths[:LOOKED_AT])
        most = _gain(sorted(self.judged.relevant.values(), reverse=True)[:LOOKED_AT])
        return gained / most

    @property
    def reciprocal_rank(self) -> float:
        places = (place for place, path in enumerate(self.paths, 1) if self.judged.relevant.get(path, 0) > 1)
        return 1 / next(places, math.inf)

    @property
    def is_empty(self) -> bool:
        return not self.paths


@dataclass(frozen=True)
class Figures:
    """The means over some queries: nDCG@10, MRR and the part that found nothing."""

    queries: int
    ndcg: float
    mrr: float
    empty: float


def read(path: Path = JUDGED) -> list[Judged]:
    """The judged queries of a file. Raises ValueError for a class that does not exist or no answer at all."""
    found = [
        Judged(row["class"], row["query"], row["relevant"], row["why"])
        for row in json.loads(path.read_text("utf-8"))
    ]
    for one in found:
        if one.kind not in CLASSES or not any(grade > 1 for grade in one.relevant.values()):
            raise ValueError(f"{path.name}: “{one.query}” has no known class or no answer")
    return found


def measure(queries: Iterable[Judged], ask: Callable[[str], Sequence[str]]) -> list[Measured]:
    """Ask every query; ``ask`` returns the paths of the first page."""
    return [Measured(one, tuple(ask(one.query))) for one in queries]


def figures(measured: Sequence[Measured]) -> Figures:
    number = len(measured)
    return Figures(
        queries=number,
        ndcg=sum(one.ndcg for one in measured) / number,
        mrr=sum(one.reciprocal_rank for one in measured) / number,
        empty=sum(one.is_empty for one in measured) / number,
    )


def by_class(measured: Iterable[Measured]) -> dict[str, Figures]:
    """The figures of each class that has queries, in the order of CLASSES."""
    found = defaultdict(list)
    for one in measured:
        found[one.judged.kind].append(one)
    return {kind: figures(found[kind]) for kind in CLASSES if kind in found}


def failures(measured: Sequence[Measured]) -> list[str]:
    """What is below the goals, in words; empty when all is well."""
    wrong = []
    if (reached := figures(measured).ndcg) < GOAL:
        wrong.append(f"nDCG@10 is {reached:.3f}, the goal is {GOAL}")
    for kind, found in by_class(measured).items():
        if found.ndcg < GOAL_OF_CLASS:
            wrong.append(f"nDCG@10 of {kind} is {found.ndcg:.3f}, the goal is {GOAL_OF_CLASS}")
    wrong += [
        f"“{one.judged.query}” ({one.judged.kind}) finds nothing"
        for one in measured
        if one.is_empty and one.judged.kind in ALWAYS_FOUND
    ]
    return wrong


def _gain(grades: Iterable[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades, 1))
