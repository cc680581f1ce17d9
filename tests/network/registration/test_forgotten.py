"""What may not be left, and what may not come back: after erasing, moving, and an editor's open form."""

from uuid import uuid4

import pytest
from django.utils import timezone

from network.models import OrganisationFeed, RegistrationLogEntry, TrainingEvent
from network.registration import actors
from network.registration.cancelling import cancel
from network.registration.errors import NotActive
from network.registration.forgetting import erase
from network.registration.moving import move
from network.registration.organising import change_capacity
from network.registration.reserving import reserve
from tests.factories import CoordinatorFactory, OrganisationFactory, TrainingEventFactory, UserFactory
from tests.network.registration.people import join, named

pytestmark = pytest.mark.django_db


def test_erasing_takes_reasons_and_the_hash_of_the_form():
    event = TrainingEventFactory()
    submission = join(event, "Sanne")
    row = named(event, "Sanne")
    cancel(row, actor=actors.organiser(), reason="Sanne is ziek")

    erase(row)

    submission.refresh_from_db()
    assert submission.fingerprint == ""
    assert set(RegistrationLogEntry.objects.filter(registration=row).values_list("reason", flat=True)) == {""}


def test_draft_that_an_editor_has_open_counts_as_changed():
    event = TrainingEventFactory()
    opened = event.save_revision()

    change_capacity(event, 5, actor=actors.organiser())

    draft = TrainingEvent.objects.get(pk=event.pk).latest_revision
    assert draft.content["capacity"] == 5
    assert draft.created_at > opened.created_at


def test_held_seat_is_not_moved():
    event, other = TrainingEventFactory(capacity=3), TrainingEventFactory()
    acting = CoordinatorFactory()
    reserve(
        event,
        1,
        organisation=acting.organisation,
        actor=actors.coordinator(acting.user),
        submission_id=uuid4(),
    )
    held = event.registrations.get()

    with pytest.raises(NotActive):
        move(held, other, actor=actors.organiser(UserFactory()))

    assert other.registrations.count() == 0


def test_calendar_of_an_organisation_ends_when_its_coordinator_leaves():
    acting = CoordinatorFactory()
    for organisation in (acting.organisation, OrganisationFactory()):
        OrganisationFeed.objects.create(
            organisation=organisation, digest=str(organisation.pk), created_at=timezone.now()
        )

    acting.delete()

    assert OrganisationFeed.objects.filter(organisation=acting.organisation).count() == 0
    assert OrganisationFeed.objects.count() == 1
