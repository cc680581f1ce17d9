"""The search server is away, hangs or answers nonsense: visitors get the results of the database, in time."""

import logging
import time

import pytest
from django.utils import timezone

from resources.search.engines import ServerOrDatabase, breaker, database_engine
from resources.search.engines.base import EngineUnavailable
from resources.search.engines.breaker import Breaker
from resources.search.engines.elastic import SearchServerEngine
from resources.search.plan import Plan
from tests.resources import bad_servers
from tests.resources.bad_servers import CUT, EMPTY, HALF, HTML, STRANGE
from tests.resources.search_page import news, read_page

pytestmark = pytest.mark.usefixtures("site", "fresh_limits", "fresh_breakers")
LONGEST = 1.6  # seconds: the time-out of 0.8, and as much again for a busy machine


@pytest.fixture
def everything_pushed(db):
    """News in the database that the search server, if it answered, would have."""
    news("Uitwisseling bij de buren")
    news("Een koor in het verpleeghuis")
    from resources.models import SearchDocument

    def push():
        SearchDocument.objects.update(pushed_version=10**9)

    push()
    return push


def ask(client):
    return read_page(client.get("/zoeken/", {"q": "uitwisseling"}))


@pytest.mark.parametrize("answer", [HTML, EMPTY, CUT, HALF, STRANGE])
def test_nonsense_is_no_answer(settings, answer):
    with bad_servers.answering(*answer) as settings.ELASTICSEARCH_URL, pytest.raises(EngineUnavailable):
        SearchServerEngine().find(Plan(), at=timezone.now())


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500, 503])
def test_refusal_is_no_answer(settings, status):
    with bad_servers.answering(*EMPTY, status) as url, pytest.raises(EngineUnavailable):
        settings.ELASTICSEARCH_URL = url
        SearchServerEngine().find(Plan(), at=timezone.now())


def test_nobody_listens_is_known_at_once(settings):
    settings.ELASTICSEARCH_URL = bad_servers.refused()
    started = time.monotonic()

    with pytest.raises(EngineUnavailable):
        SearchServerEngine().find(Plan(), at=timezone.now())

    assert time.monotonic() - started < 0.8


def test_server_that_hangs_is_left_after_its_time(settings):
    with bad_servers.silent() as settings.ELASTICSEARCH_URL:
        started = time.monotonic()
        with pytest.raises(EngineUnavailable):
            SearchServerEngine().find(Plan(), at=timezone.now())

    assert 0.75 < time.monotonic() - started < LONGEST


def test_page_has_the_results_of_the_database(client, settings, everything_pushed):
    expected = ask(client)
    settings.ELASTICSEARCH_URL = bad_servers.refused()

    found = ask(client)

    assert expected.total == 1
    assert found.engine == "database"
    assert (found.total, found.hits, found.facets) == (expected.total, expected.hits, expected.facets)
    assert found.html == expected.html


def test_after_three_failures_nobody_waits(client, settings, everything_pushed):
    with bad_servers.silent() as settings.ELASTICSEARCH_URL:
        for _ in range(3):
            SearchServerSearch().find()
        opened = breaker.is_open
        started = time.monotonic()

        found = ask(client)

    assert opened
    assert time.monotonic() - started < 0.8
    assert (found.engine, found.total) == ("database", 1)


class SearchServerSearch:
    """One search of one visitor."""

    def find(self):
        engine = ServerOrDatabase()
        return engine.find(Plan(), at=timezone.now()), engine.name


def test_one_search_waits_once(settings, everything_pushed):
    with bad_servers.silent() as settings.ELASTICSEARCH_URL:
        engine, started = ServerOrDatabase(guard=Breaker()), time.monotonic()
        for _ in range(3):
            engine.find(Plan(), at=timezone.now())

    assert time.monotonic() - started < LONGEST
    assert engine.name == "database"


def test_failure_is_logged(settings, everything_pushed, caplog):
    settings.ELASTICSEARCH_URL = bad_servers.refused()

    with caplog.at_level(logging.WARNING, "resources.search"):
        SearchServerSearch().find()

    [record] = [one for one in caplog.records if one.name == "resources.search"]
    assert record.getMessage().startswith("The search server does not answer, the database does: Connection")


def test_server_that_comes_back_is_asked_again(server_in_use, settings, db):
    news("Uitwisseling bij de buren")
    from resources.search.feeding import feed

    feed()
    clock = [0.0]
    guard, url = Breaker(clock=lambda: clock[0]), settings.ELASTICSEARCH_URL
    settings.ELASTICSEARCH_URL = bad_servers.refused()
    for _ in range(3):
        ServerOrDatabase(guard=guard).find(Plan(), at=timezone.now())
    settings.ELASTICSEARCH_URL = url

    engine = ServerOrDatabase(guard=guard)
    still = engine.find(Plan(), at=timezone.now()), engine.name
    clock[0] = 30
    engine = ServerOrDatabase(guard=guard)
    again = engine.find(Plan(), at=timezone.now()), engine.name

    expected = database_engine().find(Plan(), at=timezone.now())
    assert still == (expected, "database")
    assert again == (expected, "elasticsearch")
    assert not guard.is_open
