"""Who gets to the desk at /mijn/, and what stands on it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from cms.choices import Role
from network.desk_access import coordinator_required
from tests.cms.editors import browser, somebody
from tests.factories import CoordinatorFactory, OrganisationFactory, TrainingEventFactory

pytestmark = pytest.mark.django_db
DESK = "/mijn/"


@coordinator_required
def who_acts(request):
    return HttpResponse(request.organisation.name)


def ask(user, path="/mijn/iets/"):
    request = RequestFactory().get(path)
    request.user = user
    return who_acts(request)


def test_desk_sends_a_stranger_to_the_login_and_back(site, client):
    response = client.get(DESK)

    assert (response.status_code, response.headers["Location"]) == (302, "/mijn/inloggen/?next=/mijn/")


def test_view_of_the_desk_sends_a_stranger_to_the_login_and_back():
    response = ask(AnonymousUser())

    assert (response.status_code, response.headers["Location"]) == (302, "/mijn/inloggen/?next=/mijn/iets/")


def test_view_of_the_desk_does_not_exist_for_who_acts_for_nobody():
    with pytest.raises(Http404):
        ask(somebody(Role.EDITOR))


def test_view_of_the_desk_gets_the_coordinators_own_organisation():
    coordinator = CoordinatorFactory(organisation=OrganisationFactory(name="Het Laar"))
    CoordinatorFactory(organisation=OrganisationFactory(name="Maasduinen"))

    response = ask(coordinator.user)

    assert response.content == b"Het Laar"


def test_desk_says_whom_to_ask_to_who_acts_for_nobody(site):
    response = browser(somebody(Role.COORDINATOR)).get(DESK)

    assert response.status_code == 200
    assert "Je account heeft nog geen organisatie" in response.content.decode()


def test_desk_says_who_is_logged_in_and_is_kept_by_nobody(site):
    coordinator = CoordinatorFactory(user__email="cora@example.org", organisation__name="Het Laar")

    response = browser(coordinator.user).get(DESK)

    html = response.content.decode()
    assert response.headers["Cache-Control"] == "no-store"
    assert ("Ingelogd als cora@example.org" in html, ">Het Laar</h1>" in html) == (True, True)


@pytest.mark.parametrize("number", [1, 3])
def test_desk_lists_coming_trainings_in_a_fixed_number_of_queries(site, django_assert_num_queries, number):
    coordinator = CoordinatorFactory()
    TrainingEventFactory.create_batch(number)
    TrainingEventFactory(starts_at=timezone.now() - timedelta(days=1))
    client = browser(coordinator.user)

    with django_assert_num_queries(7):  # session, user, organisation, trainings, own people, site, menus
        html = client.get(DESK).content.decode()

    assert html.count('class="training-row ') == number


def test_public_pages_name_nobody_who_is_logged_in(site):
    coordinator = CoordinatorFactory(user__email="cora@example.org")
    client = browser(coordinator.user)
    assert "cora@example.org" in client.get(DESK).content.decode()

    html = client.get("/trainingen/").content.decode()

    assert ("cora@example.org" in html, 'href="/mijn/"' in html) == (False, True)
