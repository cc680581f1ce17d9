"""The engines of search, and which of them answers. Views ask `chosen_engine` and never which it is."""

from __future__ import annotations

import logging
from datetime import datetime

from django.conf import settings
from django.db import connection

from resources.models import SearchDocument
from resources.search.engines.base import Engine, EngineUnavailable, Matches
from resources.search.engines.breaker import Breaker
from resources.search.engines.postgres import PostgresEngine
from resources.search.engines.sqlite import SqliteEngine
from resources.search.plan import Plan

logger = logging.getLogger("resources.search")

breaker = Breaker()  # of this process, for questions to the search server
NAMES = ("database", "elasticsearch")


def chosen_engine() -> Engine:
    """The engine that the settings ask for, for one search: its ``name`` says afterwards who answered."""
    return ServerOrDatabase() if settings.ELASTICSEARCH_URL else database_engine()


def engine_named(name: str) -> Engine:
    """One of `NAMES` and no other in its place, for measuring. Raises ValueError for another name."""
    if name not in NAMES:
        raise ValueError(f"{name} is no engine; there are {' and '.join(NAMES)}")
    return database_engine() if name == "database" else _server_engine()


def database_engine() -> Engine:
    """The engine of the database that the site runs on. It is always current."""
    return PostgresEngine() if connection.vendor == "postgresql" else SqliteEngine()


def _server_engine() -> Engine:
    # Importing elasticsearch-dsl takes more than a second, and most sites have no search server.
    from resources.search.engines.elastic import SearchServerEngine

    return SearchServerEngine()


class ServerOrDatabase:
    """The search server, and the database with the same results whenever the server is not up to it.

    The database answers while a row still waits to be pushed, so that hits, totals and facets never count
    what is no longer public; when the server fails, for the rest of this search; and while the breaker is
    open. Visitors see no difference but the mark. Failures are logged.
    """

    def __init__(self, server: Engine | None = None, guard: Breaker = breaker):
        self._server = server or _server_engine()
        self._breaker = guard
        self._gave_up: bool | None = None  # None: not known yet
        self.name = self._server.name

    def find(self, plan: Plan, *, at: datetime) -> Matches:
        """Answer ``plan``, always: the database raises no EngineUnavailable."""
        if self._gave_up is None:  # asked once a search, which asks several plans
            self._gave_up = SearchDocument.objects.behind().exists()
        found = None if self._gave_up else self._ask_server(plan, at)
        if found is None:
            self._gave_up = True
            engine = database_engine()
            self.name, found = engine.name, engine.find(plan, at=at)
        return found

    def _ask_server(self, plan: Plan, at: datetime) -> Matches | None:
        if not self._breaker.allows():
            return None
        try:
            found = self._server.find(plan, at=at)
        except EngineUnavailable as error:
            self._breaker.failed()
            logger.warning("The search server does not answer, the database does: %s", error)
            return None
        self._breaker.succeeded()
        return found
