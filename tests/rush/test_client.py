import asyncio

import pytest

from tests.rush.apart import run_apart
from tests.rush.client import UnexpectedAnswer, Visitors
from tests.rush.connections import LostConnection, Pool
from tests.rush.people import person
from tests.rush.records import Party, Place
from tests.rush.stub import StubSite

ALONE = Party("rush", (person(0),))
GROUP = Party("rush", (person(1), person(2), person(3)), "fit")


def visit(site: StubSite, *parties: Party, connections: int = 1, give_up: float = 20):
    """Let the parties register at the same time, and return the visitors with the records."""

    async def everybody():
        async with site.served() as address, Pool(address, connections) as pool:
            visitors = Visitors(pool, reading=0, give_up=give_up)
            records = await asyncio.gather(*map(visitors.register, parties))
        return visitors, records

    return run_apart(everybody())


def test_visitor_alone_gets_what_the_result_page_says():
    site = StubSite(capacity=1)

    _visitors, [record] = visit(site, ALONE)

    assert (record.outcome, record.places) == ("acknowledged", (Place("r0", "confirmed"),))
    assert record.submission_id == site.rows[0]["submission_id"]
    assert record.started < record.acknowledged_at


def test_group_gets_a_place_for_each_person_in_order():
    _visitors, [record] = visit(StubSite(capacity=1), GROUP)

    assert record.places == (Place("r0", "confirmed"), Place("r1", "waiting", 1), Place("r2", "waiting", 2))


def test_group_that_does_not_fit_is_refused_with_the_reason():
    _visitors, [record] = visit(StubSite(capacity=1), Party("rush", GROUP.people, "all"))

    assert [(answer.outcome, answer.error) for answer in record.answers] == [("refused", "full")]


def test_form_sent_twice_has_two_answers_of_one_submission():
    site = StubSite(capacity=1)

    _visitors, [record] = visit(site, Party("rush", ALONE.people, sends=2), connections=2)

    assert [answer.places for answer in record.answers] == [(Place("r0", "confirmed"),)] * 2
    assert (len(site.rows), site.requests["POST"]) == (1, 2)


def test_visitors_share_the_connections():
    site = StubSite(capacity=9)

    visitors, _records = visit(site, *[ALONE] * 9, connections=3)

    assert site.connections == 3
    assert [one.kind for one in visitors.traffic.exchanges].count("result") == 9


def test_visitors_send_again_until_they_are_answered():
    site = StubSite(capacity=9, faulty=True)

    visitors, records = visit(site, *[ALONE] * 9, connections=3)

    assert [record.outcome for record in records] == ["acknowledged"] * 9
    assert len(site.rows) == 9
    assert visitors.traffic.lost > 0
    assert visitors.traffic.put_off > 0


def test_visitor_without_an_answer_gives_up():
    class Mute(StubSite):
        async def register(self, data):
            return None  # breaks the connection

    visitors, [record] = visit(Mute(capacity=1), ALONE, give_up=0.2)

    assert [(answer.outcome, answer.error) for answer in record.answers] == [("unknown", "no answer")]
    assert visitors.traffic.lost > 1


def test_error_of_the_site_is_no_answer():
    class Broken(StubSite):
        async def register(self, data):
            return b"HTTP/1.1 500 Error\r\nContent-Length: 0\r\n\r\n"

    _visitors, [record] = visit(Broken(capacity=1), ALONE)

    assert [(answer.outcome, answer.error) for answer in record.answers] == [("unknown", "status 500")]


def test_page_without_a_form_is_said():
    class Closed(StubSite):
        def form(self, people):
            return b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"

    with pytest.raises(UnexpectedAnswer, match="/trainingen/rush/aanmelden/ shows no form"):
        visit(Closed(capacity=1), ALONE)


def test_connection_that_nobody_answers_is_lost():
    async def connect():
        async with StubSite(capacity=1).served() as address:
            pass
        async with Pool(address, 1).connection():
            raise AssertionError("the server was gone")

    with pytest.raises(LostConnection, match="Refused"):
        run_apart(connect())
