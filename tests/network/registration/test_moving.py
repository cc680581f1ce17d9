from datetime import timedelta

import pytest
from django.utils import timezone

from cms.models import OutgoingMail
from network.models import Registration, RegistrationLogEntry
from network.registration import actors
from network.registration.errors import (
    AlreadyRegistered,
    NoSeatsLeft,
    NotActive,
    RegistrationClosed,
    SameTraining,
)
from network.registration.invariants import breaches
from network.registration.moving import move
from tests.factories import OrganisationFactory, TrainingEventFactory
from tests.network.registration.people import join, line, mails, named, somebody

pytestmark = pytest.mark.django_db
ORGANISER = actors.organiser()


@pytest.fixture
def events():
    here, there = TrainingEventFactory(capacity=1), TrainingEventFactory(capacity=1)
    for name in ("Sanne", "Bilal"):
        join(here, name)
    return here, there


def test_move_gives_a_seat_there_and_the_freed_seat_to_who_waits_here(events):
    here, there = events

    moved = move(named(here, "Sanne"), there, actor=ORGANISER, reason="Wil liever in mei")

    assert (moved.event, moved.status) == (there, "confirmed")
    assert line(here) == {"confirmed": ["Bilal"], "waiting": [], "cancelled": ["Sanne"]}
    assert mails(here)[2:] == [("cancelled", "Sanne"), ("promoted", "Bilal")]
    assert mails(there) == [("confirmed", "Sanne")]
    letter = OutgoingMail.objects.get(kind="cancelled")
    assert (letter.data["cause"], letter.data["reason"]) == ("moved", "Wil liever in mei")
    entry = RegistrationLogEntry.objects.get(action="moved")
    assert (entry.registration.name, entry.origin) == ("Sanne", "organiser")
    assert entry.reason == "Wil liever in mei"


def test_move_to_a_full_training_joins_the_end_of_its_line(events):
    here, there = events
    join(there, "Fenna", "Gerrit")

    moved = move(named(here, "Sanne"), there, actor=ORGANISER)

    assert (moved.status, moved.position_now()) == ("waiting", 2)
    assert mails(there)[2:] == [("waiting", "Sanne")]


def test_move_takes_along_what_was_said_and_who_must_still_confirm(events):
    here, there = events
    join(here, somebody("Noor", role="docent", remarks="Komt later", dietary_needs="vegetarisch"))
    row = named(here, "Noor")

    moved = move(row, there, actor=ORGANISER)

    kept = (moved.role, moved.remarks, moved.origin, moved.confirm_by)
    assert kept == ("docent", "Komt later", "self", row.confirm_by)
    assert moved.dietary_needs == ""  # this training does not ask


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"has_waiting_list": False}, NoSeatsLeft),
        ({"cancelled_at": timezone.now(), "cancellation_reason": "Ziek"}, RegistrationClosed),
        ({"live": False}, RegistrationClosed),
    ],
)
def test_refused_move_changes_nothing(events, change, refusal):
    here, there = events
    join(there, "Fenna")
    type(there).objects.filter(pk=there.pk).update(**change)
    before = line(here), line(there), OutgoingMail.objects.count()

    with pytest.raises(refusal):
        move(named(here, "Sanne"), there, actor=ORGANISER)

    assert (line(here), line(there), OutgoingMail.objects.count()) == before


def test_move_is_refused_for_who_is_there_already_or_gone(events):
    here, there = events
    join(there, "Sanne")

    with pytest.raises(AlreadyRegistered):
        move(named(here, "Sanne"), there, actor=ORGANISER)
    with pytest.raises(SameTraining):
        move(named(here, "Sanne"), here, actor=ORGANISER)
    Registration.objects.filter(event=here, name="Bilal").update(status="cancelled")
    with pytest.raises(NotActive):
        move(named(here, "Bilal"), there, actor=ORGANISER)

    assert line(there)["confirmed"] == ["Sanne"]


def test_move_after_the_cut_off_leaves_the_freed_seat_to_the_organiser(events):
    here, there = events

    move(named(here, "Sanne"), there, actor=ORGANISER, at=here.starts_at - timedelta(hours=1))

    assert line(here) == {"confirmed": [], "waiting": ["Bilal"], "cancelled": ["Sanne"]}


def test_moves_keep_every_invariant(events):
    here, there = events
    join(there, "Fenna")
    join(here, "Gerrit")

    move(named(here, "Sanne"), there, actor=ORGANISER)
    move(named(here, "Gerrit"), there, actor=ORGANISER)
    move(named(there, "Fenna"), here, actor=ORGANISER)

    assert breaches(timezone.now()) == []
    assert (line(here)["confirmed"], line(there)["confirmed"]) == (["Bilal"], ["Sanne"])
    assert (line(here)["waiting"], line(there)["waiting"]) == (["Fenna"], ["Gerrit"])


def test_somebody_of_an_organisation_of_the_list_is_registered_and_moved(events):
    here, there = events
    organisation = OrganisationFactory()
    join(here, somebody("Noor", organisation=organisation.pk, organisation_name=""))

    moved = move(named(here, "Noor"), there, actor=ORGANISER)

    assert (named(here, "Noor").organisation, moved.organisation) == (organisation, organisation)
