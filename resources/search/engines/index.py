"""The indexes on the search server: make, write, look into, swap. Searches ask the alias, never an index.

Every call raises SearchServerError when the server is away, refuses, or answers what cannot be true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.conf import settings
from django.utils import timezone
from elasticsearch import NotFoundError, helpers

from resources.models import SearchDocument
from resources.search.engines.elastic import SearchDocumentIndex
from resources.search.engines.server import FEED_SECONDS, LOOK_SECONDS, ServerError, patient_server

MOST_BYTES = 5 * 1024 * 1024  # of one request
COMPLETE_UNTIL = "complete_until"  # in the index itself: up to which version it has everything


class SearchServerError(Exception):
    """The search server is away or refuses; the message says why."""


class NoIndex(SearchServerError):
    """There is no index behind the alias yet."""


@dataclass
class Pushed:
    """What became of rows that were pushed, by their keys."""

    written: set[int] = field(default_factory=set)
    outrun: set[int] = field(default_factory=set)  # the server has a higher version
    refused: dict[int, str] = field(default_factory=dict)  # with what the server says


@contextmanager
def _talking() -> Iterator[None]:
    try:
        yield
    except ServerError as error:
        raise SearchServerError(f"{type(error).__name__}: {error}"[:300]) from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise SearchServerError(f"an answer of another shape: {error!r}"[:300]) from error


def alias() -> str:
    """The name under which the index is searched and fed."""
    return settings.ELASTICSEARCH_INDEX


def push(
    rows: Iterable[SearchDocument], index: str = "", *, seconds: float = FEED_SECONDS, show: bool = True
) -> Pushed:
    """Write ``rows`` to ``index`` (default: behind the alias) and, with ``show``, let searches see them.

    A version that is not lower than the server's is written. Each request waits at most ``seconds``. Raises
    SearchServerError when the server is away (it may have written some), NoIndex when there is none.
    """
    name = index or alias()
    actions = [SearchDocumentIndex.action(row, name) for row in rows]
    pushed, client = Pushed(), patient_server(seconds)
    options = {"refresh": show, "require_alias": not index, "max_chunk_bytes": MOST_BYTES}
    with _talking():
        for _ok, answer in helpers.streaming_bulk(client, actions, raise_on_error=False, **options):
            (result,) = answer.values()
            _sort_in(pushed, int(result["_id"]), result)
    return pushed


def _sort_in(pushed: Pushed, key: int, result: dict) -> None:
    status = result["status"]
    if status in (200, 201):
        pushed.written.add(key)
    elif status == 409:
        pushed.outrun.add(key)
    elif status == 404:
        raise NoIndex(f"there is no index behind {alias()}")
    else:
        pushed.refused[key] = str(result.get("error", status))[:300]


def show_all(name: str, *, seconds: float = FEED_SECONDS) -> None:
    """Let searches see whatever was pushed to the index."""
    with _talking():
        patient_server(seconds).indices.refresh(index=name)


def create() -> str:
    """Make an empty index that nobody searches yet; returns its name, which ends with the moment in UTC."""
    name = f"{alias()}-{timezone.now():%Y%m%d%H%M%S%f}"
    with _talking():
        SearchDocumentIndex.init(index=name, using=patient_server(FEED_SECONDS))
    return name


def drop(name: str) -> None:
    """Remove an index; one that is gone already is no error."""
    with _talking():
        patient_server(FEED_SECONDS).indices.delete(index=name, ignore_unavailable=True)


def existing() -> list[str]:
    """The names of this site's indexes, the oldest first."""
    with _talking():
        try:
            found = patient_server(LOOK_SECONDS).indices.get_alias(index=f"{alias()}-*")
        except NotFoundError:
            return []
        return sorted(name for name in found if re.fullmatch(rf"{re.escape(alias())}-\d{{20}}", name))


def current() -> str:
    """The name of the index behind the alias; empty when there is none."""
    with _talking():
        try:
            return min(patient_server(LOOK_SECONDS).indices.get_alias(name=alias()))
        except NotFoundError:
            return ""


def put_behind_alias(name: str, *, seconds: float = FEED_SECONDS) -> None:
    """Let every search and push go to ``name``, in one call: there is no moment without an index."""
    others = [one for one in existing() if one != name]
    actions = [{"remove": {"index": one, "alias": alias(), "must_exist": False}} for one in others]
    with _talking():
        patient_server(seconds).indices.update_aliases(
            actions=[{"add": {"index": name, "alias": alias()}}, *actions]
        )


def contents(name: str = "") -> tuple[int, int]:
    """How many documents the index has, without those that are gone, and the highest version of all."""
    with _talking():
        found = patient_server(LOOK_SECONDS).search(
            index=name or alias(),
            size=0,
            track_total_hits=True,
            query={"term": {"is_deleted": False}},
            aggs={"all": {"global": {}, "aggs": {"highest": {"max": {"field": "version"}}}}},
        )
        highest = found["aggregations"]["all"]["highest"]["value"] or 0
        return int(found["hits"]["total"]["value"]), int(highest)


def complete_until(name: str) -> int:
    """Up to which version the index got everything before it went out of use; 0 when it was never in use."""
    with _talking():
        (found,) = patient_server(LOOK_SECONDS).indices.get_mapping(index=name).values()
        return int(found["mappings"].get("_meta", {}).get(COMPLETE_UNTIL, 0))


def remember_complete_until(name: str, version: int, *, seconds: float = FEED_SECONDS) -> None:
    """Write into the index up to which version it has everything, for the day that it is taken back."""
    with _talking():
        patient_server(seconds).indices.put_mapping(index=name, meta={COMPLETE_UNTIL: version})
