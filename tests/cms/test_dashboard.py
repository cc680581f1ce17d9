"""What an editor sees after logging in, at a fixed number of queries."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Workflow

from cms.choices import Role
from cms.dashboard import BackgroundFailures, ImagesToKeep, PastReview, Scheduled, WaitingForReview
from cms.models import JobRun
from cms.overdue import overdue_pages
from tests.cms.editors import browser, somebody
from tests.factories import GuidePageFactory, NewsPageFactory, SiteImageFactory, UserFactory

pytestmark = pytest.mark.django_db


def items(panel, role, rf) -> list:
    request = rf.get("/cms/")
    request.user = somebody(role)
    return panel().items(request)


def submit(number: int) -> None:
    for _page in range(number):
        page = NewsPageFactory(live=False)
        page.save_revision(user=somebody(Role.EDITOR))
        Workflow.objects.get().start(page, somebody(Role.EDITOR))


def schedule(number: int) -> None:
    for _page in range(number):
        page = NewsPageFactory(live=False, go_live_at=timezone.now() + timedelta(days=3))
        page.save_revision().publish()


def fill(number: int) -> None:
    submit(number)
    schedule(number)
    for _number in range(number):
        NewsPageFactory(review_on=date(2026, 1, 1), keeper=UserFactory())
        SiteImageFactory(description="", is_decorative=False)


def test_waiting_lists_what_was_submitted_for_who_may_review(site, rf):
    page = NewsPageFactory(title="Nieuw verhaal", live=False)
    page.save_revision()
    Workflow.objects.get().start(page, somebody(Role.EDITOR, first_name="Bo"))

    for_moderator = items(WaitingForReview, Role.MODERATOR, rf)

    assert [(one["title"], str(one["by"])) for one in for_moderator] == [("Nieuw verhaal", "Bo")]
    assert for_moderator[0]["url"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert items(WaitingForReview, Role.EDITOR, rf) == []


def test_scheduled_lists_the_moment(site, rf):
    at = timezone.now() + timedelta(days=3)
    page = NewsPageFactory(title="Straks", live=False, go_live_at=at)
    page.save_revision().publish()

    assert [(one["title"], one["at"]) for one in items(Scheduled, Role.EDITOR, rf)] == [("Straks", at)]


def test_overdue_pages_come_from_every_type_and_the_longest_waiting_first(site):
    keeper = UserFactory(first_name="Bo", last_name="Bos")
    NewsPageFactory(title="Vandaag", review_on=date(2026, 5, 2))
    GuidePageFactory(title="Lang geleden", review_on=date(2025, 1, 1), keeper=keeper)
    NewsPageFactory(title="Morgen", review_on=date(2026, 5, 3))
    NewsPageFactory(title="Concept", review_on=date(2025, 1, 1), live=False)

    found = overdue_pages(date(2026, 5, 2))

    assert [(one.title, one.keeper) for one in found] == [("Lang geleden", "Bo Bos"), ("Vandaag", "")]


def test_past_review_is_for_who_may_edit_the_page(site, rf):
    NewsPageFactory(title="Nakijken", review_on=date(2026, 1, 1))

    assert [one.title for one in items(PastReview, Role.EDITOR, rf)] == ["Nakijken"]
    assert items(PastReview, Role.ORGANISER, rf) == []


def test_images_to_keep_say_why(site, rf):
    today = timezone.localdate()
    SiteImageFactory(title="Zonder tekst", description="")
    SiteImageFactory(title="Bijna", consent_until=today + timedelta(days=30))
    SiteImageFactory(title="Voorbij", consent_until=today - timedelta(days=1))
    SiteImageFactory(title="Later", consent_until=today + timedelta(days=31))
    SiteImageFactory(title="Rand", description="", is_decorative=True)

    found = {
        one["title"]: (one["undescribed"], one["ended"]) for one in items(ImagesToKeep, Role.MODERATOR, rf)
    }

    assert found == {"Zonder tekst": (True, False), "Bijna": (False, False), "Voorbij": (False, True)}


def test_failed_jobs_are_for_administrators(site, rf):
    JobRun.objects.create(name="cms.jobs.test", last_error="ValueError()", last_finished_at=timezone.now())

    assert [one["title"] for one in items(BackgroundFailures, Role.ADMINISTRATOR, rf)] == ["cms.jobs.test"]
    assert items(BackgroundFailures, Role.MODERATOR, rf) == []


def queries(client) -> int:
    client.get(reverse("wagtailadmin_home"))  # fills the caches of a process
    with CaptureQueriesContext(connection) as captured:
        response = client.get(reverse("wagtailadmin_home"))
    assert response.status_code == 200
    return len(captured)


def test_dashboard_costs_the_same_with_two_and_with_seven_of_everything(site):
    client = browser(somebody(Role.MODERATOR))
    fill(2)
    with_two = queries(client)

    fill(5)

    assert queries(client) == with_two


def test_dashboard_names_everything_in_dutch(site):
    fill(1)
    JobRun.objects.create(name="cms.jobs.test", last_error="ValueError()", last_finished_at=timezone.now())

    page = browser(somebody(Role.ADMINISTRATOR)).get(reverse("wagtailadmin_home")).content.decode()

    for heading in ("Wacht op beoordeling", "Gepland", "Opnieuw lezen", "Beelden om na te kijken"):
        assert heading in page


def test_report_lists_every_overdue_page(site):
    for number in range(12):
        NewsPageFactory(title=f"Verhaal {number}", review_on=date(2026, 1, 1))

    page = browser(somebody(Role.EDITOR)).get(reverse("cms_review_dates")).content.decode()

    assert page.count("Verhaal ") == 12
