"""Several people in one form: rows, their organisation, and what is not right about them."""

import pytest

from network.models import Registration
from tests.factories import OrganisationFactory, TrainingEventFactory
from tests.network.registering.forms import answer, marks, send, several

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "change",
    [
        {"group": ""},
        {"group": "maybe"},
        {"people-1-email": "SANNE@example.org"},
        {"people-1-name": ""},
        {"people-5-name": "Zes"},
        {"organisation": ""},
        {"people-1-organisation": "other", "people-1-organisation_other": ""},
        {"people-1-organisation": "bestaat-niet"},
    ],
    ids=repr,
)
def test_several_people_with_something_not_right_are_422(site, client, change):
    event = TrainingEventFactory(capacity=9)
    data = {**several("Sanne", "Bilal"), "organisation": event.host.slug, "organisation_other": "", **change}

    response = send(client, event, data)

    assert (response.status_code, marks(response)) == (422, [{"error": "invalid"}])
    assert Registration.objects.count() == 0
    assert 'value="Sanne"' in response.content.decode()


def test_rows_left_empty_are_nobody(site, client):
    event = TrainingEventFactory(capacity=9)

    response = send(client, event, several("Sanne", "", "Bilal", **{"people-1-email": ""}))

    assert response.status_code == 303
    assert list(Registration.objects.order_by("sequence").values_list("name", flat=True)) == [
        "Sanne",
        "Bilal",
    ]


def test_person_may_have_an_own_organisation_and_role(site, client):
    organisation = OrganisationFactory(slug="het-laar")
    event = TrainingEventFactory(capacity=9)
    own = {"people-1-organisation": "het-laar", "people-1-role": "Student", "role": "Docent"}

    send(client, event, several("Sanne", "Bilal", **own))

    rows = Registration.objects.order_by("sequence").values_list("organisation", "organisation_name", "role")
    assert list(rows) == [(None, "Elders", "Docent"), (organisation.pk, "", "Student")]


def test_top_organisation_may_miss_when_everybody_has_an_own(site, client):
    event = TrainingEventFactory(capacity=9)
    data = several("Sanne", "Bilal", organisation="", organisation_other="")
    data |= {"people-0-organisation_other": "Elders", "people-0-organisation": "other"}
    data |= {"people-1-organisation_other": "Ergens", "people-1-organisation": "other"}

    send(client, event, data)

    names = Registration.objects.order_by("sequence").values_list("organisation_name", flat=True)
    assert list(names) == ["Elders", "Ergens"]


def test_a_further_row_keeps_what_was_typed_and_stores_nothing(site, client):
    event = TrainingEventFactory()

    response = send(client, event, several("Sanne", "Bilal", more="1"))

    text = response.content.decode()
    assert response.status_code == 200
    assert 'value="Bilal"' in text
    assert "people-2-name" in text
    assert "people-3-name" not in text
    assert "data-error" not in text
    assert Registration.objects.count() == 0


def test_errors_of_several_name_the_person(site, client):
    event = TrainingEventFactory()

    text = send(client, event, several("Sanne", "Bilal", **{"people-1-email": "x"})).content.decode()

    assert '<a href="#id_people-1-email">Persoon 2: E-mailadres van je werk: ' in text


@pytest.mark.parametrize("known", ["Noor", "Omar", "Pien"])
def test_page_of_a_group_shows_nobody_who_is_registered_already(site, client, known):
    event = TrainingEventFactory(capacity=1)
    answer(client, send(client, event, several("Sanne", known)))

    page = answer(client, send(client, event, several("Noor", "Omar", "Pien")))

    references = [one.pop("reference") for one in page]
    assert page == [
        {"registration": "1", "status": "waiting", "position": "2"},
        {"registration": "2", "status": "waiting", "position": "3"},
        {"registration": "3", "status": "waiting", "position": "4"},
    ]
    assert len(set(references)) == 3
    assert Registration.objects.count() == 4
