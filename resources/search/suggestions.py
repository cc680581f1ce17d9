"""Titles that begin as the visitor types; never what others searched for."""

from __future__ import annotations

from datetime import datetime

from django.db import connection

from resources.search.analysis import spoken
from resources.search.engines.sql import Sql, ask, public, together
from resources.search.kinds import BY_NAME, KINDS, address_of, public_cards
from resources.search.query import MOST_WORDS, clean

SHORTEST = 2  # letters
MOST = 8
LOOKED_AT = 40  # titles, of which the best are shown
AFTER = "\x7f"  # behind every letter, so that a range of titles can end with it
COLUMNS = "d.kind, d.object_pk, d.title, d.path, d.title_words"
PLACE = {kind.name: number for number, kind in enumerate(KINDS)}
DOCUMENTS = "resources_searchdocument AS d"


def suggest(query: str, at: datetime) -> list[dict[str, str]]:
    """Public things of which the title has words that begin like those of ``query``; two queries.

    Titles that begin with the query come first, then by kind and title.
    """
    typed = spoken(clean(query)).split()[:MOST_WORDS]
    if sum(map(len, typed)) < SHORTEST:
        return []
    said = f" {' '.join(typed)}"
    found = _titles_like(said, typed, at)
    found.sort(key=lambda row: (not row[4].startswith(said), PLACE[row[0]], row[2].casefold(), row[1]))
    found = found[:MOST]
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


def _titles_like(said: str, typed: list[str], at: datetime) -> list[tuple]:
    """The first of the titles that begin with what was typed, and the latest that have such words."""
    return ask(
        together(
            "WITH t AS MATERIALIZED (",
            _titles(typed),
            f"), beginning AS (SELECT {COLUMNS} FROM {DOCUMENTS} WHERE",
            Sql("d.title_words >= %s AND d.title_words < %s AND", (said, said + AFTER)),
            public(at),
            Sql("ORDER BY d.title_words, d.id LIMIT %s)", (LOOKED_AT,)),
            f", containing AS (SELECT {COLUMNS} FROM t JOIN {DOCUMENTS} ON d.id = t.id WHERE",
            public(at),
            Sql("ORDER BY d.id DESC LIMIT %s)", (LOOKED_AT,)),
            "SELECT * FROM beginning UNION SELECT * FROM containing",
        )
    )


def _titles(typed: list[str]) -> Sql:
    """SELECT of the ids of the documents of which the title has these beginnings."""
    if connection.vendor == "sqlite":
        match = " AND ".join(f'"{word}" *' for word in typed)
        table = "resources_searchtitles"
        return Sql(f"SELECT rowid AS id FROM {table} WHERE {table} MATCH %s", (match,))
    return Sql(
        "SELECT id FROM resources_searchdocument WHERE title_words_vector @@ %s::tsquery",
        (" & ".join(f"'{word}':*" for word in typed),),
    )
