"""What a chart looks like: lengths, outlines and order, worked out from numbers. No database, no templates.

Everything is drawn in doorways. A few numbers are doors of equal width, as high as the number; more of them
are bars, as long as the number; a pictogram has one small door for each thing that was counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MOST_DOORS = 4  # more rows become bars, which leave room for their labels
DOOR_WIDTH, DOOR_HEIGHT = 88, 176  # the highest door, in units of the drawing
MOST_ARCHES = 120  # in one row of a pictogram; beyond it one arch stands for more
COLUMNS = range(10, 15)  # arches beside each other
ARCH_WIDTH, ARCH_HEIGHT, GAP = 12, 17, 4
STEPS = (1, 2, 5)  # one arch stands for 1, 2, 5, 10, 20, 50 …


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline with the size of the drawing around it."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Pictogram:
    """``each`` is how many one arch stands for; all shapes have the same width, so arches have one size."""

    each: int
    shapes: list[Shape]


def shares(numbers: Sequence[int], whole: int = 100) -> list[float]:
    """How much of ``whole`` each number takes, when the largest takes all of it. All zero: nothing."""
    largest = max(numbers, default=0)
    return [round(whole * number / largest, 1) if largest else 0.0 for number in numbers]


def doors(numbers: Sequence[int]) -> list[Shape]:
    """A door for each number, its height in proportion; zero is a threshold without a door."""
    return [_door(height) for height in shares(numbers, DOOR_HEIGHT)]


def _door(height: float) -> Shape:
    if not height:
        return Shape("", DOOR_WIDTH, 1)
    half = DOOR_WIDTH // 2
    arch = _short(min(half, height))  # a low door has a flatter arch, so that it is never too high
    straight = _short(height - min(half, height))
    path = f"M0 {_short(height)}v-{straight}a{half} {arch} 0 0 1 {DOOR_WIDTH} 0v{straight}z"
    return Shape(path, DOOR_WIDTH, max(1, round(height)))


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def pictogram(numbers: Sequence[int]) -> Pictogram:
    """Small arches in lines, as many as were counted; of large numbers one arch stands for several."""
    each = _each(max(numbers, default=0))
    counts = [max(1, round(number / each)) if number else 0 for number in numbers]
    columns = _columns(max(counts, default=0))
    return Pictogram(each, [_arches(count, columns) for count in counts])


def _each(largest: int) -> int:
    power = 1
    while True:
        for step in STEPS:
            if largest <= MOST_ARCHES * step * power:
                return step * power
        power *= 10


def _columns(count: int) -> int:
    """As many columns as fill the last line best, wide rather than high."""
    if count <= max(COLUMNS):
        return max(COLUMNS)
    return max(COLUMNS, key=lambda columns: ((-count % columns) * -1, columns))


def _arches(count: int, columns: int) -> Shape:
    """One outline for all arches: what is drawn again and again is written in the same words each time."""
    step_x, step_y, half = ARCH_WIDTH + GAP, ARCH_HEIGHT + GAP, ARCH_WIDTH // 2
    straight = ARCH_HEIGHT - half
    arch = f"v-{straight}a{half} {half} 0 0 1 {ARCH_WIDTH} 0v{straight}zm{step_x} 0"
    lines = [min(columns, count - start) for start in range(0, count, columns)]
    path = "".join(
        f"M0 {ARCH_HEIGHT + step_y * place}" + (arch * number).removesuffix(f"m{step_x} 0")
        for place, number in enumerate(lines)
    )
    return Shape(path, columns * step_x - GAP, max(1, len(lines) * step_y - GAP))


def span(begins: int, ends: int | None) -> str:
    """The years of something on a timeline: "2018" or "2018 – 2021"."""
    return f"{begins} – {ends}" if ends and ends != begins else str(begins)
