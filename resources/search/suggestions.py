"""Titles that begin as the visitor types; never what others searched for."""

from __future__ import annotations

from datetime import datetime

from resources.search.analysis import spoken
from resources.search.engine import begins_with, public_documents
from resources.search.kinds import BY_NAME, KINDS, address_of, public_cards
from resources.search.query import MOST_WORDS, clean

SHORTEST = 2  # letters
MOST = 8
LOOKED_AT = 40  # titles, of which the best are shown
COLUMNS = ("kind", "object_pk", "title", "path", "title_words")
PLACE = {kind.name: number for number, kind in enumerate(KINDS)}


def suggest(query: str, at: datetime) -> list[dict[str, str]]:
    """Public things of which the title has words that begin like those of ``query``; two queries.

    Titles that begin with the query come first, then by kind and title.
    """
    typed = spoken(clean(query)).split()[:MOST_WORDS]
    if sum(map(len, typed)) < SHORTEST:
        return []
    rows = public_documents(at).filter(*(begins_with("title_words", word) for word in typed))
    said = f" {' '.join(typed)}"
    found = sorted(
        rows.order_by("title", "pk").values_list(*COLUMNS)[:LOOKED_AT],
        key=lambda row: (not row[4].startswith(said), PLACE[row[0]], row[2].casefold(), row[1]),
    )[:MOST]
    cards = public_cards([(kind, pk) for kind, pk, *_rest in found], at)
    return [
        {
            "title": title,
            "url": card.url if card else address_of(kind, path),
            "kind": kind,
            "kind_label": str(BY_NAME[kind].one),
        }
        for kind, pk, title, path, _words in found
        if (card := cards.get((kind, pk))) or not BY_NAME[kind].has_card
    ]
