from uuid import uuid4

import pytest

from cms.models import OutgoingMail
from network.models import RegistrationLogEntry, Submission, TrainingEvent
from network.registration import actors
from network.registration.errors import ReasonMissing
from network.registration.foreseeing import foresee
from network.registration.organising import cancel_training, change_capacity
from network.registration.registering import register
from tests.factories import TrainingEventFactory
from tests.network.registration.people import join, line, somebody

pytestmark = pytest.mark.django_db
ORGANISER = actors.organiser()


@pytest.fixture
def full():
    event = TrainingEventFactory(capacity=1)
    for name in ("Sanne", "Bilal", "Fenna"):
        join(event, name)
    return event


def stored(event):
    models = (OutgoingMail, RegistrationLogEntry, Submission)
    event = TrainingEvent.objects.get(pk=event.pk)
    return [model.objects.count() for model in models], line(event), event.capacity, event.cancelled_at


def test_foreseen_capacity_says_who_gets_a_place_and_stores_nothing(full):
    before = stored(full)

    seen = foresee(change_capacity, full, 2, actor=ORGANISER)

    assert (seen.result, seen.promoted, seen.mails) == (0, ["Bilal"], 1)
    assert stored(full) == before


def test_foreseen_cancellation_counts_the_mails_and_stores_nothing(full):
    before = stored(full)

    seen = foresee(cancel_training, full, reason="De trainer is ziek", actor=ORGANISER)

    assert seen.mails == 3
    assert stored(full) == before


def test_foreseen_registrations_tell_status_and_place(full):
    before = stored(full)

    seen = foresee(register, full, [somebody("Noor")], submission_id=uuid4(), actor=ORGANISER)

    assert [(one["status"], one["position"]) for one in seen.result.outcome] == [("waiting", 3)]
    assert stored(full) == before


def test_refusal_is_foreseen_too(full):
    with pytest.raises(ReasonMissing):
        foresee(cancel_training, full, reason="", actor=ORGANISER)
