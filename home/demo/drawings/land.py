"""Houses, trees and the flat land of Brabant."""

from __future__ import annotations

from home.demo.drawings.palette import (
    BRICK,
    BUTTER,
    CORAL,
    DARK_WOOD,
    DEEP_BRICK,
    DEEP_LEAF,
    INK,
    LEAF,
    MEADOW,
    MID_TEAL,
    OCHRE,
    PALE_MEADOW,
    PAPER,
    SAND,
    SKY,
    TEAL,
    darker,
    lighter,
)
from home.demo.drawings.svg import Drawing, arch, curve, ellipse, ground, path, poly, rect, rounded
from home.demo.drawings.things import door


def bricks(
    d: Drawing, x: float, y: float, width: float, height: float, colour: str, *, size: float = 46
) -> None:
    """A wall with here and there a brick that is a little darker or lighter."""
    d.fill(rect(x, y, width, height), colour)
    wall, dark, light = rect(x, y, width, height), darker(colour, 0.12), lighter(colour, 0.12)
    rows, columns = int(height / (size * 0.5)) + 1, int(width / size) + 1
    with d.within(wall):
        for row in range(rows):
            for column in range(columns):
                mark = (row * 7 + column * 5 + row * column) % 11
                if mark in (0, 4):
                    left = x + column * size + (row % 2) * size / 2
                    d.fill(
                        rounded(left, y + row * size * 0.5 + 4, size * 0.86, size * 0.36, 3),
                        light if mark else dark,
                    )


def tree(d: Drawing, x: float, foot: float, size: float, colour: str = LEAF, *, kind: str = "arch") -> None:
    """A tree: ``arch``, ``poplar`` (tall and narrow) or ``round``."""
    d.line(path((x, foot), (x, foot - size * 0.55)), DARK_WOOD, size * 0.055)
    if kind == "round":
        d.fill(ellipse(x, foot - size * 0.72, size * 0.32), colour)
        d.fill(ellipse(x + size * 0.12, foot - size * 0.64, size * 0.2), darker(colour, 0.12))
        return
    width = size * (0.22 if kind == "poplar" else 0.5)
    d.fill(arch(x - width / 2, foot - size * 1.1, width, size * 0.84), colour)
    d.fill(arch(x, foot - size * 0.9, width / 2, size * 0.64), darker(colour, 0.12))


def hills(d: Drawing, horizon: float, *, sky: str = SKY, far: str = PALE_MEADOW, near: str = MEADOW) -> None:
    """Wide, almost flat land under a sky."""
    d.fill(rect(0, 0, 1200, horizon + 60), sky)
    d.fill(
        ground(
            (-20, horizon + 24), (280, horizon), (640, horizon + 28), (940, horizon + 4), (1220, horizon + 20)
        ),
        far,
    )
    d.fill(
        ground((-20, horizon + 120), (340, horizon + 150), (760, horizon + 96), (1220, horizon + 150)), near
    )


def cloud(d: Drawing, x: float, y: float, size: float, colour: str = PAPER, opacity: float = 0.9) -> None:
    """A cloud of three arches."""
    for dx, width, height in ((-0.7, 0.7, 0.4), (-0.3, 0.8, 0.62), (0.2, 0.6, 0.36)):
        d.fill(arch(x + dx * size, y - height * size, width * size, height * size), colour, opacity=opacity)


def house(
    d: Drawing,
    x: float,
    foot: float,
    width: float,
    height: float,
    *,
    wall: str = BRICK,
    roof: str = DEEP_BRICK,
    front: str = TEAL,
    lit: str = SKY,
    gable: str = "point",
    size: float = 46,
) -> None:
    """A brick row house: a door, a window beside it and two above. ``gable``: point, step, flat or arch."""
    top = foot - height
    bricks(d, x, top, width, height, wall, size=size)
    trim = PAPER
    if gable == "point":
        d.fill(poly((x - 14, top + 4), (x + width / 2, top - width * 0.5), (x + width + 14, top + 4)), roof)
        d.fill(ellipse(x + width / 2, top - width * 0.16, width * 0.07), lit)
    elif gable == "step":
        for step in range(4):
            inset = step * width * 0.125
            d.fill(rect(x + inset, top - (step + 1) * width * 0.12, width - 2 * inset, width * 0.125), wall)
            d.fill(rect(x + inset - 4, top - (step + 1) * width * 0.12 - 6, width - 2 * inset + 8, 9), trim)
    elif gable == "arch":
        d.fill(arch(x, top - width * 0.42, width, width * 0.44), wall)
        d.fill(ellipse(x + width / 2, top - width * 0.12, width * 0.09), lit)
    else:
        d.fill(rect(x - 10, top - 22, width + 20, 28), roof)
    w, storey = width * 0.26, height / 2
    for dx in (0.14, 0.6):
        _pane(d, x + width * dx, top + storey * 0.22, w, storey * 0.52, lit)
    _pane(d, x + width * 0.58, top + storey * 1.26, w * 1.15, storey * 0.48, lit)
    d.fill(arch(x + width * 0.1 - 8, top + storey * 1.12, w * 1.24 + 16, storey * 0.88), trim)
    door(d, x + width * 0.1, top + storey * 1.15, w * 1.24, foot, front, lit)


def _pane(d: Drawing, x: float, y: float, width: float, height: float, lit: str) -> None:
    d.fill(arch(x - 6, y - 6, width + 12, height + 12), PAPER)
    d.fill(arch(x, y, width, height), lit)
    d.fill(rect(x + width / 2 - 2, y, 4, height), PAPER)
    d.fill(rect(x - 12, y + height, width + 24, 9), SAND)


def far_house(
    d: Drawing, x: float, foot: float, size: float, colour: str, *, roof: str = DEEP_BRICK, lit: str = BUTTER
) -> None:
    """A small house in a landscape; its door is an arch."""
    d.fill(rect(x - size * 0.5, foot - size * 0.62, size, size * 0.62), colour)
    d.fill(
        poly(
            (x - size * 0.6, foot - size * 0.58),
            (x, foot - size * 1.12),
            (x + size * 0.6, foot - size * 0.58),
        ),
        roof,
    )
    d.fill(arch(x - size * 0.14, foot - size * 0.42, size * 0.28, size * 0.42), lit)


def church(d: Drawing, x: float, foot: float, size: float, colour: str = BRICK) -> None:
    """A village church with its tower."""
    d.fill(rect(x, foot - size * 0.5, size * 0.8, size * 0.5), colour)
    d.fill(
        poly(
            (x, foot - size * 0.48),
            (x + size * 0.12, foot - size * 0.78),
            (x + size * 0.86, foot - size * 0.78),
            (x + size * 0.86, foot - size * 0.48),
        ),
        INK,
    )
    d.fill(rect(x - size * 0.3, foot - size, size * 0.34, size), darker(colour))
    d.fill(
        poly(
            (x - size * 0.34, foot - size * 0.98),
            (x - size * 0.13, foot - size * 1.6),
            (x + size * 0.08, foot - size * 0.98),
        ),
        INK,
    )
    for step in range(3):
        d.fill(arch(x + size * (0.14 + step * 0.22), foot - size * 0.4, size * 0.12, size * 0.3), OCHRE)


def poplars(d: Drawing, xs: tuple[float, ...], foot: float, size: float, colour: str = DEEP_LEAF) -> None:
    for step, x in enumerate(xs):
        tree(d, x, foot, size * (1 + 0.12 * (step % 3)), colour, kind="poplar")


def water(d: Drawing, *middle: tuple[float, float], width: float = 46, colour: str = MID_TEAL) -> None:
    d.line(curve(*middle), colour, width)


def bird(d: Drawing, x: float, y: float, size: float, colour: str = CORAL, *, turn: float = 0) -> None:
    """A bird in flight to the left: a body and two wings, each an arch."""
    with d.placed(x, y, size / 100, turn=turn):
        d.fill(
            "M-104 4C-96 -16 -60 -22 -20 -14C30 -8 62 -4 96 -22C84 8 40 30 -14 28C-56 28 -84 20 -104 4z",
            colour,
        )
        d.fill("M-24 -8C-20 -70 22 -112 74 -118C66 -76 52 -34 30 -6z", darker(colour, 0.12))
        d.fill("M-40 -8C-48 -62 -30 -104 4 -128C22 -84 20 -40 6 -8z", lighter(colour, 0.12))
        d.fill(poly((-100, -2), (-126, 8), (-98, 12)), OCHRE if colour != OCHRE else CORAL)
        d.fill(ellipse(-84, -3, 4.5), INK)
