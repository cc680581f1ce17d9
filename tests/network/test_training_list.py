import re
from datetime import timedelta

import pytest
from django.utils import timezone

from network.models import TrainingEvent
from tests.factories import (
    AudienceFactory,
    OrganisationFactory,
    RegionFactory,
    ThemeFactory,
    TrainingEventFactory,
    VenueFactory,
)
from tests.network.conftest import local

pytestmark = pytest.mark.django_db


def titles(response) -> list[str]:
    return [card.title for card in response.context["cards"]]


def many_trainings(number: int) -> None:
    host, region, theme = OrganisationFactory(), RegionFactory(), ThemeFactory()
    now = timezone.now()
    made = TrainingEvent.objects.bulk_create(
        TrainingEvent(
            title=f"Training {n}",
            slug=f"training-{n}",
            region=region,
            host=host,
            starts_at=now + timedelta(days=n + 1),
            ends_at=now + timedelta(days=n + 1, hours=3),
        )
        for n in range(number)
    )
    TrainingEvent.themes.through.objects.bulk_create(
        TrainingEvent.themes.through(trainingevent=one, theme=theme) for one in made
    )


@pytest.mark.parametrize("number", [1, 3, 300])
def test_training_list_costs_eight_queries(site, queries, number):
    many_trainings(number)

    assert queries("/trainingen/") == 8


def test_training_list_shows_what_comes_soonest_first(site, client):
    now = timezone.now()
    TrainingEventFactory(title="Later", starts_at=now + timedelta(days=9))
    TrainingEventFactory(title="Eerder", starts_at=now + timedelta(days=2))
    TrainingEventFactory(title="Geweest", starts_at=now - timedelta(days=2))

    response = client.get("/trainingen/")

    assert titles(response) == ["Eerder", "Later"]
    assert response.context["total_label"] in {"2 trainings", "2 trainingen"}


def test_training_list_shows_the_past_when_asked_latest_first(site, client):
    now = timezone.now()
    TrainingEventFactory(title="Lang geleden", starts_at=now - timedelta(days=99))
    TrainingEventFactory(title="Kort geleden", starts_at=now - timedelta(days=2))
    TrainingEventFactory(title="Later")

    response = client.get("/trainingen/?wanneer=voorbij")

    assert titles(response) == ["Kort geleden", "Lang geleden"]


def test_training_list_filters(site, client):
    now = timezone.now()
    theme, audience = ThemeFactory(slug="coachen"), AudienceFactory(slug="docenten")
    elsewhere = RegionFactory(slug="zeeland", name="Zeeland")
    venue = VenueFactory()
    chosen = TrainingEventFactory(
        title="Gekozen",
        region=elsewhere,
        form="hybrid",
        venue=venue,
        kind="information_session",
        starts_at=local(now.year + 1, 3, 10, 9),
    )
    chosen.themes.add(theme)
    chosen.audiences.add(audience)
    chosen.save()
    TrainingEventFactory(title="Anders", starts_at=local(now.year + 1, 4, 1, 9))

    for query in (
        "regio=zeeland",
        "vorm=hybride",
        f"maand={now.year + 1}-03",
        "thema=coachen",
        "doelgroep=docenten",
        "soort=informatiebijeenkomst",
    ):
        response = client.get(f"/trainingen/?{query}")

        assert titles(response) == ["Gekozen"], query
        assert len(response.context["listing"].chips) == 1, query


def test_training_list_without_full_leaves_out_what_is_closed_or_cancelled(site, client):
    now = timezone.now()
    TrainingEventFactory(title="Plaats")
    TrainingEventFactory(title="Dicht", registration_closes_at=now - timedelta(days=1))
    TrainingEventFactory(title="Gaat niet door", cancelled_at=now, cancellation_reason="Ziek")

    assert titles(client.get("/trainingen/?vol=nee")) == ["Plaats"]


def test_training_list_month_is_a_month_in_amsterdam(site, client):
    TrainingEventFactory(title="Middernacht", starts_at=local(2031, 5, 1, 0, 30))

    response = client.get("/trainingen/?maand=2031-05")

    assert titles(response) == ["Middernacht"]
    assert titles(client.get("/trainingen/?maand=2031-04")) == ["Middernacht"]  # ignored, and said
    assert client.get("/trainingen/?maand=2031-04").context["unknown"] == ["2031-04"]


@pytest.mark.parametrize("query", ["maand=2027-99", "regio=mars", "vorm=telepathie", "thema=" + "x" * 5000])
def test_training_list_ignores_what_means_nothing_and_says_so(site, client, query):
    TrainingEventFactory(title="Training")

    response = client.get(f"/trainingen/?{query}")

    assert response.status_code == 200
    assert titles(response) == ["Training"]
    assert len(response.context["unknown"]) == 1
    assert response.context["unknown"][0] in response.content.decode()


def test_training_list_refuses_a_nul_byte_and_a_page_that_is_none(site, client):
    TrainingEventFactory()

    assert client.get("/trainingen/?regio=%00").status_code == 400
    assert client.get("/trainingen/?pagina=9999").status_code == 404
    assert client.get("/trainingen/?pagina=x").status_code == 404


def test_training_list_has_pages_that_keep_the_filters(site, client):
    many_trainings(13)

    response = client.get("/trainingen/?vorm=op-locatie")

    assert response.context["listing"].pages.num_pages == 2
    assert response.context["listing"].pages.next_url == "?vorm=op-locatie&pagina=2"
    assert len(titles(client.get("/trainingen/?vorm=op-locatie&pagina=2"))) == 1


def test_training_list_that_is_empty_shows_a_way_on(site, client):
    response = client.get("/trainingen/")

    assert titles(response) == []
    assert re.search(r'class="empty', response.content.decode())
    assert "?wanneer=voorbij" in response.content.decode()


def test_training_list_only_offers_values_in_use(site, client):
    TrainingEventFactory()
    RegionFactory(slug="zeeland", name="Zeeland")

    facets = {facet.name: facet.values for facet in client.get("/trainingen/").context["listing"].facets}

    assert [value.value for value in facets["regio"]] == ["midden-brabant"]
    assert [value.value for value in facets["vorm"]] == ["op-locatie"]
    assert facets["thema"] == []
