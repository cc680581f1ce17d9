"""The drawing of charts: what is drawn is as large as its number."""

import re

import pytest

from network import charts


def height_of_door(path: str) -> float:
    """How high the outline rises: the straight side and the arch on it."""
    straight, arch = re.fullmatch(r"M0 [\d.]+v-([\d.]+)a44 ([\d.]+) 0 0 1 88 0v[\d.]+z", path).groups()
    return round(float(straight) + float(arch), 1)


def arches(path: str) -> int:
    return path.count("a6 6")


@pytest.mark.parametrize(
    ("numbers", "shares"),
    [
        ([6, 3], [100, 50]),
        ([60, 15], [100, 25]),
        ([0, 5], [0, 100]),
        ([0, 0], [0, 0]),
        ([7], [100]),
        (list(range(1, 13)), [8.3, 16.7, 25, 33.3, 41.7, 50, 58.3, 66.7, 75, 83.3, 91.7, 100]),
        ([], []),
    ],
)
def test_shares_are_in_proportion_to_the_numbers(numbers, shares):
    assert charts.shares(numbers) == shares


@pytest.mark.parametrize("numbers", [[6, 3], [60, 15], [100, 1], [9, 8, 7, 1]])
def test_door_is_as_high_as_its_number(numbers):
    found = [height_of_door(shape.path) for shape in charts.doors(numbers)]

    assert found == pytest.approx([charts.DOOR_HEIGHT * number / max(numbers) for number in numbers], abs=0.1)


def test_door_of_zero_is_a_threshold_only():
    shape, _door = charts.doors([0, 4])

    assert (shape.path, shape.height) == ("", 1)


@pytest.mark.parametrize("number", [0, 1, 4, 12, 66, 119, 120])
def test_pictogram_has_one_arch_for_each(number):
    found = charts.pictogram([number])

    assert (found.each, arches(found.shapes[0].path)) == (1, number)


@pytest.mark.parametrize(
    ("number", "each", "drawn"), [(121, 2, 60), (600, 5, 120), (1200, 10, 120), (1201, 20, 60)]
)
def test_pictogram_of_many_lets_one_arch_stand_for_several(number, each, drawn):
    found = charts.pictogram([number])

    assert (found.each, arches(found.shapes[0].path)) == (each, drawn)


def test_pictogram_never_leaves_out_what_is_there():
    found = charts.pictogram([12_000, 1, 0])

    assert [arches(shape.path) for shape in found.shapes] == [120, 1, 0]


def test_pictogram_draws_arches_of_one_size_in_every_row():
    found = charts.pictogram([4, 66])

    assert {shape.width for shape in found.shapes} == {found.shapes[0].width}
    assert [shape.height for shape in found.shapes] == [17, 122]  # one line, and six of eleven


@pytest.mark.parametrize("number", [13, 33, 66, 101])
def test_pictogram_lines_stay_inside_of_the_drawing(number):
    shape = charts.pictogram([number]).shapes[0]
    lines = shape.path.split("M")[1:]

    assert sum(map(arches, lines)) == number
    assert max(map(arches, lines)) * 16 - 4 <= shape.width
    assert len(lines) * 21 - 4 == shape.height


@pytest.mark.parametrize(
    ("years", "text"), [((2018, None), "2018"), ((2018, 2021), "2018 – 2021"), ((2018, 2018), "2018")]
)
def test_span_of_years(years, text):
    assert charts.span(*years) == text
