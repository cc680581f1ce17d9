"""Dutch for search, done once in Python so that every engine indexes the same terms. No Django here.

Text is folded (case, accents), cut into words (at hyphens and apostrophes too, keeping the joined form),
freed of stop words, and stemmed; a compound gives its known parts as well. A term holds only a-z and 0-9.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import snowballstemmer

from resources.search.lexicon import Lexicon, current
from resources.search.words import (
    FINAL_S_STAYS,
    GENERIC_PARTS,
    PARTS,
    SINGULARS_IN_S,
    STEM_EXCEPTIONS,
    STOP_WORDS,
)

# Raise it when anything here or in `words` changes what is stored: `update_search` then renews the documents.
ANALYSIS_VERSION = 1

PART = "0"  # ends a term that stands for a part of a compound, so that a part can weigh less than a word
LINKS = ("", "s", "en", "n", "e", "er")  # what Dutch puts between the parts of a compound
SHORTEST_COMPOUND = 7  # letters
LONGEST_WORD = 60  # letters; longer is no word
APOSTROPHES = "'’‘ʼ`´"
HYPHENS = "-‐‑–"
LETTERS = r"[^\W_]"
JOINT = f"[{re.escape(APOSTROPHES + HYPHENS)}]"
WORD = re.compile(rf"{LETTERS}+(?:{JOINT}{LETTERS}+)*")
INNER = re.compile(JOINT)
NOT_PLAIN = re.compile(r"[^a-z0-9]+")
SPECIAL = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})

_porter = snowballstemmer.stemmer("dutch_porter")  # plain "dutch" is another algorithm since Snowball 3


def fold(text: str) -> str:
    """``text`` in lower case without accents: ``Cliënt`` becomes ``client``."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(SPECIAL))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Every word of ``text``: where it begins and ends, and its folded parts at hyphens and apostrophes."""
    for found in WORD.finditer(text):
        parts = _parts_of(found.group())
        if parts:
            yield found.start(), found.end(), parts


@lru_cache(maxsize=50_000)
def _parts_of(word: str) -> tuple[str, ...]:
    folded = (NOT_PLAIN.sub("", fold(part)) for part in INNER.split(word))
    return tuple(part[:LONGEST_WORD] for part in folded if part)


def spoken(text: str) -> str:
    """The folded words of ``text`` in their order, for phrases and for suggestions."""
    return " ".join(part for _begin, _end, parts in words(text) for part in parts)


class Dutch:
    """Dutch with the words of one lexicon; what is worked out for a word is remembered."""

    def __init__(self, lexicon: Lexicon):
        self.stem = lru_cache(maxsize=50_000)(self._stem)
        self.compound_parts = lru_cache(maxsize=50_000)(self._compound_parts)
        self.terms_of = lru_cache(maxsize=50_000)(self._terms_of)
        self._exceptions = dict(STEM_EXCEPTIONS)
        for word, other in ((fold(word), fold(other)) for word, other in lexicon.stems):
            self._exceptions[word] = word if word == other else _stemmed(other, STEM_EXCEPTIONS)
        self._parts = PARTS | {fold(part) for part in lexicon.parts}
        self._part_stems = frozenset(self.stem(part) for part in self._parts)
        self.generic = frozenset(self.stem(part) for part in GENERIC_PARTS)

    def _stem(self, word: str) -> str:
        return _stemmed(word, self._exceptions)

    def _compound_parts(self, word: str) -> tuple[str, ...]:
        if len(word) < SHORTEST_COMPOUND or self.stem(word) in self._part_stems:
            return ()
        for most in (2, 3, 4):
            if found := self._split(word, most):
                return found
        return ()

    def _split(self, word: str, most: int) -> tuple[str, ...]:
        if self.stem(word) in self._part_stems:
            return (self.stem(word),)
        if most == 1:
            return ()
        for length in range(len(word) - 3, 1, -1):
            first = word[:length]
            if first not in self._parts:
                continue
            for link in LINKS:
                rest = word[length:]
                if rest.startswith(link) and (parts := self._split(rest[len(link) :], most - 1)):
                    return (self.stem(first), *parts)
        return ()

    def _terms_of(self, parts: tuple[str, ...]) -> tuple[str, ...]:
        terms: list[str] = []
        forms = [*parts, "".join(parts)] if len(parts) > 1 else list(parts)
        for form in forms:
            if form in STOP_WORDS or (len(form) < 2 and not form.isdigit()):
                continue
            stemmed = self.stem(form)
            terms.append(stemmed)
            if stemmed in self._part_stems:
                terms.append(stemmed + PART)
            terms.extend(part + PART for part in self.compound_parts(form))
        return tuple(dict.fromkeys(terms))


@lru_cache(maxsize=4)
def _dutch(lexicon: Lexicon) -> Dutch:
    return Dutch(lexicon)


def dutch() -> Dutch:
    """Dutch with the current lexicon."""
    return _dutch(current())


def stem(word: str) -> str:
    """The stem of a folded word. Plural and singular of the site's words meet; different words should not."""
    return dutch().stem(word)


def compound_parts(word: str) -> tuple[str, ...]:
    """The stems of the parts of a folded compound, fewest parts first; empty when it is none we know."""
    return dutch().compound_parts(word)


def is_generic(part: str) -> bool:
    """Whether the stem says too little to search for alone, such as the group in *intervisiegroep*."""
    return part in dutch().generic


def terms_of(parts: tuple[str, ...]) -> tuple[str, ...]:
    """What one word of a text (its parts at hyphens) is indexed and marked as."""
    return dutch().terms_of(parts)


def _stemmed(word: str, exceptions: Mapping[str, str]) -> str:
    if word in exceptions:
        return exceptions[word]
    if word.endswith(SINGULARS_IN_S):
        return word
    word = _without_plural(word)
    stemmed = exceptions.get(word) or _porter.stemWord(word)
    stemmed = NOT_PLAIN.sub("", stemmed) or word
    if len(stemmed) > 3 and stemmed[-1] == stemmed[-2] and stemmed[-1] not in "aeiou0123456789":
        stemmed = stemmed[:-1]  # lessen, les
    if len(stemmed) > 3 and stemmed[-1] in "zv":
        stemmed = stemmed[:-1] + {"z": "s", "v": "f"}[stemmed[-1]]  # huizen, huis; brieven, brief
    return stemmed


def _without_plural(word: str) -> str:
    """Take off the plurals that Porter leaves: stages, organisaties, themas, ideeen, filmpjes."""
    if len(word) > 5 and word.endswith(("ieen", "eeen")):
        return word[:-2]
    if len(word) > 5 and word.endswith("eert"):
        return word[:-1]
    if len(word) > 4 and word.endswith(("ies", "ges", "tes", "nes", "ches", "jes", "as", "os")):
        if word.endswith(FINAL_S_STAYS):
            return word
        word = word[:-1]
    if len(word) > 5 and word.endswith("mpje"):
        return word[:-3]
    return word


def terms(text: str) -> Iterator[str]:
    """The terms of ``text``, in order and with repeats."""
    for _begin, _end, parts in words(text):
        yield from terms_of(parts)


def stored(texts: Iterable[str], *, repeats: int = 1) -> str:
    """The terms of ``texts`` as they are stored: sorted, each between spaces, at most ``repeats`` times.

    Equal terms stand beside each other, so ``" stag stag "`` says that a word occurs at least twice.
    """
    counts: dict[str, int] = {}
    for text in texts:
        for term in terms(text):
            counts[term] = counts.get(term, 0) + 1
    kept = (" ".join([term] * min(count, repeats)) for term, count in sorted(counts.items()))
    joined = " ".join(kept)
    return f" {joined} " if joined else ""
