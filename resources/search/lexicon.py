"""The words that editors add to the built-in ones of `resources.search.words`. No Django here.

Documents and queries are analysed with the same `current` lexicon. Whoever keeps the editors' words registers
a `Source` once (`read_from`); `renew` is called before every search and before documents are written, and
reads the words again when the version of the source has changed, in whichever process that happened.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Protocol

SYNONYM = 0.8  # what a synonym is worth beside the word itself


@dataclass(frozen=True)
class Synonyms:
    """Words, or short runs of words, that mean about the same: who asks for one finds the others as well.

    ``one_way``: only the first word leads to the others, as a wide word leads to narrower ones.
    """

    words: tuple[str, ...]
    weight: float = SYNONYM
    one_way: bool = False


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What editors added. Two are never equal: what is worked out from one is kept by its identity.

    ``parts`` are words that compounds are made of. ``stems`` are pairs (word, other): the word is taken for
    the other, so that both find the same; a word that is paired with itself keeps all its letters. Synonyms
    count at the next search; parts and stems change what is stored, so documents have to be written anew.
    """

    synonyms: tuple[Synonyms, ...] = ()
    parts: tuple[str, ...] = ()
    stems: tuple[tuple[str, str], ...] = ()
    version: int = 0


class Source(Protocol):
    """Where the editors' words are kept."""

    def version(self) -> int:
        """A number that is another after every change; 0 while there are no words. At most one query."""

    def read(self) -> Lexicon:
        """All words, with the version that they belong to."""


_source: Source | None = None
_known = Lexicon()
_trial: ContextVar[Lexicon | None] = ContextVar("trial lexicon", default=None)


def current() -> Lexicon:
    """The lexicon that everything is analysed with now."""
    return _trial.get() or _known


def read_from(source: Source | None) -> Source | None:
    """Take the words from ``source`` from now on, None for no words; returns the source until now."""
    global _source, _known
    before, _source, _known = _source, source, Lexicon()
    return before


def renew() -> Lexicon:
    """Read the words anew if they have changed since this process read them; returns the current lexicon."""
    global _known
    if _source is not None and _source.version() != _known.version:
        _known = _source.read()
    return current()


@contextmanager
def using(lexicon: Lexicon) -> Iterator[Lexicon]:
    """Analyse with ``lexicon`` inside the ``with`` block, in this thread only: for tests and previews."""
    token = _trial.set(lexicon)
    try:
        yield lexicon
    finally:
        _trial.reset(token)
