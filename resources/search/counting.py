"""Count what is searched for, without a person and without writing in the request of the search.

Each process counts in its memory and adds its counts to the day's rows (`SearchDay`) every
SEARCH_COUNT_SECONDS and when it ends, in a thread of its own. Several processes add to the same rows. A
process that crashes loses what it counted since: a minute at most, which no report notices.

What looks like personal data is not counted: an @ or seven digits and more (an address, a telephone number).
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import DatabaseError, connections, transaction
from django.db.models import F
from django.utils import timezone

from resources.models import SearchDay
from resources.search.analysis import STOP_WORDS, spoken, stem

logger = logging.getLogger("resources.search.counting")

MOST_KEPT = 5000  # different searches between two writings; what comes on top is not counted
PERSONAL_DIGITS = 7
LONGEST = SearchDay._meta.get_field("key").max_length


def key_of(query: str) -> str:
    """The analysed words of a query in a fixed order: "de stages" and "stage" have the same key."""
    said = spoken(query).split()
    stems = {stem(word) for word in said if word not in STOP_WORDS}
    return " ".join(sorted(stems or said))[:LONGEST].rstrip()


def looks_personal(query: str) -> bool:
    return "@" in query or sum(sign.isdigit() for sign in query) >= PERSONAL_DIGITS


@dataclass
class _Count:
    shown_as: str
    searches: int = 0
    zero: int = 0
    repaired_to: str = ""

    def add(self, other: _Count) -> None:
        self.searches += other.searches
        self.zero += other.zero
        self.shown_as, self.repaired_to = other.shown_as, other.repaired_to


class SearchCounts:
    """The counts of this process that are not in the database yet."""

    def __init__(self):
        self._lock = threading.Lock()
        self._counts: dict[tuple[date, str, str], _Count] = {}
        self._timer: threading.Timer | None = None

    def note(self, query: str, *, total: int, engine: str, repaired_to: str = "", at: datetime) -> None:
        """Count one search; no query. ``total`` is the number of hits, ``at`` an aware datetime."""
        key = key_of(query)
        if not key or looks_personal(query):
            return
        one = _Count(query.lower()[:LONGEST], 1, int(total == 0), repaired_to.lower()[:LONGEST])
        with self._lock:
            self._add((timezone.localdate(at), key, engine), one)
            if settings.SEARCH_COUNT_SECONDS and self._timer is None:
                self._timer = threading.Timer(settings.SEARCH_COUNT_SECONDS, self._write_in_thread)
                self._timer.daemon = True
                self._timer.start()

    def _add(self, place: tuple[date, str, str], one: _Count) -> None:
        if place in self._counts:
            self._counts[place].add(one)
        elif len(self._counts) < MOST_KEPT:
            self._counts[place] = one

    def write(self) -> None:
        """Add the counts to the rows of their days. What the database does not take now is kept for later."""
        with self._lock:
            counts, self._counts, self._timer = self._counts, {}, None
        try:
            with transaction.atomic():
                for (day, key, engine), count in sorted(counts.items()):
                    _add_to_day(day, key, engine, count)
        except DatabaseError:
            logger.warning("The counts of searches are written later", exc_info=True)
            with self._lock:
                for place, count in counts.items():
                    self._add(place, count)

    def forget(self) -> None:
        """Forget what is not written yet; for tests."""
        with self._lock:
            self._counts.clear()

    def _write_in_thread(self) -> None:
        try:
            self.write()
        finally:
            connections.close_all()  # those of this thread


def _add_to_day(day: date, key: str, engine: str, count: _Count) -> None:
    row, _is_new = SearchDay.objects.get_or_create(
        date=day, key=key, engine=engine, defaults={"shown_as": count.shown_as}
    )
    SearchDay.objects.filter(pk=row.pk).update(
        searches=F("searches") + count.searches,
        zero=F("zero") + count.zero,
        shown_as=count.shown_as,
        repaired_to=count.repaired_to,
    )


counts = SearchCounts()
