"""Who acts for which organisation: said by administrators, by a scenario and by the demonstration."""

import pytest
from django.db.models import ProtectedError

from cms.choices import Role
from home.demo.logins import make_logins
from home.scenario import ScenarioError, make_scenario
from network.models import Coordinator
from tests.cms.editors import browser, somebody
from tests.factories import CoordinatorFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def pairs() -> list[tuple[str, str]]:
    return list(Coordinator.objects.values_list("user__email", "organisation__slug"))


def test_administrator_says_who_acts_for_which_organisation(site):
    user, organisation = somebody(Role.COORDINATOR), OrganisationFactory()
    client = browser(somebody(Role.ADMINISTRATOR))

    client.post("/cms/snippets/network/coordinator/add/", {"user": user.pk, "organisation": organisation.pk})

    assert list(Coordinator.objects.values_list("user", "organisation")) == [(user.pk, organisation.pk)]


@pytest.mark.parametrize(
    ("role", "may_see", "may_add"),
    [(Role.ADMINISTRATOR, True, True), (Role.ORGANISER, True, False), (Role.EDITOR, False, False)],
)
def test_coordinators_are_seen_and_made_by_role(site, role, may_see, may_add):
    client = browser(somebody(role))
    screens = ("/cms/snippets/network/coordinator/", "/cms/snippets/network/coordinator/add/")

    answers = tuple(client.get(path).status_code == 200 for path in screens)

    assert answers == (may_see, may_add)


def test_scenario_makes_a_coordinator_of_the_organisation_it_names(site):
    cora = {"email": "c@example.org", "role": "coordinator", "organisation": "org-a", "password": "geheim"}
    organisation = {"slug": "org-a", "name": "Org A", "kind": "care"}

    make_scenario({"organisations": [organisation], "users": [cora]})

    assert pairs() == [("c@example.org", "org-a")]


def test_scenario_with_an_unknown_organisation_makes_nobody(site):
    cora = {"email": "c@example.org", "role": "coordinator", "organisation": "org-x", "password": "geheim"}

    with pytest.raises(ScenarioError):
        make_scenario({"users": [cora]})

    assert pairs() == []


def test_demonstration_coordinator_acts_for_het_laar():
    OrganisationFactory(slug="het-laar")

    make_logins()

    assert pairs() == [("coordinator@example.org", "het-laar")]


def test_organisation_with_a_coordinator_is_not_deleted():
    coordinator = CoordinatorFactory()

    with pytest.raises(ProtectedError):
        coordinator.organisation.delete()

    assert Coordinator.objects.count() == 1
