"""What editors of stories see on their dashboard."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone

from cms import missing
from cms.choices import Role
from cms.models import JobRun
from resources.dashboard import SearchServerTrouble, WaitingForGuides
from resources.models import SearchDocument
from tests.cms.editors import somebody
from tests.factories import GuidePageFactory, InterviewPageFactory, NewsPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_breakers")]


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


@pytest.fixture
def wanted_server(settings):
    """A search server is configured, at an address where nobody listens; all documents wait for it."""
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    return settings


def trouble(rf, role) -> list:
    request = rf.get("/cms/")
    request.user = somebody(role)
    return SearchServerTrouble(request).rows()


def test_search_server_that_is_behind_is_told_to_administrators(site, rf, wanted_server):
    SearchDocument.objects.update(pushed_version=F("version"))
    NewsPageFactory(title="Wacht")
    SearchDocument.objects.filter(title="Wacht").update(changed_at=timezone.now() - timedelta(seconds=400))

    [row] = trouble(rf, Role.ADMINISTRATOR)

    assert (row.title, row.mark) == ("De zoekserver loopt achter", "1 onderdeel wacht")
    assert row.detail == "De database beantwoordt zoekvragen, met dezelfde uitkomst."
    assert trouble(rf, Role.EDITOR) == []


def test_search_server_that_is_away_is_told_with_the_reason(site, rf, wanted_server):
    SearchDocument.objects.update(pushed_version=F("version"))
    calm = trouble(rf, Role.ADMINISTRATOR)
    JobRun.objects.create(name="resources.jobs.feed_search_server", last_error="SearchServerError('weg')")

    [row] = trouble(rf, Role.ADMINISTRATOR)

    assert calm == []
    assert (row.title, row.mark) == ("De zoekserver antwoordt niet", "")
    assert row.detail.endswith("met dezelfde uitkomst. SearchServerError('weg')")


def test_without_a_search_server_there_is_nothing_to_tell(site, rf):
    NewsPageFactory(title="Wacht")
    JobRun.objects.create(name="resources.jobs.feed_search_server", last_error="oud")

    assert trouble(rf, Role.ADMINISTRATOR) == []
