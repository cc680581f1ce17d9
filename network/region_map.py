"""Draws a map of points on a ground: where everything falls in a drawing of a fixed size. No database.

A part of the country is small enough to be flat, so a degree is a number of kilometres and no more is needed.
Coordinates are whole units of the drawing, from its upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import cos, hypot, radians

from network.ground import Ground, Outline, Place, Point

KM_A_DEGREE = 111.32  # of latitude; of longitude at the equator
WIDTH, HEIGHT = 400, 300
EDGE = 44  # room around the points: a marker is 36 high, and its number must not touch the frame
LEAST_KM = 11  # from left to right, so that one point still has its surroundings
MARKER_WIDTH, MARKER_HEIGHT = 28, 36
ROOM = (31, 39)  # that a marker needs, beside and above another
ROUNDS = 40  # of pushing markers apart
LETTER, LINE = 8, 17  # width and height of a letter of a label; its real size is up to the style sheet
SCALES = (1, 2, 5, 10, 20, 50, 100)  # kilometres
ORDER = ("heath", "wood", "built", "water", "stream")  # from below to above


@dataclass(frozen=True, slots=True)
class MapPoint:
    """Something on the map, in the order of its number. ``colour`` is a hue, ``place`` the town."""

    name: str
    position: Point
    place: str = ""
    url: str = ""
    note: str = ""
    colour: str = "coral"


@dataclass(frozen=True, slots=True)
class Marker:
    """A doorway that stands at ``x``, ``y``; ``from_x``, ``from_y`` is its real place when it had to move."""

    number: int
    point: MapPoint
    x: int
    y: int
    from_x: int
    from_y: int

    @property
    def has_moved(self) -> bool:
        return hypot(self.x - self.from_x, self.y - self.from_y) > 3


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a place at ``x``, ``y``; the middle of its letters stands on ``text_x``, ``text_y``."""

    name: str
    size: int
    x: int
    y: int
    text_x: int
    text_y: int


@dataclass(frozen=True, slots=True)
class RegionMap:
    """What the template draws. ``paths``: (kind, outline) from below to above; ``scale``: (km, length)."""

    width: int
    height: int
    paths: list[tuple[str, str]]
    labels: list[Label]
    markers: list[Marker]
    scale: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the world in the drawing: its middle, and how many units a kilometre is."""

    middle: Point
    units_a_km: float
    width: int
    height: int

    @classmethod
    def around(cls, points: Sequence[Point], *, width: int = WIDTH, height: int = HEIGHT) -> Frame:
        """The closest frame that shows all ``points`` with room around them, at least `LEAST_KM` wide."""
        latitudes, longitudes = zip(*points, strict=True)
        middle = ((min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2)
        high = (max(latitudes) - min(latitudes)) * KM_A_DEGREE
        wide = (max(longitudes) - min(longitudes)) * KM_A_DEGREE * cos(radians(middle[0]))
        units = [width / LEAST_KM]
        units += [(width - 2 * EDGE) / wide] if wide else []
        units += [(height - 2 * EDGE) / high] if high else []
        return cls(middle, min(units), width, height)

    def place(self, point: Point) -> tuple[int, int]:
        """Where a point (latitude, longitude) falls in the drawing, or outside of it."""
        north = (point[0] - self.middle[0]) * KM_A_DEGREE
        east = (point[1] - self.middle[1]) * KM_A_DEGREE * cos(radians(self.middle[0]))
        return round(self.width / 2 + east * self.units_a_km), round(
            self.height / 2 - north * self.units_a_km
        )

    def holds(self, x: float, y: float, margin: int = 0) -> bool:
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin

    def scale(self) -> tuple[int, int]:
        """The most kilometres, a round number, that take at most a quarter of the width; their length."""
        fitting = [km for km in SCALES if km * self.units_a_km <= self.width / 4]
        km = max(fitting, default=SCALES[0])
        return km, round(km * self.units_a_km)


def draw_map(
    points: Sequence[MapPoint], ground: Ground, *, width: int = WIDTH, height: int = HEIGHT
) -> RegionMap | None:
    """The map of ``points``, numbered from 1, on ``ground``; None when there is nothing to show.

    Without places in the ground the towns of the points themselves are named.
    """
    if not points:
        return None
    frame = Frame.around([point.position for point in points], width=width, height=height)
    markers = apart(
        [
            Marker(number, point, *frame.place(point.position), *frame.place(point.position))
            for number, point in enumerate(points, start=1)
        ],
        frame,
    )
    places = ground.places or [Place(point.place, point.position, 1) for point in points if point.place]
    return RegionMap(
        width=frame.width,
        height=frame.height,
        paths=_paths(ground.outlines, frame),
        labels=_labels(places, markers, frame),
        markers=markers,
        scale=frame.scale(),
    )


def apart(markers: list[Marker], frame: Frame) -> list[Marker]:
    """The markers, those that overlap pushed away from each other, all of them inside of the frame."""
    feet = [[marker.x, marker.y] for marker in markers]
    for _round in range(ROUNDS):
        moved = False
        for one in range(len(feet)):
            for other in range(one + 1, len(feet)):
                moved |= _push(feet[one], feet[other])
        for foot in feet:
            foot[0] = min(max(foot[0], MARKER_WIDTH // 2), frame.width - MARKER_WIDTH // 2)
            foot[1] = min(max(foot[1], MARKER_HEIGHT), frame.height - 2)
        if not moved:
            break
    return [replace(marker, x=round(x), y=round(y)) for marker, (x, y) in zip(markers, feet, strict=True)]


def _push(one: list[float], other: list[float]) -> bool:
    """Move two feet apart in the direction that asks least; was it needed?"""
    apart = [other[axis] - one[axis] for axis in (0, 1)]
    lacking = [room - abs(distance) for room, distance in zip(ROOM, apart, strict=True)]
    if min(lacking) <= 0.5:
        return False
    axis = 0 if lacking[0] <= lacking[1] else 1
    way = 1 if apart[axis] >= 0 else -1
    one[axis] -= way * lacking[axis] / 2
    other[axis] += way * lacking[axis] / 2
    return True


# --- Ground -----------------------------------------------------------------------------------------------


def _paths(outlines: Iterable[Outline], frame: Frame) -> list[tuple[str, str]]:
    """One path for each kind of ground that can be seen in the frame."""
    drawn: dict[str, list[str]] = {}
    for outline in outlines:
        points = [frame.place(point) for point in outline.points]
        if not _touches(points, frame):
            continue
        kind = outline.kind if outline.is_closed else "stream"
        drawn.setdefault(kind, []).append(_closed(points) if outline.is_closed else _open(points))
    return [(kind, "".join(drawn[kind])) for kind in ORDER if kind in drawn]


def _touches(points: list[tuple[int, int]], frame: Frame) -> bool:
    """Whether the box around the points overlaps the frame."""
    xs, ys = zip(*points, strict=True)
    return min(xs) <= frame.width and max(xs) >= 0 and min(ys) <= frame.height and max(ys) >= 0


def _closed(points: list[tuple[int, int]]) -> str:
    """A soft area: through the middles of its sides, bent towards its corners."""
    corners = points[:-1] if points[0] == points[-1] else points
    middles = [_middle(one, other) for one, other in zip(corners, corners[1:] + corners[:1], strict=True)]
    bends = zip(corners[1:] + corners[:1], middles[1:] + middles[:1], strict=True)
    return f"M{_pair(middles[0])}" + "".join(f"Q{_pair(a)} {_pair(b)}" for a, b in bends) + "z"


def _open(points: list[tuple[int, int]]) -> str:
    """A soft line from the first to the last point."""
    middles = [_middle(one, other) for one, other in pairwise(points[1:])]
    bends = zip(points[1:-1], middles, strict=True)
    curves = "".join(f"Q{_pair(a)} {_pair(b)}" for a, b in bends)
    return f"M{_pair(points[0])}{curves}L{_pair(points[-1])}"


def _middle(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return round((one[0] + other[0]) / 2), round((one[1] + other[1]) / 2)


def _pair(point: tuple[int, int]) -> str:
    return f"{point[0]} {point[1]}"


# --- Names ------------------------------------------------------------------------------------------------

Box = tuple[float, float, float, float]  # left, top, right, bottom


def _labels(places: list[Place], markers: list[Marker], frame: Frame) -> list[Label]:
    """The names that fit, the largest first; one that would cover something everywhere is left out."""
    taken: list[Box] = [_marker_box(marker) for marker in markers]
    found, named = [], set()
    for place in sorted(places, key=lambda one: -one.size):
        x, y = frame.place(place.at)
        if place.name in named or not frame.holds(x, y, 4):
            continue
        for text_x, text_y in _beside(x, y, len(place.name) * LETTER / 2):
            box = _label_box(place.name, text_x, text_y)
            fits = frame.holds(box[0], box[1], 2) and frame.holds(box[2], box[3], 2)
            if fits and not any(_overlap(box, one) for one in taken):
                taken.append(box)
                named.add(place.name)
                found.append(Label(place.name, place.size, x, y, round(text_x), round(text_y)))
                break
    return found


def _beside(x: int, y: int, half: float) -> list[tuple[float, float]]:
    """Where the name of a place may stand, the best first: below it, right, left, above."""
    return [(x, y + LINE), (x + half + 8, y + 5), (x - half - 8, y + 5), (x, y - 8)]


def _label_box(name: str, x: float, y: float) -> Box:
    """The room of a name of which the middle of the foot is at ``x``, ``y``."""
    half = len(name) * LETTER / 2
    return x - half, y - LINE + 4, x + half, y + 4


def _marker_box(marker: Marker) -> Box:
    half = MARKER_WIDTH / 2
    return marker.x - half, marker.y - MARKER_HEIGHT, marker.x + half, marker.y


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
