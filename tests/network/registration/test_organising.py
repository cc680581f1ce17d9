from datetime import timedelta

import pytest
from django.utils import timezone

from network.models import RegistrationLogEntry, TrainingEvent
from network.registration import actors
from network.registration.cancelling import cancel
from network.registration.changes import settle
from network.registration.errors import ReasonMissing
from network.registration.organising import (
    cancel_training,
    change_capacity,
    give_place_by_hand,
    place_in_line,
)
from tests.factories import TrainingEventFactory
from tests.network.registration.people import join, line, mails, named

pytestmark = pytest.mark.django_db
ORGANISER = actors.organiser()


@pytest.fixture
def full():
    event = TrainingEventFactory(capacity=1)
    for name in ("Sanne", "Bilal", "Fenna", "Gerrit"):
        join(event, name)
    return event


def test_more_places_go_to_the_line_in_order(full):
    over = change_capacity(full, 3, actor=ORGANISER)

    assert over == 0
    assert line(full)["confirmed"] == ["Sanne", "Bilal", "Fenna"]
    assert mails(full)[4:] == [("promoted", "Bilal"), ("promoted", "Fenna")]


def test_fewer_places_take_no_seat_and_say_how_many_are_over(full):
    change_capacity(full, 3, actor=ORGANISER)

    over = change_capacity(full, 1, actor=ORGANISER)
    cancel(named(full, "Sanne"))

    assert over == 2
    assert line(full)["confirmed"] == ["Bilal", "Fenna"]


def test_draft_in_the_editor_keeps_the_new_number_of_places(full):
    full.title = "Nieuwe titel"
    full.save_revision()

    change_capacity(full, 3, actor=ORGANISER)

    draft = TrainingEvent.objects.get(pk=full.pk).get_latest_revision_as_object()
    assert (draft.title, draft.capacity) == ("Nieuwe titel", 3)


def test_publishing_more_places_gives_them_to_the_line(full):
    full.capacity = 2
    full.save_revision().publish()

    assert line(full)["confirmed"] == ["Sanne", "Bilal"]


def test_place_by_hand_needs_a_reason_and_is_logged(full):
    with pytest.raises(ReasonMissing):
        give_place_by_hand(named(full, "Gerrit"), reason=" ", actor=ORGANISER)
    give_place_by_hand(named(full, "Gerrit"), reason="Is de trainer van morgen", actor=ORGANISER)

    assert line(full) == {"confirmed": ["Sanne", "Gerrit"], "waiting": ["Bilal", "Fenna"], "cancelled": []}
    entry = RegistrationLogEntry.objects.get(action="forced")
    assert (entry.reason, entry.taken, entry.capacity) == ("Is de trainer van morgen", 2, 1)


def test_place_in_line_keeps_the_order_of_the_others(full):
    place_in_line(named(full, "Gerrit"), 1, reason="Stond er eerst", actor=ORGANISER)

    assert line(full)["waiting"] == ["Gerrit", "Bilal", "Fenna"]


def test_cancelled_training_ends_every_registration_and_tells_each_person_once(full):
    cancel_training(full, reason="De trainer is ziek", actor=ORGANISER)
    settle(full)

    assert line(full) == {"confirmed": [], "waiting": [], "cancelled": ["Sanne", "Bilal", "Fenna", "Gerrit"]}
    assert mails(full)[4:] == [("event-cancelled", name) for name in ("Sanne", "Bilal", "Fenna", "Gerrit")]


def test_cancelling_a_training_needs_a_reason(full):
    with pytest.raises(ReasonMissing):
        cancel_training(full, reason="", actor=ORGANISER)

    assert TrainingEvent.objects.get(pk=full.pk).cancelled_at is None


def test_published_move_is_told_to_everybody_once(full):
    full.starts_at += timedelta(days=7)
    full.ends_at += timedelta(days=7)
    full.change_reason = "De zaal was bezet"

    full.save_revision().publish()
    full.save_revision().publish()

    assert mails(full)[4:] == [("changed", name) for name in ("Sanne", "Bilal", "Fenna", "Gerrit")]
    assert [named(full, name).calendar_sequence for name in ("Sanne", "Bilal")] == [1, 0]


def test_publishing_other_words_tells_nobody(full):
    full.title = "Andere titel"
    full.save_revision().publish()

    assert mails(full)[4:] == []


def test_released_shares_go_to_the_line():
    event = TrainingEventFactory(
        capacity=3, seats_per_organisation=1, shares_released_at=timezone.now() + timedelta(days=1)
    )
    join(event, "Sanne", "Bilal")

    settle(event)
    before = line(event)["confirmed"]
    settle(event, at=event.shares_released_at)

    assert before == ["Sanne"]
    assert line(event)["confirmed"] == ["Sanne", "Bilal"]
