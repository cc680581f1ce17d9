from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from home.feeds import FEEDS
from tests.factories import (
    AnimationPageFactory,
    GoodPracticePageFactory,
    GuidePageFactory,
    InterviewPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    TrainingEventFactory,
)
from tests.home.hidden import make_hidden

ATOM = "{http://www.w3.org/2005/Atom}"


def read(client, name):
    response = client.get(f"/feeds/{name}.xml")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def titles(feed):
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


def test_each_feed_holds_its_own_kind(site, client):
    NewsPageFactory(title="nieuws")
    InterviewPageFactory(title="interviews")
    AnimationPageFactory(title="animaties")
    GuidePageFactory(title="handreikingen")
    GoodPracticePageFactory(title="goede-voorbeelden")
    TrainingEventFactory(title="trainingen", host=OrganisationFactory(name="organisaties"))

    found = {name: titles(read(client, name)) for name in FEEDS if name != "alles"}

    assert found == {name: [name] for name in FEEDS if name != "alles"}
    assert sorted(titles(read(client, "alles"))) == sorted(set(found) - {"organisaties"})


def test_entry_has_full_addresses_stable_id_and_summary(site, client, settings):
    settings.BASE_URL = "https://zin.example.org"
    page = NewsPageFactory(
        title="Kijk < & > hier", slug="kijk", standfirst="Eén < twee & drie", published_on="2026-01-05"
    )

    feed = read(client, "nieuws")
    (entry,) = feed.iter(f"{ATOM}entry")

    assert entry.findtext(f"{ATOM}title") == "Kijk < & > hier"
    assert entry.findtext(f"{ATOM}summary") == "Eén &lt; twee &amp; drie"
    assert entry.find(f"{ATOM}link").get("href") == "https://zin.example.org/nieuws/kijk/"
    assert entry.findtext(f"{ATOM}id") == f"tag:zin.example.org,2026:news/{page.pk}"
    assert entry.findtext(f"{ATOM}published") == "2026-01-05T12:00:00+01:00"
    assert entry.findtext(f"{ATOM}updated")
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "self": "https://zin.example.org/feeds/nieuws.xml",
        "alternate": "https://zin.example.org/nieuws/",
    }


def test_feed_is_the_same_whatever_the_host_header_says(site, client, settings):
    settings.BASE_URL = "https://zin.example.org"
    NewsPageFactory()

    text = client.get("/feeds/nieuws.xml", HTTP_HOST="boos.example.org").content.decode()

    assert "boos.example.org" not in text
    assert "https://zin.example.org/nieuws/" in text


@pytest.mark.parametrize("name", list(FEEDS))
def test_feed_shows_nothing_that_is_hidden(site, client, name):
    NewsPageFactory(title="Gewoon nieuws")
    make_hidden()

    text = client.get(f"/feeds/{name}.xml").content.decode()

    assert "Verborgen" not in text


@pytest.mark.parametrize("number", [3, 40])
def test_feed_costs_three_queries_and_stops_at_thirty(site, client, django_assert_num_queries, number):
    today = timezone.localdate()
    for step in range(number):
        NewsPageFactory(title=f"N{step}", published_on=today - timedelta(days=step))
    client.get("/feeds/alles.xml")

    with django_assert_num_queries(3):
        feed = read(client, "alles")

    assert titles(feed) == [f"N{step}" for step in range(min(30, number))]


def test_control_characters_do_not_break_the_feed(site, client):
    page = NewsPageFactory()
    type(page).objects.update(title="Met \x0b teken", standfirst="en \x01 hier")

    assert titles(read(client, "nieuws")) == ["Met  teken"]


def test_training_that_was_is_not_in_the_feed(site, client):
    TrainingEventFactory(title="Was", starts_at=timezone.now() - timedelta(days=2))
    TrainingEventFactory(title="Komt")

    assert titles(read(client, "trainingen")) == ["Komt"]


def test_unchanged_feed_is_not_sent_again(site, client):
    NewsPageFactory()
    etag = client.get("/feeds/nieuws.xml").headers["ETag"]

    assert client.get("/feeds/nieuws.xml", HTTP_IF_NONE_MATCH=etag).status_code == 304


def test_unknown_feed_is_not_found(site, client):
    assert client.get("/feeds/onzin.xml").status_code == 404


def test_pages_lead_to_the_feeds(site, client):
    text = client.get("/").content.decode()

    assert '<link rel="alternate" type="application/atom+xml"' in text
    assert "/feeds/alles.xml" in text
