"""The drawn ground of a region's map, as GeoJSON that any drawing tool for maps can make. No database.

A feature has a property ``kind``: ``place`` (a point, with ``name`` and perhaps ``size`` 1 to 3), ``water``
(a line or an area), or ``built``, ``wood``, ``heath`` (areas). Points are longitude, latitude, as in GeoJSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

Point = tuple[float, float]  # latitude, longitude

LINES = {"LineString": 0, "MultiLineString": 1}  # how deep the lists of points are nested
AREAS = {"Polygon": 1, "MultiPolygon": 2}
KINDS = ("place", "built", "wood", "heath", "water")
MOST_FEATURES, MOST_POINTS = 200, 4000
LONGEST_NAME = 60


class GroundError(Exception):
    """What is no ground for a map; ``message`` says why, for editors."""

    def __init__(self, message):
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    at: Point
    size: int  # 1 a village, 3 a city


@dataclass(frozen=True, slots=True)
class Outline:
    """A line or an area of one kind."""

    kind: str
    points: list[Point]
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Ground:
    places: list[Place]
    outlines: list[Outline]


def read_ground(value: Any) -> Ground:
    """The ground of a stored value; empty when there is none. Raises GroundError for anything else."""
    if not value:
        return Ground([], [])
    if not isinstance(value, dict) or value.get("type") != "FeatureCollection":
        raise GroundError(_("This is no GeoJSON with a list of features (FeatureCollection)."))
    features = value.get("features")
    if not isinstance(features, list) or len(features) > MOST_FEATURES:
        raise GroundError(_("A map has a list of at most %(most)s features.") % {"most": MOST_FEATURES})
    places, outlines = [], []
    for feature in features:
        kind, geometry, properties = _parts(feature)
        if kind == "place":
            places.append(_place(geometry, properties))
        else:
            outlines += _outlines(kind, geometry)
    if sum(len(one.points) for one in outlines) > MOST_POINTS:
        message = _("The drawing has more than %(most)s points; simplify it first.")
        raise GroundError(message % {"most": MOST_POINTS})
    return Ground(places, outlines)


def _parts(feature: Any) -> tuple[str, dict, dict]:
    found = feature if isinstance(feature, dict) else {}
    geometry, properties = found.get("geometry"), found.get("properties")
    if not isinstance(geometry, dict) or not isinstance(properties, dict):
        raise GroundError(_("Every feature needs a geometry and properties."))
    kind = properties.get("kind")
    if kind not in KINDS:
        message = _("A feature has the kind %(kind)s; known are place, built, wood, heath and water.")
        raise GroundError(message % {"kind": str(kind)[:40]})
    return kind, geometry, properties


def _place(geometry: dict, properties: dict) -> Place:
    name, size = properties.get("name"), properties.get("size", 1)
    if geometry.get("type") != "Point" or not isinstance(name, str) or not 0 < len(name) <= LONGEST_NAME:
        raise GroundError(_("A place is a point with a name."))
    if size not in (1, 2, 3):
        raise GroundError(_("The size of a place is 1, 2 or 3."))
    return Place(name, _point(geometry.get("coordinates")), int(size))


def _outlines(kind: str, geometry: dict) -> Iterator[Outline]:
    shape, coordinates = str(geometry.get("type")), geometry.get("coordinates")
    if shape in AREAS:
        for line in _nested(coordinates, AREAS[shape]):
            yield Outline(kind, _points(line), True)
    elif shape in LINES and kind == "water":
        for line in _nested(coordinates, LINES[shape]):
            yield Outline(kind, _points(line), False)
    else:
        raise GroundError(_("Water is a line or an area, everything else is an area."))


def _nested(lists: Any, depth: int) -> Iterator[Any]:
    if depth == 0:
        yield lists
        return
    if not isinstance(lists, list):
        raise GroundError(_("A geometry lacks its coordinates."))
    for one in lists:
        yield from _nested(one, depth - 1)


def _points(line: Any) -> list[Point]:
    if not isinstance(line, list) or len(line) < 2:
        raise GroundError(_("A line has at least two points."))
    return [_point(one) for one in line]


def _point(pair: Any) -> Point:
    if not isinstance(pair, list) or len(pair) < 2 or not all(_is_number(one) for one in pair[:2]):
        raise GroundError(_("A point is a pair of numbers: longitude, latitude."))
    longitude, latitude = pair[:2]
    if not (-180 <= longitude <= 180 and -85 <= latitude <= 85):
        raise GroundError(_("A point is a pair of numbers: longitude, latitude."))
    return float(latitude), float(longitude)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
