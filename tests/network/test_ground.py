"""GeoJSON as the ground of a map, and what editors hear when it is none."""

import json

import pytest

from home.demo.source import FILES
from network.ground import GroundError, read_ground


def feature(kind, shape, coordinates, **properties) -> dict:
    return {
        "type": "Feature",
        "properties": {"kind": kind, **properties},
        "geometry": {"type": shape, "coordinates": coordinates},
    }


def collection(*features) -> dict:
    return {"type": "FeatureCollection", "features": list(features)}


RING = [[5.0, 51.5], [5.1, 51.5], [5.1, 51.6], [5.0, 51.5]]


@pytest.mark.parametrize("value", [None, {}, collection()])
def test_nothing_is_an_empty_ground(value):
    found = read_ground(value)

    assert (found.places, found.outlines) == ([], [])


def test_ground_turns_longitude_and_latitude_around():
    found = read_ground(
        collection(
            feature("place", "Point", [5.09, 51.56], name="Tilburg", size=3),
            feature("water", "LineString", [[5.0, 51.5], [5.1, 51.6]]),
            feature("wood", "Polygon", [RING]),
            feature("built", "MultiPolygon", [[RING], [RING]]),
        )
    )

    assert [(place.name, place.at, place.size) for place in found.places] == [("Tilburg", (51.56, 5.09), 3)]
    assert [(one.kind, one.is_closed, len(one.points)) for one in found.outlines] == [
        ("water", False, 2),
        ("wood", True, 4),
        ("built", True, 4),
        ("built", True, 4),
    ]
    assert found.outlines[0].points[0] == (51.5, 5.0)


@pytest.mark.parametrize(
    "value",
    [
        [],
        [1],
        "tekst",
        {"type": "Feature"},
        {"type": "FeatureCollection", "features": None},
        {"type": "FeatureCollection", "features": [None]},
        collection(feature("road", "LineString", [[5, 51], [5, 52]])),
        collection(feature("wood", "LineString", [[5, 51], [5, 52]])),
        collection(feature("place", "Point", [5.0, 51.5])),
        collection(feature("place", "Point", [5.0, 51.5], name="A", size=9)),
        collection(feature("place", "Point", ["5", "51"], name="A")),
        collection(feature("place", "Point", [5.0, 95], name="A")),
        collection(feature("place", "Polygon", [RING], name="A")),
        collection(feature("wood", "Polygon", None)),
        collection(feature("wood", ["Polygon"], [RING])),
        collection(feature("wood", {"Polygon": 1}, [RING])),
        collection(feature(["wood"], "Polygon", [RING])),
        collection(feature("wood", "Polygon", [[[5, 51]]])),
        collection(feature("water", "LineString", [[5, 51]])),
        collection(*[feature("place", "Point", [5, 51], name=str(n)) for n in range(201)]),
        collection(feature("water", "LineString", [[5, 51]] * 4001)),
    ],
    ids=lambda value: str(value)[:50],
)
def test_what_is_no_ground_is_refused_with_a_reason(value):
    if not value:
        assert read_ground(value).places == []
        return
    with pytest.raises(GroundError) as refused:
        read_ground(value)

    assert len(str(refused.value.message)) > 20


def test_ground_of_the_demonstration_can_be_drawn():
    found = read_ground(json.loads((FILES / "maps/midden-brabant.geojson").read_text()))

    assert "Tilburg" in {place.name for place in found.places}
    assert {one.kind for one in found.outlines} == {"built", "wood", "heath", "water"}
