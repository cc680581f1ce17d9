"""The invented people of the demonstration: places left, people who wait, and no mail for anybody."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms import outbox
from cms.models import OutgoingMail
from home.demo.generate_registrations import generate_registrations
from home.demo.load import load_demonstration
from network import jobs
from network.interest_listing import idea_cards
from network.models import Registration, TrainingEvent
from network.registration.invariants import breaches
from tests.factories import TrainingEventFactory

pytestmark = pytest.mark.django_db


def places(slug: str) -> tuple[int, int, int]:
    event = TrainingEvent.objects.with_seats_taken().get(slug=slug)
    return event.capacity, event.seats_taken, event.people_waiting


def everybody() -> list[tuple]:
    rows = Registration.objects.order_by("event__slug", "sequence")
    return list(rows.values_list("event__slug", "email", "status", "sequence"))


def test_demonstration_has_people_and_nothing_to_send(db, mailoutbox):
    load_demonstration()
    before = everybody()

    load_demonstration()
    at = timezone.now()
    jobs.lapse_registrations(at)
    jobs.send_reminders(at + timedelta(days=9))
    outbox.send_due()

    assert everybody() == before
    assert places("vragen-stellen-online") == (8, 8, 3)
    assert places("verdiepingsdag-intervisie") == (4, 3, 0)
    assert places("docent-op-de-werkvloer") == (6, 5, 0)
    assert breaches(at) == []
    assert OutgoingMail.objects.exclude(state="sent").count() == 0
    assert mailoutbox == []
    assert [card.meta["note"][:2] for card in idea_cards()] == ["7 ", "4 "]
    assert {email.rpartition("@")[2] for _slug, email, _status, _sequence in before} == {"example.org"}


def test_generated_registrations_are_the_same_for_the_same_number():
    events = [TrainingEventFactory(slug=f"belasting-{number}", capacity=2) for number in (1, 2)]

    generate_registrations(7)
    first = everybody()
    generate_registrations(7)

    assert everybody() == first
    assert [status for slug, _email, status, _sequence in first if slug == "belasting-1"] == [
        "confirmed",
        "confirmed",
        "waiting",
        "waiting",
    ]
    assert (len(first), len(events)) == (7, 2)
    assert breaches(timezone.now()) == []
    assert set(OutgoingMail.objects.values_list("state", flat=True)) == {"sent"}


def test_generated_registrations_grow_to_the_number():
    TrainingEventFactory(slug="belasting-1", capacity=50)
    generate_registrations(3)

    generate_registrations(5)

    assert [sequence for *_rest, sequence in everybody()] == [1, 2, 3, 4, 5]
