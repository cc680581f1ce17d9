"""What editors of stories see on their dashboard."""

import pytest
from django.utils import timezone

from cms import missing
from cms.choices import Role
from resources.dashboard import WaitingForGuides
from tests.cms.editors import somebody
from tests.factories import GuidePageFactory, InterviewPageFactory, NewsPageFactory

pytestmark = pytest.mark.django_db


def waiting(rf, role) -> list:
    request = rf.get("/cms/")
    request.user = somebody(role)
    return WaitingForGuides(request).rows()


def test_dashboard_counts_who_waits_and_shows_no_address(site, rf):
    guide = GuidePageFactory(title="Het draaiboek", is_in_the_making=True)
    guide.subscriptions.create(email="sanne@example.org", confirmed_at=timezone.now())
    guide.subscriptions.create(email="bilal@example.org")
    GuidePageFactory(title="Niemand wacht", is_in_the_making=True)

    [row] = waiting(rf, Role.EDITOR)

    assert (row.title, row.mark) == ("Het draaiboek", "1 wacht")
    assert "sanne" not in repr(row)
    assert waiting(rf, Role.ORGANISER) == []


def test_stories_of_every_kind_without_a_summary(site):
    NewsPageFactory(title="Leeg")
    InterviewPageFactory(title="Ook leeg")
    NewsPageFactory(title="Vol", standfirst="Kort")
    NewsPageFactory(title="Concept", live=False)
    [check] = [check for check in missing.checks() if check.key == "stories-without-summary"]

    found = check.find(somebody(Role.EDITOR))

    assert [(one.title, one.detail) for one in found] == [
        ("Leeg", "nieuwsbericht"),
        ("Ook leeg", "interview"),
    ]
    assert check.find(somebody(Role.ORGANISER)) == []
