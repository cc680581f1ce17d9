"""Results that editors promote: when they are shown, and only once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import PageViewRestriction

from cms.choices import Role
from tests.cms.editors import browser, somebody
from tests.factories import NewsPageFactory
from tests.resources.search_page import news, read_page

pytestmark = pytest.mark.usefixtures("site", "fresh_limits")


def promote(words, page=None, *, place=0, **fields):
    return SearchPromotion.objects.create(
        query=Query.get(words), page=page, sort_order=place, description="Lees dit eerst.", **fields
    )


def promoted(client, query, **parameters):
    answer = client.get("/zoeken/", {"q": query, **parameters})
    return [one.url for one in answer.context["promoted"]]


@pytest.mark.parametrize("query", ["houten klompen", "Klomp, houten", "de houten KLOMPEN", "HOUTEN  klompen"])
def test_promotion_is_found_by_its_analysed_words(client, query):
    page = news("Schoenen van vroeger")
    promote("houten klompen", page)

    assert promoted(client, query) == [page.url]


@pytest.mark.parametrize("query", ["klompen", "houten klompen dans", ""])
def test_promotion_is_not_for_other_searches(client, query):
    promote("houten klompen", news("Schoenen van vroeger"))

    assert promoted(client, query) == []


def test_promotion_stands_in_a_block_of_its_own_and_once(client):
    others = [news(f"Klompen {number}") for number in range(3)]
    promote("klompen", others[1])

    answer = client.get("/zoeken/", {"q": "klompen"})

    page, html = read_page(answer), answer.content.decode()
    assert "Aanbevolen door de redactie" in html
    assert "Lees dit eerst." in html
    assert page.paths[0] == others[1].url
    assert sorted(page.paths) == sorted(one.url for one in others)
    assert page.total == 3
    assert html.count(f'href="{others[1].url}"') == 1


def test_promoted_page_that_is_no_hit_has_no_mark_of_a_hit(client, search):
    promote("klompen", news("Schoenen van vroeger"))
    hit = news("Klompen")

    page = search("klompen")

    assert page.paths == [hit.url]
    assert page.html.count("data-promoted") == 1


@pytest.mark.parametrize("state", ["draft", "private", "gone"])
def test_promoted_page_that_is_not_public_is_not_shown(client, state):
    page = news("Schoenen van vroeger")
    promote("klompen", page)
    assert promoted(client, "klompen") == [page.url]

    if state == "draft":
        page.unpublish()
    elif state == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    else:
        page.delete()

    assert promoted(client, "klompen") == []


def test_external_address_can_be_promoted(client):
    promote("klompen", external_link_url="https://example.org/klompen", external_link_text="Klompen elders")

    answer = client.get("/zoeken/", {"q": "klompen"})

    assert [(one.title, one.url) for one in answer.context["promoted"]] == [
        ("Klompen elders", "https://example.org/klompen")
    ]


def test_promotions_keep_the_editors_order_and_are_three_at_most(client):
    pages = [news(f"Schoenen {number}") for number in range(4)]
    for number, page in enumerate(reversed(pages)):
        promote("klompen", page, place=number)

    assert promoted(client, "klompen") == [page.url for page in list(reversed(pages))[:3]]


def test_promotions_stand_on_the_first_page_without_filters_only(client):
    NewsPageFactory.create_batch(11, title="Klompen")
    page = news("Schoenen van vroeger")
    promote("klompen", page)

    assert promoted(client, "klompen") == [page.url]
    assert promoted(client, "klompen", pagina="2") == []
    assert promoted(client, "klompen", soort="nieuws") == []


def test_promotions_cost_no_query_of_their_own(client, django_assert_num_queries):
    page = news("Klompen")
    with CaptureQueriesContext(connection) as before:
        client.get("/zoeken/", {"q": "klompen"})
    promote("klompen", page)

    with django_assert_num_queries(len(before)):
        client.get("/zoeken/", {"q": "klompen"})


def test_moderator_promotes_a_page(site):
    page = news("Schoenen van vroeger")
    moderator = browser(somebody(Role.MODERATOR))
    formset = {"TOTAL_FORMS": "1", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}
    data = {
        "query_string": "Houten Klompen",
        **{f"editors_picks-{name}": value for name, value in formset.items()},
        "editors_picks-0-page": page.pk,
        "editors_picks-0-description": "Lees dit eerst.",
        "editors_picks-0-ORDER": "1",
        "editors_picks-0-external_link_url": "",
        "editors_picks-0-external_link_text": "",
        "editors_picks-0-sort_order": "",
    }

    answer = moderator.post("/cms/searchpicks/add/", data)

    assert answer.status_code == 302
    assert [str(one) for one in SearchPromotion.objects.all()] == ["houten klompen - Schoenen van vroeger"]
