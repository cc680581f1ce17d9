"""The order of the best candidates: the same for every engine, and explained part by part.

A word of the query is worth more the rarer it is among all public documents, the more often a document has it
for its length, and the more prominent the place: title, labels and summary, running text (BM25F). What was
asked for as it stands is worth more than a synonym, a repaired word or a part of a compound. On top of that
come the whole query in the title and a small liking for the kind that the question asks for; old news and
past trainings count for less, and so does what lacks a word, the more the rarer the word is. All of it is
computed from the row and from numbers of the index, never from the other candidates.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from resources.search.analysis import spoken, stem
from resources.search.plan import Alternative, Group, Plan
from resources.search.reading import Reading
from resources.search.words import KIND_WORDS

TITLE, LABELS, BODY = 8.0, 2.0, 1.0  # weight of one occurrence
USUAL_TITLE, USUAL_LABELS, USUAL_BODY = 40, 250, 2500  # letters of a usual document
BY_LENGTH = 0.3  # how much of an occurrence a longer place takes away, in the title and in the text
HALF = 3.0  # occurrences that give half of the most a word is worth
# Parts of what the whole query is worth; nearly exact is a title with stop words besides.
EXACT_TITLE, NEARLY_EXACT_TITLE, TITLE_IN_ORDER, TITLE_COVERED = 1.0, 0.7, 0.25, 0.5
RIGHT_KIND = 0.5
WEAK = 0.4  # of a word such as "organiseren"
PAST_TRAINING, LIST_PAGE, GROUP = 0.8, 0.95, 0.7  # of the score
LACKING = 0.2  # power of the share of the query that a document has; at 0 a lacking word costs its own points
NEWS, NEWS_DAYS = 0.10, 365  # more for news of today, a third of that after so many days
LIST_LACKING = 0.7  # of the score of a page that only lists, when it lacks a word
HOW = "hoe"
EXACT = 6  # decimals; beyond them computers may differ


class Candidate(NamedTuple):
    """What the order of a document depends on: columns of `SearchDocument`."""

    pk: int
    kind: str
    object_pk: int
    title_words: str
    title_terms: str
    label_terms: str
    all_terms: str
    dated_on: date | None
    has_text: bool
    phrases: frozenset[str] = frozenset()  # those that the plan does not demand and the document has


COLUMNS = ("pk", "kind", "object_pk", "title_words", "title_terms", "label_terms", "all_terms", "dated_on")


@dataclass(frozen=True)
class Part:
    """One reason for a score. ``group`` is the word of the query, "" when the whole document is meant."""

    # title, labels, text; exact_title, title_in_order, title_covered; kind, recent, past, group, list_page;
    # lacking
    name: str
    group: str
    points: float
    terms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ranked:
    """A candidate with its score; ``missing`` are the groups dropped from the plan that it does not have."""

    candidate: Candidate
    score: float
    missing: tuple[Group, ...]


class Question:
    """A question with what the scores of all its candidates share, worked out once."""

    def __init__(self, plan: Plan, reading: Reading):
        self.groups = (*reading.groups, *reading.weak)
        # Dropped words; those that say little do not count as lacking.
        self.dropped = tuple(group for group in plan.optional if group not in reading.weak)
        self.rarity = {
            group: _rarity(group, reading) * (WEAK if group in reading.weak else 1.0)
            for group in (*self.groups, *self.dropped)
        }
        self.most = sum(self.rarity[group] for group in self.groups)
        self.kinds = asked_kinds(reading, plan.query)

    @cached_property
    def stems(self) -> list[str]:
        """The words as they were asked, in order."""
        texts = (group.phrase or spoken(group.text) for group in self.groups)
        return [stem(word) for text in texts for word in text.split()]

    @cached_property
    def said(self) -> list[tuple[Group, dict[str, float]]]:
        """For each word what each of its terms is worth."""
        found = []
        for group in self.groups:
            worth: dict[str, float] = {}
            for one in group.alternatives:
                worth.update((term, max(one.weight, worth.get(term, 0.0))) for term in one.terms)
            found.append((group, worth))
        return found

    def missing(self, candidate: Candidate) -> tuple[Group, ...]:
        """The dropped words that a document lacks."""
        return tuple(group for group in self.dropped if not _found(group, candidate))


def ranked(
    plan: Plan, reading: Reading, candidates: Iterable[Candidate], today: date, *, keep_order: bool = False
) -> list[Ranked]:
    """The candidates in their order: by score, in which every dropped word that is lacking counts.

    ``keep_order`` leaves them as the engine gave them: by date, or beyond the part that is ordered anew.
    """
    question = Question(plan, reading)
    found = [Ranked(one, _points(_parts(question, one, today)), question.missing(one)) for one in candidates]
    if keep_order or not (plan.groups or plan.optional):
        return found
    return sorted(found, key=lambda one: (-one.score, *_tie(one.candidate)))


def _tie(candidate: Candidate) -> tuple:
    newest = -candidate.dated_on.toordinal() if candidate.dated_on else 0
    return newest, candidate.kind, candidate.object_pk


def _found(group: Group, candidate: Candidate) -> bool:
    if group.phrase:
        return group.phrase in candidate.phrases
    return any(_has(candidate.all_terms, one) for one in group.alternatives)


def _has(terms: str, alternative: Alternative) -> bool:
    return all(f" {term} " in terms for term in alternative.terms)


def score(plan: Plan, reading: Reading, candidate: Candidate, today: date) -> float:
    """What the document is worth, rounded so that it is the same number on every computer."""
    return _points(explain(plan, reading, candidate, today))


def _points(parts: Iterable[Part]) -> float:
    return round(sum(part.points for part in parts), EXACT)


def explain(plan: Plan, reading: Reading, candidate: Candidate, today: date) -> list[Part]:
    """Why a document stands where it stands: every part of its score, by word and by place."""
    return _parts(Question(plan, reading), candidate, today)


def _parts(question: Question, candidate: Candidate, today: date) -> list[Part]:
    parts = [part for group in question.groups for part in _of_group(group, question, candidate)]
    if parts:
        parts += _of_title(question, candidate)
    total = sum(part.points for part in parts)
    parts += _of_document(question, total, candidate, today)
    if question.most and (lacks := question.missing(candidate)):
        share = 1 - sum(question.rarity[group] for group in lacks) / question.most
        kept = max(share, 0.0) ** LACKING * (LIST_LACKING if _is_list(candidate) else 1.0)
        parts.append(Part("lacking", "", sum(part.points for part in parts) * (kept - 1)))
    return parts


def _rarity(group: Group, reading: Reading) -> float:
    """What a word says: more when fewer of all public documents have it."""
    common = reading.commonness(group)
    rare = math.log(1 + (reading.total - common + 0.5) / (common + 0.5)) if reading.total > common else 0.0
    return 0.3 + rare


def _of_group(group: Group, question: Question, candidate: Candidate) -> list[Part]:
    """The points of one word: of its alternatives the one that gives most counts."""
    best: tuple[float, Alternative, dict[str, float]] | None = None
    for alternative in group.alternatives:
        if not _has(candidate.all_terms, alternative):
            continue
        by_place = _occurrences(alternative, candidate)
        total = sum(by_place.values())
        worth = alternative.weight * total / (HALF + total) if total else alternative.weight * 0.5
        if best is None or worth > best[0]:
            best = worth, alternative, by_place
    if best is None:
        return []
    worth, alternative, by_place = best
    points, total = worth * question.rarity[group], sum(by_place.values()) or 1.0
    return [
        Part(place, group.text, points * share / total, alternative.terms)
        for place, share in by_place.items()
        if share
    ] or [Part("text", group.text, points)]


def _occurrences(alternative: Alternative, candidate: Candidate) -> dict[str, float]:
    """How often the terms occur, a mean over the terms, weighted by place and by the length of the place."""
    found = {"title": 0.0, "labels": 0.0, "text": 0.0}
    title = TITLE / _longer(candidate.title_words, USUAL_TITLE)
    text = BODY / _longer(candidate.all_terms, USUAL_BODY)
    for term in alternative.terms:
        padded = f" {term} "
        found["title"] += title if padded in candidate.title_terms else 0.0
        found["labels"] += LABELS if padded in candidate.label_terms else 0.0
        found["text"] += text * _times(term, candidate.all_terms)
    return (
        {place: points / len(alternative.terms) for place, points in found.items()}
        if alternative.terms
        else {}
    )


def _longer(text: str, usual: int) -> float:
    return 1 - BY_LENGTH + BY_LENGTH * len(text) / usual


def _times(term: str, terms: str) -> int:
    """How often the term is stored, which is at most four times."""
    times = 1
    while times < 4 and f" {' '.join([term] * (times + 1))} " in terms:
        times += 1
    return times


def _of_title(question: Question, candidate: Candidate) -> list[Part]:
    """The query as the title, or as a part of it in the same order; else how much of the title it is."""
    asked, most = question.stems, question.most
    title = [stem(word) for word in candidate.title_words.split()]
    telling = candidate.title_terms.split()
    words = [word for word in title if word in telling]
    if asked and asked == words:
        return [Part("exact_title", "", most * (EXACT_TITLE if asked == title else NEARLY_EXACT_TITLE))]
    parts = []
    if len(asked) > 1 and f" {' '.join(asked)} " in f" {' '.join(title)} ":
        parts.append(Part("title_in_order", "", TITLE_IN_ORDER * most))
    # A title that is all of one common word of the query is worth no more than that word.
    found = [(group, said) for group, said in question.said if not said.keys().isdisjoint(words)]
    if found:
        covered = sum(max(said.get(word, 0.0) for _group, said in found) for word in words) / len(words)
        rare = sum(question.rarity[group] for group, _said in found)
        parts.append(Part("title_covered", "", TITLE_COVERED * covered * rare))
    return parts


def _is_list(candidate: Candidate) -> bool:
    return candidate.kind == "page" and not candidate.has_text


def _of_document(question: Question, total: float, candidate: Candidate, today: date) -> list[Part]:
    """What the kind and the date of the document do to its score."""
    parts = []
    if candidate.kind in question.kinds:
        parts.append(Part("kind", "", RIGHT_KIND * total))
    days = (today - candidate.dated_on).days if candidate.dated_on else None
    if candidate.kind == "news" and days is not None:
        parts.append(Part("recent", "", total * NEWS * math.exp(-max(days, 0) / NEWS_DAYS)))
    if candidate.kind == "training" and days is not None and days > 0:
        parts.append(Part("past", "", total * (PAST_TRAINING - 1)))
    if candidate.kind == "group":
        parts.append(Part("group", "", total * (GROUP - 1)))
    if _is_list(candidate):
        parts.append(Part("list_page", "", total * (LIST_PAGE - 1)))
    return parts


def asked_kinds(reading: Reading, query: str) -> frozenset[str]:
    """The kinds that words such as "inschrijven" ask for; "hoe" asks for a guide when nothing else does."""
    typed = " ".join([query, *(group.text for group in reading.groups)])
    said = {stem(word) for word in spoken(typed).split()}
    said |= {
        one.terms[0]
        for group in reading.groups
        for one in group.alternatives
        if one.weight == 1 and len(one.terms) == 1
    }
    found = {kind for kind, stems in _kind_stems().items() if said & stems}
    return frozenset(found or ({"guide"} if HOW in said else ()))


@lru_cache(maxsize=1)
def _kind_stems() -> dict[str, frozenset[str]]:
    return {kind: frozenset(map(stem, words)) for kind, words in KIND_WORDS.items()}
