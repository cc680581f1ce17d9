from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from cms.choices import Role
from network.models import TrainingEvent, TrainingSession
from network.organiser.copying import copy_training
from tests.cms.editors import somebody
from tests.factories import ThemeFactory, TrainingEventFactory
from tests.network.organiser.pages import address

pytestmark = pytest.mark.django_db


def dutch(*moment) -> datetime:
    return datetime(*moment, tzinfo=ZoneInfo("Europe/Amsterdam"))


def test_copy_is_a_draft_with_the_content_and_moved_moments(site):
    event = TrainingEventFactory(
        title="Vragen stellen",
        starts_at=dutch(2027, 3, 11, 13, 30),
        ends_at=dutch(2027, 3, 11, 16, 30),
        registration_opens_at=dutch(2027, 3, 1, 9, 0),
        registration_closes_at=None,
        decides_on=date(2027, 3, 4),
        cancelled_at=timezone.now(),
        cancellation_reason="Ziek",
    )
    TrainingSession.objects.create(
        event=event, starts_at=dutch(2027, 3, 18, 9, 0), ends_at=dutch(2027, 3, 18, 12, 0), note="Deel 2"
    )
    theme = ThemeFactory()
    event.themes.set([theme])
    event.save()
    join_before = event.slug

    [copy] = copy_training(event, date(2027, 4, 8), user=somebody(Role.ORGANISER))

    copy = TrainingEvent.objects.get(pk=copy.pk)
    assert (copy.title, copy.live, copy.slug == join_before) == ("Vragen stellen", False, False)
    assert (copy.starts_at, copy.ends_at) == (dutch(2027, 4, 8, 13, 30), dutch(2027, 4, 8, 16, 30))
    assert copy.registration_opens_at == dutch(2027, 3, 29, 9, 0)  # summer time has begun
    assert (copy.registration_closes_at, copy.decides_on) == (None, date(2027, 4, 1))
    assert (copy.cancelled_at, copy.cancellation_reason) == (None, "")
    assert list(copy.themes.all()) == [theme]
    assert [(one.starts_at, one.note) for one in copy.further_sessions.all()] == [
        (dutch(2027, 4, 15, 9, 0), "Deel 2")
    ]
    assert TrainingSession.objects.filter(event=event).count() == 1


def test_series_of_copies_is_made_from_the_screen(event, organiser):
    first = timezone.localdate(event.starts_at) + timedelta(days=10)
    data = {"starts_on": f"{first:%Y-%m-%d}", "copies": "3", "weeks_apart": "2"}

    organiser.post(address("copy", event), data)

    copies = TrainingEvent.objects.exclude(pk=event.pk).order_by("starts_at")
    assert [timezone.localdate(copy.starts_at) - first for copy in copies] == [
        timedelta(days=0),
        timedelta(days=14),
        timedelta(days=28),
    ]
    assert [copy.slug for copy in copies] == [
        "coachend-begeleiden",
        "coachend-begeleiden-2",
        "coachend-begeleiden-3",
    ]
    assert [copy.registrations.count() for copy in copies] == [0, 0, 0]


def test_copy_of_a_draft_copies_what_the_editor_shows(site):
    event = TrainingEventFactory(title="Oud", live=False)
    event.title = "Nieuw"
    event.save_revision()

    [copy] = copy_training(event, timezone.localdate(), user=somebody(Role.ORGANISER))

    assert (copy.title, copy.get_latest_revision_as_object().title) == ("Nieuw", "Nieuw")
