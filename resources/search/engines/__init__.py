"""The engines of search, and which of them answers. Views ask `chosen_engine` and never which it is."""

from django.db import connection

from resources.search.engines.base import Engine
from resources.search.engines.postgres import PostgresEngine
from resources.search.engines.sqlite import SqliteEngine


def chosen_engine() -> Engine:
    """The engine that the settings ask for."""
    return database_engine()


def engine_named(name: str) -> Engine:
    """The engine of that name and no other in its place, for measuring. Raises ValueError for another name."""
    if name != "database":
        raise ValueError(f"{name} is no engine; there is database")
    return database_engine()


def database_engine() -> Engine:
    """The engine of the database that the site runs on. It is always current."""
    return PostgresEngine() if connection.vendor == "postgresql" else SqliteEngine()
