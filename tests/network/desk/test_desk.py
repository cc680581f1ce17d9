"""The start of the desk: trainings with the own people, and who goes where."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from network.desk_people import parties
from network.models import PersonalDataAccess
from network.registration import cancelling, forgetting
from tests.factories import TrainingEventFactory
from tests.network.desk.coordinators import Desk
from tests.network.registration.people import join, somebody

pytestmark = pytest.mark.django_db
DESK = "/mijn/"


def words(response) -> str:
    """The text of the main part in one line."""
    main = response.content.decode().split("<main")[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", main).split())


def test_own_people_are_those_of_the_organisation_with_their_place_in_line(site):
    desk, other = Desk(), Desk()
    event = TrainingEventFactory(capacity=1)
    desk.join(event, "Sanne")
    other.join(event, "Vreemde")
    desk.join(event, "Bilal")
    join(event, somebody("Elders"))

    found = parties(desk.organisation, timezone.now())

    assert [(party.event, party.taking_part, party.waiting) for party in found] == [(event, 1, 1)]
    assert [(one.name, one.status, one.position) for one in found[0].people] == [
        ("Sanne", "confirmed", None),
        ("Bilal", "waiting", 2),
    ]


def test_own_people_are_without_who_left_and_who_was_erased(site):
    desk = Desk()
    event = TrainingEventFactory(capacity=3)
    left, erased, _stays = desk.join(event, "Sanne", "Bilal", "Fatima")
    cancelling.cancel(left)
    forgetting.erase(erased)

    found = parties(desk.organisation, timezone.now())

    assert [one.name for party in found for one in party.people] == ["Fatima"]


def test_desk_says_who_goes_where_also_of_the_past(site):
    desk = Desk()
    coming = TrainingEventFactory(title="Straks", capacity=1)
    past = TrainingEventFactory(title="Toen")
    desk.join(coming, "Sanne", "Bilal")
    desk.join(past, "Fatima")
    past.starts_at = timezone.now() - timedelta(days=3)
    past.ends_at = past.starts_at + timedelta(hours=3)
    past.save()

    text = words(desk.get(DESK))

    to_come, over = text.split("Wie gaat waarheen")[-1].split("Begonnen of geweest")
    assert ("1 van ons doet mee, 1 van ons wacht" in text, "Nog niemand van ons" in text) == (True, False)
    assert ("Sanne heeft een plaats" in to_come, "Bilal op de wachtlijst, plaats 1" in to_come) == (
        True,
        True,
    )
    assert ("Toen" in over, "Fatima heeft een plaats" in over, "Fatima" in to_come) == (True, True, False)


def test_desk_shows_nobody_of_another_organisation(site):
    desk, other = Desk(), Desk()
    event = TrainingEventFactory()
    other.join(event, "Vreemde")
    assert "Vreemde" in words(other.get(DESK))

    text = words(desk.get(DESK))

    assert ("Vreemde" in text, "Nog niemand van ons" in text) == (False, True)


def test_desk_offers_to_register_only_where_it_can_be_done(site):
    desk = Desk()
    TrainingEventFactory(slug="open")
    TrainingEventFactory(slug="dicht", registration_closes_at=timezone.now() - timedelta(days=1))

    html = desk.get(DESK).content.decode()

    assert re.findall(r'href="/mijn/trainingen/([a-z]+)/aanmelden/"', html) == ["open"]


def test_desk_notes_that_somebody_saw_the_list_and_each_person(site):
    desk = Desk()
    event = TrainingEventFactory(capacity=5)
    sanne, _bilal = desk.join(event, "Sanne", "Bilal")
    Desk().get(DESK)  # nobody to see

    desk.get(DESK)
    desk.get(f"/mijn/aanmeldingen/{sanne.reference}/")

    seen = PersonalDataAccess.objects.order_by("pk").values_list("user", "event", "what", "people")
    assert list(seen) == [(desk.user.pk, None, "list", 2), (desk.user.pk, event.pk, "person", 1)]


@pytest.mark.parametrize("number", [1, 3])
def test_desk_costs_a_fixed_number_of_queries(site, django_assert_num_queries, number):
    desk = Desk()
    for event in TrainingEventFactory.create_batch(number, capacity=1):
        desk.join(event, *[f"Mens {event.pk} {one}" for one in range(number + 1)])
    desk.get(DESK)

    with django_assert_num_queries(8):  # session, user, organisation, trainings, own people, log, site, menus
        html = desk.get(DESK).content.decode()

    assert html.count("op de wachtlijst") == number * number
