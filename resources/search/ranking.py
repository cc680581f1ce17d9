"""Which of the candidates fit a plan, and in what order. Pure Python, the same for every engine."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from resources.search.analysis import spoken
from resources.search.query import Alternative, Group, Plan

TITLE, LABELS, BODY, OFTEN = 8.0, 3.0, 1.0, 0.5  # OFTEN: three times or more
EXACT_TITLE, TITLE_HAS_QUERY = 10.0, 4.0
PAST_TRAINING = 0.8  # of its score


class Candidate(NamedTuple):
    """A document that has at least one term of the plan; ``phrases``: for each phrase, is it there."""

    pk: int
    kind: str
    object_pk: int
    facets: dict
    dated_on: date | None
    title_words: str
    title_terms: str
    label_terms: str
    all_terms: str
    phrases: tuple[bool, ...]


@dataclass(frozen=True)
class Matched:
    """The candidates that fit, best first, and how the plan had to be read to find any."""

    candidates: list[Candidate]
    unknown: tuple[Group, ...] = ()  # words that no document has
    dropped: tuple[Group, ...] = ()  # words that were left out because nothing has all of them


def value(candidate: Candidate, alternative: Alternative) -> float:
    """What finding all terms of the alternative is worth here; 0 when one is absent."""
    total = 0.0
    for term in alternative.terms:
        padded = f" {term} "
        if padded not in candidate.all_terms:
            return 0.0
        total += BODY
        if padded in candidate.title_terms:
            total += TITLE
        if padded in candidate.label_terms:
            total += LABELS
        if f" {term} {term} {term} " in candidate.all_terms:
            total += OFTEN
    return alternative.weight * total / len(alternative.terms)


def group_values(group: Group, number: int, candidates: Sequence[Candidate]) -> list[float]:
    """The value of one group in every candidate; ``number`` is the place of a phrase among the phrases."""
    if group.phrase:
        padded = f" {group.phrase} "
        return [
            (TITLE + BODY if padded in one.title_words else LABELS) if one.phrases[number] else 0.0
            for one in candidates
        ]
    for alternatives in (group.alternatives, group.fallbacks):
        found = [max((value(one, each) for each in alternatives), default=0.0) for one in candidates]
        if any(found):
            return found
    return found


def match(plan: Plan, candidates: Sequence[Candidate], today: date) -> Matched:
    """Keep the candidates with all words and none that is excluded, best first.

    When nothing has all words, as few as possible are left out, the commonest first; ties go to the newest,
    then by key.
    """
    phrases = [group for group in (*plan.groups, *plan.excluded) if group.phrase]
    place = {group: phrases.index(group) for group in phrases}

    def values(group: Group) -> list[float]:
        return group_values(group, place.get(group, 0), candidates)

    excluded = [any(row) for row in zip(*map(values, plan.excluded), strict=True)] or [False] * len(
        candidates
    )
    table = {group: values(group) for group in plan.groups}
    unknown = tuple(group for group, row in table.items() if not any(row))
    common = {group: sum(map(bool, row)) for group, row in table.items()}
    rarity = {group: math.log(1.5 + len(candidates) / (1 + common[group])) for group in table}
    kept = _words_to_keep(table, excluded, rarity)
    fitting = _fitting(kept, table, excluded)
    dropped = [group for group in table if group not in kept] if fitting else []
    said = f" {' '.join(group.phrase or ' '.join(_said(group)) for group in plan.groups)} "

    def score(index: int) -> float:
        one = candidates[index]
        total = sum(table[group][index] * rarity[group] for group in kept)
        if said.strip() and said in one.title_words:
            total += EXACT_TITLE if said == one.title_words else TITLE_HAS_QUERY
        is_past = one.kind == "training" and one.dated_on and one.dated_on < today
        return total * (PAST_TRAINING if is_past else 1)

    scores = {index: score(index) for index in fitting}
    newest = {index: _age(candidates[index], today) for index in fitting}
    if plan.sort == "nieuwste" or not plan.groups:
        order = sorted(fitting, key=lambda index: (newest[index], -scores[index], _key(candidates[index])))
    else:
        order = sorted(
            fitting, key=lambda index: (-round(scores[index], 6), newest[index], _key(candidates[index]))
        )
    return Matched([candidates[index] for index in order], unknown, tuple(dropped))


def _words_to_keep(table: dict, excluded: list[bool], rarity: dict) -> list[Group]:
    """The most words that some candidate has together; of equals those that say most."""
    groups = list(table)
    rows = zip(excluded, *(table[group] for group in groups), strict=True)
    sets = {tuple(map(bool, row)) for out, *row in rows if not out}
    best = max(
        sets,
        key=lambda row: (
            sum(row),
            sum(rarity[group] for group, has in zip(groups, row, strict=True) if has),
            row,
        ),
        default=(),
    )
    return [group for group, has in zip(groups, best, strict=True) if has] if any(best) else groups


def _fitting(groups: list[Group], table: dict, excluded: list[bool]) -> list[int]:
    rows = [table[group] for group in groups]
    return [index for index, out in enumerate(excluded) if not out and all(row[index] for row in rows)]


def _said(group: Group) -> list[str]:
    return spoken(group.text).split()


def _age(candidate: Candidate, today: date) -> int:
    """Days since the date of a document, so that the newest comes first; undated last."""
    return (today - candidate.dated_on).days if candidate.dated_on else 1_000_000


def _key(candidate: Candidate) -> tuple[str, int]:
    return candidate.kind, candidate.object_pk
