"""A new index on the search server, filled and put in use while the site is searched and changed.

1. Load every row in the order of its key. Never by offset: a row that leaves moves all others up, and the
   next page then begins too late.
2. Catch up: push what got a version since the load began, again and again, until little is left.
3. While no writer can commit, push the rest, compare the numbers, and put the new index behind the alias.
   So at the moment of the swap the new index has everything, and no search sees less than before.
4. Catch up once more, and keep the index that was in use: `roll_back` catches that up and swaps again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, Min

from resources.models import SearchCounter, SearchDocument
from resources.search import storing
from resources.search.engines import index
from resources.search.engines.index import SearchServerError
from resources.search.feeding import CHUNK, feed, pushable

logger = logging.getLogger("resources.search")

FEW = 20  # rows that may be left when the writers have to wait
SHOW_SECONDS = 60  # for what the load pushed
LOCKED_SECONDS = 2  # a request in the meantime; a server that hangs must not hold up the site

Rows = Iterable[list[SearchDocument]]


@dataclass(frozen=True)
class Swapped:
    """Which index is in use now, how many documents it has, and which one was in use before ("" for none)."""

    name: str
    documents: int
    before: str


def by_key() -> Iterator[list[SearchDocument]]:
    """Every row that is not gone, some at a time, in the order of the key."""
    last = 0
    while rows := list(pushable().filter(pk__gt=last, is_deleted=False).order_by("pk")[:CHUNK]):
        yield rows
        last = rows[-1].pk


def rebuild(load: Callable[[], Rows] = by_key) -> Swapped:
    """Make a new index, fill it by ``load`` and put it in use.

    Raises SearchServerError when the server is away or refuses, or when documents are missing; the old index
    then stays in use and the new one is removed. Older ones than the one that was in use go.
    """
    since, name = _last_version(), index.create()
    try:
        for rows in load():
            _push(rows, name, show=False)  # a refresh after every page would make many small segments
        index.show_all(name, seconds=SHOW_SECONDS)
        swapped = _put_in_use(name, since)
    except BaseException:
        _remove(name)
        raise
    for old in index.existing():
        if swapped.before and old < min(swapped.before, name):
            _remove(old)
    return swapped


def roll_back() -> Swapped:
    """Put the index that was in use before in use again, with everything that changed since.

    A second call takes it back. Raises SearchServerError when there is none, or as `rebuild`.
    """
    in_use = index.current()
    others = [name for name in index.existing() if name != in_use and index.complete_until(name)]
    if not others:
        raise SearchServerError("there is no earlier index to go back to")
    name = others[-1]
    return _put_in_use(name, index.complete_until(name))


def _put_in_use(name: str, since: int) -> Swapped:
    """Bring ``name`` from version ``since`` to the present and swap."""
    left = FEW
    while left >= FEW:
        until = _last_version()
        left = _catch_up(name, since)
        since = until
    before = index.current()
    with transaction.atomic():
        until = storing.lock().version  # who writes search documents waits for it, so no version is added
        _catch_up(name, since, seconds=LOCKED_SECONDS)
        documents = _compare(name)
        if before:
            index.remember_complete_until(before, _pushed_until(until), seconds=LOCKED_SECONDS)
        index.put_behind_alias(name, seconds=LOCKED_SECONDS)
    _catch_up(name, until)
    SearchDocument.objects.filter(version__lte=until, pushed_version__lt=F("version")).update(
        pushed_version=F("version")
    )
    return Swapped(name, documents, before)


def _pushed_until(last: int) -> int:
    """Up to which version the index in use has everything: what waits does not reach it after the swap."""
    first = SearchDocument.objects.behind().aggregate(first=Min("version"))["first"]
    return last if first is None else first - 1


def _last_version() -> int:
    return SearchCounter.objects.values_list("version", flat=True).filter(pk=1).first() or 0


def _catch_up(name: str, since: int, **options) -> int:
    """Push every row with a version above ``since``, those that are gone too; returns how many."""
    keys = list(SearchDocument.objects.filter(version__gt=since).values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        _push(pushable().filter(pk__in=keys[start : start + CHUNK]), name, **options)
    return len(keys)


def _push(rows: Iterable[SearchDocument], name: str, **options) -> None:
    pushed = index.push(rows, name, **options)
    for key, reason in pushed.refused.items():
        raise SearchServerError(f"document {key} is refused: {reason}")


def _compare(name: str) -> int:
    """The number of documents in the index. Raises SearchServerError when the database has another."""
    (there, _highest), here = index.contents(name), SearchDocument.objects.filter(is_deleted=False).count()
    if there != here:
        raise SearchServerError(f"the index {name} has {there} documents and the database {here}")
    return here


def _remove(name: str) -> None:
    try:
        index.drop(name)
    except SearchServerError as error:  # it costs room and nothing else
        logger.warning("The index %s stays behind: %s", name, error)


def keep_up() -> None:
    """What the periodic job does: push what waits, and make a new index when there is none that fits.

    Raises SearchServerError as `rebuild` and `feed` do.
    """
    if not index.current() or not _is_ours():
        made = rebuild()
        logger.warning("Made the index %s with %s documents", made.name, made.documents)
    feed()


def _is_ours() -> bool:
    """Whether the index can be of this database as it is.

    Not when it has a version that the database never gave out, as after putting back a backup, or another
    number of documents while nothing waits. When somebody writes meanwhile the next run looks again.
    """
    before = _numbers()
    there, highest = index.contents()
    version, waiting, here = before
    if before != _numbers():
        return True
    return highest <= version and (waiting > 0 or there == here)


def _numbers() -> tuple[int, int, int]:
    """The last version, how many rows wait, and how many are not gone."""
    waiting = SearchDocument.objects.behind().count()
    return _last_version(), waiting, SearchDocument.objects.filter(is_deleted=False).count()
