"""Bring what changed in the database to the search server.

The search documents themselves are the outbox: a row waits while its version is higher than the one that was
pushed (``pushed_version``). So nothing can be lost between the two, and a row that changes while it is on its
way simply waits again. Pushing the same row twice, or by two processes, does no harm: the server takes no
version that is lower than its own.

After each commit a task pushes at once (`resources.receivers`); when that fails, `resources.jobs` tries again
every minute. A server that is away is asked less and less often, so that other background work goes on.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Count, F, Min

from resources.models import SearchDocument
from resources.search.engines.breaker import Breaker

logger = logging.getLogger("resources.search")

CHUNK = 200  # rows in one request
PUSHED = (
    *("kind", "object_pk", "is_deleted", "version", "dated_on", "visible_until", "facets"),
    *("title_terms", "label_terms", "all_terms", "words"),
)  # columns that the server gets
LATE_SECONDS = 300  # a row that waits longer is a matter for the administrator

back_off = Breaker(failures=1, pauses=(5, 15, 60, 300))  # of this process


@dataclass(frozen=True)
class Lag:
    """How many rows wait to be pushed, and for how many seconds the first of them."""

    rows: int
    seconds: int

    @property
    def is_late(self) -> bool:
        return self.seconds > LATE_SECONDS


def lag(at: datetime) -> Lag:
    """What the search server does not have yet at the aware datetime ``at``; one query."""
    found = SearchDocument.objects.behind().aggregate(rows=Count("pk"), since=Min("changed_at"))
    return Lag(found["rows"], max(0, int((at - found["since"]).total_seconds())) if found["since"] else 0)


def feed() -> int:
    """Push every row that waits, the longest waiting first, until none is left; returns how many were pushed.

    Raises SearchServerError when the server is away or refuses a row; what was pushed until then counts.
    """
    # Importing the client takes a second, and most sites have no search server.
    from resources.search.engines.index import SearchServerError, push

    done, trouble = 0, {}
    while keys := _waiting(trouble):
        rows = pushable().in_bulk(keys)
        pushed = push(rows.values())
        mark_pushed(pushed.written, rows)
        done += len(pushed.written)
        trouble |= pushed.refused
        trouble |= {key: _outrun(rows[key]) for key in pushed.outrun if _is_same(rows[key])}
    if trouble:
        key, reason = next(iter(trouble.items()))
        raise SearchServerError(f"{len(trouble)} documents are refused, the first is {key}: {reason}")
    return done


def feed_in_turn() -> None:
    """`feed`, unless the server was away a moment ago; a failure is logged, and the periodic job goes on."""
    from resources.search.engines.index import SearchServerError

    if not settings.ELASTICSEARCH_URL or not back_off.allows():
        return
    try:
        feed()
    except SearchServerError as error:
        back_off.failed()
        logger.warning("The search server is not up to date: %s", error)
    else:
        back_off.succeeded()


def pushable():
    """Search documents with the columns that the server gets, and no other."""
    return SearchDocument.objects.only("pk", *PUSHED)


def _waiting(trouble) -> list[int]:
    rows = SearchDocument.objects.behind().exclude(pk__in=trouble).order_by("version", "pk")
    return list(rows.values_list("pk", flat=True)[:CHUNK])


def mark_pushed(written: set[int], rows: dict[int, SearchDocument]) -> None:
    """Note what the server has. A row that changed meanwhile has a version above all that were read."""
    highest = max((rows[key].version for key in written), default=0)
    SearchDocument.objects.filter(pk__in=written, version__lte=highest).update(pushed_version=F("version"))


def _is_same(row: SearchDocument) -> bool:
    """Whether nobody changed the row since it was read, so that its version should have been the highest."""
    return SearchDocument.objects.filter(pk=row.pk, version=row.version).exists()


def _outrun(row: SearchDocument) -> str:
    return f"the server has a version above {row.version}, as after putting back a backup; a rebuild mends it"
