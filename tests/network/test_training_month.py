"""The month view of the trainings: /trainingen/?weergave=maand."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from network.models import TrainingEvent, TrainingSession
from tests.factories import OrganisationFactory, RegionFactory, ThemeFactory, TrainingEventFactory
from tests.network.conftest import local

pytestmark = pytest.mark.django_db
MONTH = "/trainingen/?weergave=maand"
YEAR = timezone.localdate().year + 1


def shown(client, path: str) -> dict:
    """Title and what is said of each meeting, by day, as the visitor finds them in the table."""
    page = BeautifulSoup(client.get(path).content, "html.parser")
    return {
        day.time["datetime"]: [one.select_one(".month__what").text for one in day.select(".month__meeting")]
        for day in page.select(".month__day")
        if day.select(".month__meeting")
    }


def in_march(title: str, day: int, **fields) -> TrainingEvent:
    return TrainingEventFactory(title=title, starts_at=local(YEAR, 3, day, 13), **fields)


@pytest.mark.parametrize("number", [1, 40])
def test_month_costs_eight_queries(site, queries, number):
    host, region, theme = OrganisationFactory(), RegionFactory(), ThemeFactory()
    for n in range(number):
        event = in_march(f"Training {n}", 1 + n % 28, host=host, region=region)
        event.themes.add(theme)
        event.further_sessions.add(
            TrainingSession(
                starts_at=event.starts_at + timedelta(days=1), ends_at=event.ends_at + timedelta(days=1)
            )
        )
        event.save()

    assert queries(f"{MONTH}&maand={YEAR}-03") == 8
    assert queries(f"{MONTH}&maand={YEAR}-03&vorm=op-locatie") == 8


def test_month_begins_with_that_of_the_next_training(site, client):
    in_march("Eerstvolgende", 10)
    TrainingEventFactory(title="Daarna", starts_at=local(YEAR, 5, 3, 9))
    TrainingEventFactory(title="Geweest", starts_at=timezone.now() - timedelta(days=90))

    assert shown(client, MONTH) == {f"{YEAR}-03-10": ["Eerstvolgende"]}


def test_month_begins_with_that_of_the_next_training_that_fits(site, client):
    in_march("Op locatie", 10)
    TrainingEventFactory(title="Online", form="online", starts_at=local(YEAR, 5, 3, 9))

    assert shown(client, f"{MONTH}&vorm=online") == {f"{YEAR}-05-03": ["Online"]}
    assert shown(client, f"{MONTH}&vorm=hybride") == {f"{YEAR}-03-10": ["Op locatie"]}  # ignored, and said


def test_month_shows_every_session_on_its_day_with_its_number(site, client):
    event = in_march("Reeks", 30)
    for day in (6, 13):
        event.further_sessions.add(
            TrainingSession(starts_at=local(YEAR, 4, day, 13), ends_at=local(YEAR, 4, day, 16))
        )
    event.save()

    response = client.get(f"{MONTH}&maand={YEAR}-04")

    parts = [one.text for one in BeautifulSoup(response.content, "html.parser").select(".month__part")]
    assert parts in (["Deel 2 van 3", "Deel 3 van 3"], ["Part 2 of 3", "Part 3 of 3"])
    assert shown(client, f"{MONTH}&maand={YEAR}-04") == {
        f"{YEAR}-04-06": ["Reeks"],
        f"{YEAR}-04-13": ["Reeks"],
    }
    assert shown(client, f"{MONTH}&maand={YEAR}-03") == {f"{YEAR}-03-30": ["Reeks"]}


def test_month_of_the_past_can_be_looked_at(site, client):
    past = timezone.localtime().replace(hour=13) - timedelta(days=70)
    TrainingEventFactory(title="Geweest", starts_at=past)
    in_march("Later", 10)

    found = shown(client, f"{MONTH}&maand={past:%Y-%m}")

    assert list(found.values()) == [["Geweest"]]


def test_month_says_the_state_in_words(site, client):
    in_march("Ruim", 1, capacity=20)
    in_march("Bijna vol", 2, capacity=3)
    in_march("Gaat niet door", 3, cancelled_at=timezone.now(), cancellation_reason="Ziek")
    in_march("Dicht", 4, registration_closes_at=timezone.now() - timedelta(days=1))

    page = BeautifulSoup(client.get(f"{MONTH}&maand={YEAR}-03").content, "html.parser")

    states = {
        one.select_one(".month__what").text: (one["class"][1], one.select_one(".month__state").text)
        for one in page.select(".month__meeting")
    }
    assert {title: kind for title, (kind, _words) in states.items()} == {
        "Ruim": "month__meeting--open",
        "Bijna vol": "month__meeting--few",
        "Gaat niet door": "month__meeting--cancelled",
        "Dicht": "month__meeting--closed",
    }
    assert all(words for _kind, words in states.values())


def test_month_keeps_the_filters_and_counts_only_the_month(site, client):
    in_march("Maart", 10, form="online")
    TrainingEventFactory(title="Mei", starts_at=local(YEAR, 5, 3, 9))

    march = client.get(f"{MONTH}&maand={YEAR}-03&vorm=online").context
    may = client.get(f"{MONTH}&maand={YEAR}-05&vorm=online").context

    counts = {value.value: value.count for facet in march["listing"].facets for value in facet.values}
    assert counts["online"] == 1
    assert "op-locatie" not in counts
    assert march["month"]["next"]["url"] == f"?weergave=maand&vorm=online&maand={YEAR}-04"
    assert (may["listing"].total, len(may["listing"].chips), may["unknown"]) == (0, 1, [])


def test_month_without_trainings_shows_a_way_on(site, client):
    in_march("Maart", 10)

    response = client.get(f"{MONTH}&maand=1999-01")

    page = BeautifulSoup(response.content, "html.parser")
    assert page.select(".month__table") == []
    links = [link["href"] for link in page.select(".empty a")]
    assert links == [f"?weergave=maand&maand={YEAR}-03", "?wanneer=voorbij"]
    assert response.context["month"]["previous"] is None


def test_month_of_an_empty_site_is_this_month(site, client):
    context = client.get(MONTH).context

    assert context["month"]["title"].endswith(str(timezone.localdate().year))
    assert (context["month"]["previous"], context["month"]["next"]) == (None, None)
    assert context["listing"].total == 0


@pytest.mark.parametrize("word", ["2027-99", "maart", "1"])
def test_month_that_means_nothing_is_ignored_and_said(site, client, word):
    in_march("Maart", 10)

    response = client.get(f"{MONTH}&maand={word}")

    assert response.context["unknown"] == [word]
    assert response.context["listing"].total == 1


def test_switch_leads_to_the_other_form_and_back_with_the_filters(site, client):
    in_march("Maart", 10)

    listed = client.get(f"/trainingen/?vorm=op-locatie&maand={YEAR}-03").context["views"]
    month = client.get(f"{MONTH}&vorm=op-locatie&maand={YEAR}-03").context["views"]

    assert [(one["url"], one["selected"]) for one in listed] == [
        (f"?vorm=op-locatie&maand={YEAR}-03", True),
        (f"?vorm=op-locatie&maand={YEAR}-03&weergave=maand", False),
    ]
    assert [(one["url"], one["selected"]) for one in month] == [
        ("?vorm=op-locatie", False),
        (f"?weergave=maand&vorm=op-locatie&maand={YEAR}-03", True),
    ]


def test_feed_of_a_month_is_no_feed_of_that_month_only(site, client):
    in_march("Maart", 10)

    context = client.get(f"{MONTH}&maand={YEAR}-03&vorm=op-locatie").context

    assert context["calendar_url"] == "/trainingen/agenda.ics?vorm=op-locatie"


def test_month_holds_only_what_is_public(site, client):
    in_march("Te zien", 10)
    in_march("Concept", 11, live=False)

    assert shown(client, f"{MONTH}&maand={YEAR}-03") == {f"{YEAR}-03-10": ["Te zien"]}
