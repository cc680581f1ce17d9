from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from network.models import Registration, TrainingEvent
from network.organiser.overview import overview
from network.registration import actors
from network.registration.organising import change_capacity
from tests.factories import OrganisationFactory, TrainingEventFactory
from tests.network.organiser.pages import address, names, texts
from tests.network.registration.people import join, named, somebody

pytestmark = pytest.mark.django_db
QUERIES = 19


def test_list_shows_everybody_with_status_and_place_in_line(event, organiser):
    page = organiser.get(address("registrations", event))

    assert names(page) == ["Sanne", "Bilal", "Fenna", "Gerrit"]
    assert texts(page, ".zin-people td:nth-child(4)") == [
        "ingeschreven",
        "ingeschreven",
        "op de wachtlijst plaats 1",
        "op de wachtlijst plaats 2",
    ]
    assert texts(page, ".zin-numbers dd") == ["2 van 2", "0", "2", "0"]


def test_list_is_filtered_searched_and_sorted(event, organiser):
    laar = OrganisationFactory(name="Het Laar")
    Registration.objects.filter(event=event, name="Gerrit").update(organisation=laar)
    Registration.objects.filter(event=event, name="Fenna").update(role="docent")
    join(TrainingEventFactory(), somebody("Elders", role="leerling"))

    def shown(**query):
        return names(organiser.get(address("registrations", event), query))

    assert shown(status="waiting") == ["Fenna", "Gerrit"]
    assert shown(organisatie=laar.pk) == ["Gerrit"]
    assert shown(functie="docent") == ["Fenna"]
    assert shown(zoek="FENNA@") == ["Fenna"]
    assert shown(zoek="nie") == []
    assert shown(sorteer="naam") == ["Bilal", "Fenna", "Gerrit", "Sanne"]
    assert shown(sorteer="-naam") == ["Sanne", "Gerrit", "Fenna", "Bilal"]
    page = organiser.get(address("registrations", event))
    assert texts(page, "[name=functie] option") == ["Alle", "docent"]
    assert shown(status="onzin", organisatie="x", functie="x", sorteer="email", p="x") == [
        "Sanne",
        "Bilal",
        "Fenna",
        "Gerrit",
    ]


def test_hundred_people_stand_on_a_page(organiser):
    event = TrainingEventFactory(capacity=200)
    join(event, *(f"Iemand {number:03}" for number in range(101)))

    assert len(names(organiser.get(address("registrations", event)))) == 100
    assert names(organiser.get(address("registrations", event), {"p": "2"})) == ["Iemand 100"]


@pytest.mark.parametrize("people", [1, 30])
def test_list_costs_the_same_queries_for_one_and_for_thirty(organiser, people, django_assert_num_queries):
    event = TrainingEventFactory(capacity=15)
    join(event, *(f"Iemand {number}" for number in range(people)), actor=actors.organiser())
    organiser.get(address("registrations", event))

    with django_assert_num_queries(QUERIES):
        organiser.get(address("registrations", event))


def test_needs_are_shown_only_when_asked_for(organiser):
    event = TrainingEventFactory(asks_dietary_needs=True)
    join(event, somebody("Noor", dietary_needs="zonder noten"))

    assert "zonder noten" not in organiser.get(address("registrations", event)).content.decode()
    shown = organiser.get(address("registrations", event), {"behoeften": "on"})

    assert texts(shown, ".zin-people td:nth-child(6)") == ["zonder noten"]


def warnings(event, at=None, **values) -> list[str]:
    TrainingEvent.objects.filter(pk=event.pk).update(**values)
    counted = TrainingEvent.objects.with_seats_taken().get(pk=event.pk)
    return overview(counted, at or timezone.now()).warnings


def test_overview_warns_of_what_an_organiser_must_know(event):
    over = "Er is 1 persoon meer ingeschreven dan er plaatsen zijn. Niemand is een plaats kwijtgeraakt."
    full = "De training is vol en heeft geen wachtlijst. Wie nu komt, kan zich niet aanmelden."
    free = (
        "Er zijn vrije plaatsen en er wachten mensen. De training begint gauw, dus jij beslist wie een "
        "plaats krijgt."
    )

    assert warnings(event) == []
    assert warnings(event, capacity=1) == [over]
    assert warnings(event, capacity=2, has_waiting_list=False) == [full]
    assert warnings(event, capacity=3, at=event.starts_at - timedelta(hours=47)) == [free]
    assert warnings(event, capacity=3, at=event.ends_at) == []


def test_unconfirmed_addresses_are_counted(organiser):
    event = TrainingEventFactory()
    join(event, "Noor")

    page = organiser.get(address("registrations", event))

    assert texts(page, ".zin-numbers dd") == ["1 van 2", "1", "0", "1"]


def test_list_and_editor_lead_to_the_registrations(event, organiser):
    url = address("registrations", event)
    listed = organiser.get(reverse("wagtailsnippets_network_trainingevent:list"))
    edited = organiser.get(reverse("wagtailsnippets_network_trainingevent:edit", args=[event.pk]))

    assert [texts(page, f'a[href="{url}"]') for page in (listed, edited)] == [["Aanmeldingen (2 + 2)"]] * 2


def test_dead_registration_has_no_menu(event, organiser):
    Registration.objects.filter(pk=named(event, "Sanne").pk).update(status="cancelled")

    page = organiser.get(address("registrations", event), {"status": "cancelled"})

    assert names(page) == ["Sanne"]
    assert texts(page, ".zin-people__menu") == [""]


def test_changes_of_the_training_stand_below_the_list(event, organiser):
    change_capacity(event, 3, reason="Grotere zaal", actor=actors.organiser())

    page = organiser.get(address("registrations", event))

    [changed] = texts(page, ".zin-rows li span:first-child")
    assert changed == "aantal plaatsen veranderd: Grotere zaal"
