"""Maps on the pages of organisations and trainings."""

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from network.models import Organisation, Region, Venue
from tests.factories import OrganisationFactory, RegionFactory, TrainingEventFactory, VenueFactory

pytestmark = pytest.mark.django_db
HERE = {"latitude": Decimal("51.55600"), "longitude": Decimal("5.08500")}
THERE = {"latitude": Decimal("51.68600"), "longitude": Decimal("5.06800")}
GROUND = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"kind": "place", "name": "Het Dorp"},
            "geometry": {"type": "Point", "coordinates": [5.12, 51.565]},
        }
    ],
}


def page(client, path) -> BeautifulSoup:
    return BeautifulSoup(client.get(path).content, "html.parser")


def test_organisations_stand_on_the_map_with_the_numbers_of_the_list(site, client):
    Region.objects.update_or_create(
        slug="midden-brabant", defaults={"name": "Midden-Brabant", "map_ground": GROUND}
    )
    OrganisationFactory(name="Zorg B", slug="b", **HERE)
    OrganisationFactory(name="Zorg A", slug="a", **THERE)
    OrganisationFactory(name="Zonder plek", slug="c")
    OrganisationFactory(name="Weg", left_on="2020-01-01", **HERE)
    OrganisationFactory(name="School", slug="s", kind="school", **HERE)

    found = page(client, "/organisaties/")

    links = [
        (one["href"], one.select_one(".region-map__number").text) for one in found.select(".region-map__link")
    ]
    assert links == [("/organisaties/a/", "1"), ("/organisaties/b/", "2"), ("/organisaties/s/", "3")]
    assert [one.text for one in found.select(".region-map__marker text")] == ["1", "2", "3"]
    assert found.select_one("svg.region-map__drawing")["role"] == "img"
    assert "3" in found.select_one("svg.region-map__drawing")["aria-label"]
    assert found.select_one(".region-map__name").text == "Het Dorp"


@pytest.mark.parametrize("number", [1, 30])
def test_map_of_organisations_costs_no_query_more(site, queries, number):
    region = RegionFactory(map_ground=GROUND)
    Organisation.objects.bulk_create(
        Organisation(name=f"Huis {n}", slug=f"huis-{n}", region=region, joined_on="2018-01-01", **HERE)
        for n in range(number)
    )

    assert queries("/organisaties/") == 5


def test_listing_without_any_place_has_no_map(site, client):
    OrganisationFactory()

    assert page(client, "/organisaties/").select(".region-map") == []


def test_organisation_page_shows_where_it_is_and_what_is_near(site, client):
    region = RegionFactory(map_ground=GROUND)
    OrganisationFactory(name="Zorg A", slug="a", region=region, **HERE)
    OrganisationFactory(slug="zonder")

    found = page(client, "/organisaties/a/").select_one("svg.region-map__drawing")

    assert "Zorg A" in found["aria-label"]
    assert "Het Dorp" in found["aria-label"]
    assert page(client, "/organisaties/zonder/").select(".region-map") == []


@pytest.mark.parametrize(("form", "maps"), [("on_site", 1), ("hybrid", 1), ("online", 0)])
def test_training_shows_its_venue_on_a_map_unless_it_is_online(site, client, form, maps):
    TrainingEventFactory(slug="t", form=form, venue=VenueFactory(name="Zaal", **HERE))

    assert len(page(client, "/trainingen/t/").select(".region-map")) == maps


def test_page_of_a_region_with_a_broken_ground_still_answers(site, client):
    Region.objects.update_or_create(
        slug="midden-brabant", defaults={"name": "Midden-Brabant", "map_ground": {"kapot": True}}
    )
    OrganisationFactory(slug="a", **HERE)

    assert len(page(client, "/organisaties/a/").select(".region-map__marker")) == 1
    assert len(page(client, "/organisaties/").select(".region-map__marker")) == 1


@pytest.mark.parametrize("model", [Organisation, Venue])
@pytest.mark.parametrize("half", [{"longitude": None}, {"latitude": None}])
def test_half_a_position_is_not_stored(model, half):
    factory = OrganisationFactory if model is Organisation else VenueFactory

    with pytest.raises(IntegrityError), transaction.atomic():
        factory(**{**HERE, **half})

    assert model.objects.count() == 0


@pytest.mark.parametrize(
    "wrong", [{"latitude": Decimal("5.085"), "longitude": Decimal("51.556")}, {"latitude": Decimal(99)}]
)
def test_position_that_is_swapped_or_no_place_is_refused(wrong):
    venue = VenueFactory.build(**{**HERE, **wrong})

    with pytest.raises(ValidationError) as refused:
        venue.full_clean()

    assert set(refused.value.message_dict) <= {"latitude", "longitude"}


def test_region_refuses_a_ground_that_is_none():
    region = Region(name="Elders", slug="elders", map_ground={"type": "Feature"})

    with pytest.raises(ValidationError) as refused:
        region.full_clean()

    assert list(refused.value.message_dict) == ["map_ground"]
