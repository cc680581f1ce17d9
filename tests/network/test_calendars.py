from datetime import UTC, date, timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from network import calendars
from network.models import TrainingEvent, TrainingSession
from tests.factories import PersonFactory, TrainingEventFactory, VenueFactory
from tests.network.conftest import local

pytestmark = pytest.mark.django_db


def read(response) -> Calendar:
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content)


def test_calendar_of_a_training_has_one_event_a_session(site, client):
    event = TrainingEventFactory(
        slug="t",
        title="Coachen",
        venue=VenueFactory(name="Het Laar", street="Laarstraat 1", postcode="5025 AB"),
        contact=PersonFactory(name="Noor", email="noor@example.org"),
        starts_at=local(2031, 1, 14, 13, 30),
        ends_at=local(2031, 1, 14, 16, 30),
    )
    session = TrainingSession(
        starts_at=local(2031, 2, 4, 9), ends_at=local(2031, 2, 4, 12), note="Terugkomdag"
    )
    event.further_sessions.add(session)
    event.save()

    response = client.get("/trainingen/t/agenda.ics")
    found = read(response)

    assert [zone["TZID"] for zone in found.walk("VTIMEZONE")] == ["Europe/Amsterdam"]
    assert [
        (str(one["SUMMARY"]), one.start, one.end, str(one["STATUS"]), str(one["LOCATION"]))
        for one in found.events
    ] == [
        (
            "Coachen (1/2)",
            local(2031, 1, 14, 13, 30),
            local(2031, 1, 14, 16, 30),
            "CONFIRMED",
            "Het Laar, Laarstraat 1, 5025 AB Tilburg",
        ),
        (
            "Coachen (2/2)",
            local(2031, 2, 4, 9),
            local(2031, 2, 4, 12),
            "CONFIRMED",
            "Het Laar, Laarstraat 1, 5025 AB Tilburg",
        ),
    ]
    assert [str(one["UID"]) for one in found.events] == [
        f"training-{event.pk}-first@mbo-zin",
        f"training-{event.pk}-{TrainingSession.objects.get().pk}@mbo-zin",
    ]
    assert "Terugkomdag" in found.events[1]["DESCRIPTION"]
    assert b"Noor" not in response.content
    assert b"noor@" not in response.content


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "in_utc"),
    [
        (local(2027, 3, 27, 13, 30), local(2027, 3, 27, 16, 30), "12:30 15:30"),
        (local(2027, 3, 28, 1, 30), local(2027, 3, 28, 4, 30), "00:30 02:30"),  # the clock goes forward at 2
        (local(2027, 3, 29, 13, 30), local(2027, 3, 29, 16, 30), "11:30 14:30"),
        (local(2027, 10, 30, 13, 30), local(2027, 10, 30, 16, 30), "11:30 14:30"),
        (local(2027, 10, 31, 1, 30), local(2027, 10, 31, 4, 30), "23:30 03:30"),  # and back at 3
        (local(2027, 11, 1, 13, 30), local(2027, 11, 1, 16, 30), "12:30 15:30"),
    ],
)
def test_calendar_is_right_across_both_clock_changes(site, client, starts_at, ends_at, in_utc):
    TrainingEventFactory(slug="t", starts_at=starts_at, ends_at=ends_at)

    response = client.get("/trainingen/t/agenda.ics")
    event = read(response).events[0]

    assert (event.start, event.end) == (starts_at, ends_at)
    assert f"{event.start.astimezone(UTC):%H:%M} {event.end.astimezone(UTC):%H:%M}" == in_utc
    assert f"DTSTART;TZID=Europe/Amsterdam:{starts_at:%Y%m%dT%H%M%S}".encode() in response.content


@pytest.mark.parametrize("year", [2026, 2027, 2030, 2037])
def test_zone_of_the_calendar_agrees_with_the_zone_of_the_machine(year):
    zone = calendars.time_zone().to_tz()

    for month, day, hour in [(1, 1, 12), (3, 24, 12), (7, 1, 12), (10, 24, 12), (11, 1, 12)]:
        moment = local(year, month, day, hour)
        assert moment.replace(tzinfo=zone).utcoffset() == moment.utcoffset()
    sunday = max(day for day in range(25, 32) if date(year, 3, day).weekday() == 6)
    for hour in (1, 3, 4):
        moment = local(year, 3, sunday, hour)
        assert moment.replace(tzinfo=zone).utcoffset() == moment.utcoffset(), (sunday, hour)


def test_calendar_says_that_a_training_is_cancelled(site, client):
    TrainingEventFactory(slug="t", cancelled_at=timezone.now(), cancellation_reason="De trainer is ziek.")

    event = read(client.get("/trainingen/t/agenda.ics")).events[0]

    assert event["STATUS"] == "CANCELLED"
    assert "De trainer is ziek." in event["DESCRIPTION"]


def test_calendar_sequence_rises_and_uid_stays_when_a_training_changes(site, client):
    event = TrainingEventFactory(slug="t")
    before = read(client.get("/trainingen/t/agenda.ics")).events[0]
    same = read(client.get("/trainingen/t/agenda.ics")).events[0]
    TrainingEvent.objects.filter(pk=event.pk).update(changed_at=event.changed_at - timedelta(hours=1))
    older = read(client.get("/trainingen/t/agenda.ics")).events[0]
    event.save()

    after = read(client.get("/trainingen/t/agenda.ics")).events[0]

    assert before["SEQUENCE"] == same["SEQUENCE"]
    assert before.to_ical() == same.to_ical()
    assert after["SEQUENCE"] > older["SEQUENCE"]
    assert after["UID"] == before["UID"]


def test_calendar_feed_takes_the_filters_of_the_list(site, client):
    TrainingEventFactory(title="Hier", form="on_site", venue=VenueFactory())
    TrainingEventFactory(title="Ver weg", form="online")

    titles = [str(one["SUMMARY"]) for one in read(client.get("/trainingen/agenda.ics?vorm=online")).events]

    assert titles == ["Ver weg"]
    assert len(read(client.get("/trainingen/agenda.ics")).events) == 2
    assert len(read(client.get("/trainingen/agenda.ics?vorm=zwevend&pagina=9999")).events) == 2


def test_calendar_feed_keeps_a_training_until_its_last_session_has_been(site, client):
    now = timezone.now()
    event = TrainingEventFactory(title="Bezig", starts_at=now - timedelta(days=7))
    event.further_sessions.add(
        TrainingSession(starts_at=now + timedelta(days=7), ends_at=now + timedelta(days=7, hours=3))
    )
    event.save()
    TrainingEventFactory(title="Geweest", starts_at=now - timedelta(days=7))

    titles = [str(one["SUMMARY"]) for one in read(client.get("/trainingen/agenda.ics")).events]

    assert titles == ["Bezig (1/2)", "Bezig (2/2)"]


def test_calendar_without_trainings_is_a_calendar(site, client):
    assert read(client.get("/trainingen/agenda.ics")).events == []


@pytest.mark.parametrize("number", [1, 3, 60])
def test_calendar_feed_costs_five_queries(site, queries, number):
    for _ in range(number):
        event = TrainingEventFactory(host__region__slug="midden-brabant")
        at = event.starts_at + timedelta(days=1)
        event.further_sessions.add(TrainingSession(starts_at=at, ends_at=at + timedelta(hours=1)))
        event.save()

    assert queries("/trainingen/agenda.ics") == 5


def test_online_training_has_no_address_in_the_calendar():
    event = TrainingEventFactory(form="online", online_link="https://geheim.example.org/x")

    text = calendars.training_calendar([event], [], name="x", base_url="https://zin.example.org").decode()

    assert "geheim" not in text.replace("\r\n ", "")
    assert f"URL:https://zin.example.org/trainingen/{event.slug}/" in text
