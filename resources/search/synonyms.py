"""Which other words find the same, of the built-in synonyms and those of editors together. No Django here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from resources.search.analysis import stem, words
from resources.search.lexicon import Lexicon, current
from resources.search.plan import Alternative
from resources.search.words import STOP_WORDS, SYNONYMS

LONGEST_RUN = 4  # words that are one term together

Terms = tuple[str, ...]


def run_of(text: str) -> Terms:
    """The stems of a word or run of words, in order, without stop words; hyphens and apostrophes join."""
    joined = ("".join(parts) for _begin, _end, parts in words(text))
    return tuple(stem(word) for word in joined if word not in STOP_WORDS)


@lru_cache(maxsize=4)
def _thesaurus(lexicon: Lexicon) -> dict[Terms, dict[Terms, float]]:
    """For each word or run the others with what they are worth; an editor's word comes before a built-in."""
    found: dict[Terms, dict[Terms, float]] = defaultdict(dict)
    for row in (*SYNONYMS, *lexicon.synonyms):
        runs = [run for run in map(run_of, row.words) if 0 < len(run) <= LONGEST_RUN]
        for run in runs[:1] if row.one_way else runs:
            found[run] |= {other: row.weight for other in runs if other != run}
    return dict(found)


def synonyms(run: Sequence[str]) -> list[Alternative]:
    """What else finds the word or run with these stems; best first, else as the list has it."""
    found = _thesaurus(current()).get(tuple(run), {})
    ordered = sorted(found.items(), key=lambda item: -item[1])
    return [Alternative(terms, weight) for terms, weight in ordered]
