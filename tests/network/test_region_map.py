"""The drawing of the map: where things fall, and that nothing lies on top of something else."""

from itertools import combinations

import pytest

from network.ground import Ground, Outline, Place
from network.region_map import LEAST_KM, MARKER_HEIGHT, ROOM, Frame, MapPoint, draw_map

TILBURG, WAALWIJK, GOIRLE = (51.556, 5.085), (51.686, 5.068), (51.521, 5.067)
NOTHING = Ground([], [])


def point(position, name="Huis", place=""):
    return MapPoint(name, position, place)


def test_frame_of_one_point_has_it_in_the_middle_with_its_surroundings():
    frame = Frame.around([TILBURG])

    assert frame.place(TILBURG) == (frame.width / 2, frame.height / 2)
    assert frame.width / frame.units_a_km == pytest.approx(LEAST_KM)


def test_frame_keeps_distances_and_directions():
    frame = Frame.around([WAALWIJK, GOIRLE])

    x, y = frame.place(WAALWIJK)
    other_x, other_y = frame.place(GOIRLE)
    assert (x, y) != (other_x, other_y)
    assert y < other_y  # north is above
    assert (other_y - y) / frame.units_a_km == pytest.approx(18.4, abs=0.1)  # kilometres
    assert frame.place((51.556, 5.2))[0] > frame.place(TILBURG)[0]  # east is right


@pytest.mark.parametrize(
    "points", [[TILBURG, GOIRLE], [WAALWIJK, GOIRLE, TILBURG], [(51.4, 3.6), (53.2, 6.6)]]
)
def test_frame_shows_all_points_with_room_around_them(points):
    frame = Frame.around(points)

    assert all(frame.holds(*frame.place(one), margin=MARKER_HEIGHT) for one in points)


@pytest.mark.parametrize(
    ("points", "km"), [([TILBURG], 2), ([WAALWIJK, GOIRLE], 5), ([(51.4, 3.6), (53.2, 6.6)], 50)]
)
def test_scale_is_a_round_number_that_fits(points, km):
    frame = Frame.around(points)

    found, length = frame.scale()

    assert found == km
    assert length == pytest.approx(km * frame.units_a_km, abs=0.5)
    assert length <= frame.width / 4


def overlapping(markers) -> list:
    return [
        (one.number, other.number)
        for one, other in combinations(markers, 2)
        if abs(one.x - other.x) < ROOM[0] - 2 and abs(one.y - other.y) < ROOM[1] - 2
    ]


@pytest.mark.parametrize("number", [2, 3, 8])
def test_markers_on_one_spot_are_pushed_apart_and_say_where_they_belong(number):
    drawn = draw_map([point(TILBURG, f"Huis {n}") for n in range(number)], NOTHING)

    assert overlapping(drawn.markers) == []
    assert {(one.from_x, one.from_y) for one in drawn.markers} == {(200, 150)}
    assert [one.number for one in drawn.markers] == list(range(1, number + 1))
    assert sum(one.has_moved for one in drawn.markers) >= number - 1


def test_marker_with_room_stays_where_it_is():
    drawn = draw_map([point(WAALWIJK), point(GOIRLE)], NOTHING)

    assert [one.has_moved for one in drawn.markers] == [False, False]


def test_markers_stay_inside_of_the_frame():
    drawn = draw_map([point((51.5 + n / 10_000, 5.0)) for n in range(30)] + [point(WAALWIJK)], NOTHING)

    assert all(14 <= one.x <= drawn.width - 14 and 36 <= one.y <= drawn.height for one in drawn.markers)


def test_map_of_nothing_is_none():
    assert draw_map([], NOTHING) is None


def test_map_without_ground_names_the_towns_of_its_points():
    drawn = draw_map([point(WAALWIJK, place="Waalwijk"), point(GOIRLE, place="Goirle")], NOTHING)

    assert sorted(label.name for label in drawn.labels) == ["Goirle", "Waalwijk"]
    assert drawn.paths == []


def test_labels_cover_neither_each_other_nor_a_marker():
    places = [
        Place("Tilburg", TILBURG, 3),
        Place("Goirle", GOIRLE, 1),
        Place("Vlakbij", (51.5565, 5.0852), 1),
    ]

    drawn = draw_map([point(TILBURG), point(GOIRLE)], Ground(places, []))

    boxes = [
        (
            label.text_x - len(label.name) * 4,
            label.text_y - 13,
            label.text_x + len(label.name) * 4,
            label.text_y + 4,
        )
        for label in drawn.labels
    ] + [(one.x - 14, one.y - 36, one.x + 14, one.y) for one in drawn.markers]
    clashes = [
        (a, b)
        for a, b in combinations(boxes, 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]
    assert clashes == []
    assert drawn.labels[0].name == "Tilburg"  # the largest first


def test_place_outside_of_the_frame_is_not_named():
    drawn = draw_map([point(TILBURG)], Ground([Place("Groningen", (53.2, 6.6), 3)], []))

    assert drawn.labels == []


def test_ground_is_one_path_for_each_kind_from_below_to_above():
    square = [(51.5, 5.0), (51.6, 5.0), (51.6, 5.1), (51.5, 5.1), (51.5, 5.0)]
    outlines = [
        Outline("water", [(51.5, 5.0), (51.55, 5.05), (51.6, 5.1)], False),
        Outline("built", square, True),
        Outline("wood", square, True),
        Outline("wood", square, True),
        Outline("heath", [(53.2, 6.5), (53.3, 6.5), (53.3, 6.6)], True),  # far away
    ]

    drawn = draw_map([point(TILBURG), point(GOIRLE)], Ground([], outlines))

    assert [kind for kind, _path in drawn.paths] == ["wood", "built", "stream"]
    assert [path.count("M") for _kind, path in drawn.paths] == [2, 1, 1]
    assert [path.endswith("z") for _kind, path in drawn.paths] == [True, True, False]
