"""The engines of search, and which of them answers."""

from resources.search.engines.base import Engine


def chosen_engine() -> Engine:
    """The engine that the settings ask for."""
    from resources.search.engine import DatabaseEngine

    return DatabaseEngine()
