"""What an editor sees after logging in: what waits, comes and is missing, at a fixed number of queries."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, PageSubscription, Workflow

from cms.choices import Role
from cms.dashboard import COUNTED, SHOWN, ListPanel, Row, greeting
from cms.dashboard_panels import BackgroundFailures, Expiring, OpenComments, Scheduled, WaitingForReview
from cms.dashboard_work import InReview, LatestPublished, RecentWork, WhatIsMissing
from cms.models import JobRun
from cms.overdue import overdue_pages
from tests.cms.editors import browser, somebody
from tests.factories import (
    GuidePageFactory,
    NewsPageFactory,
    SiteImageFactory,
    TrainingEventFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
DASHBOARD_QUERIES = 37  # of a moderator; some sixteen are Wagtail's own for the person and the menus


def rows_of(panel, user, rf) -> list[Row]:
    request = rf.get("/cms/")
    request.user = user
    return panel(request).rows()


def titles(panel, role, rf) -> list[str]:
    return [row.title for row in rows_of(panel, somebody(role), rf)]


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
        NewsPageFactory(expire_at=timezone.now() + timedelta(days=2))
        SiteImageFactory(description="", is_decorative=False)
        TrainingEventFactory()


# --- What waits ---------------------------------------------------------------------------------------------
def test_waiting_lists_what_was_submitted_for_who_may_review(site, rf):
    page = NewsPageFactory(title="Nieuw verhaal", live=False)
    page.save_revision()
    Workflow.objects.get().start(page, somebody(Role.EDITOR, first_name="Bo"))

    [row] = rows_of(WaitingForReview, somebody(Role.MODERATOR), rf)

    assert (row.title, row.url) == ("Nieuw verhaal", reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert row.detail.startswith("nieuwsbericht van Bo, sinds ")
    assert titles(WaitingForReview, Role.EDITOR, rf) == []


def test_comment_of_somebody_else_waits_for_who_follows_the_page(site, rf):
    me, other = somebody(Role.EDITOR), somebody(Role.MODERATOR, first_name="Eva", last_name="")
    followed, unknown = NewsPageFactory(title="Gevolgd"), NewsPageFactory(title="Onbekend")
    PageSubscription.objects.create(user=me, page=followed, comment_notifications=True)
    for page, author, text in (
        (followed, other, "Kan dit korter?"),
        (followed, me, "Ik zelf"),
        (unknown, other, "Elders"),
    ):
        Comment.objects.create(page=page, user=author, text=text, contentpath="standfirst")

    [row] = rows_of(OpenComments, me, rf)
    Comment.objects.update(resolved_at=timezone.now())

    assert (row.title, row.detail) == ("Gevolgd", "Eva: Kan dit korter?")
    assert rows_of(OpenComments, me, rf) == []


def test_failed_jobs_are_for_administrators(site, rf):
    JobRun.objects.create(name="cms.jobs.test", last_error="ValueError()", last_finished_at=timezone.now())

    assert titles(BackgroundFailures, Role.ADMINISTRATOR, rf) == ["cms.jobs.test"]
    assert titles(BackgroundFailures, Role.MODERATOR, rf) == []


# --- What comes ---------------------------------------------------------------------------------------------
def test_scheduled_lists_the_moment_in_the_netherlands(site, rf):
    page = NewsPageFactory(
        title="Straks", live=False, go_live_at=datetime(2126, 7, 1, 8, tzinfo=ZoneInfo("UTC"))
    )
    page.save_revision().publish()

    [row] = rows_of(Scheduled, somebody(Role.EDITOR), rf)

    assert (row.title, row.detail) == ("Straks", "ma 1 jul, 10.00")


def test_what_leaves_the_site_within_a_week_is_told_of_every_kind(site, rf):
    now = timezone.now()
    NewsPageFactory(title="Bericht", expire_at=now + timedelta(days=2))
    NewsPageFactory(title="Later", expire_at=now + timedelta(days=8))
    NewsPageFactory(title="Concept", expire_at=now + timedelta(days=2), live=False)
    TrainingEventFactory(title="Training", expire_at=now + timedelta(days=1))

    for_organiser = rows_of(Expiring, somebody(Role.ORGANISER), rf)

    assert [(row.title, bool(row.url)) for row in for_organiser] == [("Training", True), ("Bericht", False)]
    assert all(row.url for row in rows_of(Expiring, somebody(Role.ADMINISTRATOR), rf))


# --- What is missing ----------------------------------------------------------------------------------------
def test_missing_has_a_row_for_each_check_with_its_number_and_first_names(site, rf):
    for number in range(5):
        SiteImageFactory(title=f"Beeld {number}", description="")
    NewsPageFactory(title="Nakijken", review_on=date(2026, 1, 1), standfirst="Kort")

    rows = rows_of(WhatIsMissing, somebody(Role.MODERATOR), rf)

    report = reverse("cms_missing")
    assert [(row.title, row.mark, row.detail, row.url) for row in rows] == [
        (
            "Beelden zonder alternatieve tekst",
            "5",
            "Beeld 0, Beeld 1, Beeld 2 en nog 2",
            f"{report}#images-without-text",
        ),
        ("Pagina’s om opnieuw te lezen", "1", "Nakijken", f"{report}#past-review"),
    ]


def test_overdue_pages_come_from_every_type_and_the_longest_waiting_first(site):
    keeper = UserFactory(first_name="Bo", last_name="Bos")
    NewsPageFactory(title="Vandaag", review_on=date(2026, 5, 2))
    GuidePageFactory(title="Lang geleden", review_on=date(2025, 1, 1), keeper=keeper)
    NewsPageFactory(title="Morgen", review_on=date(2026, 5, 3))
    NewsPageFactory(title="Concept", review_on=date(2025, 1, 1), live=False)

    found = overdue_pages(date(2026, 5, 2))

    assert [(one.title, one.keeper) for one in found] == [("Lang geleden", "Bo Bos"), ("Vandaag", "")]


# --- Going on -----------------------------------------------------------------------------------------------
def test_own_work_and_what_is_with_a_second_reader(site, rf):
    me = somebody(Role.EDITOR)
    page = NewsPageFactory(title="Mijn verhaal", live=False)
    page.save_revision(user=me, log_action=True)
    NewsPageFactory(title="Van een ander").save_revision(user=UserFactory(), log_action=True)
    Workflow.objects.get().start(page, me)

    assert [(row.title, row.mark) for row in rows_of(RecentWork, me, rf)] == [("Mijn verhaal", "concept")]
    assert [row.title for row in rows_of(InReview, me, rf)] == ["Mijn verhaal"]
    assert titles(InReview, Role.EDITOR, rf) == []


def test_latest_lists_what_visitors_see_without_the_lists_themselves(site, rf):
    at = timezone.now()
    page = NewsPageFactory(title="Gisteren", first_published_at=at - timedelta(days=1))
    NewsPageFactory(title="Vandaag", first_published_at=at)
    NewsPageFactory(title="Concept", live=False)

    rows = rows_of(LatestPublished, somebody(Role.EDITOR), rf)

    assert [row.title for row in rows[:2]] == ["Vandaag", "Gisteren"]
    assert {"Concept", "Nieuws"} & {row.title for row in rows} == set()
    assert rows[1].url.endswith(f"/nieuws/{page.slug}/")


# --- The whole ----------------------------------------------------------------------------------------------
class Many(ListPanel):
    def rows(self):
        return [Row(str(number)) for number in range(self.number)]


@pytest.mark.parametrize("number, count, more", [(SHOWN, "5", False), (COUNTED + 1, "100+", True)])
def test_panel_shows_a_few_and_counts_all(rf, number, count, more):
    request = rf.get("/cms/")
    request.user = None
    panel = Many(request)
    panel.number = number

    assert (len(panel.shown), panel.count, panel.has_more) == (SHOWN, count, more)


@pytest.mark.parametrize(
    "hour, words", [(8, "Goedemorgen"), (12, "Goedemiddag"), (17, "Goedemiddag"), (18, "Goedenavond")]
)
def test_greeting_follows_the_clock(hour, words):
    assert greeting(datetime(2026, 5, 2, hour, tzinfo=ZoneInfo("Europe/Amsterdam"))) == words


def dashboard(role: Role) -> BeautifulSoup:
    html = browser(somebody(role)).get(reverse("wagtailadmin_home")).content.decode()
    return BeautifulSoup(html, "html.parser").select_one(".zin-dashboard")


@pytest.mark.parametrize(
    "role, actions",
    [
        (Role.EDITOR, ["Nieuw nieuwsbericht", "Nieuw interview", "Nieuwe handreiking", "Beeld toevoegen"]),
        (Role.ORGANISER, ["Nieuwe training", "Beeld toevoegen"]),
    ],
)
def test_buttons_are_those_that_the_role_may_press_and_they_work(site, role, actions):
    buttons = dashboard(role).select(".zin-action")

    client = browser(somebody(role))
    assert [button.get_text(strip=True) for button in buttons] == actions
    assert [client.get(button["href"]).status_code for button in buttons] == [200] * len(actions)


def test_dashboard_is_calm_when_there_is_nothing(site):
    words = [one.get_text(strip=True) for one in dashboard(Role.MODERATOR).select(".zin-calm")]

    assert words == [
        "Er wacht niets. Alles is bij.",
        "Er staat niets gepland.",
        "Er mist niets. Alles is in orde.",
    ]


def test_every_link_of_a_full_dashboard_opens(site):
    fill(1)
    JobRun.objects.create(name="cms.jobs.test", last_error="ValueError()", last_finished_at=timezone.now())
    client = browser(somebody(Role.ADMINISTRATOR))

    page = dashboard(Role.ADMINISTRATOR)
    links = {link["href"] for link in page.select("a[href^='/cms/']")}

    assert [h2.get_text(strip=True) for h2 in page.select("h2")] == [
        "Wat wacht op jou",
        "Wat eraan komt",
        "Wat nog mist",
        "Verder werken",
        "Hulp",
    ]
    assert len(links) >= 12
    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


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

    assert (with_two, queries(client)) == (DASHBOARD_QUERIES, DASHBOARD_QUERIES)
