"""The floor: what the bare database needs for the best ten, their number and six facets, in its own way.

It ranks with its own function (bm25, ts_rank) and groups a row for each value of a facet. SQLite ranks with
an FTS5 table that knows the places of the terms, because without them bm25 reads every text again.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable

from django.db import connection

DOCUMENT = "resources_searchdocument"
ROWS = 10_000  # facets written at a time
TERMS = "title_terms, label_terms, all_terms"
STATEMENTS = {
    "sqlite": (
        "SELECT rowid FROM bench_index WHERE bench_index MATCH %s"
        " ORDER BY bm25(bench_index, 6, 3, 1) LIMIT 10",
        "SELECT count(*) FROM bench_index WHERE bench_index MATCH %s",
        "SELECT name, value, count(*) FROM bench_facet WHERE document IN"
        " (SELECT rowid FROM bench_index WHERE bench_index MATCH %s) GROUP BY name, value",
    ),
    "postgresql": (
        f"SELECT id FROM {DOCUMENT}, CAST(%s AS tsquery) AS query WHERE all_terms_vector @@ query"
        " ORDER BY ts_rank(all_terms_vector, query) DESC LIMIT 10",
        f"SELECT count(*) FROM {DOCUMENT} WHERE all_terms_vector @@ CAST(%s AS tsquery)",
        "SELECT name, value, count(*) FROM bench_facet WHERE document IN"
        f" (SELECT id FROM {DOCUMENT} WHERE all_terms_vector @@ CAST(%s AS tsquery)) GROUP BY name, value",
    ),
}


def prepare() -> None:
    """Make the tables that only the floor needs."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_facet (document bigint, name varchar(30), value varchar(60))")
        cursor.execute(f"SELECT id, facets FROM {DOCUMENT}")
        rows = [
            (key, name, value)
            for key, facets in cursor.fetchall()
            for name, values in _mapping(facets).items()
            for value in values
        ]
        for start in range(0, len(rows), ROWS):
            cursor.executemany("INSERT INTO bench_facet VALUES (%s, %s, %s)", rows[start : start + ROWS])
        cursor.execute("CREATE INDEX bench_facets ON bench_facet (document, name, value)")
        if connection.vendor == "sqlite":
            cursor.execute(
                f"CREATE VIRTUAL TABLE bench_index"
                f" USING fts5({TERMS}, content='{DOCUMENT}', content_rowid='id')"
            )
            cursor.execute("INSERT INTO bench_index(bench_index) VALUES ('rebuild')")
    settle()


def settle() -> None:
    """Let the database know how its tables are filled, as it does by itself in the course of a day."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def _mapping(facets) -> dict:
    return json.loads(facets) if isinstance(facets, str) else facets


def seconds(term: str, repeats: int) -> float:
    """What the floor takes for one term, in the best of ``repeats``."""
    match = f'all_terms : "{term}"' if connection.vendor == "sqlite" else f"'{term}'"
    return best_of(repeats, lambda: [run(one, [match]) for one in STATEMENTS[connection.vendor]])


def run(statement: str, values=None) -> list[tuple]:
    """The rows of a statement by the driver itself, without Django's wrapping."""
    with connection.cursor() as cursor:
        bare = cursor.cursor
        bare.execute(statement, values) if values else bare.execute(statement)
        return bare.fetchall()


def best_of(repeats: int, work: Callable[[], object]) -> float:
    """The shortest of some times, which a busy machine disturbs least."""
    times = []
    for _ in range(repeats):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)
