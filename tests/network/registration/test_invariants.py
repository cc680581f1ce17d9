"""Each breach is made by hand and must be named; data made by the rules never has one (test_machine)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.models import OutgoingMail
from cms.outbox import post
from network.models import Registration, RegistrationLogEntry, RegistrationToken, TrainingEvent
from network.registration.cancelling import cancel
from network.registration.changes import settle
from network.registration.invariants import breaches
from tests.factories import TrainingEventFactory
from tests.network.registration.people import join, named

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    """Sanne and Bilal take part, Fenna and Gerrit wait."""
    event = TrainingEventFactory(capacity=2)
    join(event, "Sanne", "Bilal", "Fenna", "Gerrit")
    return event


def reference(event, name):
    return named(event, name).reference


def test_data_made_by_the_rules_has_no_breach(event):
    assert breaches(timezone.now()) == []


def test_seat_beyond_the_capacity_is_named(event):
    RegistrationLogEntry.objects.filter(registration=named(event, "Bilal")).update(taken=3)

    assert breaches(timezone.now()) == [
        f"{event.slug}: {reference(event, 'Bilal')} got a seat as number 3 of 2"
    ]


def test_free_seat_while_people_wait_is_named_until_the_cut_off(event):
    event.capacity = 3
    event.save()

    assert breaches(timezone.now()) == [f"{event.slug}: a seat is free while 2 wait"]
    assert breaches(event.starts_at - timedelta(hours=48)) == []


def move_a_day(event):
    event = TrainingEvent.objects.get(pk=event.pk)
    event.starts_at += timedelta(days=1)
    event.ends_at += timedelta(days=1)
    event.save()
    settle(event)


def test_mail_about_a_moved_training_is_named_when_it_is_missing_or_too_many(event):
    cancel(named(event, "Gerrit"))
    move_a_day(event)
    join(event, "Later")
    whole = breaches(timezone.now())

    OutgoingMail.objects.filter(kind="changed", reference=reference(event, "Sanne")).delete()
    missing = breaches(timezone.now())
    row = named(event, "Later")
    post("changed", row.email, maker="registration", object_id=row.pk, reference=row.reference)
    wrong = breaches(timezone.now())

    assert OutgoingMail.objects.filter(kind="changed").count() == 3
    assert whole == []
    assert missing == [f"{reference(event, 'Sanne')}: 1 mails changed are due, 0 are written"]
    assert wrong == [*missing, f"{row.reference}: 0 mails changed are due, 1 are written"]


def test_overtaking_is_named(event):
    gerrit = named(event, "Gerrit")
    later = timezone.now() + timedelta(minutes=1)
    Registration.objects.filter(pk=gerrit.pk).update(status="confirmed")
    RegistrationLogEntry.objects.create(
        event=event,
        registration=gerrit,
        action="promoted",
        status="confirmed",
        origin="system",
        taken=2,
        capacity=2,
        at=later,
    )

    assert f"{event.slug}: {gerrit.reference} overtook somebody who waits" in breaches(timezone.now())


def test_change_without_its_mail_is_named(event):
    OutgoingMail.objects.filter(reference=reference(event, "Fenna")).delete()

    assert breaches(timezone.now()) == [
        f"{reference(event, 'Fenna')}: 1 mails confirmed or waiting are due, 0 are written"
    ]


def test_second_mail_about_one_change_is_named(event):
    (mail,) = OutgoingMail.objects.filter(reference=reference(event, "Fenna"))
    mail.pk, mail.message_id = None, "<ander@example.org>"
    mail.save()

    assert breaches(timezone.now()) == [
        f"{reference(event, 'Fenna')}: 1 mails confirmed or waiting are due, 2 are written"
    ]


def test_answer_that_names_another_reference_is_named(event):
    Registration.objects.filter(pk=named(event, "Sanne").pk).update(reference="ANDE-REEN")

    assert f"{event.slug}: ANDE-REEN was told another reference" in breaches(timezone.now())


def test_what_is_left_of_an_erased_person_is_named(event):
    sanne = named(event, "Sanne")
    RegistrationToken.objects.create(registration=sanne, digest="x" * 64, created_at=timezone.now())
    Registration.objects.filter(pk=sanne.pk).update(erased_at=timezone.now())

    assert breaches(timezone.now()) == [
        f"{sanne.reference}: a mail confirmed waits for somebody whose data is erased",
        f"{sanne.reference}: personal data is left after erasing",
        f"{sanne.reference}: a link is left after erasing",
    ]
