"""/zoeken/feed.xml: a search as an Atom feed."""

from datetime import date
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from resources.models import SearchDay
from resources.search.counting import counts
from tests.factories import ThemeFactory, TrainingEventFactory
from tests.resources.search_page import news

pytestmark = pytest.mark.usefixtures("site", "fresh_limits")

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(answer):
    feed = ElementTree.fromstring(answer.content)
    return [
        (one.findtext(f"{ATOM}title"), one.find(f"{ATOM}link").get("href"), one.findtext(f"{ATOM}id"))
        for one in feed.iter(f"{ATOM}entry")
    ]


def test_feed_has_the_hits_newest_first(client):
    old = news("Klompen van vroeger", published_on=date(2024, 5, 1))
    new = news("Nieuwe klompen & muilen", published_on=date(2025, 5, 1))
    news("Een muil")
    news("Klompen in concept", live=False)

    answer = client.get("/zoeken/feed.xml", {"q": "klompen"})

    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert entries(answer) == [
        (
            "Nieuwe klompen & muilen",
            f"http://localhost{new.url}",
            f"tag:localhost,2026:news/{new.pk}",
        ),
        ("Klompen van vroeger", f"http://localhost{old.url}", f"tag:localhost,2026:news/{old.pk}"),
    ]


def test_feed_takes_the_filters_of_the_search(client):
    theme = ThemeFactory(title="Schoeisel", slug="schoeisel")
    news("Klompen met thema", themes=[theme])
    news("Klompen zonder")
    training = TrainingEventFactory(title="Klompen maken")

    def titles(**parameters):
        return [title for title, *_rest in entries(client.get("/zoeken/feed.xml", parameters))]

    assert titles(q="klompen", thema="schoeisel") == ["Klompen met thema"]
    assert titles(q="klompen", soort="training") == [training.title]
    assert titles(thema="schoeisel", soort="nieuws") == ["Klompen met thema"]


def test_feed_names_its_own_search_in_a_fixed_order(client):
    news("Klompen")

    feed = ElementTree.fromstring(
        client.get("/zoeken/feed.xml?soort=nieuws&sorteer=nieuwste&q=klompen&pagina=3").content
    )

    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "alternate": "http://localhost/zoeken/?q=klompen&soort=nieuws",
        "self": "http://localhost/zoeken/feed.xml?q=klompen&soort=nieuws",
    }
    assert feed.findtext(f"{ATOM}id") == "tag:localhost,2026:zoeken/?q=klompen&soort=nieuws"


@pytest.mark.parametrize("query", ["", '"', "\x1f", "x" * 5000, "😀", "\ufeff", "(((("])
def test_feed_answers_every_query(client, query):
    assert client.get("/zoeken/feed.xml", {"q": query}).status_code == 200


def test_feed_that_did_not_change_is_not_sent_again(client):
    news("Klompen")
    first = client.get("/zoeken/feed.xml", {"q": "klompen"})

    again = client.get("/zoeken/feed.xml", {"q": "klompen"}, headers={"If-None-Match": first.headers["ETag"]})

    assert again.status_code == 304


def test_feed_is_no_search_of_a_person(client):
    client.get("/zoeken/feed.xml", {"q": "klompen"})
    counts.write()

    assert SearchDay.objects.count() == 0


def test_feed_costs_the_same_for_few_and_many(client, django_assert_num_queries):
    news("Klompen")
    TrainingEventFactory(title="Klompen maken")
    client.get("/zoeken/feed.xml", {"q": "klompen"})
    with CaptureQueriesContext(connection) as few:
        client.get("/zoeken/feed.xml", {"q": "klompen"})
    for number in range(20):
        news(f"Klompen {number}")

    with django_assert_num_queries(len(few)):
        client.get("/zoeken/feed.xml", {"q": "klompen"})
