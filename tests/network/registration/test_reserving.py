"""Seats held now, named later."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from cms.models import OutgoingMail
from network.models import Registration, RegistrationLogEntry, Submission
from network.registration import cancelling, reserving
from network.registration.actors import coordinator
from network.registration.errors import (
    AlreadyRegistered,
    DoNotAllFit,
    NotActive,
    RegistrationClosed,
    RegistrationError,
    SubmissionDiffers,
    TooLate,
)
from network.registration.invariants import breaches
from tests.factories import CoordinatorFactory, TrainingEventFactory
from tests.network.registration.people import join, line, mails, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def cora():
    return CoordinatorFactory(user__email="cora@example.org")


def hold(event, cora, number=1, **options):
    options = {"submission_id": uuid4(), **options}
    reserving.reserve(event, number, organisation=cora.organisation, actor=coordinator(cora.user), **options)
    return list(Registration.objects.filter(submission=options["submission_id"]).order_by("sequence"))


def name(row, person, cora, **options):
    return reserving.name_seat(row, somebody(person), actor=coordinator(cora.user), **options)


def stored() -> tuple[int, ...]:
    return tuple(
        one.objects.count() for one in (Submission, Registration, RegistrationLogEntry, OutgoingMail)
    )


def test_reserve_gives_seats_without_a_name_and_tells_the_coordinator(cora):
    event = TrainingEventFactory(capacity=3)
    at = timezone.now()

    rows = hold(event, cora, 2, at=at)

    assert [(one.status, one.name, one.email, one.organisation, one.person_number) for one in rows] == [
        ("confirmed", "", "", cora.organisation, 0),
        ("confirmed", "", "", cora.organisation, 1),
    ]
    assert {(one.named_by, one.confirm_by, one.is_reserved) for one in rows} == {
        (at + timedelta(days=14), None, True)
    }
    assert [(mail.kind, mail.recipient) for mail in OutgoingMail.objects.all()] == [
        ("confirmed", "cora@example.org")
    ] * 2
    assert breaches(timezone.now()) == []


def test_reserve_holds_until_an_hour_before_the_cut_off_at_latest(cora):
    event = TrainingEventFactory(starts_at=timezone.now() + timedelta(days=9), registration_closes_at=None)

    (row,) = hold(event, cora, named_by=timezone.now() + timedelta(days=30))

    assert row.named_by == event.starts_at - timedelta(hours=49)


def test_reserve_after_the_cut_off_is_refused(cora):
    event = TrainingEventFactory(starts_at=timezone.now() + timedelta(hours=48), registration_closes_at=None)

    with pytest.raises(reserving.TooLateToReserve):
        hold(event, cora)

    assert stored() == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("number", "values", "refusal"),
    [
        (3, {"capacity": 2}, DoNotAllFit),
        (2, {"capacity": 5, "seats_per_organisation": 1}, DoNotAllFit),
        (0, {}, RegistrationError),
        (1, {"registration_closes_at": timezone.now() - timedelta(days=1)}, RegistrationClosed),
        (1, {"live": False}, RegistrationClosed),
    ],
)
def test_reserve_that_cannot_be_had_in_full_stores_nothing(cora, number, values, refusal):
    event = TrainingEventFactory(**values)

    with pytest.raises(refusal):
        hold(event, cora, number)

    assert stored() == (0, 0, 0, 0)


def test_reserve_takes_no_seat_from_who_waits(cora):
    event = TrainingEventFactory(capacity=2)
    join(event, "Sanne", "Bilal", "Fatima")

    with pytest.raises(DoNotAllFit):
        hold(event, cora)

    assert line(event) == {"confirmed": ["Sanne", "Bilal"], "waiting": ["Fatima"], "cancelled": []}


def test_reserve_sent_twice_gives_seats_once(cora):
    event, number = TrainingEventFactory(capacity=9), uuid4()

    first = hold(event, cora, 2, submission_id=number)
    second = hold(event, cora, 2, submission_id=number)
    with pytest.raises(SubmissionDiffers):
        hold(event, cora, 3, submission_id=number)

    assert (first, Registration.objects.count()) == (second, 2)


def test_held_seat_is_taken_for_everybody_else(cora):
    event = TrainingEventFactory(capacity=1)
    hold(event, cora)

    join(event, "Sanne")

    assert line(event) == {"confirmed": [""], "waiting": ["Sanne"], "cancelled": []}


def test_name_seat_gives_it_to_the_person_who_gets_the_mail(cora):
    event = TrainingEventFactory()
    (row,) = hold(event, cora)

    named = name(row, "Sanne", cora)

    assert (named.pk, named.name, named.email, named.named_by) == (row.pk, "Sanne", "sanne@example.org", None)
    assert (named.organisation, named.organisation_name) == (cora.organisation, "")
    assert [entry.action for entry in row.log.all()] == ["registered", "named"]
    assert [(mail.kind, mail.recipient) for mail in OutgoingMail.objects.order_by("pk")] == [
        ("confirmed", "cora@example.org"),
        ("confirmed", "sanne@example.org"),
    ]
    assert breaches(timezone.now()) == []


def test_name_seat_for_who_is_registered_is_refused(cora):
    event = TrainingEventFactory()
    join(event, "Sanne")
    (row,) = hold(event, cora)
    before = stored()

    with pytest.raises(AlreadyRegistered):
        name(row, "Sanne", cora)

    row.refresh_from_db()
    assert (stored(), row.name, row.is_reserved) == (before, "", True)


def test_name_seat_twice_or_too_late_is_refused(cora):
    event = TrainingEventFactory()
    named, given_back, late = hold(TrainingEventFactory(capacity=3), cora, 3)
    name(named, "Sanne", cora)
    cancelling.cancel(given_back, actor=coordinator(cora.user))
    before = stored()

    for row in (named, given_back):
        with pytest.raises(NotActive):
            name(row, "Bilal", cora)
    with pytest.raises(TooLate):
        name(late, "Bilal", cora, at=event.starts_at + timedelta(hours=1))

    assert stored() == before


def test_held_seat_without_a_name_in_time_goes_to_who_waits(cora):
    event = TrainingEventFactory(capacity=1)
    (row,) = hold(event, cora)
    join(event, "Sanne")

    early = cancelling.lapse(row, at=row.named_by - timedelta(seconds=1))
    late = cancelling.lapse(row, at=row.named_by)

    assert (early, late) == (False, True)
    assert line(event) == {"confirmed": ["Sanne"], "waiting": [], "cancelled": [""]}
    assert mails(event) == [("confirmed", ""), ("waiting", "Sanne"), ("cancelled", ""), ("promoted", "Sanne")]
    assert [entry.action for entry in row.log.all()] == ["registered", "expired"]
    assert breaches(row.named_by) == []


def test_named_seat_does_not_lapse(cora):
    (row,) = hold(TrainingEventFactory(), cora)
    until = row.named_by
    name(row, "Sanne", cora)

    assert cancelling.lapse(row, at=until) is False


def test_breaches_see_a_seat_of_nobody_and_a_held_seat_with_a_name(cora):
    first, second = hold(TrainingEventFactory(slug="kijk"), cora, 2)
    Registration.objects.filter(pk=first.pk).update(named_by=None)
    Registration.objects.filter(pk=second.pk).update(name="Sanne")

    found = breaches(timezone.now())

    assert found == [
        f"kijk: {first.reference} has no name, and is not held for one",
        f"kijk: {second.reference} is held for a name, and has one",
    ]


def test_breaches_see_that_the_coordinator_or_the_person_got_no_mail(cora):
    held, named = hold(TrainingEventFactory(), cora, 2)
    name(named, "Sanne", cora)
    assert breaches(timezone.now()) == []
    OutgoingMail.objects.filter(reference=held.reference).delete()
    OutgoingMail.objects.filter(recipient="sanne@example.org").delete()

    found = breaches(timezone.now())

    assert sorted(found) == sorted(
        [
            f"{held.reference}: 1 mails confirmed or waiting are due, 0 are written",
            f"{named.reference}: 2 mails confirmed or waiting are due, 1 are written",
        ]
    )
