"""Dutch for search, done once in Python so that every engine indexes the same terms. No Django here.

Text is folded (case, accents), cut into words (at hyphens and apostrophes too, keeping the joined form),
freed of stop words, and stemmed; a compound gives its known parts as well. A term holds only a-z and 0-9.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from threading import Lock

import snowballstemmer
from rapidfuzz import process
from rapidfuzz.distance import OSA

from resources.search.lexicon import Lexicon, current
from resources.search.parts import BEGINNINGS, ENDINGS, GENERIC_PARTS, NO_COMPOUNDS, PARTS
from resources.search.words import FINAL_S_STAYS, SINGULARS_IN_S, STEM_EXCEPTIONS, STOP_WORDS

# Raise it when anything here, in `words` or in `sources` changes what is stored: `update_search` then renews
# the documents.
ANALYSIS_VERSION = 3

PART = "0"  # ends a term that stands for a part of a compound, so that a part can weigh less than a word
LINKS = ("", "s", "en", "n", "e", "er")  # what Dutch puts between the parts of a compound
SHORTEST_COMPOUND = 7  # letters
# Letters of an unknown piece, and of the known one before or behind it.
SHORTEST_UNKNOWN, SURE_BEFORE, SURE_BEHIND = 4, 5, 4
SHORTEST_REPAIRED = 4  # letters
LONGEST_WORD = 60  # letters; longer is no word
APOSTROPHES = "'’‘ʼ`´"
HYPHENS = "-‐‑–"
LETTERS = r"[^\W_]"
JOINT = f"[{re.escape(APOSTROPHES + HYPHENS)}]"
WORD = re.compile(rf"{LETTERS}+(?:{JOINT}{LETTERS}+)*")
INNER = re.compile(JOINT)
NOT_PLAIN = re.compile(r"[^a-z0-9]+")
VOWEL = re.compile(r"[aeiouy]")
WITHOUT_LINK = re.compile(r"(?<=ing|eid|eit|ion|and|aal)s$")  # *vergoedings*, *ouderdoms* keep no s
SPECIAL = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})

Pieces = tuple[tuple[str, str], ...]  # of a compound: each as it is written, and its stem

_porter = snowballstemmer.stemmer("dutch_porter")  # plain "dutch" is another algorithm since Snowball 3
_stemming = Lock()  # it keeps the word it works on in itself: with two threads at once one gets half a word


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
        self.pieces = lru_cache(maxsize=50_000)(self._pieces)
        self.terms_of = lru_cache(maxsize=50_000)(self._terms_of)
        self._exceptions = dict(STEM_EXCEPTIONS)
        for word, other in ((fold(word), fold(other)) for word, other in lexicon.stems):
            self._exceptions[word] = word if word == other else _stemmed(other, STEM_EXCEPTIONS)
        self._parts = PARTS | {fold(part) for part in lexicon.parts}
        self._part_stems = frozenset(self.stem(part) for part in self._parts)
        self.generic = frozenset(self.stem(part) for part in GENERIC_PARTS)

    def is_part(self, stemmed: str) -> bool:
        return stemmed in self._part_stems

    def near(self, word: str) -> list[str]:
        found = process.extract(word, self._parts, scorer=OSA.distance, score_cutoff=1, limit=None)
        return [part for part, _slips, _key in found]

    def _stem(self, word: str) -> str:
        return _stemmed(word, self._exceptions)

    def _pieces(self, word: str) -> Pieces:
        stemmed = self.stem(word)
        if len(word) < SHORTEST_COMPOUND or stemmed in self._part_stems or word in NO_COMPOUNDS:
            return ()
        for most in (2, 3, 4):
            if found := self._cut(word, most):
                return found
        return self._half_known(word, stemmed)

    def _cut(self, word: str, most: int) -> Pieces:
        """At most ``most`` known pieces that make the word, the longest first."""
        if (stemmed := self.stem(word)) in self._part_stems:
            return ((word, stemmed),)
        if most == 1:
            return ()
        for end in range(len(word) - 3, 1, -1):
            if word[:end] not in self._parts:
                continue
            for link in LINKS:
                rest = word[end + len(link) :]
                if len(rest) > 2 and word.startswith(link, end) and (found := self._cut(rest, most - 1)):
                    return ((word[:end], self.stem(word[:end])), *found)
        return ()

    def _half_known(self, word: str, stemmed: str) -> Pieces:
        """Two pieces of which one is a long known part: *kraam-bezoek*, *dementie-proof*."""
        for begin in range(SHORTEST_UNKNOWN, len(stemmed) - SURE_BEHIND + 1):
            first = word[:begin]
            if stemmed[begin:] in self._part_stems and first not in BEGINNINGS and VOWEL.search(first):
                return (first, self.stem(WITHOUT_LINK.sub("", first))), (word[begin:], stemmed[begin:])
        for end in range(len(word) - SHORTEST_UNKNOWN, SURE_BEFORE - 1, -1):
            if word[:end] in self._parts:
                for link in sorted(LINKS, key=len, reverse=True):
                    rest = word[end + len(link) :]
                    is_word = len(rest) >= SHORTEST_UNKNOWN and not rest.startswith(ENDINGS)
                    if word.startswith(link, end) and is_word and VOWEL.search(rest):
                        return (word[:end], self.stem(word[:end])), (rest, self.stem(rest))
        return ()

    def _terms_of(self, parts: tuple[str, ...]) -> tuple[str, ...]:
        terms: list[str] = []
        joined = "".join(parts)  # a chain of many words is no word
        forms = [*parts, joined] if len(parts) > 1 and len(joined) <= LONGEST_WORD else list(parts)
        for form in forms:
            if form in STOP_WORDS or (len(form) < 2 and not form.isdigit()):
                continue
            stemmed = self.stem(form)
            terms.append(stemmed)
            if stemmed in self._part_stems:
                terms.append(stemmed + PART)
            terms.extend(part + PART for _piece, part in self.pieces(form))
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
    """The stems of the parts of a folded compound, as few as possible; empty when it is none we know."""
    return tuple(part for _piece, part in dutch().pieces(word))


def compound_pieces(word: str) -> tuple[str, ...]:
    """The parts of a folded compound as they are written, without the letters that link them."""
    return tuple(piece for piece, _part in dutch().pieces(word))


def is_listed(word: str) -> bool:
    """Whether the folded word is a form of one in the lists: ordinary Dutch, and no slip of another word."""
    return word in STEM_EXCEPTIONS or dutch().is_part(stem(word))


def near_parts(word: str) -> list[str]:
    """The parts of compounds with one slip between them and the folded ``word`` of at least four letters."""
    return sorted(dutch().near(word)) if len(word) >= SHORTEST_REPAIRED else []


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
    stemmed = exceptions.get(word)
    if not stemmed:
        with _stemming:
            stemmed = _porter.stemWord(word)
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
