"""3,000 queries that no visitor types. Ends with 1 when one gets no page, or none within a second."""

from __future__ import annotations

import sys
import time
from collections import Counter
from urllib.parse import quote

from django.test import Client
from django.test.utils import override_settings

from cms import limits
from resources.search.kinds import BY_NAME
from tests.resources import hostile
from tests.search_bench.documents import Generator, load
from tests.search_bench.measure import FIRST, SITE, say

QUERIES = 3000
MOST_SECONDS = 1.0


def main(size: int) -> None:
    with override_settings(**SITE):
        sys.exit(not answers(size))


def answers(size: int) -> bool:
    """Whether every query got a page, and none a slow one."""
    load(Generator([BY_NAME["training"]]).documents(size, FIRST))
    client = Client(SERVER_NAME="testserver", raise_request_exception=False)
    statuses: Counter[int] = Counter()
    slowest, its_query = 0.0, ""
    for query in hostile.queries(QUERIES):
        limits.forget()
        asked = quote(query.encode("utf-8", "surrogatepass"))
        started = time.perf_counter()
        answer = client.get("/zoeken/", QUERY_STRING=f"q={asked}")
        passed = time.perf_counter() - started
        statuses[answer.status_code] += 1
        if passed > slowest:
            slowest, its_query = passed, query
    say(f"{QUERIES} hostile queries: {dict(statuses)}, slowest {slowest:.2f} s ({ascii(its_query)[:60]})")
    return statuses == {200: QUERIES} and slowest < MOST_SECONDS
