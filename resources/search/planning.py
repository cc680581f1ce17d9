"""Read a question with the words of the index: what is known, what is a slip of the pen, what to leave out.

The groups of a query say how each word may be found. Here they meet the vocabulary of the index: ways that
lead nowhere are left out; an unknown word is taken as words that were written together, as a slip of the pen,
or as a part of longer words; and when too little has all the words, the commonest need not be there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from resources.search.analysis import (
    LINKS,
    PART,
    compound_parts,
    compound_pieces,
    is_generic,
    is_listed,
    near_parts,
    stem,
    words,
)
from resources.search.forms import forms, past_forms, sounds_like
from resources.search.parts import BEGINNINGS
from resources.search.plan import Alternative, Group
from resources.search.query import (
    IN_COMPOUND,
    MOST_ALTERNATIVES,
    WHOLE,
    Asked,
    with_alternatives,
    with_synonyms,
    word_group,
)
from resources.search.reading import Reading
from resources.search.words import WEAK_WORDS

LONGEST_JOIN = 3  # words that were written apart
MOST_REPAIRED = 3  # words of one query that are repaired, and that longer words are looked for
OTHER_FORM, REPAIRED, LONGER_WORD, SOME_PART = 0.7, 0.7, 0.5, 0.3  # weights of a match
SHORTEST_SLIP, SHORTEST_CHANGED = 5, 6  # letters of a word beside others, and if one is taken for another
SHORTEST_PIECE = 4  # letters of a word in a compound that only the vocabulary knows
SHORTEST_SPLIT, LONGEST_SPLIT = 8, 40  # letters of such a compound


class Vocabulary(Protocol):
    """The words of the public documents."""

    def documents_with(self, terms: Iterable[str]) -> dict[str, int]:
        """How many documents have each of the terms; terms that none has may be left out."""

    def number_of_documents(self) -> int: ...

    def nearest(self, word: str) -> str | None:
        """The known folded word that an unknown one is probably meant to be."""

    def compounds_with(self, word: str) -> list[str]:
        """Known folded words that begin or end with the folded ``word``, commonest first, at most ten."""


def resolve(asked: Asked, vocabulary: Vocabulary, *, literal: bool = False) -> Reading:
    """Read ``asked`` with the ``vocabulary``. ``literal``: nothing is repaired, split or left out.

    One question for all terms and one for the number of documents; unknown words cost a few more, never many.
    """
    reader = _Reader(vocabulary, literal)
    groups = list(asked.groups) if literal else _with_forms(_with_neighbours(asked.groups))
    reader.learn(term for group in (*groups, *asked.excluded) for term in _terms(group))
    total = vocabulary.number_of_documents()
    if literal:
        return reader.reading(asked.groups, (), asked.excluded, (), total)
    known = [reader.known(group) for group in groups]
    reader.is_alone = not any(known)
    unclear = [group for group, as_it_is in zip(groups, known, strict=True) if not as_it_is]
    reader.learn(piece for group in unclear for piece in _pieces(group))
    found, unknown = [], []
    for group, as_it_is in zip(groups, known, strict=True):
        better = reader.parts_only(as_it_is) if as_it_is else reader.other_words(group)
        if better or not is_weak(group):
            (found if better else unknown).extend(better or [group])
    weak = tuple(group for group in found if is_weak(group) or group in reader.generic)
    strong = tuple(group for group in found if group not in weak)
    if not strong:
        weak, strong = (), weak
    return reader.reading(strong, weak, asked.excluded, unknown, total)


def is_weak(group: Group) -> bool:
    """Whether the word is one of those around a question, such as "organiseren" or "tips"."""
    return not group.phrase and any(stem(word) in _weak_stems() for word in _folded(group))


def says_little(group: Group) -> bool:
    """Whether a piece of a compound is one of those that nobody asks for alone, such as "groep"."""
    return all(map(is_generic, map(stem, _folded(group))))


def _weak_stems() -> frozenset[str]:
    return frozenset(map(stem, WEAK_WORDS))


def _folded(group: Group) -> list[str]:
    return ["".join(parts) for _begin, _end, parts in words(group.text)]


def _terms(group: Group) -> Iterator[str]:
    for alternative in group.alternatives:
        yield from alternative.terms


def _with_neighbours(groups: Sequence[Group]) -> list[Group]:
    """Words that were written apart find the compound as well: "mantel zorger", "uitwisseling stage"."""
    found = list(groups)
    for first in range(len(groups)):
        for last in range(first + 1, min(first + LONGEST_JOIN, len(groups))):
            run = groups[first : last + 1]
            if any(group.phrase for group in run):
                break
            *before, end = ("".join(_folded(group)) for group in run)
            joined = dict.fromkeys(stem(f"{''.join(before)}{link}{end}") for link in LINKS)
            whole = [Alternative((term,), WHOLE) for term in joined]
            parts = [Alternative((term + PART,), IN_COMPOUND) for term in joined]
            for place in range(first, last + 1):
                found[place] = with_alternatives(found[place], [*whole, *parts])
    return found


def _with_forms(groups: Sequence[Group]) -> list[Group]:
    """The groups with other forms of their words, however many: few of them are known."""
    found = []
    for group in groups:
        known = {one.terms for one in group.alternatives}
        stems = [] if group.phrase else [one for word in _folded(group) for one in forms(word)]
        more = [Alternative((one,), OTHER_FORM) for one in stems if (one,) not in known]
        found.append(replace(group, alternatives=(*group.alternatives, *more)))
    return found


def _pieces(group: Group) -> Iterator[str]:
    """The terms that may make an unknown word known: every way to cut it in two, and its known parts."""
    if group.phrase:
        return
    for word in _folded(group):
        for part in compound_parts(word):
            yield from (part, part + PART)
        for first, second in _cuts(word):
            for piece in (first, second):
                yield from (stem(piece), stem(piece) + PART)


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a word in two with a linking letter between, the longest first piece first."""
    if not SHORTEST_SPLIT <= len(word) <= LONGEST_SPLIT:
        return
    for length in range(len(word) - SHORTEST_PIECE, SHORTEST_PIECE - 1, -1):
        for link in LINKS:
            rest = word[length:]
            if rest.startswith(link) and len(rest) - len(link) >= SHORTEST_PIECE:
                yield word[:length], rest[len(link) :]


class _Reader:
    """What one reading has learned from the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, literal: bool):
        self.vocabulary = vocabulary
        self.literal = literal
        self.documents: dict[str, int] = {}
        self.repaired: list[tuple[str, str]] = []
        self.is_alone = False  # whether no word of the query is known as it stands
        self.tried = 0  # words that a better one was asked for
        self.looked_up = 0  # words that longer ones were asked for
        self.generic: set[Group] = set()  # pieces that say little, such as the group in "intervisiegroep"

    def learn(self, terms: Iterable[str]) -> None:
        """Ask how many documents have the terms, all at once."""
        wanted = set(terms) - self.documents.keys()
        if wanted:
            found = self.vocabulary.documents_with(sorted(wanted))
            self.documents |= {term: found.get(term, 0) for term in wanted}

    def has(self, *terms: str) -> bool:
        return all(self.documents.get(term) for term in terms)

    def known(self, group: Group) -> Group | None:
        """The group with the alternatives that can be found; None when there are none."""
        kept = tuple(one for one in group.alternatives if self.has(*one.terms))
        return replace(group, alternatives=kept[:MOST_ALTERNATIVES]) if kept else None

    def parts_only(self, group: Group) -> list[Group]:
        """A compound that no document has, as if its parts had been typed; any other group as it is."""
        is_compound = all(len(one.terms) > 1 and one.terms[0].endswith(PART) for one in group.alternatives)
        if group.phrase or not is_compound:
            return [group]
        pieces = self._typed(*(piece for word in _folded(group) for piece in compound_pieces(word)))
        self.generic |= {one for one in pieces if says_little(one)}
        return pieces or [group]

    def other_words(self, group: Group) -> list[Group]:
        """What an unknown word may mean; several groups for words that were written together."""
        if group.phrase or is_weak(group):
            return []
        ways = (self._past, self._sounding, self._split, self._repair, self._longer)
        return next((found for word in _folded(group) for way in ways if (found := way(group, word))), [])

    def _past(self, group: Group, word: str) -> list[Group]:
        """The verb of which the word may be a past tense: "coachte"."""
        return self._any(group, [Alternative((one,), WHOLE) for one in past_forms(word)])

    def _sounding(self, group: Group, word: str) -> list[Group]:
        """The commonest known word that sounds the same: "weik" for "wijk"."""
        if is_listed(word):
            return []
        better = self._commonest({one: stem(one) for one in sounds_like(word)})
        return self._repaired(group, better) if better else []

    def _split(self, group: Group, word: str) -> list[Group]:
        """Two known words written together, each as if it had been typed alone."""
        for first, second in _cuts(word):
            if all(self.has(stem(piece)) or self.has(stem(piece) + PART) for piece in (first, second)):
                pieces = self._typed(first, second)
                self.generic |= {one for one in pieces if says_little(one)}
                return pieces if set(pieces) - self.generic else []
        return []

    def _typed(self, *typed: str) -> list[Group]:
        groups = with_synonyms([one for one in map(word_group, typed) if one])
        self.learn(term for one in groups for term in _terms(one))
        return [one for one in map(self.known, groups) if one]

    def _repair(self, group: Group, word: str) -> list[Group]:
        if word.isdigit() or is_listed(word):
            return []  # a number is not a slip of another, and a right word none of another meaning
        self.tried += 1
        if self.tried > MOST_REPAIRED:
            return []
        better = self.vocabulary.nearest(word) or self._part_meant(word)
        is_meant = better and (self.is_alone or _is_likely(word, better))
        return self._repaired(group, better) if is_meant else []

    def _part_meant(self, word: str) -> str | None:
        """The part of compounds that was meant, which need not stand alone anywhere: "stgae"."""
        return self._commonest({one: stem(one) + PART for one in near_parts(word)})

    def _commonest(self, terms: Mapping[str, str]) -> str | None:
        """Of these words the one whose term most documents have; None when none has."""
        self.learn(terms.values())
        known = [one for one in terms if self.has(terms[one])]
        return max(known, key=lambda one: (self.documents[terms[one]], one), default=None)

    def _repaired(self, group: Group, better: str) -> list[Group]:
        groups = self._typed(better)
        if groups:
            self.repaired.append((group.text, better))
        return [replace(one, alternatives=tuple(map(_repaired_worth, one.alternatives))) for one in groups]

    def _longer(self, group: Group, word: str) -> list[Group]:
        """Longer words that the unknown one is a part of; else some part of it that says something."""
        self.looked_up += 1
        may_ask = self.looked_up <= MOST_REPAIRED and len(word) > SHORTEST_PIECE
        longer = self.vocabulary.compounds_with(word) if may_ask else []
        whole = (
            one for one in longer if one.removesuffix(word) not in BEGINNINGS
        )  # no "geleden" for "leden"
        alternatives = [Alternative((stem(one),), LONGER_WORD) for one in whole]
        if not alternatives:
            parts = [part for part in reversed(compound_parts(word)) if not is_generic(part)]
            alternatives = [Alternative((part + PART,), SOME_PART) for part in parts]
        return self._any(group, alternatives)

    def _any(self, group: Group, alternatives: Sequence[Alternative]) -> list[Group]:
        """The group as those of ``alternatives`` that are known, if any is."""
        self.learn(term for one in alternatives for term in one.terms)
        known = self.known(replace(group, alternatives=tuple(dict.fromkeys(alternatives))))
        return [known] if known else []

    def reading(self, groups, weak, excluded, unknown, total) -> Reading:
        return Reading(
            groups=tuple(dict.fromkeys(groups)),
            weak=tuple(dict.fromkeys(weak)),
            excluded=excluded,
            repaired=tuple(self.repaired),
            unknown=tuple(unknown),
            documents=self.documents,
            total=total,
        )


def _is_likely(word: str, meant: str) -> bool:
    """Whether a slip is likely: in a short word another letter mostly makes another word."""
    is_changed = len(word) == len(meant) and sorted(word) != sorted(meant)
    return len(word) >= (SHORTEST_CHANGED if is_changed else SHORTEST_SLIP)


def _repaired_worth(alternative: Alternative) -> Alternative:
    return replace(alternative, weight=round(alternative.weight * REPAIRED, 3))
