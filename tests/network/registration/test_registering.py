from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from cms.models import OutgoingMail
from network.choices import Together
from network.models import Registration, RegistrationLogEntry, Submission
from network.registration import actors
from network.registration.errors import (
    DoNotAllFit,
    NoSeatsLeft,
    RegistrationClosed,
    SubmissionDiffers,
)
from tests.factories import OrganisationFactory, TrainingEventFactory, UserFactory
from tests.network.registration.people import join, line, mails, named, somebody

pytestmark = pytest.mark.django_db


def counts():
    models = (Submission, Registration, RegistrationLogEntry, OutgoingMail)
    return tuple(model.objects.count() for model in models)


def test_free_seat_is_given_and_mailed():
    event = TrainingEventFactory(capacity=2)

    submission = join(event, "Sanne")

    row = named(event, "Sanne")
    assert submission.outcome == [{"reference": row.reference, "status": "confirmed", "position": None}]
    assert mails(event) == [("confirmed", "Sanne")]
    assert [(entry.action, entry.taken, entry.capacity) for entry in event.log.all()] == [
        ("registered", 1, 2)
    ]


def test_full_training_puts_people_in_line_in_the_order_of_arrival():
    event = TrainingEventFactory(capacity=1)

    for name in ("Sanne", "Bilal", "Fenna"):
        join(event, name)

    assert line(event) == {"confirmed": ["Sanne"], "waiting": ["Bilal", "Fenna"], "cancelled": []}
    assert [row.position for row in Registration.objects.with_position().order_by("sequence")] == [None, 1, 2]
    assert mails(event) == [("confirmed", "Sanne"), ("waiting", "Bilal"), ("waiting", "Fenna")]


def test_full_training_without_waiting_list_refuses_and_stores_nothing():
    event = TrainingEventFactory(capacity=1, has_waiting_list=False)
    join(event, "Sanne")
    before = counts()

    with pytest.raises(NoSeatsLeft):
        join(event, "Bilal")

    assert counts() == before


@pytest.mark.parametrize(
    "change",
    [
        {"registration_closes_at": timezone.now() - timedelta(hours=1)},
        {"registration_opens_at": timezone.now() + timedelta(days=1)},
        {"cancelled_at": timezone.now(), "cancellation_reason": "Ziek"},
        {"starts_at": timezone.now() - timedelta(hours=1), "registration_closes_at": None},
        {"live": False},
    ],
)
def test_closed_training_refuses_and_stores_nothing(change):
    event = TrainingEventFactory(**change)

    with pytest.raises(RegistrationClosed):
        join(event, "Sanne")

    assert counts() == (0, 0, 0, 0)


def test_registration_is_open_up_to_and_including_its_last_moment():
    event = TrainingEventFactory()

    join(event, "Sanne", at=event.registration_closes_at)
    with pytest.raises(RegistrationClosed):
        join(event, "Bilal", at=event.registration_closes_at + timedelta(seconds=1))

    assert line(event)["confirmed"] == ["Sanne"]


def test_same_form_again_gets_the_same_answer_and_one_row():
    event, form = TrainingEventFactory(), uuid4()

    first = join(event, "Sanne", submission_id=form)
    again = join(event, "Sanne", submission_id=form)

    assert again.outcome == first.outcome
    assert counts() == (1, 1, 1, 1)


def test_same_form_with_other_data_is_refused():
    event, form = TrainingEventFactory(), uuid4()
    join(event, "Sanne", submission_id=form)

    with pytest.raises(SubmissionDiffers):
        join(event, "Bilal", submission_id=form)

    assert counts() == (1, 1, 1, 1)


def test_known_address_gets_a_newcomers_answer_and_a_mail_with_the_link():
    event = TrainingEventFactory(capacity=2)
    join(event, "Sanne")

    submission = join(event, "Sanne")

    (answer,) = submission.outcome
    assert (answer["status"], answer["position"]) == ("confirmed", None)
    assert not Registration.objects.filter(reference=answer["reference"]).exists()
    assert Registration.objects.count() == 1
    assert mails(event) == [("confirmed", "Sanne"), ("link", "Sanne")]


def test_known_address_on_a_full_training_reads_the_place_that_a_newcomer_would_get():
    event = TrainingEventFactory(capacity=1)
    join(event, "Sanne")
    join(event, "Bilal")

    submission = join(event, "Sanne")

    assert [(one["status"], one["position"]) for one in submission.outcome] == [("waiting", 2)]
    assert line(event) == {"confirmed": ["Sanne"], "waiting": ["Bilal"], "cancelled": []}


def test_link_is_not_mailed_again_within_a_quarter_of_an_hour():
    event = TrainingEventFactory()
    now = timezone.now()
    for minutes in (0, 1, 2, 20):
        join(event, "Sanne", at=now + timedelta(minutes=minutes))

    assert mails(event) == [("confirmed", "Sanne"), ("link", "Sanne"), ("link", "Sanne")]


def test_who_cancelled_may_register_again():
    from network.registration.cancelling import cancel

    event = TrainingEventFactory()
    join(event, "Sanne")
    cancel(named(event, "Sanne"))

    join(event, "Sanne")

    assert line(event) == {"confirmed": ["Sanne"], "waiting": [], "cancelled": ["Sanne"]}


def test_group_that_fits_in_part_is_seated_in_its_order():
    event = TrainingEventFactory(capacity=2)

    submission = join(event, "Sanne", "Bilal", "Fenna")

    assert [(one["status"], one["position"]) for one in submission.outcome] == [
        ("confirmed", None),
        ("confirmed", None),
        ("waiting", 1),
    ]
    assert line(event) == {"confirmed": ["Sanne", "Bilal"], "waiting": ["Fenna"], "cancelled": []}


def test_group_that_must_stay_together_is_refused_as_a_whole():
    event = TrainingEventFactory(capacity=2)

    with pytest.raises(DoNotAllFit):
        join(event, "Sanne", "Bilal", "Fenna", together=Together.ALL)

    assert counts() == (0, 0, 0, 0)


def test_group_with_a_known_address_gets_the_answer_of_newcomers():
    event = TrainingEventFactory(capacity=3)
    join(event, "Sanne")

    submission = join(event, "Sanne", "Bilal", together=Together.ALL)

    assert [one["status"] for one in submission.outcome] == ["confirmed", "confirmed"]
    assert line(event)["confirmed"] == ["Sanne", "Bilal"]


def test_share_of_an_organisation_leaves_seats_to_others_until_it_is_released():
    event = TrainingEventFactory(capacity=3, seats_per_organisation=1)
    event.shares_released_at = timezone.now() + timedelta(days=5)
    event.save()
    ours, theirs = OrganisationFactory(), OrganisationFactory()

    join(event, *(somebody(name, organisation=ours.pk, organisation_name="") for name in ("An", "Bo")))
    join(event, somebody("Cor", organisation=theirs.pk, organisation_name=""))

    assert line(event) == {"confirmed": ["An", "Cor"], "waiting": ["Bo"], "cancelled": []}
    join(event, somebody("Dirk", organisation=ours.pk, organisation_name=""), at=event.shares_released_at)
    assert line(event) == {"confirmed": ["An", "Bo", "Cor"], "waiting": ["Dirk"], "cancelled": []}


def test_only_who_registers_without_login_must_confirm_the_address(settings):
    settings.CONFIRM_HOURS = 24
    event, now = TrainingEventFactory(), timezone.now()

    join(event, "Sanne", at=now)
    join(event, "Bilal", actor=actors.coordinator(UserFactory()))

    assert named(event, "Sanne").confirm_by == now + timedelta(hours=24)
    assert named(event, "Bilal").confirm_by is None


def test_group_of_five_costs_as_many_statements_as_one_person(django_assert_num_queries):
    event = TrainingEventFactory(capacity=3)
    join(event, "Sanne")

    with django_assert_num_queries(10):  # two of them begin and end the transaction
        join(event, "Bilal")
    with django_assert_num_queries(10):
        join(event, "An", "Bo", "Cor", "Dirk", "Els")


def test_organisation_of_the_list_is_stored_by_its_key():
    event, organisation = TrainingEventFactory(), OrganisationFactory()

    join(event, somebody("Sanne", organisation=organisation.pk, organisation_name=""))

    assert named(event, "Sanne").organisation == organisation
