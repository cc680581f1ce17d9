"""The calendar file of one registration: one UID for life, a rising SEQUENCE, and taken out at the end."""

from importlib import import_module

import pytest
from django.apps import apps
from icalendar import Calendar

from cms.outbox import send_due
from network.models import Registration, ToldFacts, TrainingSession
from network.registration.actors import organiser
from network.registration.cancelling import cancel
from network.registration.changes import settle
from network.registration_calendar import CANCEL, PUBLISH, media_type, registration_calendar
from tests.factories import TrainingEventFactory, VenueFactory
from tests.network.conftest import local
from tests.network.registration.people import join, named

pytestmark = pytest.mark.django_db

MEETING = "https://meet.example.org/coachen"


@pytest.fixture
def event(db):
    return TrainingEventFactory(
        title="Coachen",
        slug="coachen",
        form="online",
        online_link=MEETING,
        starts_at=local(2031, 1, 14, 13, 30),
        ends_at=local(2031, 1, 14, 16, 30),
    )


def of(registration: Registration, **values) -> Calendar:
    registration = Registration.objects.select_related("event__venue").get(pk=registration.pk)
    values = {"sequence": registration.calendar_sequence, **values}
    return Calendar.from_ical(registration_calendar(registration, **values))


def essence(calendar: Calendar) -> list[tuple]:
    return [
        (str(one["UID"]), int(one["SEQUENCE"]), str(one["STATUS"]), one.start, one.end)
        for one in calendar.events
    ]


def test_calendar_keeps_its_uid_and_counts_up_from_seat_to_end(event):
    join(event, "Sanne", actor=organiser())
    sanne = named(event, "Sanne")
    uid = f"aanmelding-{sanne.reference}-first@localhost"

    first = of(sanne)
    event.starts_at, event.ends_at = local(2031, 7, 1, 9), local(2031, 7, 1, 12)
    event.save()
    settle(event)
    moved = of(sanne)
    cancel(sanne)
    ended = of(sanne, method=CANCEL)

    assert essence(first) == [(uid, 0, "CONFIRMED", local(2031, 1, 14, 13, 30), local(2031, 1, 14, 16, 30))]
    assert essence(moved) == [(uid, 1, "CONFIRMED", local(2031, 7, 1, 9), local(2031, 7, 1, 12))]
    assert essence(ended) == [(uid, 2, "CANCELLED", local(2031, 7, 1, 9), local(2031, 7, 1, 12))]
    assert [str(one["METHOD"]) for one in (first, moved, ended)] == ["REQUEST", "REQUEST", "CANCEL"]


def test_calendar_has_one_event_a_session_in_the_time_of_amsterdam(event):
    event.further_sessions.add(
        TrainingSession(starts_at=local(2031, 7, 4, 9), ends_at=local(2031, 7, 4, 12), note="Terugkomdag")
    )
    event.save()
    session = TrainingSession.objects.get()
    join(event, "Sanne")
    sanne = named(event, "Sanne")

    found = of(sanne)

    assert essence(found) == [
        (
            f"aanmelding-{sanne.reference}-first@localhost",
            0,
            "CONFIRMED",
            local(2031, 1, 14, 13, 30),
            local(2031, 1, 14, 16, 30),
        ),
        (
            f"aanmelding-{sanne.reference}-{session.pk}@localhost",
            0,
            "CONFIRMED",
            local(2031, 7, 4, 9),
            local(2031, 7, 4, 12),
        ),
    ]
    assert [str(one["SUMMARY"]) for one in found.events] == ["Coachen (1/2)", "Coachen (2/2)"]
    assert [str(zone["TZID"]) for zone in found.walk("VTIMEZONE")] == ["Europe/Amsterdam"]
    assert {one["DTSTART"].params["TZID"] for one in found.events} == {"Europe/Amsterdam"}


def test_calendar_names_the_person_alone_and_the_site(event, settings):
    settings.DEFAULT_FROM_EMAIL = "MBO-ZIN <site@example.org>"
    join(event, "Sanne", "Bilal")

    (session,) = of(named(event, "Sanne")).events

    assert session["ATTENDEE"] == "mailto:sanne@example.org"
    assert dict(session["ATTENDEE"].params) == {
        "CN": "Sanne",
        "ROLE": "REQ-PARTICIPANT",
        "PARTSTAT": "ACCEPTED",
        "RSVP": "FALSE",
    }
    assert session["ORGANIZER"] == "mailto:site@example.org"
    assert session["ORGANIZER"].params["CN"] == "MBO-ZIN"


def test_calendar_has_the_online_link_for_who_has_a_seat_and_not_at_the_end(event):
    join(event, "Sanne")
    sanne = named(event, "Sanne")

    (seated,) = of(sanne).events
    cancel(sanne)
    (ended,) = of(sanne, method=CANCEL).events

    assert str(seated["DESCRIPTION"]).split("\n\n") == [
        event.summary,
        f"Online meedoen: {MEETING}",
        "http://localhost/trainingen/coachen/",
    ]
    assert str(seated["LOCATION"]) == "online"
    assert MEETING not in str(ended["DESCRIPTION"])


def test_calendar_of_a_training_on_site_says_where_and_nothing_online(event):
    event.form, event.venue = "on_site", VenueFactory(name="Het Laar", street="Laarstraat 1")
    event.save()
    join(event, "Sanne")

    (session,) = of(named(event, "Sanne")).events

    assert str(session["LOCATION"]) == "Het Laar, Laarstraat 1, Tilburg"
    assert MEETING not in str(session["DESCRIPTION"])


def test_calendar_to_download_names_no_attendee(event):
    """RFC 5546, 3.2.1."""
    join(event, "Sanne")

    found = of(named(event, "Sanne"), method=PUBLISH)

    assert str(found["METHOD"]) == "PUBLISH"
    assert "ATTENDEE" not in found.events[0]
    assert media_type(PUBLISH) == "text/calendar; method=PUBLISH"


def test_calendar_costs_one_query_however_many_sessions(event, django_assert_num_queries):
    for day in (4, 5, 6):
        event.further_sessions.add(
            TrainingSession(starts_at=local(2031, 7, day, 9), ends_at=local(2031, 7, day, 12))
        )
    event.save()
    join(event, "Sanne")
    registration = Registration.objects.select_related("event__venue").get()

    with django_assert_num_queries(1):
        registration_calendar(registration, sequence=0)


def test_session_that_is_deleted_is_taken_out_of_the_calendar(event, mailoutbox):
    kept, gone = (
        TrainingSession.objects.create(
            event=event, starts_at=local(2031, 1, day, 9), ends_at=local(2031, 1, day, 12)
        )
        for day in (21, 28)
    )
    join(event, "Sanne", actor=organiser())
    sanne, key = named(event, "Sanne"), gone.pk
    gone.delete()
    settle(event)
    send_due()

    files = [Calendar.from_ical(content) for _name, content, _type in mailoutbox[-1].attachments]
    uid = f"aanmelding-{sanne.reference}-"
    assert [name for name, _content, _type in mailoutbox[-1].attachments] == ["training.ics", "vervallen.ics"]
    assert [str(one["METHOD"]) for one in files] == ["REQUEST", "CANCEL"]
    assert [entry[:3] for entry in essence(files[0])] == [
        (f"{uid}first@localhost", 1, "CONFIRMED"),
        (f"{uid}{kept.pk}@localhost", 1, "CONFIRMED"),
    ]
    assert essence(files[1]) == [
        (f"{uid}{key}@localhost", 1, "CANCELLED", local(2031, 1, 28, 9), local(2031, 1, 28, 12))
    ]


def test_session_that_moves_is_no_deleted_one(event, mailoutbox):
    session = TrainingSession.objects.create(
        event=event, starts_at=local(2031, 1, 21, 9), ends_at=local(2031, 1, 21, 12)
    )
    join(event, "Sanne", actor=organiser())
    session.starts_at = local(2031, 1, 21, 10)
    session.save()
    settle(event)
    send_due()

    assert [name for name, _content, _type in mailoutbox[-1].attachments] == ["training.ics"]


def test_sessions_of_trainings_told_before_are_filled_in(event):
    session = TrainingSession.objects.create(
        event=event, starts_at=local(2031, 1, 21, 9), ends_at=local(2031, 1, 21, 12)
    )
    join(event, "Sanne", actor=organiser())
    told = ToldFacts.objects.get(event=event)
    ToldFacts.objects.update(sessions={})

    import_module("network.migrations.0012_templates_and_told_sessions").fill_sessions(apps, None)

    assert ToldFacts.objects.get(event=event).sessions == told.sessions
    assert list(told.sessions) == [str(session.pk)]
