import pytest

from cms.choices import Role
from network.registration import actors
from tests.cms.editors import browser, somebody
from tests.factories import TrainingEventFactory
from tests.network.registration.people import join


@pytest.fixture
def organiser(site):
    """A browser in which an organiser is logged in."""
    return browser(somebody(Role.ORGANISER))


@pytest.fixture
def event(site):
    """Two places: Sanne and Bilal take part, Fenna and Gerrit wait."""
    event = TrainingEventFactory(title="Coachend begeleiden", slug="coachend", capacity=2)
    join(event, "Sanne", "Bilal", "Fenna", "Gerrit", actor=actors.organiser())
    return event
