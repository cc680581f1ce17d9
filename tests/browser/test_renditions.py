"""Looking at the site makes no picture: the sizes are made when an editor uploads, never in a request."""

import sqlite3
from contextlib import closing

import pytest

from tests.browser.samples import SAMPLES
from tests.browser.web import Client

IMAGES = ["cms_siteimage", "cms_siterendition"]


@pytest.fixture
def database(demo_site):
    """The site's own database, as it is being served; its pictures are put back afterwards."""
    with closing(
        sqlite3.connect(demo_site.folder / "site.sqlite3", timeout=20, isolation_level=None)
    ) as connection:
        for table in IMAGES:
            connection.execute(f"CREATE TEMP TABLE kept_{table} AS SELECT * FROM {table}")
        yield connection
        for table in IMAGES:
            connection.execute(f"REPLACE INTO {table} SELECT * FROM kept_{table}")


def renditions(database) -> int:
    return database.execute("SELECT count(*) FROM cms_siterendition").fetchone()[0]


def look_at_everything(site) -> dict[str, int]:
    """Pictures in the pages, by page."""
    client = Client(site.url)
    return {str(sample): len(client.sample(sample).soup().select("main img")) for sample in SAMPLES}


def test_first_view_makes_no_rendition(demo_site, database):
    before = renditions(database)

    pictures = look_at_everything(demo_site)

    assert before > 0
    assert sum(pictures.values()) > 0
    assert renditions(database) == before


def test_first_view_makes_no_rendition_when_the_worker_has_not_come_by(demo_site, database):
    ready = look_at_everything(demo_site)
    database.execute("DELETE FROM cms_siterendition")
    database.execute("UPDATE cms_siteimage SET sources = '{}'")

    waiting = look_at_everything(demo_site)

    assert waiting == ready  # the original is shown meanwhile
    assert renditions(database) == 0
