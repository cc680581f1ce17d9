"""A new index on the search server while the site is searched and changed."""

import json
import os
import subprocess
import sys
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from resources.models import SearchDocument
from resources.search.engines import engine_named
from resources.search.feeding import feed, pushable
from resources.search.plan import Plan
from resources.search.rebuilding import by_key, keep_up, rebuild, roll_back
from tests import databases
from tests.resources import bad_servers
from tests.resources.search_page import news

pytestmark = [
    pytest.mark.usefixtures("site", "fresh_breakers"),
    pytest.mark.xdist_group("search server"),
]


def live():
    return SearchDocument.objects.filter(is_deleted=False)


def by_offset(size=2):
    """As one should not: what left the first pages moves the rows of the next ones up."""
    start = 0
    while rows := list(pushable().filter(is_deleted=False).order_by("pk")[start : start + size]):
        yield rows
        start += size


def disturbed(load, page):
    """The loader, while ``page`` leaves the site after its first rows."""
    for number, rows in enumerate(load()):
        yield rows
        if number == 0:
            page.unpublish()


def test_first_index_holds_everything(own_server):
    news("Uitwisseling")

    swapped = rebuild()

    assert (swapped.documents, swapped.before) == (live().count(), "")
    assert own_server.existing() == [own_server.current()] == [swapped.name]
    assert own_server.contents()[0] == live().count() > 0
    assert not SearchDocument.objects.behind().exists()


def test_index_from_before_is_kept_and_older_ones_go(own_server):
    first, second, third = (rebuild() for _ in range(3))

    assert (second.before, third.before) == (first.name, second.name)
    assert own_server.existing() == [second.name, third.name]
    assert own_server.current() == third.name


def test_paging_by_offset_loses_rows_and_is_refused(own_server):
    SearchDocument.objects.all().delete()
    page = news("Gaat weg")
    for number in range(5):
        news(f"Bericht {number}")
    rebuild()
    in_use = own_server.current()

    with pytest.raises(own_server.SearchServerError, match="has 4 documents and the database 5"):
        rebuild(lambda: disturbed(by_offset, page))

    assert own_server.existing() == [own_server.current()] == [in_use]


def test_paging_by_key_loses_nothing(own_server):
    SearchDocument.objects.all().delete()
    page = news("Gaat weg")
    for number in range(5):
        news(f"Bericht {number}")

    swapped = rebuild(lambda: disturbed(by_key, page))

    assert (swapped.documents, own_server.contents()[0]) == (5, 5)


def test_rolling_back_takes_the_index_from_before_with_what_changed_since(own_server):
    page = news("Gaat weg")
    first = rebuild()
    second = rebuild()
    page.unpublish()
    news("Nieuw")
    feed()

    back = roll_back()
    there = engine_named("elasticsearch").find(Plan(), at=timezone.now())

    assert (back.name, back.before, own_server.current()) == (first.name, second.name, first.name)
    titles = set(SearchDocument.objects.filter(pk__in=there.keys).values_list("title", flat=True))
    assert titles == set(live().values_list("title", flat=True))
    assert "Nieuw" in titles and "Gaat weg" not in titles
    assert roll_back().name == second.name


def test_index_from_before_gets_what_never_reached_it(own_server):
    first = rebuild()
    news("Wachtte nog bij de wissel")
    rebuild()

    back = roll_back()

    assert (back.name, back.documents) == (first.name, live().count())
    assert own_server.contents()[0] == live().count()


def test_without_an_earlier_index_there_is_no_way_back(own_server):
    only = rebuild()

    with pytest.raises(own_server.SearchServerError, match="no earlier index"):
        roll_back()

    assert own_server.current() == only.name


def test_periodic_job_makes_the_first_index(own_server):
    news("Uitwisseling")

    keep_up()

    assert own_server.contents()[0] == live().count() > 0


def test_periodic_job_leaves_an_index_that_fits(server_in_use):
    in_use = server_in_use.current()
    news("Uitwisseling")

    keep_up()

    assert server_in_use.current() == in_use
    assert not SearchDocument.objects.behind().exists()


def test_periodic_job_makes_a_new_index_when_the_numbers_differ(server_in_use):
    in_use = server_in_use.current()
    news("Uitwisseling")
    feed()
    live().filter(title="Uitwisseling").delete()  # as nobody should

    keep_up()

    assert server_in_use.current() != in_use
    assert server_in_use.contents()[0] == live().count()


def test_periodic_job_makes_a_new_index_after_a_backup_was_put_back(server_in_use):
    in_use = server_in_use.current()
    news("Uitwisseling")
    one = live().get(title="Uitwisseling")
    one.version += 1000
    server_in_use.push([one])

    keep_up()

    assert server_in_use.current() != in_use
    assert server_in_use.contents() == (live().count(), one.version - 1000)


def test_command_rebuilds_and_goes_back(own_server):
    told = StringIO()

    call_command("rebuild_search_index", stdout=told)
    call_command("rebuild_search_index", stdout=told)
    first, second = own_server.existing()
    call_command("rebuild_search_index", "--rollback", stdout=told)

    number = live().count()
    assert told.getvalue().splitlines() == [
        f"{first} is in use, with {number} documents.",
        f"{second} is in use, with {number} documents.",
        f"{first} is kept; --rollback takes it back.",
        f"{first} is in use, with {number} documents.",
        f"{second} is kept; --rollback takes it back.",
    ]


def test_command_says_what_is_missing(settings, db):
    with pytest.raises(CommandError, match="ELASTICSEARCH_URL is empty"):
        call_command("rebuild_search_index")

    settings.ELASTICSEARCH_URL = bad_servers.refused()
    with pytest.raises(CommandError, match="Nothing changed for visitors: ConnectionError"):
        call_command("rebuild_search_index")


def test_nothing_is_lost_and_no_search_fails_while_others_write(own_server, settings, tmp_path):
    program = [sys.executable, "-m", "tests.resources.rebuild_under_writes"]
    with databases.own_copy(tmp_path) as url:
        environment = {
            **os.environ,
            "ZIN_ENV": "test",
            "DJANGO_SETTINGS_MODULE": "cms.settings.test",
            "DATABASE_URL": url,
            "DATA_DIR": str(tmp_path),
            "ELASTICSEARCH_URL": settings.ELASTICSEARCH_URL,
            "ELASTICSEARCH_INDEX": settings.ELASTICSEARCH_INDEX,
        }
        done = subprocess.run(
            program, env=environment, cwd=databases.ROOT, stdout=subprocess.PIPE, text=True, check=True
        )
    told = json.loads(done.stdout)

    assert told["lost"] == [] and told["left_over"] == [] and told["failed"] == []
    assert told["swaps"] == 2
    assert told["writes_during_rebuilds"] > 75 and told["searches"] > 20
