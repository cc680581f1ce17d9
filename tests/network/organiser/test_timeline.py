from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from cms.choices import Role
from network.dashboard import Undecided
from network.models import TrainingSession
from network.organiser.timeline import timeline
from tests.cms.editors import somebody
from tests.factories import TrainingEventFactory
from tests.network.registration.people import join

pytestmark = pytest.mark.django_db


def dutch(*moment) -> datetime:
    return datetime(*moment, tzinfo=ZoneInfo("Europe/Amsterdam"))


def test_timeline_says_what_happens_when(site, settings):
    settings.RETENTION_MONTHS = 12
    event = TrainingEventFactory(
        starts_at=dutch(2027, 3, 30, 13, 30),
        ends_at=dutch(2027, 3, 30, 16, 30),
        registration_opens_at=dutch(2027, 1, 1, 8, 0),
        registration_closes_at=dutch(2027, 3, 20, 23, 0),
        seats_per_organisation=2,
        shares_released_at=dutch(2027, 2, 1, 0, 0),
        decides_on=date(2027, 3, 10),
        minimum_number=8,
    )
    event.seats_taken = 3

    moments = timeline(event, dutch(2027, 2, 15, 12, 0))

    assert [(f"{timezone.localtime(one.at):%m-%d %H:%M}", one.label, one.is_past) for one in moments] == [
        ("01-01 08:00", "Aanmelden opent", True),
        ("02-01 00:00", "Ongebruikte plaatsen van organisaties zijn voor iedereen", True),
        ("03-10 00:00", "Beslissen: gaat het door?", False),
        ("03-20 23:00", "Aanmelden sluit", False),
        ("03-23 09:00", "Herinnering, 7 dagen ervoor", False),
        ("03-28 13:30", "Laatste moment dat een vrije plaats vanzelf naar de wachtlijst gaat", False),
        ("03-29 09:00", "Herinnering, 1 dag ervoor", False),
        ("03-30 13:30", "De training begint", False),
        ("03-30 16:30", "De training is afgelopen", False),
        ("03-30 16:30", "Namen en adressen worden verwijderd", False),
    ]
    assert [(one.note, one.is_alarm) for one in moments if one.is_alarm] == [
        ("3 van minstens 8 mensen", True)
    ]


def test_personal_data_goes_after_the_last_session(site):
    event = TrainingEventFactory(starts_at=dutch(2027, 3, 30, 13, 30))
    event.seats_taken = 0
    TrainingSession.objects.create(
        event=event, starts_at=dutch(2027, 5, 31, 9, 0), ends_at=dutch(2027, 5, 31, 12, 0)
    )

    assert timezone.localtime(timeline(event, event.starts_at)[-1].at) == dutch(2028, 5, 31, 12, 0)


def test_dashboard_asks_whether_a_training_with_few_people_goes_on(site, rf):
    today = timezone.localdate()
    for title, days, minimum in (("Nu", 7, 2), ("Later", 8, 2), ("Genoeg", 1, 1), ("Voorbij", -1, 5)):
        event = TrainingEventFactory(
            title=title, decides_on=today + timedelta(days=days), minimum_number=minimum, capacity=9
        )
        join(event, f"Deelnemer {title}")

    def rows(role):
        request = rf.get("/cms/")
        request.user = somebody(role)
        return [(row.title, row.mark) for row in Undecided(request).rows()]

    assert rows(Role.ORGANISER) == [("Voorbij", "1 van minstens 5 mensen"), ("Nu", "1 van minstens 2 mensen")]
    assert rows(Role.EDITOR) == []
