"""Who is reminded and when: seven days and one day before, at nine in Amsterdam, once."""

from datetime import UTC, datetime, timedelta

import pytest

from cms.models import OutgoingMail
from network.registration.actors import organiser
from network.registration.cancelling import cancel
from network.registration.changes import settle
from network.registration.organising import cancel_training
from network.registration.reminding import due_at, remind
from tests.factories import TrainingEventFactory
from tests.network.conftest import local
from tests.network.registration.people import join, mails, named

MINUTE = timedelta(minutes=1)
WEEK, DAY = local(2027, 5, 11, 9), local(2027, 5, 17, 9)  # when the reminders of `event` are due


@pytest.fixture
def event(db):
    """Two seats on Tuesday 18 May 2027; Sanne and Bilal take part, Fenna waits."""
    event = TrainingEventFactory(
        capacity=2,
        starts_at=local(2027, 5, 18, 13, 30),
        ends_at=local(2027, 5, 18, 16, 30),
        registration_closes_at=None,
    )
    join(event, "Sanne", "Bilal", "Fenna", at=local(2027, 3, 1), actor=organiser())
    return event


def reminders(event) -> list[str]:
    return [name for kind, name in mails(event) if kind == "reminder"]


def test_reminder_goes_to_who_takes_part_a_week_and_a_day_before(event):
    counts = [
        remind(event, at=at) for at in (WEEK - MINUTE, WEEK, WEEK + MINUTE, DAY - MINUTE, DAY, DAY + MINUTE)
    ]

    assert counts == [0, 2, 0, 0, 2, 0]
    assert reminders(event) == ["Sanne", "Bilal", "Sanne", "Bilal"]
    days = OutgoingMail.objects.filter(kind="reminder").order_by("pk").values_list("data", flat=True)
    assert [data["days_before"] for data in days] == [7, 7, 1, 1]
    assert named(event, "Sanne").reminded_days_before == 1
    assert named(event, "Fenna").reminded_days_before is None


@pytest.mark.parametrize(
    ("starts_at", "days", "due"),
    [
        # On 28 March 2027 the clock goes from 2 to 3, on 31 October from 3 to 2.
        (local(2027, 3, 28, 13), 7, datetime(2027, 3, 21, 8, tzinfo=UTC)),
        (local(2027, 3, 28, 13), 1, datetime(2027, 3, 27, 8, tzinfo=UTC)),
        (local(2027, 3, 29, 8), 1, datetime(2027, 3, 28, 7, tzinfo=UTC)),
        (local(2027, 10, 31, 13), 7, datetime(2027, 10, 24, 7, tzinfo=UTC)),
        (local(2027, 10, 31, 13), 1, datetime(2027, 10, 30, 7, tzinfo=UTC)),
        (local(2027, 11, 1, 8), 1, datetime(2027, 10, 31, 8, tzinfo=UTC)),
        # Late in the evening in UTC is the next day in Amsterdam.
        (datetime(2027, 7, 1, 22, 30, tzinfo=UTC), 1, datetime(2027, 7, 1, 7, tzinfo=UTC)),
    ],
)
def test_reminder_is_due_at_nine_in_amsterdam_whatever_the_clock_does(db, starts_at, days, due):
    event = TrainingEventFactory.build(starts_at=starts_at, region=None, host=None)

    assert due_at(event, days) == due


def test_reminder_is_not_for_who_came_after_its_moment(event):
    cancel(named(event, "Sanne"), at=WEEK + MINUTE)  # Fenna gets the seat
    cancel(named(event, "Bilal"), at=WEEK + MINUTE)
    join(event, "Gerrit", at=WEEK + MINUTE)

    late = remind(event, at=WEEK + 2 * MINUTE)
    day_before = remind(event, at=DAY)

    assert (late, day_before) == (0, 2)
    assert reminders(event) == ["Fenna", "Gerrit"]


def test_reminder_that_is_late_goes_once_and_as_the_last_one_due(event):
    assert remind(event, at=DAY + timedelta(hours=5)) == 2
    assert remind(event, at=DAY + timedelta(hours=6)) == 0
    assert reminders(event) == ["Sanne", "Bilal"]


def test_reminder_is_not_sent_after_the_start_nor_for_what_is_called_off(event):
    assert remind(event, at=event.starts_at) == 0

    cancel_training(event, reason="Ziek.", actor=organiser(), at=WEEK - MINUTE)

    assert remind(event, at=WEEK) == 0
    assert reminders(event) == []


def test_reminder_of_a_draft_waits(event):
    event.live = False
    event.save()

    assert remind(event, at=WEEK) == 0


def test_reminder_comes_again_for_a_new_moment_and_not_right_after_the_news(event):
    remind(event, at=WEEK)
    event.starts_at, event.ends_at = event.starts_at + timedelta(days=3), event.ends_at + timedelta(days=3)
    event.change_reason = "De zaal is bezet."
    event.save()
    settle(event, at=WEEK + timedelta(days=4))  # six days before the new moment: everybody has just been told

    counts = [remind(event, at=WEEK + timedelta(days=days)) for days in (4, 5, 9)]

    assert counts == [0, 0, 2]
    assert reminders(event) == ["Sanne", "Bilal", "Sanne", "Bilal"]
