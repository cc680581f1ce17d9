"""Filters of a listing, tried on news and trainings."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db.models import Q
from django.http import Http404, QueryDict

from cms.faceted_list import FacetedList
from cms.facets import MonthFacet, RelationFacet, YearFacet, choice_facet
from network.choices import FORM_BY_WORD, TrainingForm
from network.models import TrainingEvent
from resources.models import NewsPage
from tests.factories import NewsPageFactory, OrganisationFactory, ThemeFactory, TrainingEventFactory

FACETS = [
    RelationFacet("thema", "Theme", relation="themes", order="position"),
    RelationFacet(
        "organisatie",
        "Organisation",
        relation="organisations",
        title="name",
        only=Q(organisations__live=True),
    ),
    YearFacet("jaar", "Year", column="published_on"),
]


def read(query="", per_page=12):
    return FacetedList.read(
        NewsPage.objects.visible().newest_first(), FACETS, QueryDict(query), per_page=per_page
    )


def counts(listing):
    return {
        facet.name: [(one.value, one.label, one.count, one.selected) for one in facet.values]
        for facet in listing.facets
    }


def titles(listing):
    return [page.title for page in listing.items]


@pytest.fixture
def stories(site):
    """Three stories: two themes, two organisations of which one is a draft, two years."""
    first = ThemeFactory(title="Stages", slug="stages", position=1)
    second = ThemeFactory(title="Coachen", slug="coachen", position=2)
    seen = OrganisationFactory(name="Het Huis", slug="huis")
    hidden = OrganisationFactory(name="Concept", slug="concept", live=False)
    NewsPageFactory(title="A", themes=[first, second], organisations=[seen], published_on="2026-03-01")
    NewsPageFactory(title="B", themes=[first], organisations=[hidden], published_on="2026-02-01")
    NewsPageFactory(title="C", themes=[second], published_on="2025-01-01")
    ThemeFactory(slug="ongebruikt")


def test_values_are_those_in_use_with_their_numbers(stories):
    listing = read()

    assert counts(listing) == {
        "thema": [("stages", "Stages", 2, False), ("coachen", "Coachen", 2, False)],
        "organisatie": [("huis", "Het Huis", 1, False)],
        "jaar": [("2026", "2026", 2, False), ("2025", "2025", 1, False)],
    }
    assert (listing.total, titles(listing), listing.chips, listing.unknown) == (3, ["A", "B", "C"], [], [])


def test_values_of_one_filter_widen_and_filters_narrow(stories):
    assert titles(read("thema=stages&thema=coachen")) == ["A", "B", "C"]
    assert titles(read("thema=stages&thema=coachen&jaar=2025")) == ["C"]
    assert titles(read("thema=stages&jaar=2025")) == []


def test_a_filter_counts_without_its_own_choice(stories):
    listing = read("thema=coachen&jaar=2026")

    assert counts(listing) == {
        "thema": [("stages", "Stages", 2, False), ("coachen", "Coachen", 1, True)],
        "organisatie": [("huis", "Het Huis", 1, False)],
        "jaar": [("2026", "2026", 1, True), ("2025", "2025", 1, False)],
    }


def test_a_chosen_value_without_results_stays_to_be_taken_away(stories):
    listing = read("thema=stages&jaar=2025")

    assert listing.total == 0
    assert [(chip.label, chip.remove_url) for chip in listing.chips] == [
        ("Stages", "?jaar=2025"),
        ("2025", "?thema=stages"),
    ]


def test_links_keep_other_parameters_and_start_at_the_first_page(stories):
    listing = read("thema=stages&weergave=lijst&pagina=1")

    theme = {one.value: one.url for one in listing.facets[0].values}
    assert theme == {
        "stages": "?weergave=lijst",
        "coachen": "?thema=stages&thema=coachen&weergave=lijst",
    }
    assert listing.reset_url == "?weergave=lijst"
    assert listing.hidden == [("thema", "stages"), ("weergave", "lijst")]


def test_unknown_values_are_ignored_and_named(stories):
    listing = read("thema=stagez&jaar=1999&jaar=vorig&organisatie=concept&thema=ongebruikt")

    assert listing.total == 3
    assert listing.chips == []
    assert listing.unknown == ["stagez", "ongebruikt", "concept", "1999", "vorig"]
    assert listing.reset_url == "."
    assert [one.count for facet in listing.facets for one in facet.values] == [2, 2, 1, 2, 1]


def test_an_unknown_value_beside_a_known_one_changes_nothing(stories):
    listing = read("thema=stages&thema=stagez")

    assert (titles(listing), listing.unknown) == (["A", "B"], ["stagez"])
    assert [chip.remove_url for chip in listing.chips] == ["."]


@pytest.mark.parametrize(
    "value",
    ["%00", "%1B%5B31m", "x" * 5000, "'%22%3Cscript%3E", "%F0%9F%99%82", "-1", "%D9%A2%D9%A0%D9%A2%D9%A5"],
)
def test_nonsense_is_harmless(stories, value):
    listing = read(f"thema={value}&organisatie={value}&jaar={value}&iets={value}")

    assert listing.total == 3
    assert all(len(word) <= 40 and word.isprintable() for word in listing.unknown)
    assert all(len(one.url) < 1500 for facet in listing.facets for one in facet.values)


def test_a_thousand_values_are_read_up_to_a_limit(stories):
    query = "&".join(f"thema=t{number}" for number in range(1000))

    assert len(read(query).unknown) == 20


@pytest.mark.parametrize("number", ["9999", "0", "-1", "abc", "1.5", "٣", "9" * 400])
def test_a_page_that_is_none_is_not_found(stories, number):
    with pytest.raises(Http404):
        read(f"pagina={number}")


def test_pages_keep_the_choice(stories):
    listing = read("jaar=2026&pagina=2", per_page=1)

    assert titles(listing) == ["B"]
    assert listing.pages.links == [(1, "?jaar=2026", False), (2, "?jaar=2026&pagina=2", True)]
    assert (listing.pages.previous_url, listing.pages.next_url) == ("?jaar=2026", "")


@pytest.mark.parametrize("number", [3, 60])
@pytest.mark.parametrize("query", ["", "thema=stages&jaar=2026"])
def test_three_queries_however_many_items(stories, django_assert_num_queries, number, query):
    theme = NewsPage.objects.first().themes.first()
    for _one in range(number - 3):
        NewsPageFactory(themes=[theme])

    with django_assert_num_queries(3):
        titles(read(query))


def test_choices_and_months_of_trainings(db):
    amsterdam = ZoneInfo("Europe/Amsterdam")
    late = datetime(2027, 1, 1, 0, 30, tzinfo=amsterdam)  # still December in UTC
    TrainingEventFactory(form="on_site", starts_at=late)
    TrainingEventFactory(form="online", starts_at=datetime(2027, 2, 3, 13, 30, tzinfo=amsterdam))
    facets = [
        choice_facet("vorm", "Form", "form", FORM_BY_WORD),
        MonthFacet("maand", "Month", column="starts_at"),
    ]

    listing = FacetedList.read(TrainingEvent.objects.all(), facets, QueryDict("maand=2027-01&vorm=fax"))

    assert counts(listing) == {
        "vorm": [("op-locatie", str(TrainingForm.ON_SITE.label), 1, False)],
        "maand": [("2027-01", "januari 2027", 1, True), ("2027-02", "februari 2027", 1, False)],
    }
    assert (listing.total, listing.unknown) == (1, ["fax"])
