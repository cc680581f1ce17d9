"""The chart that editors fill in, as visitors get it."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils import timezone

from cms.templatetags.long_words import SOFT_HYPHEN
from network.chart_block import ChartBlock, draw
from network.registration.actors import organiser
from tests.factories import RegionFactory, TextPageFactory, ThemeFactory, TrainingEventFactory
from tests.network.conftest import local
from tests.network.registration.people import join

SIXTY = {"label": "op locatie", "number": 60, "until": None, "is_about": True}
FIFTEEN = {"label": "online", "number": 15, "until": None, "is_about": True}


def value(kind="bars", rows=(SIXTY, FIFTEEN), **fields):
    block = ChartBlock()
    raw = {
        "title": "Deelnemers",
        "kind": kind,
        "summary": "De meeste mensen kwamen naar een zaal.",
        "unit": "deelnemers",
        "rows": [dict(row) for row in rows],
        "theme": None,
        "source": "Eindverslag",
        "as_of": "2021-07-01",
        **fields,
    }
    return block.to_python(raw)


def year(number, until=None, label="Er gebeurt iets"):
    return {"label": label, "number": number, "until": until, "is_about": False}


def test_few_rows_are_doors_and_more_are_bars():
    assert draw(value(rows=[SIXTY] * 4)).form == "doors"
    assert draw(value(rows=[SIXTY] * 5)).form == "bars"
    assert [row.share for row in draw(value(rows=[SIXTY, FIFTEEN, FIFTEEN, SIXTY, SIXTY])).rows] == [
        100,
        25,
        25,
        100,
        100,
    ]


def test_timeline_puts_its_rows_in_order_of_the_years():
    found = draw(value("timeline", [year(2021), year(2018, 2021), year(2018)]))

    assert [row.number_text for row in found.rows] == ["2018", "2018 – 2021", "2021"]


def test_chart_takes_the_colour_of_its_pillar(db):
    theme = ThemeFactory(colour="ochre")

    assert draw(value(theme=theme.pk)).colour == "ochre"
    assert draw(value()).colour == "plum"


@pytest.mark.parametrize("rows", [[year(60)], [year(2021, 2018)], [year(2018), year(3)]])
def test_timeline_refuses_what_is_no_year(rows):
    with pytest.raises(ValidationError) as refused:
        ChartBlock().clean(value("timeline", rows))

    assert list(refused.value.block_errors) == ["rows"]


@pytest.mark.parametrize("rows", [[], [SIXTY] * 13, [{**SIXTY, "number": -1}], [{**SIXTY, "number": None}]])
def test_chart_refuses_no_rows_too_many_and_no_number(rows):
    with pytest.raises(ValidationError):
        ChartBlock().clean(value(rows=rows))


def test_chart_that_is_complete_is_accepted(db):
    block = ChartBlock()

    assert block.clean(value())["title"] == "Deelnemers"
    assert block.clean(value("timeline", [year(2018, 2021)]))["kind"] == "timeline"


def rendered(chart) -> BeautifulSoup:
    return BeautifulSoup(render_to_string("components/chart.html", {"chart": chart}), "html.parser")


@pytest.mark.parametrize(("kind", "rows"), [("bars", 2), ("bars", 12), ("pictogram", 2)])
def test_chart_has_a_table_of_the_same_numbers_and_hides_its_drawing(kind, rows):
    found = rendered(draw(value(kind, ([SIXTY, FIFTEEN] * 6)[:rows])))

    table = [row.get_text(" ", strip=True) for row in found.select("tbody tr")]
    assert len(table) == rows
    assert [text.split()[-1] for text in table[:2]] == ["60", "15"]
    assert [svg["aria-hidden"] for svg in found.select("svg.chart__shape, svg.chart__bar")] == ["true"] * rows
    assert (
        found.figure.figcaption.get_text(" ", strip=True)
        == "Deelnemers De meeste mensen kwamen naar een zaal."
    )


def test_timeline_is_a_list_in_words_without_a_table():
    found = rendered(draw(value("timeline", [year(2018, label="Het begin"), year(2021, label="Verder")])))

    assert [one.get_text(" ", strip=True) for one in found.select("ol li")] == [
        "2018 Het begin",
        "2021 Verder",
    ]
    assert found.select("table") == []


def test_chart_says_source_day_and_what_one_arch_stands_for():
    found = rendered(draw(value("pictogram", [{**SIXTY, "number": 600}])))

    assert "Eindverslag" in found.select_one(".chart__source").text
    assert "2021" in found.select_one(".chart__source").text
    assert "5 deelnemers" in found.select_one(".chart__note").text


def test_long_label_and_markup_of_an_editor_stay_text():
    label = "<b>" + "verbetervoorstellen" * 6

    found = rendered(draw(value(rows=[{**SIXTY, "label": label[:120]}])))

    assert found.select("b") == []
    assert found.select_one(".chart__label").text.replace(SOFT_HYPHEN, "") == label[:120]


@pytest.mark.parametrize("number", [1, 12])
def test_page_with_charts_costs_four_queries(site, client, django_assert_num_queries, number):
    themes = [ThemeFactory() for _ in range(number)]
    body = [("chart", {**value(), "theme": theme, "as_of": date(2021, 7, 1)}) for theme in themes]
    TextPageFactory(slug="grafieken", body=body)
    client.get("/grafieken/")

    with django_assert_num_queries(4):
        response = client.get("/grafieken/")

    assert response.content.decode().count("chart--doors") == number


def test_series_is_counted_by_year_and_follows_what_was_typed(db):
    at = local(2026, 5, 1, 13)
    for names in (("Sanne", "Bilal"), ("Fenna",)):
        event = TrainingEventFactory(starts_at=at, registration_closes_at=None)
        join(event, *names, actor=organiser(), at=at - timedelta(days=9))
    TrainingEventFactory(starts_at=local(2025, 5, 1, 13), registration_closes_at=None)

    found = draw(value(rows=[FIFTEEN], series="participants-by-year"))

    assert [(row.label, row.number_text) for row in found.rows] == [
        ("online", "15"),
        ("2025", "0"),
        ("2026", "3"),
    ]
    assert (found.is_live, found.as_of) == (True, timezone.localdate())


def test_series_by_region_needs_no_other_row(db):
    TrainingEventFactory(
        starts_at=local(2026, 5, 1, 13), registration_closes_at=None, region=RegionFactory(name="Breda")
    )
    block = ChartBlock()

    cleaned = block.clean(value(rows=[], series="trainings-by-region"))

    assert [(row.label, row.number_text) for row in draw(cleaned).rows] == [("Breda", "1")]


@pytest.mark.parametrize("kind", ["bars", "timeline"])
def test_chart_without_any_row_is_refused(kind):
    series = "trainings-by-year" if kind == "timeline" else ""

    with pytest.raises(ValidationError):
        ChartBlock().clean(value(kind, rows=[], series=series))


def test_timeline_counts_no_series(db):
    found = draw(value("timeline", [year(2018)], series="trainings-by-year"))

    assert [row.number_text for row in found.rows] == ["2018"]
