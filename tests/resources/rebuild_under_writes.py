"""Rebuild and roll back while others write, push and search: what is lost, and which search fails?

A program of its own, for DATABASE_URL and ELASTICSEARCH_URL: threads need a database where changes are
committed. It prints its findings as JSON.
"""

from __future__ import annotations

import json
import random
import threading

import django

# Documents that change, go and come, and that stay as they are. The former have the lower keys: whoever loads
# by offset then misses some of the latter.
CHANGING, STEADY = 300, 300
WRITES_BETWEEN = 25  # at least so many between two pages of the loader
TERM = "vast"


def main() -> None:
    django.setup()
    from django.db import connections

    from resources.search import rebuilding
    from resources.search.feeding import feed

    busy = Busy()
    busy.write_all()
    rebuilding.rebuild()
    threads = [threading.Thread(target=busy.go, args=[work]) for work in (busy.write, busy.read, feed)]
    for thread in threads:
        thread.start()
    try:
        busy.wait_for_writes()
        rebuilding.rebuild(busy.slowed(rebuilding.by_key))
        busy.wait_for_writes()
        rebuilding.roll_back()
        writes = busy.writes
        busy.wait_for_writes()
    finally:
        busy.stop.set()
        for thread in threads:
            thread.join()
    feed()
    lost, left_over = compare()
    connections.close_all()
    told = {"lost": lost, "left_over": left_over, "failed": busy.failed[:5], "swaps": 2}
    print(json.dumps({**told, "writes_during_rebuilds": writes, "searches": busy.searches}))


def compare() -> tuple[list[int], list[int]]:
    """Keys that the index lacks or has in another version, and keys that it has too many."""
    from resources.models import SearchDocument
    from resources.search.engines.index import alias
    from resources.search.engines.server import patient_server

    query = {"term": {"is_deleted": False}}
    found = patient_server(30).search(index=alias(), query=query, size=10_000, version=True, source=False)
    there = {int(hit["_id"]): hit["_version"] for hit in found["hits"]["hits"]}
    here = dict(SearchDocument.objects.filter(is_deleted=False).values_list("pk", "version"))
    wrong = [key for key, version in here.items() if there.get(key) != version]
    return wrong, sorted(there.keys() - here.keys())


class Busy:
    """Editors, visitors and the feeder, each a thread."""

    def __init__(self):
        self.chance, self.stop = random.Random(7), threading.Event()
        self.writes = self.searches = 0
        self.failed: list[str] = []
        self._wrote = threading.Condition()

    def go(self, work) -> None:
        """Do ``work`` until it is over; what goes wrong is kept."""
        from django.db import connection

        while not self.stop.is_set():
            try:
                work()
            except Exception as error:  # whatever it is, it is a finding
                self.failed.append(repr(error))
        connection.close()

    def write_all(self) -> None:
        numbers = range(STEADY + CHANGING)
        self.store(numbers, [self.document(number) for number in numbers])

    def write(self) -> None:
        """Change, remove or add one of the documents that are not steady."""
        number = self.chance.randrange(CHANGING)
        self.store([number], [] if self.chance.random() < 0.4 else [self.document(number)])
        with self._wrote:
            self.writes += 1
            self._wrote.notify_all()

    def store(self, numbers, documents: list) -> None:
        from django.db import transaction
        from django.utils import timezone

        from resources.models import SearchDocument
        from resources.search import storing

        with transaction.atomic():
            counter = storing.lock()
            keys = [self.key(number) for number in numbers]
            present = SearchDocument.objects.filter(kind="news", object_pk__in=keys)
            storing.store(counter, documents, present, at=timezone.now())

    @staticmethod
    def key(number: int) -> int:
        return 1_000_000 + number

    def document(self, number: int):
        from resources.models import SearchDocument
        from resources.search.analysis import ANALYSIS_VERSION

        text = f" {TERM} " if number >= CHANGING else f" los{self.chance.randrange(10)} "
        texts = dict.fromkeys(("title_words", "words", "title_terms", "all_terms"), text)
        return SearchDocument(
            kind="news",
            object_pk=self.key(number),
            path=f"/nieuws/{number}/",
            title=f"Bericht {number}",
            facets={"soort": ["nieuws"]},
            analysis_version=ANALYSIS_VERSION,
            **texts,
        )

    def read(self) -> None:
        """Every search must find all documents that are steady, and no other."""
        from django.utils import timezone

        from resources.search.engines import engine_named
        from resources.search.plan import Alternative, Group, Plan

        plan = Plan(groups=(Group(TERM, (Alternative((TERM,), 1.0),)),))
        total = engine_named("elasticsearch").find(plan, at=timezone.now()).total
        self.searches += 1
        if total != STEADY:
            self.failed.append(f"{total} of {STEADY} found")

    def wait_for_writes(self) -> None:
        """Until some more were written; the time-out only ends a test that hangs."""
        with self._wrote:
            until = self.writes + WRITES_BETWEEN
            self._wrote.wait_for(lambda: self.writes >= until, timeout=60)

    def slowed(self, load):
        """The loader, with writes between its pages."""

        def pages():
            for rows in load():
                yield rows
                self.wait_for_writes()

        return pages


if __name__ == "__main__":
    main()
