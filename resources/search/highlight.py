"""Mark what was found in the original text. Everything is escaped here; only ``<mark>`` is added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from resources.search.analysis import terms_of, words
from resources.search.plan import Alternative, Group

FRAGMENT = 240  # characters
BEFORE = 60  # characters shown before the first mark
LONGEST_READ = 60_000  # characters searched for a fragment
MOST_MARKS = 60  # found words that are looked at

Span = tuple[int, int]


def spans(text: str, groups: Sequence[Group]) -> list[tuple[int, int, int]]:
    """Where words of ``text`` were found: begin, end, and the number of the group; at most `MOST_MARKS`.

    Terms that only count together, such as those of "zorg op afstand", are marked when the text has them all.
    """
    ways = [(number, one.terms) for number, group in enumerate(groups) for one in _ways(group)]
    wanted = {term for _number, terms in ways for term in terms}
    phrases = [(number, group.phrase.split()) for number, group in enumerate(groups) if group.phrase]
    met: list[tuple[int, int, frozenset[str]]] = []
    found: list[tuple[int, int, int]] = []
    recent: list[tuple[int, int, tuple[str, ...]]] = []
    for begin, end, parts in words(text):
        if terms := wanted.intersection(terms_of(parts)):
            met.append((begin, end, frozenset(terms)))
        recent = [*recent[-11:], (begin, end, parts)] if phrases else []
        for number, phrase in phrases:
            said = [part for _begin, _end, each in recent[-len(phrase) :] for part in each]
            if said[-len(phrase) :] == phrase:
                found += [(b, e, number) for b, e, _parts in recent[-len(phrase) :]]
        if len(met) + len(found) >= MOST_MARKS:
            break
    there = {term for _begin, _end, terms in met for term in terms}
    numbers: dict[str, int] = {}
    for number, terms in ways:
        if there.issuperset(terms):
            numbers.update((term, numbers.get(term, number)) for term in terms)
    for begin, end, terms in met:
        if marked := [numbers[term] for term in terms if term in numbers]:
            found.append((begin, end, min(marked)))
    return sorted(set(found))


def _ways(group: Group) -> tuple[Alternative, ...]:
    """How the words of the group may be found; those of a phrase only as the phrase."""
    return () if group.phrase else group.alternatives


def mark(text: str, groups: Sequence[Group]) -> SafeString:
    """``text`` as HTML with every found word marked."""
    return _marked(text, [(begin, end) for begin, end, _number in spans(text, groups)])


def fragment(texts: Iterable[str], groups: Sequence[Group]) -> SafeString:
    """The piece with the most different words of the query, from the first of ``texts`` that has any, marked.

    Without any the beginning of the first text.
    """
    texts = [text for text in texts if text]
    for text in texts:
        text = text[:LONGEST_READ]
        if found := spans(text, groups):
            begin = _best_begin(found)
            return _piece(text, begin, found)
    return _piece(texts[0], 0, []) if texts else mark_safe("")


def _best_begin(found: list[tuple[int, int, int]]) -> int:
    """Where a fragment begins that holds as many different words as possible, then as many as possible."""

    def worth(first: tuple[int, int, int]) -> tuple[int, int, int]:
        inside = [
            number
            for begin, end, number in found
            if first[0] <= begin and end <= first[0] + FRAGMENT - BEFORE
        ]
        return len(set(inside)), len(inside), -first[0]

    return max(0, max(found, key=worth)[0] - BEFORE)


def _piece(text: str, begin: int, found: list[tuple[int, int, int]]) -> SafeString:
    """`FRAGMENT` characters from ``begin``, cut between words, with dots where text was left out."""
    if begin:
        begin = text.find(" ", begin, begin + BEFORE) + 1 or begin
    end = len(text) if len(text) - begin <= FRAGMENT else text.rfind(" ", begin, begin + FRAGMENT)
    end = end if end > begin else begin + FRAGMENT
    inside = [(b - begin, e - begin) for b, e, _number in found if begin <= b and e <= end]
    dots_before, dots_after = "… " if begin else "", " …" if end < len(text) else ""
    return mark_safe(f"{dots_before}{_marked(text[begin:end], inside)}{dots_after}")


def _marked(text: str, inside: list[Span]) -> SafeString:
    pieces, last = [], 0
    for begin, end in inside:
        if begin < last:
            continue
        pieces += [escape(text[last:begin]), "<mark>", escape(text[begin:end]), "</mark>"]
        last = end
    return mark_safe("".join([*pieces, escape(text[last:])]))
