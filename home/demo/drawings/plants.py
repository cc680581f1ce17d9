"""Plants in pots and flowers."""

from __future__ import annotations

from home.demo.drawings.palette import (
    CLAY,
    CORAL,
    LEAF,
    OCHRE,
    PAPER,
    darker,
    lighter,
)
from home.demo.drawings.svg import (
    Drawing,
    curve,
    ellipse,
    leaf,
    path,
    poly,
    rounded,
)


def plant(
    d: Drawing, x: float, foot: float, size: float, *, pot: str = CLAY, green: str = LEAF, kind="fan"
) -> None:
    """A plant in a pot; kind ``fan``, ``tall``, ``round`` or ``flower``."""
    width, height = size * 0.42, size * 0.34
    top = foot - height
    if kind == "fan":
        for step, angle in enumerate((-160, -136, -112, -90, -68, -44, -20)):
            d.fill(
                leaf(x, top + 4, size * (0.78 if step % 2 else 0.6), size * 0.16, angle),
                green if step % 2 else lighter(green, 0.22),
            )
    elif kind == "tall":
        d.line(path((x, top), (x, top - size)), darker(green), size * 0.03)
        for step in range(7):
            side = 1 if step % 2 else -1
            d.fill(
                leaf(
                    x,
                    top - size * (0.1 + step * 0.14),
                    size * (0.42 - step * 0.03),
                    size * 0.17,
                    -90 + side * 56,
                ),
                green,
            )
        d.fill(leaf(x, top - size * 0.95, size * 0.3, size * 0.12, -90), lighter(green))
    elif kind == "round":
        for dx, dy, r in ((-0.2, -0.22, 0.22), (0.2, -0.24, 0.22), (0, -0.48, 0.26)):
            d.fill(ellipse(x + dx * size, top + dy * size, r * size), green if dx else lighter(green, 0.15))
    else:
        for dx, drop, colour in ((-0.24, 0.62, CORAL), (0.02, 0.86, OCHRE), (0.26, 0.58, CORAL)):
            d.line(
                curve(
                    (x, top),
                    (x + dx * size * 0.5, top - drop * size * 0.5),
                    (x + dx * size, top - drop * size),
                ),
                green,
                size * 0.03,
            )
            d.fill(
                leaf(
                    x + dx * size * 0.4,
                    top - drop * size * 0.35,
                    size * 0.24,
                    size * 0.1,
                    -60 if dx > 0 else -120,
                ),
                green,
            )
            flower(d, x + dx * size, top - drop * size, size * 0.12, colour)
    d.fill(
        poly((x - width / 2, top), (x + width / 2, top), (x + width * 0.36, foot), (x - width * 0.36, foot)),
        pot,
    )
    d.fill(
        rounded(x - width * 0.57, top - size * 0.05, width * 1.14, size * 0.1, size * 0.04), darker(pot, 0.1)
    )


def flower(d: Drawing, x: float, y: float, size: float, colour: str) -> None:
    for dx, dy in ((0, -1), (0.95, -0.3), (0.6, 0.8), (-0.6, 0.8), (-0.95, -0.3)):
        d.fill(ellipse(x + dx * size * 0.62, y + dy * size * 0.62, size * 0.52), colour)
    d.fill(ellipse(x, y, size * 0.38), PAPER if colour == OCHRE else OCHRE)
