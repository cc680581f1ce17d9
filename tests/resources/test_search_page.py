"""What stands around the hits: title, tabs, the line between full and partial hits, ways on."""

import pytest

from tests.factories import (
    AudienceFactory,
    GuidePageFactory,
    OrganisationFactory,
    ThemeFactory,
    TrainingEventFactory,
)
from tests.resources.search_page import news, read_page

pytestmark = pytest.mark.usefixtures("site", "fresh_limits")


def heading(client, **parameters):
    answer = client.get("/zoeken/", parameters)
    html = answer.content.decode()
    return html.split("<h1>")[1].split("</h1>")[0], html.split("<title>")[1].split(" – ")[0]


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"doelgroep": "werkbegeleiders"}, "Alles voor werkbegeleiders"),
        ({"doelgroep": "bbl"}, "Alles voor BBL-studenten"),
        ({"thema": "schoeisel"}, "Alles over schoeisel"),
        ({"organisatie": "het-laar"}, "Alles van Het Laar"),
        ({"soort": "nieuws"}, "Alle nieuws"),
        ({"jaar": "2025"}, "Alles uit 2025"),
    ],
)
def test_page_with_one_filter_says_what_it_is(client, parameters, expected):
    AudienceFactory(title="Werkbegeleiders", slug="werkbegeleiders")
    AudienceFactory(title="BBL-studenten", slug="bbl")
    ThemeFactory(title="Schoeisel", slug="schoeisel")
    OrganisationFactory(name="Het Laar", slug="het-laar")

    assert heading(client, **parameters) == (expected, expected)


def test_page_of_a_query_or_of_several_filters_is_that_of_results(client):
    ThemeFactory(title="Schoeisel", slug="schoeisel")

    assert heading(client) == ("Zoeken", "Zoeken")
    assert heading(client, q="klompen", soort="nieuws") == ("Zoekresultaten", "Zoeken naar ‘klompen’")
    assert heading(client, soort="nieuws", thema="schoeisel") == ("Zoekresultaten", "Zoekresultaten")


def tabs(client, **parameters):
    answer = client.get("/zoeken/", parameters)
    return [(one["label"], one["count"], one["url"], one["selected"]) for one in answer.context["tabs"]]


@pytest.fixture
def klompen():
    theme = ThemeFactory(title="Schoeisel", slug="schoeisel")
    news("Klompen een", themes=[theme])
    news("Klompen twee")
    GuidePageFactory(title="Klompen maken")


def test_tabs_choose_one_kind_and_keep_the_rest_of_the_search(client, klompen):
    rest = "?q=klompen"

    assert tabs(client, q="klompen") == [
        ("Alle", 3, rest, True),
        ("Nieuws", 2, f"{rest}&soort=nieuws", False),
        ("Handreikingen en draaiboeken", 1, f"{rest}&soort=handreiking", False),
    ]
    assert tabs(client, q="klompen", soort="nieuws") == [
        ("Alle", 3, rest, False),
        ("Nieuws", 2, f"{rest}&soort=nieuws", True),
        ("Handreikingen en draaiboeken", 1, f"{rest}&soort=handreiking", False),
    ]


def test_number_of_a_tab_is_what_it_gives(client, klompen):
    for _label, count, url, _selected in tabs(client, q="klompen"):
        assert read_page(client.get(f"/zoeken/{url}")).total == count


def test_one_kind_needs_no_tabs(client, klompen):
    assert tabs(client, q="klompen", thema="schoeisel") == []


def test_line_divides_what_has_all_words_from_the_rest(client, search):
    full, partial = news("Houten klompen"), news("Klompen dansen")
    for thing in ("stoel", "tafel"):  # so "houten" is the commoner word, which need not be there
        news(f"Houten {thing}")

    page = search("houten klompen")

    assert (page.paths[0], partial.url in page.paths[1:]) == (full.url, True)
    before, after = page.html.split("data-partial")
    assert full.url in before
    assert partial.url in after
    assert partial.url not in before
    assert "Niet met al je woorden" in after
    assert 'data-misses="houten"' in after
    assert "Zonder: houten" in after


def test_no_line_where_everything_has_all_words(search):
    news("Houten klompen")
    news("Klompen, hout en houten")

    assert "data-partial" not in search("houten klompen").html


def test_no_line_where_nothing_has_all_words(search):
    for title in ("Klompen dansen", "Houten stoel", "Houten tafel"):
        news(title)

    page = search("houten klompen")

    assert "data-partial" not in page.html
    assert page.dropped == "houten"


def test_second_page_of_partial_hits_says_so(client):
    news("Houten klompen")
    for number in range(11):
        news(f"Klompen {number}")
    for number in range(13):
        news(f"Houten ding {number}")

    page = read_page(client.get("/zoeken/", {"q": "houten klompen", "pagina": "2"}))

    assert page.html.count("data-partial") == 1
    assert page.dropped == ""


def test_newest_first_is_not_divided(search):
    for title in ("Houten klompen", "Klompen dansen", "Houten stoel", "Houten tafel"):
        news(title)

    page = search("houten klompen", sorteer="nieuwste")

    assert len(page.paths) == 4
    assert "data-partial" not in page.html


def ways(client, **parameters):
    answer = client.get("/zoeken/", parameters)
    return [(one["label"], one["url"]) for one in answer.context["ways_on"]]


ALWAYS = [("Alle trainingen", "/trainingen/"), ("Alle handreikingen", "/handreikingen/")]


def test_empty_page_says_which_filter_to_drop_and_what_that_gives(client, klompen):
    TrainingEventFactory(title="Iets anders")

    assert ways(client, q="klompen", soort="training", thema="schoeisel") == [
        ("Zonder “Trainingen”: 1 gevonden", "?q=klompen&thema=schoeisel"),
        ("Zoek zonder filters", "?q=klompen"),
        *ALWAYS,
        ("Vraag het ons", "/contact/?gezocht=klompen"),
    ]
    assert read_page(client.get("/zoeken/?q=klompen&thema=schoeisel")).total == 1


def test_empty_page_of_a_literal_search_offers_other_spelling(client, klompen):
    assert ways(client, q="klmpen", letterlijk="1") == [
        ("Ook andere spelling", "?q=klmpen"),
        *ALWAYS,
        ("Vraag het ons", "/contact/?gezocht=klmpen"),
    ]


def test_contact_form_begins_with_what_was_searched_for(client):
    html = client.get("/contact/", {"gezocht": "klompen & zo"}).content.decode()

    assert 'value="Ik vond niet: klompen &amp; zo"' in html
    assert "Ik vond niet" not in client.get("/contact/").content.decode()


def test_repaired_word_is_named_with_the_literal_search_one_click_away(search):
    news("Zwibbelaar")

    page = search("zwibelaar")

    assert page.repaired == ["zwibbelaar"]
    assert "Bedoelde je <strong>zwibbelaar</strong>?" in page.html
    assert 'href="?q=zwibelaar&amp;letterlijk=1"' in page.html
