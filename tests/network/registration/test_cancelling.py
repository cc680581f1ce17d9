from datetime import timedelta

import pytest
from django.utils import timezone

from network.models import Registration
from network.registration import actors
from network.registration.cancelling import cancel, change_data, confirm_address, lapse, replace
from network.registration.errors import AlreadyRegistered, NotActive, TooLate
from tests.factories import TrainingEventFactory, UserFactory
from tests.network.registration.people import join, line, mails, named, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def full():
    """One seat, taken by Sanne; Bilal and Fenna wait."""
    event = TrainingEventFactory(capacity=1)
    for name in ("Sanne", "Bilal", "Fenna"):
        join(event, name)
    return event


def test_freed_seat_goes_to_the_first_person_waiting(full):
    cancel(named(full, "Sanne"))

    assert line(full) == {"confirmed": ["Bilal"], "waiting": ["Fenna"], "cancelled": ["Sanne"]}
    assert mails(full)[3:] == [("cancelled", "Sanne"), ("promoted", "Bilal")]
    assert named(full, "Fenna").position_now() == 1


def test_cancelling_again_changes_nothing(full):
    cancel(named(full, "Sanne"))
    before = mails(full)

    again = cancel(named(full, "Sanne"))

    assert again.status == "cancelled"
    assert mails(full) == before


def test_leaving_the_line_moves_nobody_to_a_seat(full):
    cancel(named(full, "Bilal"))

    assert line(full) == {"confirmed": ["Sanne"], "waiting": ["Fenna"], "cancelled": ["Bilal"]}
    assert mails(full)[3:] == [("cancelled", "Bilal")]


def test_seat_freed_after_the_cut_off_waits_for_the_organiser_and_not_for_a_newcomer(full):
    late = full.starts_at - timedelta(hours=47)
    full.registration_closes_at = None
    full.save()

    cancel(named(full, "Sanne"), at=late)
    join(full, "Gerrit", at=late)

    assert line(full)["confirmed"] == []
    assert line(full)["waiting"] == ["Bilal", "Fenna", "Gerrit"]


def test_cancelling_after_the_start_is_for_the_organiser(full):
    during = full.starts_at + timedelta(minutes=5)

    with pytest.raises(TooLate):
        cancel(named(full, "Sanne"), at=during)
    cancel(named(full, "Sanne"), actor=actors.organiser(), at=during)

    assert line(full)["cancelled"] == ["Sanne"]


def test_replacing_keeps_the_seat_and_the_place_in_line(full):
    actor = actors.coordinator(UserFactory())

    replace(named(full, "Sanne"), somebody("Hanna"), actor=actor)
    replace(named(full, "Bilal"), somebody("Ilse"), actor=actor)

    assert line(full) == {
        "confirmed": ["Hanna"],
        "waiting": ["Ilse", "Fenna"],
        "cancelled": ["Sanne", "Bilal"],
    }
    assert mails(full)[3:] == [
        ("cancelled", "Sanne"),
        ("confirmed", "Hanna"),
        ("cancelled", "Bilal"),
        ("waiting", "Ilse"),
    ]


def test_replacing_by_somebody_who_is_registered_is_refused(full):
    before = mails(full)

    with pytest.raises(AlreadyRegistered):
        replace(named(full, "Sanne"), somebody("Bilal"), actor=actors.organiser())

    assert line(full)["confirmed"] == ["Sanne"]
    assert mails(full) == before


def test_unconfirmed_registration_lapses_and_its_seat_goes_on(full):
    row = named(full, "Sanne")

    early = lapse(row, at=row.confirm_by - timedelta(seconds=1))
    due = lapse(row, at=row.confirm_by)

    assert (early, due) == (False, True)
    assert line(full)["confirmed"] == ["Bilal"]
    assert [entry.action for entry in row.log.all()] == ["registered", "lapsed"]


def test_confirmed_address_does_not_lapse(full):
    row = named(full, "Sanne")
    confirm_address(row)

    assert lapse(row, at=timezone.now() + timedelta(days=2)) is False
    assert [entry.action for entry in row.log.all()] == ["registered", "confirmed_address"]


def test_confirming_what_has_ended_is_refused(full):
    cancel(named(full, "Sanne"))

    with pytest.raises(NotActive):
        confirm_address(named(full, "Sanne"))


def test_address_and_organisation_cannot_be_changed_in_place(full):
    row = named(full, "Sanne")

    change_data(row, {"name": "Sanne Bos", "email": "ander@example.org"}, actor=actors.VISITOR)

    stored = Registration.objects.get(pk=row.pk)
    assert (stored.name, stored.email) == ("Sanne Bos", "sanne@example.org")


def test_calendar_number_rises_when_a_seat_goes(full):
    cancel(named(full, "Sanne"))
    cancel(named(full, "Fenna"))

    assert [named(full, name).calendar_sequence for name in ("Sanne", "Fenna")] == [1, 0]
