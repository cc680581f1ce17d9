"""What changes on the site reaches the search server after the commit, never backwards; nothing is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page

from resources.models import SearchDocument
from resources.receivers import wake_feeder
from resources.search import feeding
from resources.search.engines import engine_named
from resources.search.feeding import Lag, feed, feed_in_turn, lag, mark_pushed, pushable
from resources.search.plan import Plan
from tests.factories import TextPageFactory
from tests.resources import bad_servers
from tests.resources.search_page import news

pytestmark = [
    pytest.mark.usefixtures("site", "fresh_limits", "fresh_breakers"),
    pytest.mark.xdist_group("search server"),
]


@pytest.fixture
def on_server():
    """Titles of everything that the search server would show, newest first."""

    def titles(at=None):
        keys = engine_named("elasticsearch").find(Plan(), at=at or timezone.now()).keys
        rows = SearchDocument.objects.in_bulk(keys)
        return [rows[key].title for key in keys]

    return titles


def document_of(page):
    return SearchDocument.objects.get(object_pk=page.pk, kind="news")


def test_published_page_is_on_the_server_after_the_commit(
    server_in_use, search, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        page = news("Uitwisseling bij de buren")

    found = search("uitwisseling")

    assert (found.engine, found.paths) == ("elasticsearch", [f"/nieuws/{page.slug}/"])
    assert document_of(page).pushed_version == document_of(page).version > 0


def test_until_it_is_pushed_the_database_answers(server_in_use, search):
    page = news("Uitwisseling bij de buren")

    before = search("uitwisseling")
    pushed = feed()
    after = search("uitwisseling")

    assert pushed == 1
    assert (before.engine, before.paths) == ("database", [f"/nieuws/{page.slug}/"])
    assert (after.engine, after.paths) == ("elasticsearch", [f"/nieuws/{page.slug}/"])
    assert (after.total, after.facets) == (before.total, before.facets)


def test_page_taken_off_is_neither_found_nor_counted(server_in_use, search):
    page = news("Uitwisseling bij de buren")
    feed()

    page.unpublish()
    before = search("uitwisseling")
    feed()
    after = search("uitwisseling")

    assert (before.engine, before.total, before.facets) == ("database", 0, after.facets)
    assert (after.engine, after.total) == ("elasticsearch", 0)


def test_page_that_comes_back_is_found_again(server_in_use, search):
    page = news("Uitwisseling bij de buren")
    feed()
    page.unpublish()
    feed()

    page.get_latest_revision_as_object().save_revision().publish()
    feed()

    assert (search("uitwisseling").engine, search("uitwisseling").total) == ("elasticsearch", 1)


def test_page_leaves_the_results_when_its_time_is_over(server_in_use, on_server):
    at = timezone.now()
    news("Blijft")
    news("Gaat weg", expire_at=at + timedelta(hours=1))
    feed()
    soon, late = on_server(at), on_server(at + timedelta(hours=1))

    assert set(soon) - set(late) == {"Gaat weg"}
    assert "Blijft" in late


def test_page_without_a_card_that_vanishes_unseen_is_not_counted(server_in_use, search):
    page = TextPageFactory(title="Uitwisseling voor iedereen")
    feed()
    before = search("uitwisseling")

    Page.objects.filter(pk=page.pk).update(live=False)  # no signal tells search of it
    after = search("uitwisseling")

    assert (before.engine, before.total) == ("elasticsearch", 1)
    assert (after.engine, after.total) == ("elasticsearch", 0)


def test_older_version_never_replaces_a_newer_one(server_in_use, on_server):
    page = news("Uitwisseling")
    old = document_of(page)
    page.title = "Uitwisseling bij de buren"
    page.save_revision().publish()
    feed()

    late = server_in_use.push([old])
    again = server_in_use.push([document_of(page)])

    assert (late.written, late.outrun) == (set(), {old.pk})
    assert (again.written, again.outrun) == ({old.pk}, set())


def test_deleted_page_does_not_come_back_by_a_late_push(server_in_use, on_server):
    page = news("Uitwisseling")
    late = document_of(page)
    feed()
    page.delete()
    feed()

    server_in_use.push([late])

    assert "Uitwisseling" not in on_server()


def test_row_that_changes_on_its_way_waits_again(server_in_use):
    page = news("Uitwisseling")
    one = document_of(page)
    rows = pushable().in_bulk([one.pk])
    page.title = "Uitwisseling bij de buren"
    page.save_revision().publish()

    mark_pushed({one.pk}, rows)

    assert list(SearchDocument.objects.behind()) == [one]


def test_refused_document_is_named_and_the_others_are_pushed(server_in_use, on_server):
    wrong, right = document_of(news("Te lang")), document_of(news("Goed"))
    SearchDocument.objects.filter(pk=wrong.pk).update(facets={"thema": ["x" * 40_000]})

    with pytest.raises(server_in_use.SearchServerError, match=f"1 documents are refused.* {wrong.pk}: "):
        feed()

    assert list(SearchDocument.objects.behind()) == [wrong]
    assert right.title in on_server()


def test_server_that_is_ahead_of_the_database_asks_for_a_rebuild(server_in_use):
    one = document_of(news("Uitwisseling"))
    one.version += 1000  # as before a backup was put back
    server_in_use.push([one])

    with pytest.raises(server_in_use.SearchServerError, match="a rebuild mends it"):
        feed()

    assert list(SearchDocument.objects.behind()) == [one]


def test_feeding_without_an_index_makes_none(own_server, db):
    news("Uitwisseling")

    with pytest.raises(own_server.NoIndex):
        feed()

    assert own_server.existing() == []


def test_server_that_is_away_is_not_asked_again_at_once(settings, caplog):
    news("Uitwisseling")
    settings.ELASTICSEARCH_URL = bad_servers.refused()

    feed_in_turn()
    feed_in_turn()

    assert [one.name for one in caplog.records if "not up to date" in one.message] == ["resources.search"]
    assert feeding.back_off.is_open
    assert lag(timezone.now()).rows > 0


def test_lag_counts_what_waits_and_since_when(server_in_use):
    first = document_of(news("Een"))
    news("Twee")

    waiting = lag(first.changed_at + timedelta(seconds=301))
    feed()

    assert waiting == Lag(2, 301)
    assert waiting.is_late
    assert lag(timezone.now()) == Lag(0, 0)


def test_many_changes_queue_one_task(settings, db):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

    for _ in range(3):
        wake_feeder()

    assert [one.task_path for one in DBTaskResult.objects.all()] == ["resources.tasks.feed_search_server"]
