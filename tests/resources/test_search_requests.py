"""/zoeken/: odd questions, page numbers, limits, suggestions and what a search costs."""

import json
import time
from datetime import date, timedelta

import pytest
from django.utils import timezone

from network.models import TrainingEvent
from resources.models import NewsPage
from resources.search.documents import breaches
from tests.factories import (
    OrganisationFactory,
    TextPageFactory,
    ThemeFactory,
    TrainingEventFactory,
)
from tests.resources import hostile
from tests.resources.search_page import news

pytestmark = pytest.mark.usefixtures("site", "fresh_limits")


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "'",
        "   ",
        "\t\r\n",
        "x" * 5000,
        " ".join(["woord"] * 600),
        " ".join(f"woord{number}" for number in range(600)),
        "((((((((",
        "[a-z]{2,}*?",
        "AND OR NOT NEAR(",
        "title:* AND 1=1; DROP TABLE",
        "%_%",
        "\\",
        "-",
        '-""',
        '""""',
        '"-"',
        "\ud800",
        "\u202e\u200b\ufeff",
        "a\u0301" * 300,
        "😀 zorg",
        "’’’",
        "- - -stage",
        "van de het een",
        "\x1f\x7f",
    ],
)
def test_search_answers_every_query(client, query):
    news("Een woord over zorg en stage")
    for address in ("/zoeken/", "/zoeken/suggesties/"):
        answer = client.get(address, QUERY_STRING="q=" + quoted(query))

        assert answer.status_code == 200


def test_search_answers_what_no_visitor_types_within_a_second(client, settings):
    settings.LIMIT_SEARCH = "1000/1m"
    many(3)
    slowest = 0.0
    for query in hostile.queries(150):  # 3,000 of them in `make bench-search`
        started = time.thread_time()  # other tests share the processors

        answer = client.get("/zoeken/", QUERY_STRING="q=" + quoted(query))

        slowest = max(slowest, time.thread_time() - started)
        assert answer.status_code == 200, query
    assert slowest < 1


def quoted(text):
    from urllib.parse import quote

    return quote(text.encode("utf-8", "surrogatepass"))


def test_search_refuses_a_nul_byte(client):
    assert client.get("/zoeken/", QUERY_STRING="q=%00").status_code == 400


@pytest.mark.parametrize("page", ["9999", "2", "0", "-1", "x", "１", "9" * 400, "1.0"])
def test_search_page_that_does_not_exist_is_not_found(client, page):
    assert client.get("/zoeken/", {"pagina": page, "soort": "nieuws"}).status_code == 404


def test_search_pages_hold_ten_hits_each_once(search):
    for number in range(23):
        news(f"Koor {number}", published_on=date(2024, 1, 1) + timedelta(days=number))

    pages = [search("koor", pagina=str(number)).paths for number in (1, 2, 3)]

    assert [len(page) for page in pages] == [10, 10, 3]
    assert len({path for page in pages for path in page}) == 23


def test_search_page_is_not_for_search_engines(client):
    answer = client.get("/zoeken/", {"q": "stage"})

    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in answer.content.decode()


def test_search_has_a_limit(client, settings):
    settings.LIMIT_SEARCH = "2/1m"
    answers = [client.get("/zoeken/", {"q": "stage"}) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 0 < int(answers[2].headers["Retry-After"]) <= 60


def test_search_finds_nothing_and_shows_ways_on(search):
    found = search("zeppelin", soort="nieuws")

    assert found.total == 0
    assert 'href="/contact/?gezocht=zeppelin"' in found.html
    assert 'href="?q=zeppelin"' in found.html


def test_suggestions_begin_as_typed_and_come_from_public_titles(client):
    one = news("Uitwisseling bij de buren")
    two = news("De uitwisselingsstage")
    news("Uitwisseling in concept", live=False)

    found = json.loads(client.get("/zoeken/suggesties/", {"q": "Uitwis"}).content)

    assert found["query"] == "Uitwis"
    assert [(row["title"], row["url"]) for row in found["suggestions"]] == [
        ("Uitwisseling bij de buren", f"/nieuws/{one.slug}/"),
        ("De uitwisselingsstage", f"/nieuws/{two.slug}/"),
    ]


def many(number):
    """Make ``number`` of each kind in a state that search finds."""
    theme = ThemeFactory()
    host = OrganisationFactory()
    for _ in range(number):
        news("Koor en stage", themes=[theme], organisations=[host])
        TrainingEventFactory(title="Koor en stage", host=host)
        TextPageFactory(title="Koor en stage")


def test_search_costs_the_same_for_few_and_many(client, django_assert_num_queries):
    # With few hits the engine is asked a second time, for any of the words.
    costs = {"koor": (11, 11), "": (9, 9), "kooor stage": (16, 13), '"koor en stage" -muziek': (11, 11)}
    for place, number in enumerate((1, 99)):
        many(number)
        for query, queries in costs.items():
            with django_assert_num_queries(queries[place]):
                client.get("/zoeken/", {"q": query})


def test_suggestions_cost_three_queries(client, django_assert_num_queries):
    many(2)

    with django_assert_num_queries(3):
        client.get("/zoeken/suggesties/", {"q": "koor"})


def test_documents_are_right_after_all_that(search):
    many(3)
    NewsPage.objects.first().delete()
    TrainingEvent.objects.first().delete()

    assert breaches(at=timezone.now()) == []
