"""Figures that the site counts itself, as visitors see them."""

from datetime import date, timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from network.chart_block import draw
from network.models import ResultFigure, TrainingEvent
from network.referencables import build_figure, figure_data
from network.registration.actors import organiser
from tests.factories import ResultFigureFactory, TrainingEventFactory
from tests.network.conftest import local
from tests.network.registration.people import join

pytestmark = pytest.mark.django_db


def given(*names, at):
    event = TrainingEventFactory(starts_at=at, registration_closes_at=None, capacity=9)
    join(event, *names, actor=organiser(), at=at - timedelta(days=9))


def shown(at) -> list[tuple]:
    rows = ResultFigure.objects.values("pk").annotate(**{f"value_{k}": v for k, v in figure_data(at).items()})
    found = []
    for row in rows.order_by("pk"):
        data = {name.removeprefix("value_"): value for name, value in row.items() if name != "pk"}
        data["as_of"] = str(data["as_of"])
        figure = build_figure(row["pk"], data)
        found.append((figure.number_text, str(figure.as_of), figure.is_live))
    return found


def test_live_figure_adds_what_came_before_and_says_today():
    given("Sanne", "Bilal", at=local(2026, 5, 1, 13))
    given("Fenna", at=local(2027, 2, 1, 13))
    ResultFigureFactory(live_count="participants", number=60)
    ResultFigureFactory(live_count="participants-this-year", number=0)
    ResultFigureFactory(live_count="trainings", number=0)
    ResultFigureFactory(number=7, as_of="2021-07-01")

    found = shown(local(2027, 3, 1, 12))

    assert found == [
        ("63", "2027-03-01", True),
        ("1", "2027-03-01", True),
        ("2", "2027-03-01", True),
        ("7", "2021-07-01", False),
    ]


def test_page_shows_the_number_of_this_moment_in_the_same_queries(site, client, queries):
    figure = ResultFigureFactory(number=60, unit="deelnemers", source="Aanmeldingen op deze site")
    before = queries("/")
    ResultFigure.objects.filter(pk=figure.pk).update(live_count="participants")
    at = timezone.now() - timedelta(days=2)
    given("Sanne", "Bilal", at=at)

    html = client.get("/").content.decode()

    assert '62<span class="figure-stat__unit"> deelnemers</span>' in html
    assert queries("/") == before
    TrainingEvent.objects.update(cancelled_at=at, cancellation_reason="ijzel")
    assert '60<span class="figure-stat__unit"> deelnemers</span>' in client.get("/").content.decode()


def test_component_says_the_day_of_a_live_figure_and_the_month_of_a_typed_one():
    figure = {"number_text": "62", "source": "De site", "as_of": date(2027, 3, 1)}

    live = render_to_string("components/figure_stat.html", {"figure": {**figure, "is_live": True}})
    typed = render_to_string("components/figure_stat.html", {"figure": figure})

    assert "De site, stand van 1 maart 2027" in live
    assert "De site, maart 2027" in typed


def chart(**row) -> dict:
    first = {"label": "deelnemers", "number": 60, "until": None, "is_about": False, **row}
    second = {"label": "gasten", "number": 5, "until": None, "is_about": False}
    return {
        "title": "Wie er kwamen",
        "kind": "bars",
        "summary": "Veel.",
        "rows": [first, second],
        "source": "De site",
        "as_of": None,
    }


def test_chart_counts_a_live_row_and_keeps_the_others():
    given("Sanne", "Bilal", at=timezone.now() - timedelta(days=2))

    live, typed = draw(chart(live="participants")), draw(chart())

    assert [row.number_text for row in live.rows] == ["62", "5"]
    assert (live.is_live, live.as_of) == (True, timezone.localdate())
    assert [row.number_text for row in typed.rows] == ["60", "5"]
    assert (typed.is_live, typed.as_of) == (False, None)
