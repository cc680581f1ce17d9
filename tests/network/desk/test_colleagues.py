"""A coordinator registers colleagues, at the desk and with the public form."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from cms.choices import Role
from network.models import Registration, Submission
from tests.cms.editors import browser, somebody
from tests.factories import OrganisationFactory, TrainingEventFactory
from tests.network.desk.coordinators import Desk, statuses
from tests.network.registering.forms import answer, marks, opened
from tests.network.registration.people import line

pytestmark = pytest.mark.django_db
PLACES = ["/mijn/trainingen/{}/aanmelden/", "/trainingen/{}/aanmelden/"]
EMPTY = {"people-5-name": "", "people-5-email": "", "people-5-role": "", "people-5-remarks": ""}


def rows(*names: str, **values) -> dict[str, str]:
    data = {"submission_id": opened()}
    for number, name in enumerate(names):
        data |= {f"people-{number}-name": name, f"people-{number}-email": f"{name.lower()}@example.org"}
    return {**data, **values}


@pytest.fixture(params=PLACES, ids=["desk", "public"])
def place(request):
    return request.param


def test_coordinator_registers_more_than_five_who_need_not_confirm(site, place):
    desk = Desk()
    event = TrainingEventFactory(capacity=5)
    names = [f"Mens{number}" for number in range(6)]

    response = desk.post(place.format(event.slug), rows(*names, group="fit"))

    found = list(Registration.objects.order_by("sequence"))
    assert response["Location"] == f"/trainingen/{event.slug}/aanmelden/{found[0].submission_id}/"
    assert line(event) == {"confirmed": names[:5], "waiting": names[5:], "cancelled": []}
    assert {(one.organisation, one.origin, one.registered_by, one.confirm_by) for one in found} == {
        (desk.organisation, "coordinator", desk.user, None)
    }


def test_coordinator_sees_names_and_links_on_the_answer_and_others_do_not(site, place):
    desk = Desk()
    event = TrainingEventFactory()
    response = desk.post(place.format(event.slug), rows("Sanne", "Bilal", group="all"))

    own = desk.get(response["Location"]).content.decode()
    strange = Desk().get(response["Location"]).content.decode()

    assert (own.count("/aanmelding/"), own.count("Sanne: ")) == (
        3,
        1,
    )  # two links, and the one to a lost link
    assert (strange.count("/aanmelding/"), strange.count("Sanne")) == (1, 0)
    assert ("Bevestig binnen" in own, 'href="/mijn/"' in own.split("<main")[1]) == (False, True)


def test_empty_rows_are_nobody_wherever_they_stand(site, place):
    desk = Desk()
    event = TrainingEventFactory()
    data = rows("Sanne", "Bilal", group="fit", **EMPTY)
    data |= {"people-2-name": "Fatima", "people-2-email": "fatima@example.org"}
    data |= {"people-0-name": "", "people-0-email": "", "people-0-role": ""}

    response = desk.post(place.format(event.slug), data)

    assert [one["registration"] for one in answer(desk.client, response)] == ["1", "2"]
    assert line(event)["confirmed"] == ["Bilal", "Fatima"]


def test_one_colleague_needs_no_choice_about_the_others(site, place):
    desk = Desk()
    event = TrainingEventFactory(capacity=1)

    response = desk.post(
        place.format(event.slug), rows("Sanne", **{"people-0-role": "Docent", "people-0-remarks": "Later."})
    )

    assert [one["status"] for one in answer(desk.client, response)] == ["confirmed"]
    row = Registration.objects.get()
    assert (row.name, row.role, row.remarks) == ("Sanne", "Docent", "Later.")


def test_plain_fields_of_one_person_work_for_a_coordinator_too(site, place):
    desk = Desk()
    event = TrainingEventFactory()
    data = {"name": "Sanne", "email": "Sanne@example.org", "organisation": desk.organisation.slug}

    desk.post(place.format(event.slug), {"submission_id": opened(), "remarks": "Later.", **data})

    row = Registration.objects.get()
    assert (row.email, row.organisation, row.remarks) == ("sanne@example.org", desk.organisation, "Later.")


@pytest.mark.parametrize(
    "change",
    [
        {"people-1-name": ""},
        {"people-1-email": "bilal"},
        {"people-1-email": "sanne@example.org"},
        {"group": ""},
        {"organisation": "elders"},
        {"organisation_other": "Elders"},
        {"people-1-organisation": "elders"},
        {"people-50-name": "Een te veel", "people-50-email": "veel@example.org"},
        {"people-0-name": "", "people-0-email": "", "people-1-name": "", "people-1-email": ""},
        {"website": "https://example.org"},
        {"submission_id": "3f0c0f0e-0000-4000-8000-000000000000"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_rows_that_are_not_right_are_422_and_store_nothing(site, place, change):
    OrganisationFactory(slug="elders")
    desk = Desk()
    event = TrainingEventFactory()

    response = desk.post(place.format(event.slug), rows("Sanne", "Bilal", **{"group": "all", **change}))

    assert (response.status_code, marks(response)) == (422, [{"error": "invalid"}])
    assert (Submission.objects.count(), Registration.objects.count()) == (0, 0)


def test_all_or_nobody_is_refused_when_not_everybody_fits_and_keeps_what_was_typed(site, place):
    desk = Desk()
    event = TrainingEventFactory(capacity=1)

    response = desk.post(place.format(event.slug), rows("Sanne", "Bilal", group="all"))

    assert (response.status_code, marks(response)) == (409, [{"error": "full"}])
    assert 'value="bilal@example.org"' in response.content.decode()
    assert Registration.objects.count() == 0


def test_form_begins_with_three_rows_and_grows(site, place):
    desk = Desk()
    event = TrainingEventFactory()

    first = desk.get(place.format(event.slug)).content.decode()
    more = desk.post(place.format(event.slug), rows("Sanne", **{"people-2-name": "", "more": "1"}))
    asked = desk.get(place.format(event.slug), {"personen": "7"}).content.decode()
    most = desk.get(place.format(event.slug), {"personen": "800"}).content.decode()

    grown = more.content.decode()
    assert [html.count('-name" ') for html in (first, grown, asked, most)] == [
        3,
        6,
        7,
        50,
    ]
    assert ('value="Sanne"' in grown, ' name="more"' in grown, ' name="more"' in most) == (True, True, False)
    assert ('name="organisation"' in first, " checked" in first) == (False, False)


def test_form_sent_twice_is_one_answer(site, place):
    desk = Desk()
    event = TrainingEventFactory()
    data = rows("Sanne", "Bilal", group="all")

    first, second = (desk.post(place.format(event.slug), data) for _time in range(2))

    assert (first.status_code, first["Location"]) == (303, second["Location"])
    assert Registration.objects.count() == 2


def test_form_at_the_desk_needs_djangos_token(site):
    desk = Desk()
    client = Client(enforce_csrf_checks=True)
    client.force_login(desk.user)
    path = PLACES[0].format(TrainingEventFactory().slug)

    refused = client.post(path, rows("Sanne"))
    token = client.get(path).content.decode().split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    taken = client.post(path, rows("Sanne", csrfmiddlewaretoken=token))

    assert (refused.status_code, taken.status_code) == (403, 303)


def test_public_form_of_a_coordinator_refuses_another_site(site):
    desk = Desk()
    event = TrainingEventFactory()

    response = desk.client.post(
        PLACES[1].format(event.slug), rows("Sanne"), headers={"sec-fetch-site": "cross-site"}
    )

    assert (response.status_code, Registration.objects.count()) == (403, 0)


def test_desk_form_is_for_coordinators_and_kept_by_nobody(site):
    desk = Desk()
    event = TrainingEventFactory()
    path = PLACES[0].format(event.slug)

    response = desk.get(path)

    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-store")
    assert statuses(path) == {
        "stranger": 302,
        "another coordinator": 200,  # for the own people
        "editor": 404,
        "without organisation": 404,
    }
    assert statuses("/mijn/trainingen/bestaat-niet/aanmelden/")["another coordinator"] == 404


def test_public_form_stays_the_visitors_for_who_acts_for_nobody(site):
    path = PLACES[1].format(TrainingEventFactory().slug)
    assert 'name="organisation"' not in Desk().get(path).content.decode()

    assert statuses(path) == {
        "stranger": 200,
        "another coordinator": 200,
        "editor": 200,
        "without organisation": 200,
    }
    assert 'name="organisation"' in browser(somebody(Role.EDITOR)).get(path).content.decode()


def test_closed_training_says_so_to_a_coordinator(site, place):
    desk = Desk()
    event = TrainingEventFactory(registration_closes_at=timezone.now() - timedelta(days=1))

    seen = desk.get(place.format(event.slug))
    sent = desk.post(place.format(event.slug), rows("Sanne"))

    assert (seen.status_code, marks(seen)) == (200, [{"error": "closed"}])
    assert (sent.status_code, marks(sent)) == (409, [{"error": "closed"}])
    assert Registration.objects.count() == 0
