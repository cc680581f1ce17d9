"""The calendar feed of an organisation: a secret address, and who goes to which training."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from network.models import OrganisationFeed, PersonalDataAccess, TrainingSession
from network.organiser.access import note_calendar
from network.registration import forgetting
from network.registration.reserving import reserve
from network.registration.submission_ids import new_submission_id
from tests.factories import TrainingEventFactory
from tests.network.desk.coordinators import Desk, statuses

pytestmark = pytest.mark.django_db
PAGE = "/mijn/agenda/"


def make(desk) -> str:
    """The path of a new address, as the page shows it."""
    html = desk.post(PAGE, {"action": "renew"}).content.decode()
    (path,) = set(re.findall(r"/mijn/agenda/[\w-]{32}\.ics", html))
    return path


def entries(path) -> list[tuple[str, str]]:
    """Title and people of each entry of the feed, as a program without login gets it."""
    found = Calendar.from_ical(Client().get(path).content).walk("VEVENT")
    return [(str(one["summary"]), str(one["description"]).split("\n")[0]) for one in found]


def test_feed_says_how_many_go_and_their_first_names(site):
    desk, other = Desk(), Desk()
    event = TrainingEventFactory(title="Begeleiden", capacity=3)
    desk.join(event, "Sanne Vos", "Bilal Aydin")
    other.join(event, "Vreemde Eend")
    desk.join(event, "Wacht Even")

    path = make(desk)

    assert entries(path) == [("Begeleiden", "2 personen: Sanne, Bilal")]
    text = Client().get(path).content.decode()
    assert [word in text for word in ("Vos", "Vreemde", "Wacht", "example.org", "ATTENDEE")] == [False] * 5


def test_feed_has_an_entry_for_each_session_and_counts_held_places(site):
    desk = Desk()
    event = TrainingEventFactory(title="Begeleiden")
    later = event.starts_at + timedelta(days=7)
    TrainingSession.objects.create(event=event, starts_at=later, ends_at=later + timedelta(hours=2))
    desk.join(event, "Sanne")
    reserve(event, 1, organisation=desk.organisation, actor=desk.actor, submission_id=new_submission_id())

    assert entries(make(desk)) == [
        ("Begeleiden (1/2)", "2 personen: Sanne"),
        ("Begeleiden (2/2)", "2 personen: Sanne"),
    ]


def test_feed_leaves_out_who_was_erased_and_what_is_long_ago(site):
    desk = Desk()
    old, gone = TrainingEventFactory(), TrainingEventFactory()
    desk.join(old, "Sanne")
    (bilal,) = desk.join(gone, "Bilal")
    path = make(desk)
    assert len(entries(path)) == 2
    forgetting.erase(bilal)
    old.starts_at = timezone.now() - timedelta(days=91)
    old.save()

    assert entries(path) == []


def test_feed_is_kept_by_nobody(site):
    response = Client().get(make(Desk()))

    names = ("Cache-Control", "Referrer-Policy", "X-Robots-Tag", "Content-Type")
    assert (response.status_code, [response.headers[name] for name in names]) == (
        200,
        ["no-store", "no-referrer", "noindex", "text/calendar; charset=utf-8"],
    )


def test_new_address_ends_the_old_one_and_only_a_hash_is_stored(site):
    desk = Desk()
    first = make(desk)
    second = make(desk)

    token = second.split("/")[-1].removesuffix(".ics")
    assert [Client().get(path).status_code for path in (first, second)] == [404, 200]
    assert OrganisationFeed.objects.filter(digest__contains=token).count() == 0
    assert (OrganisationFeed.objects.count(), token in desk.get(PAGE).content.decode()) == (1, False)


def test_feed_is_ended_by_a_button(site):
    desk = Desk()
    path = make(desk)

    response = desk.post(PAGE, {"action": "end"})

    assert (response.status_code, response["Location"]) == (303, PAGE)
    assert (Client().get(path).status_code, OrganisationFeed.objects.count()) == (404, 0)


def test_feed_costs_a_fixed_number_of_queries(site, django_assert_num_queries):
    desk = Desk()
    for event in TrainingEventFactory.create_batch(3):
        desk.join(event, f"Mens {event.pk}")
    path = make(desk)
    Client().get(path)

    # Organisation, people with their trainings, sessions, and whether this was written down today.
    with django_assert_num_queries(4):
        Client().get(path)


def test_page_of_the_address_is_for_coordinators_and_changes_nothing_by_looking(site):
    desk = Desk()

    response = desk.get(PAGE, {"action": "renew"})

    assert (response.headers["Cache-Control"], OrganisationFeed.objects.count()) == ("no-store", 0)
    assert statuses(PAGE, method="post", action="renew") == {
        "stranger": 302,
        "another coordinator": 200,  # of the own organisation
        "editor": 404,
        "without organisation": 404,
    }
    assert OrganisationFeed.objects.filter(organisation=desk.organisation).count() == 0


def test_reading_the_calendar_is_written_down_once_a_day(site):
    desk = Desk()
    desk.join(TrainingEventFactory(), "Sanne", "Bilal")
    path = make(desk)

    for _time in range(2):
        Client().get(path)

    (look,) = PersonalDataAccess.objects.all()
    assert (look.what, look.organisation, look.people, look.user) == (
        "calendar",
        desk.organisation,
        2,
        None,
    )
    note_calendar(desk.organisation, 2, look.at + timedelta(days=1))
    assert PersonalDataAccess.objects.count() == 2


def test_calendar_without_people_is_no_look_at_anybody(site):
    Client().get(make(Desk()))

    assert PersonalDataAccess.objects.count() == 0
