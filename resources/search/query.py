"""What a visitor asks, as a plan that knows no engine: words and alternatives, filters, order, page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from resources.search.analysis import (
    PART,
    STOP_WORDS,
    compound_parts,
    is_generic,
    spoken,
    stem,
    words,
)

LONGEST_QUERY = 200  # characters
MOST_WORDS = 12
SORTS = ("relevantie", "nieuwste")
PIECE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<words>[^\s"]+))')
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))

WHOLE, JOINED, IN_COMPOUND, ALL_PARTS, SOME_PART = 1.0, 0.9, 0.6, 0.6, 0.3  # weights of a match


@dataclass(frozen=True)
class Alternative:
    """Terms that must all be there, and what finding them is worth."""

    terms: tuple[str, ...]
    weight: float


@dataclass(frozen=True)
class Group:
    """One word of the query: any alternative will do; ``fallbacks`` only when no document has one.

    A phrase has no alternatives; ``phrase`` holds its folded words.
    """

    text: str
    alternatives: tuple[Alternative, ...] = ()
    fallbacks: tuple[Alternative, ...] = ()
    phrase: str = ""

    @property
    def terms(self) -> tuple[str, ...]:
        """Every term that may be found, for marking."""
        found = (term for one in (*self.alternatives, *self.fallbacks) for term in one.terms)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class Plan:
    """A search: all ``groups``, none of ``excluded``, and for each filter one of its values.

    Without groups everything public is found, newest first.
    """

    query: str = ""
    groups: tuple[Group, ...] = ()
    excluded: tuple[Group, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = SORTS[0]
    first: int = 0  # hits before this page
    per_page: int = 10

    @property
    def is_blank(self) -> bool:
        return not self.groups and not self.excluded

    def with_words(self, repaired: Mapping[str, str]) -> Plan:
        """The plan with other words for some groups: ``repaired`` maps the text of a group to a better."""
        groups = tuple(
            word_group(repaired[group.text]) or group if group.text in repaired else group
            for group in self.groups
        )
        return replace(self, groups=groups)


def clean(query: str) -> str:
    """The query as it is shown again: composed, printable, one line, at most 200 characters."""
    query = unicodedata.normalize("NFC", query[: LONGEST_QUERY * 2])
    # Control, format, private and surrogate characters carry nothing that anybody meant to search for.
    printable = (" " if unicodedata.category(one) in ("Cc", "Zl", "Zp") else one for one in query)
    kept = (one for one in printable if unicodedata.category(one)[0] != "C")
    return " ".join("".join(kept).split())[:LONGEST_QUERY].rstrip()


def parse(query: str) -> tuple[str, tuple[Group, ...], tuple[Group, ...]]:
    """The cleaned query, its groups, and the groups that must be absent; at most twelve words count.

    Quoted words are a phrase, a word behind a minus is excluded. Whatever else is typed is just text: a lone
    quote, a bracket or an operator of some engine means nothing.
    """
    query = clean(query)
    wanted: list[Group] = []
    unwanted: list[Group] = []
    for piece in PIECE.finditer(query.translate(QUOTES)):
        if piece["phrase"] is not None:
            groups = [phrase_group(piece["phrase"])]
        else:
            text = piece["words"]
            groups = [word_group(text[begin:end]) for begin, end, _parts in words(text)]
        (unwanted if piece["minus"] else wanted).extend(group for group in groups if group)
    if not wanted:
        wanted = _only_stop_words(query) if not unwanted else []
    wanted = list(dict.fromkeys(wanted))[:MOST_WORDS]
    return query, tuple(wanted), tuple(unwanted[: MOST_WORDS - len(wanted)])


def _only_stop_words(query: str) -> list[Group]:
    """A query such as "van wie" has nothing but stop words: then it is a phrase."""
    group = phrase_group(query)
    return [group] if group else []


def phrase_group(text: str) -> Group | None:
    """Words that must stand beside each other as typed; one word is simply a word, None for no words."""
    found = list(words(text))
    if len(found) == 1 and (group := word_group(text)):
        return group
    said = " ".join(spoken(text).split()[:MOST_WORDS])
    return Group(text=text.strip(), phrase=said) if said else None


def word_group(text: str) -> Group | None:
    """What one typed word may be found as; None for a stop word or a lone letter."""
    parts = next((parts for _begin, _end, parts in words(text)), ())
    said = [part for part in parts if part not in STOP_WORDS and (len(part) > 1 or part.isdigit())]
    if not said:
        return None
    whole = "".join(parts)
    if len(parts) == 1:
        alternatives, fallbacks = _word(whole)
        return Group(text, alternatives, fallbacks)
    separate = Alternative(tuple(stem(part) for part in said), WHOLE)
    return Group(text, (Alternative((stem(whole),), WHOLE), separate), _word(whole)[1])


def _word(word: str) -> tuple[tuple[Alternative, ...], tuple[Alternative, ...]]:
    stemmed = stem(word)
    alternatives = [Alternative((stemmed,), WHOLE), Alternative((stemmed + PART,), IN_COMPOUND)]
    fallbacks = []
    if parts := compound_parts(word):
        alternatives[1] = Alternative(tuple(part + PART for part in parts), ALL_PARTS)
        telling = [part for part in parts if not is_generic(part)]
        fallbacks = [Alternative((part + PART,), SOME_PART) for part in reversed(telling)]
    return tuple(alternatives), tuple(fallbacks)
