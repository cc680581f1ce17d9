"""What the minute job of the registrations does, and that one failure stops nobody else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.jobs import registry, run_due
from network import jobs
from network.models import Registration, TrainingSession
from network.registration.actors import organiser
from network.registration.unsettled import lapsed, unreminded, unsettled
from tests.factories import OrganisationFactory, TrainingEventFactory, VenueFactory
from tests.network.registration.people import join, line, mails, named, somebody

pytestmark = pytest.mark.django_db

MINE = ["network.jobs.lapse_registrations", "network.jobs.settle_trainings", "network.jobs.send_reminders"]


def test_jobs_run_every_minute():
    run_due(at=timezone.now())

    assert {name: registry[name].every for name in MINE} == dict.fromkeys(MINE, timedelta(minutes=1))


def test_job_lapses_what_was_not_confirmed_or_named_in_time():
    at = timezone.now()
    event = TrainingEventFactory(capacity=3)
    join(event, "Sanne", "Bilal", at=at - timedelta(hours=24))
    join(event, "Fenna", "Gerrit", at=at - timedelta(hours=23), actor=organiser())
    Registration.objects.filter(name="Fenna").update(named_by=at)
    Registration.objects.filter(name="Bilal").update(confirm_by=None)

    jobs.lapse_registrations(at)

    assert line(event) == {"confirmed": ["Bilal", "Gerrit"], "waiting": [], "cancelled": ["Sanne", "Fenna"]}
    assert mails(event)[4:] == [("cancelled", "Sanne"), ("promoted", "Gerrit"), ("cancelled", "Fenna")]
    assert lapsed(at) == []


def test_job_lapses_nobody_of_a_training_that_has_begun():
    event = TrainingEventFactory(registration_closes_at=None)
    join(event, "Sanne", at=event.starts_at - timedelta(hours=1))

    assert lapsed(event.starts_at + timedelta(days=1)) == []
    Registration.objects.update(confirm_by=event.starts_at - timedelta(minutes=1))
    assert lapsed(event.starts_at - timedelta(minutes=1)) == [named(event, "Sanne")]


def test_job_gives_seats_when_shares_are_released():
    at = timezone.now()
    laar = OrganisationFactory()
    event = TrainingEventFactory(capacity=2, seats_per_organisation=1, shares_released_at=at)
    people = [somebody(name, organisation=laar.pk, organisation_name="") for name in ("Sanne", "Bilal")]
    join(event, *people, at=at - timedelta(minutes=5))
    assert line(event)["waiting"] == ["Bilal"]

    jobs.settle_trainings(at)

    assert line(event)["confirmed"] == ["Sanne", "Bilal"]
    assert unsettled(at) == []


@pytest.mark.parametrize("changed", ["venue", "session", "cancelled", "capacity"])
def test_job_settles_a_publication_that_was_not(changed):
    at = timezone.now()
    event = TrainingEventFactory(capacity=1, venue=VenueFactory(street="Laarstraat 1"))
    join(event, "Sanne", "Bilal", actor=organiser())
    assert unsettled(at) == []
    if changed == "venue":
        type(event.venue).objects.update(street="Laarstraat 2")
    elif changed == "session":
        starts_at = event.starts_at + timedelta(days=7)
        TrainingSession.objects.create(
            event=event, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1)
        )
    elif changed == "cancelled":
        type(event).objects.update(cancelled_at=at, cancellation_reason="Ziek.")
    else:
        type(event).objects.update(capacity=2)

    jobs.settle_trainings(at)

    assert (
        mails(event)[2:]
        == {
            "venue": [("changed", "Sanne"), ("changed", "Bilal")],
            "session": [("changed", "Sanne"), ("changed", "Bilal")],
            "cancelled": [("event-cancelled", "Sanne"), ("event-cancelled", "Bilal")],
            "capacity": [("promoted", "Bilal")],
        }[changed]
    )
    assert unsettled(at) == []


def test_job_leaves_seats_after_the_cut_off_and_drafts_alone():
    at = timezone.now()
    event = TrainingEventFactory(capacity=1)
    join(event, "Sanne", "Bilal", actor=organiser())
    type(event).objects.update(capacity=2)
    assert unsettled(at) == [event]

    assert unsettled(event.promotes_until) == []
    type(event).objects.update(live=False)
    assert unsettled(at) == []


def test_job_looks_for_what_is_unsettled_with_two_queries(django_assert_num_queries):
    for _number in range(3):
        event = TrainingEventFactory(venue=VenueFactory())
        join(event, "Sanne", actor=organiser())

    with django_assert_num_queries(2):
        unsettled(timezone.now())


def test_job_reminds():
    at = timezone.now()
    event = TrainingEventFactory(starts_at=at + timedelta(hours=12), registration_closes_at=None)
    join(event, "Sanne", at=at - timedelta(days=9), actor=organiser())
    assert unreminded(at) == [event]

    jobs.send_reminders(at)

    assert mails(event)[1:] == [("reminder", "Sanne")]
    assert unreminded(at) == []


def test_job_goes_on_after_a_failure(caplog):
    done = []

    def rule(thing, *, at):
        if thing.name == "Sanne":
            raise ValueError("no")
        done.append(thing.name)

    event = TrainingEventFactory()
    join(event, "Sanne", "Bilal")

    jobs.each(Registration.objects.order_by("pk"), rule, timezone.now())

    assert done == ["Bilal"]
    assert caplog.messages == [f"rule failed for Registration {named(event, 'Sanne').pk}"]
