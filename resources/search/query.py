"""What a visitor asks, as groups of alternatives. What the index has is for `resources.search.planning`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from resources.search.analysis import PART, compound_parts, spoken, stem, words
from resources.search.forms import separated
from resources.search.plan import Alternative, Group
from resources.search.synonyms import LONGEST_RUN, run_of, synonyms
from resources.search.words import STOP_WORDS

LONGEST_QUERY = 200  # characters
MOST_WORDS = 12
MOST_ALTERNATIVES = 24  # of one group
PIECE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<words>[^\s"]+))')
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))

WHOLE, IN_COMPOUND, ALL_PARTS = 1.0, 0.6, 0.6  # weights of a match


class Asked(NamedTuple):
    """A query as it is shown again, the groups that are wanted, and those that must be absent."""

    query: str
    groups: tuple[Group, ...]
    excluded: tuple[Group, ...]


def clean(query: str) -> str:
    """The query as it is shown again: composed, printable, one line, at most 200 characters."""
    query = unicodedata.normalize("NFC", query[: LONGEST_QUERY * 2])
    # Control, format, private and surrogate characters carry nothing that anybody meant to search for.
    printable = (" " if unicodedata.category(one) in ("Cc", "Zl", "Zp") else one for one in query)
    kept = (one for one in printable if unicodedata.category(one)[0] != "C")
    return " ".join("".join(kept).split())[:LONGEST_QUERY].rstrip()


def parse(query: str, *, literal: bool = False) -> Asked:
    """Read a query; at most twelve words count. ``literal``: without synonyms.

    Quoted words are a phrase, a word behind a minus is excluded. Whatever else is typed is just text: a lone
    quote, a bracket or an operator of some engine means nothing.
    """
    query = clean(query)
    wanted: list[Group] = []
    unwanted: list[Group] = []
    said: list[tuple[str, int]] = []  # each word outside phrases, and the place of its group if it has one
    for piece in PIECE.finditer(query.translate(QUOTES)):
        if piece["phrase"] is not None:
            groups = [phrase_group(piece["phrase"])]
        else:
            text = piece["words"]
            groups = []
            for begin, end, parts in words(text):
                group = word_group(text[begin:end])
                if not piece["minus"]:
                    said.append(("".join(parts), len(wanted) + len(groups) if group else -1))
                groups += [group] if group else []
        (unwanted if piece["minus"] else wanted).extend(group for group in groups if group)
    if not wanted:
        wanted = _only_stop_words(query) if not unwanted else []
    wanted = _different(wanted if literal else _whole_verbs(wanted, said))[:MOST_WORDS]
    unwanted = _different(map(_word_itself, unwanted))[: MOST_WORDS - len(wanted)]
    return Asked(query, tuple(wanted) if literal else with_synonyms(wanted), tuple(unwanted))


def _whole_verbs(groups: Sequence[Group], said: Sequence[tuple[str, int]]) -> list[Group]:
    """The groups with whole verbs as well: "meld ik mij aan" finds "aanmelden" and its synonyms."""
    found = list(groups)
    for place, verb in separated([word for word, _group in said]):
        number = said[place][1]
        if number >= 0:
            whole = stem(verb)
            also = [Alternative((whole,), WHOLE), *synonyms((whole,))]
            found[number] = with_alternatives(found[number], also)
    return found


def _different(groups: Iterable[Group]) -> list[Group]:
    """The groups without those that ask the same as an earlier one."""
    found: dict[tuple, Group] = {}
    for group in groups:
        found.setdefault((group.alternatives, group.phrase), group)
    return list(found.values())


def _only_stop_words(query: str) -> list[Group]:
    """A query such as "van wie" has nothing but stop words: then it is a phrase."""
    group = phrase_group(query)
    return [group] if group else []


def _word_itself(group: Group) -> Group:
    """An excluded word takes no compounds away: "stage -online" keeps what has "onlinetraining"."""
    return replace(group, alternatives=tuple(one for one in group.alternatives if one.weight == WHOLE))


def phrase_group(text: str) -> Group | None:
    """Words that must stand beside each other as typed; one word is simply a word, None for no words."""
    found = list(words(text))
    if len(found) == 1 and (group := word_group(text)):
        return group
    said = spoken(text).split()[:MOST_WORDS]
    if not said:
        return None
    terms = tuple(dict.fromkeys(stem(word) for word in said if _says_something(word)))
    return Group(text=text.strip(), alternatives=(Alternative(terms, WHOLE),), phrase=" ".join(said))


def word_group(text: str) -> Group | None:
    """What one typed word may be found as; None for a stop word or a lone letter."""
    parts = next((parts for _begin, _end, parts in words(text)), ())
    said = [part for part in parts if _says_something(part)]
    if not said:
        return None
    whole = "".join(parts)
    stemmed = stem(whole)
    alternatives = [Alternative((stemmed,), WHOLE)]
    if len(parts) > 1:
        alternatives.append(Alternative(tuple(dict.fromkeys(map(stem, said))), WHOLE))
    alternatives.append(Alternative((stemmed + PART,), IN_COMPOUND))
    if pieces := compound_parts(whole):
        alternatives.append(Alternative(tuple(dict.fromkeys(part + PART for part in pieces)), ALL_PARTS))
    return Group(text, tuple(dict.fromkeys(alternatives)))


def _says_something(word: str) -> bool:
    return word not in STOP_WORDS and (len(word) > 1 or word.isdigit())


def with_synonyms(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups with the synonyms of each word, and of runs of words such as "online leren"."""
    found = list(groups)
    for first in range(len(groups)):
        run: list[str] = []
        for last in range(first, min(first + LONGEST_RUN, len(groups))):
            if groups[last].phrase or not (said := run_of(groups[last].text)):
                break
            run += said
            for place in range(first, last + 1):
                found[place] = with_alternatives(found[place], _also_in_compounds(synonyms(run)))
    return tuple(found)


def _also_in_compounds(alternatives: Iterable[Alternative]) -> Iterable[Alternative]:
    """The alternatives, and those of one word as a part of a compound: "corona" in "coronatijd" too."""
    alternatives = list(alternatives)
    single = (one for one in alternatives if len(one.terms) == 1)
    parts = (Alternative((one.terms[0] + PART,), round(one.weight * IN_COMPOUND, 3)) for one in single)
    return [*alternatives, *parts]


def with_alternatives(group: Group, more: Iterable[Alternative]) -> Group:
    """The group with ``more`` ways to be found; terms that it has already keep their weight."""
    known = {one.terms: one for one in group.alternatives}
    for one in more:
        known.setdefault(one.terms, one)
    return replace(group, alternatives=tuple(known.values())[:MOST_ALTERNATIVES])
