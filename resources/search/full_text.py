"""Whether the index inside the database holds the same as the documents, and making it anew.

On PostgreSQL the index is made of generated columns, which cannot differ. On SQLite triggers keep it equal
(migration 0005), and an index without them would answer as if time had stopped.
"""

from __future__ import annotations

from django.db import DatabaseError, connection, transaction

TABLES = ("resources_searchindex", "resources_searchtitles")
TRIGGERS = ("search_deleted", "search_inserted", "search_updated")


def rebuild() -> None:
    """Make the index of all documents anew."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for table in TABLES:
                cursor.execute(f"INSERT INTO {table}({table}) VALUES ('rebuild')")


def breaches() -> list[str]:
    """What is wrong with the index, in words."""
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        there = {name for (name,) in cursor.fetchall()}
    wrong = [f"the trigger {name} is missing" for name in TRIGGERS if name not in there]
    return wrong + [f"{table} differs from the documents" for table in TABLES if not _is_right(table)]


def _is_right(table: str) -> bool:
    try:
        # 1: also against the documents, which stand in a table of their own.
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        return False
    return True
