"""Search documents made up by chance, always the same: Dutch-like words, a few in most texts and most in few.

They are rows only, without pages behind them, so they measure search itself: finding, counting, ordering.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate

from django.db import transaction

from resources.models import SearchDocument
from resources.search import storing, vocabulary
from resources.search.analysis import ANALYSIS_VERSION, terms_of
from resources.search.kinds import KINDS, Kind

WORDS = 177_000
TITLE, SUMMARY, TEXT = 6, 20, 150  # words
NEWEST = date(2026, 11, 1)
ROWS = 500  # written at a time
# Words that visitors ask for, at places in the order of how common they are.
ASKED = {
    5: "begeleiding", 12: "training", 25: "leerling", 60: "stage", 120: "dementie", 250: "werkbegeleider",
    500: "nachtdienst", 1000: "intervisie", 2000: "mantelzorg", 5000: "kraamzorg", 20000: "palliatief",
}  # fmt: skip
STARTS, MIDDLES, ENDS = map(
    str.split,
    (
        "b br d dr g gr h j k kl kr l m n p pl pr r s sch sl sp st t tr v vr w z zw",
        "a aa e ee i ie o oo oe u ui ij eu ei",
        "l m n r s t k ng nd rt st cht f p",
    ),
)
ENDINGS = ("", "", "", "en", "ing", "heid", "er")
FACETS = {"thema": 8, "organisatie": 60, "regio": 12, "doelgroep": 6}  # values of each
HAS_CARD = [kind for kind in KINDS if kind.name not in ("page", "theme")]


def words(number: int = WORDS) -> list[str]:
    """The vocabulary, the commonest word first."""
    chance = random.Random(5)
    found: dict[str, None] = {}
    while len(found) < number:
        syllables = chance.choices((1, 2, 3), (1, 6, 3))[0]
        made = "".join(
            chance.choice(STARTS) + chance.choice(MIDDLES) + chance.choice(ENDS) for _ in range(syllables)
        )
        found[made + chance.choice(ENDINGS)] = None
    known = list(found)
    for place, word in ASKED.items():
        if place < number:
            known[place] = word
    return known


class Generator:
    """Makes documents one after the other; a key always gives the same document."""

    def __init__(self, kinds: Sequence[Kind] = HAS_CARD, number_of_words: int = WORDS):
        self._kinds = kinds
        self._words = words(number_of_words)
        self._weights = list(accumulate(1 / (place + 4) for place in range(len(self._words))))
        self._terms = {}

    def documents(self, number: int, first: int) -> Iterator[SearchDocument]:
        """``number`` documents, of objects with keys from ``first`` on."""
        for key in range(first, first + number):
            yield self._document(key, random.Random(key))

    def _document(self, key: int, chance: random.Random) -> SearchDocument:
        drawn = chance.choices(self._words, cum_weights=self._weights, k=TITLE + SUMMARY + TEXT)
        title, summary, text = drawn[:TITLE], drawn[TITLE : TITLE + SUMMARY], drawn[TITLE + SUMMARY :]
        kind = chance.choice(self._kinds)
        shown_as = chance.choice(HAS_CARD)
        dated_on = NEWEST - timedelta(days=chance.randrange(4000))
        facets = {
            name: sorted({f"{name}-{chance.randrange(values)}" for _ in range(chance.choice((1, 1, 2)))})
            for name, values in FACETS.items()
        }
        return SearchDocument(
            kind=kind.name,
            object_pk=key,
            path=f"/bedacht/{key}/",
            title=" ".join(title).capitalize(),
            summary=" ".join(summary),
            text=" ".join(text),
            title_words=f" {' '.join(title)} ",
            words=f" {' '.join(drawn)} ",
            title_terms=self._stored(title),
            label_terms=self._stored(summary),
            all_terms=self._stored(drawn),
            facets={"soort": [shown_as.word], "jaar": [str(dated_on.year)], **facets},
            dated_on=dated_on,
            analysis_version=ANALYSIS_VERSION,
        )

    def _stored(self, texts: list[str]) -> str:
        terms = sorted(term for word in texts for term in self._terms_of(word))
        return f" {' '.join(terms)} "

    def _terms_of(self, word: str) -> tuple[str, ...]:
        if word not in self._terms:
            self._terms[word] = terms_of((word,))
        return self._terms[word]


@transaction.atomic
def load(documents: Iterable[SearchDocument]) -> None:
    """Store documents with everything that belongs to them."""
    counter, now = storing.lock(), datetime.now(UTC)
    rows: list[SearchDocument] = []
    for document in documents:
        counter.version += 1
        document.version, document.changed_at = counter.version, now
        rows.append(document)
        if len(rows) == ROWS:
            write(rows)
            rows = []
    write(rows)
    storing.recount(counter)
    vocabulary.rebuild()


def write(rows: list[SearchDocument]) -> None:
    storing.mark(rows, storing.numbers_of(rows))
    SearchDocument.objects.bulk_create(rows)
