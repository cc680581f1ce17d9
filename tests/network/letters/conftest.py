"""A training and its mails."""

import pytest

from cms.models import OutgoingMail
from cms.outbox import send_due
from tests.factories import (
    TrainingEventFactory,
    VenueFactory,
)
from tests.network.conftest import local
from tests.network.letters.reading import MEETING


@pytest.fixture
def event(site):
    """Two seats in Tilburg, in the winter of 2031; the online link is for who has a seat."""
    return TrainingEventFactory(
        title="Coachen",
        slug="coachen",
        capacity=2,
        form="hybrid",
        online_link=MEETING,
        venue=VenueFactory(name="Het Laar", street="Laarstraat 1", postcode="5025 AB", travel_note="Bus 4."),
        starts_at=local(2031, 1, 14, 13, 30),
        ends_at=local(2031, 1, 14, 16, 30),
    )


@pytest.fixture
def sent(mailoutbox):
    """A function: empty the outbox as at a moment (default now), and return what went out."""

    def empty(at=None) -> list:
        before = len(mailoutbox)
        send_due(at)
        assert not OutgoingMail.objects.unsent().exists(), OutgoingMail.objects.unsent().first().last_error
        return mailoutbox[before:]

    return empty
