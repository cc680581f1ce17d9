"""What a form is answered: as if everybody in it were new, or with a place at once by an organiser."""

from uuid import uuid4

import pytest
from django.utils import timezone

from cms.models import OutgoingMail
from network.models import Registration
from network.registration import actors
from network.registration.errors import NotAllowed
from network.registration.invariants import breaches
from network.registration.registering import register
from tests.factories import TrainingEventFactory
from tests.network.registration.people import join, line, mails, named, somebody

pytestmark = pytest.mark.django_db


def answers(submission) -> list[tuple]:
    return [(one["status"], one["position"]) for one in submission.outcome]


@pytest.mark.parametrize(
    "people", [("Known", "Noor", "Omar"), ("Noor", "Known", "Omar"), ("Noor", "Omar", "Known")]
)
@pytest.mark.parametrize("capacity", [1, 2, 3, 4, 5])
def test_answer_to_a_group_does_not_tell_who_is_registered_already(people, capacity):
    event, other = TrainingEventFactory(capacity=capacity), TrainingEventFactory(capacity=capacity)
    join(event, "Sanne", "Known")
    join(other, "Sanne", "Bilal")

    found, all_new = join(event, *people), join(other, "Noor", "Omar", "Pien")

    assert answers(found) == answers(all_new)
    assert len({one["reference"] for one in found.outcome}) == 3


def test_known_person_in_a_group_takes_no_place_in_line():
    event = TrainingEventFactory(capacity=1)
    join(event, "Sanne", "Known")

    submission = join(event, "Known", "Noor", "Omar")

    assert answers(submission) == [("waiting", 2), ("waiting", 3), ("waiting", 4)]
    assert line(event) == {"confirmed": ["Sanne"], "waiting": ["Known", "Noor", "Omar"], "cancelled": []}
    assert named(event, "Noor").position_now() == 2
    assert OutgoingMail.objects.get(kind="waiting", reference=named(event, "Noor").reference).data == {
        "position": 3,
        "calendar_sequence": 0,
    }


def test_seat_that_a_known_person_does_not_need_goes_down_the_line_at_once():
    event = TrainingEventFactory(capacity=2)
    join(event, "Known")

    submission = join(event, "Known", "Noor", "Omar")

    assert answers(submission) == [("confirmed", None), ("waiting", 1), ("waiting", 2)]
    assert line(event) == {"confirmed": ["Known", "Noor"], "waiting": ["Omar"], "cancelled": []}
    assert mails(event) == [
        ("confirmed", "Known"),
        ("waiting", "Noor"),
        ("waiting", "Omar"),
        ("promoted", "Noor"),
        ("link", "Known"),
    ]


def test_organiser_gives_a_place_at_once_in_one_step():
    event = TrainingEventFactory(capacity=1, has_waiting_list=False)
    join(event, "Sanne")
    form = uuid4()

    for _time in range(2):
        submission = register(
            event,
            [somebody("Noor")],
            submission_id=form,
            at_once="Is de trainer van morgen",
            actor=actors.organiser(),
        )

    assert answers(submission) == [("confirmed", None)]
    assert line(event)["confirmed"] == ["Sanne", "Noor"]
    assert mails(event) == [("confirmed", "Sanne"), ("confirmed", "Noor")]
    assert list(named(event, "Noor").log.values_list("action", "reason", "taken", "capacity")) == [
        ("registered", "Is de trainer van morgen", 2, 1)
    ]
    assert breaches(timezone.now()) == []


@pytest.mark.parametrize("actor", [actors.VISITOR, actors.coordinator(None)], ids=["visitor", "coordinator"])
def test_nobody_else_gives_a_place_at_once(actor):
    event = TrainingEventFactory(capacity=1)

    with pytest.raises(NotAllowed):
        register(event, [somebody("Noor")], submission_id=uuid4(), at_once="Haast", actor=actor)

    assert (Registration.objects.count(), OutgoingMail.objects.count()) == (0, 0)
