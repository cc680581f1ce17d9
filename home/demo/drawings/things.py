"""Things that return in the scenes: plants, cups, tables, chairs, lamps, bikes, what helps to walk."""

from __future__ import annotations

from home.demo.drawings.palette import (
    CORAL,
    DARK_WOOD,
    INK,
    MUTED,
    OCHRE,
    PAPER,
    SAND,
    TEAL,
    WOOD,
    darker,
)
from home.demo.drawings.svg import (
    Drawing,
    Shape,
    arch,
    at,
    bow,
    curve,
    ellipse,
    number,
    path,
    poly,
    rect,
    rounded,
)


def doorway(d: Drawing, x: float, top: float, width: float, foot: float, frame: str, inside: str) -> Shape:
    """An open doorway with a frame; gives back the opening, to draw in."""
    edge = width * 0.07
    d.fill(arch(x - edge, top - edge, width + 2 * edge, foot - top + edge), frame)
    opening = arch(x, top, width, foot - top)
    d.fill(opening, inside)
    return opening


def door(d: Drawing, x: float, top: float, width: float, foot: float, colour: str, pane: str | None) -> None:
    """A closed door with a knob and perhaps a window."""
    d.fill(arch(x, top, width, foot - top), colour)
    if pane:
        d.fill(arch(x + width * 0.2, top + width * 0.2, width * 0.6, width * 0.75), pane)
    low = (foot - top) * 0.42
    d.fill(rounded(x + width * 0.2, foot - low, width * 0.6, low * 0.8, 8), darker(colour))
    d.fill(ellipse(x + width * 0.87, foot - (foot - top) * 0.47, width * 0.05), OCHRE)


def window(d: Drawing, x: float, y: float, width: float, height: float, frame: str, pane: str) -> Shape:
    """An arched window with a cross of bars; gives back the pane."""
    edge = width * 0.07
    d.fill(arch(x - edge, y - edge, width + 2 * edge, height + 2 * edge), frame)
    shape = arch(x, y, width, height)
    d.fill(shape, pane)
    return shape


def bars(d: Drawing, x: float, y: float, width: float, height: float, frame: str) -> None:
    d.fill(rect(x + width * 0.475, y, width * 0.05, height), frame)
    d.fill(rect(x, y + height * 0.5, width, width * 0.05), frame)


def cup(
    d: Drawing, x: float, foot: float, size: float, colour: str, *, steam: str | None = PAPER, ear: int = 1
) -> None:
    """A cup seen from the side; its body is an arch upside down."""
    d.line(ellipse(x + ear * size * 0.5, foot - size * 0.42, size * 0.18, size * 0.2), colour, size * 0.09)
    d.fill(
        f"M{at(x - size / 2, foot - size * 0.75)}h{size}v{number(size * 0.3)}"
        f"a{at(size / 2, size * 0.45)} 0 0 1 {-size} 0z",
        colour,
    )
    d.fill(
        rounded(x - size * 0.62, foot - size * 0.04, size * 1.24, size * 0.09, size * 0.04),
        darker(colour, 0.2),
    )
    if steam:
        for dx in (-0.16, 0.14):
            base = foot - size * 0.9
            d.line(
                curve(
                    (x + dx * size, base),
                    (x + (dx + 0.1) * size, base - size * 0.2),
                    (x + (dx - 0.05) * size, base - size * 0.38),
                    (x + (dx + 0.06) * size, base - size * 0.58),
                ),
                steam,
                size * 0.05,
                opacity=0.8,
            )


def cup_from_above(
    d: Drawing, x: float, y: float, size: float, colour: str, drink: str, turn: float = 0
) -> None:
    with d.placed(x, y, size / 50, turn=turn):
        d.fill(ellipse(5, 7, 50), INK, opacity=0.16)
        d.fill(ellipse(0, 0, 50), PAPER)
        d.fill(ellipse(0, 0, 41), SAND)
        d.line(path((0, 0), (40, 0)), colour, 11)
        d.fill(ellipse(0, 0, 29), colour)
        d.fill(ellipse(0, 0, 23), drink)


def table(d: Drawing, x: float, top: float, width: float, floor: float, *, colour: str = WOOD) -> None:
    legs = darker(colour, 0.3)
    for begin, to in ((0.1, 0.07), (0.9, 0.93)):
        d.line(path((x + width * begin, top + 20), (x + width * to, floor)), legs, 20)
    d.fill(rounded(x, top, width, 36, 16), colour)
    d.fill(rounded(x + 10, top + 24, width - 20, 12, 6), darker(colour))


def chair(d: Drawing, x: float, floor: float, size: float, colour: str, *, side: int = 0) -> None:
    """A chair with an arched back: from behind, or from aside with its back at the left (1) or right (-1)."""
    seat, legs = floor - size * 0.48, darker(colour, 0.35)
    if side:
        d.line(path((x - side * size * 0.26, seat), (x - side * size * 0.32, floor)), legs, size * 0.06)
        d.line(path((x + side * size * 0.26, seat), (x + side * size * 0.3, floor)), legs, size * 0.06)
        d.line(
            curve(
                (x - side * size * 0.28, seat),
                (x - side * size * 0.34, seat - size * 0.4),
                (x - side * size * 0.4, seat - size * 0.72),
            ),
            colour,
            size * 0.11,
        )
        d.fill(rounded(x - size * 0.34, seat - size * 0.07, size * 0.7, size * 0.13, size * 0.05), colour)
        return
    for dx in (-0.26, 0.26):
        d.line(path((x + dx * size, seat), (x + dx * size * 1.14, floor)), legs, size * 0.06)
    d.fill(arch(x - size * 0.31, floor - size * 1.14, size * 0.62, size * 0.56), colour)
    d.fill(arch(x - size * 0.16, floor - size * 0.97, size * 0.32, size * 0.26), darker(colour, 0.2))
    d.fill(
        rounded(x - size * 0.36, seat - size * 0.1, size * 0.72, size * 0.16, size * 0.06),
        darker(colour, 0.08),
    )


def armchair(d: Drawing, x: float, floor: float, size: float, colour: str) -> None:
    """A deep chair from the front, wide enough for somebody drawn after it."""
    for dx in (-0.4, 0.4):
        d.line(
            path((x + dx * size, floor - size * 0.12), (x + dx * size * 1.06, floor)), DARK_WOOD, size * 0.07
        )
    d.fill(arch(x - size * 0.46, floor - size * 1.28, size * 0.92, size * 1.14), colour)
    d.fill(
        rounded(x - size * 0.42, floor - size * 0.52, size * 0.84, size * 0.4, size * 0.1),
        darker(colour, 0.1),
    )


def armrests(d: Drawing, x: float, floor: float, size: float, colour: str) -> None:
    for dx in (-0.6, 0.36):
        d.fill(arch(x + dx * size, floor - size * 0.68, size * 0.24, size * 0.58), darker(colour, 0.16))


def lamp(d: Drawing, x: float, drop: float, size: float, colour: str, glow: str | None = OCHRE) -> None:
    """A lamp on a cord; ``drop`` is where the shade ends."""
    d.line(path((x, -10), (x, drop - size * 0.5)), INK, max(3, size * 0.03), opacity=0.8)
    if glow:
        d.fill(ellipse(x, drop, size * 1.5), glow, opacity=0.14)
        d.fill(ellipse(x, drop, size * 0.95), glow, opacity=0.18)
        d.fill(ellipse(x, drop, size * 0.18), PAPER)
    d.fill(arch(x - size * 0.5, drop - size * 0.52, size, size * 0.52), colour)


def books(d: Drawing, x: float, foot: float, spines: list[tuple[float, float, str]]) -> None:
    for width, height, colour in spines:
        d.fill(rounded(x, foot - height, width, height, 4), colour)
        d.fill(rect(x, foot - height * 0.82, width, height * 0.07), PAPER, opacity=0.6)
        x += width + 3


def speech(
    d: Drawing, x: float, y: float, width: float, height: float, colour: str, *, tail: int = 1
) -> None:
    """A speech balloon in the shape of an arch; the tail at the right (1) or left (-1)."""
    d.fill(arch(x, y, width, height), colour)
    root = x + width / 2 + tail * width * 0.2
    d.fill(
        poly((root - 18, y + height - 2), (root + 18, y + height - 2), (root + tail * 26, y + height + 38)),
        colour,
    )


def magnifier(
    d: Drawing, x: float, y: float, size: float, colour: str, *, turn: float = 45, glass: str = PAPER
) -> None:
    with d.placed(x, y, size / 100, turn=turn):
        d.line(path((108, 0), (220, 0)), darker(colour, 0.25), 30)
        d.fill(ellipse(0, 0, 92), glass, opacity=0.4)
        d.line(ellipse(0, 0, 92), colour, 20)
        d.line(bow(-58, -20, 54, 34), PAPER, 9, opacity=0.8)


def paper(
    d: Drawing,
    x: float,
    y: float,
    width: float,
    colour: str,
    *,
    turn: float = 0,
    lines: int = 4,
    ink: str = MUTED,
) -> None:
    """A sheet with lines of writing, its middle at (x, y)."""
    height = width * 1.3
    with d.placed(x, y, turn=turn):
        d.fill(rounded(-width / 2, -height / 2, width, height, 5), colour)
        for row in range(lines):
            at = -height / 2 + height * (0.2 + row * 0.66 / max(lines - 1, 1))
            d.line(
                path((-width * 0.32, at), (width * (0.32 if row % 2 else 0.12), at)),
                ink,
                max(3, width * 0.045),
                opacity=0.6,
            )


def sun(d: Drawing, x: float, y: float, r: float, colour: str = OCHRE) -> None:
    d.fill(ellipse(x, y, r * 1.45), colour, opacity=0.2)
    d.fill(ellipse(x, y, r), colour)


def bunting(d: Drawing, y: float, sag: float, colours: tuple[str, ...] = (CORAL, OCHRE, TEAL, PAPER)) -> None:
    """A line of small arches hanging upside down."""
    d.line(f"M0 {y}Q600 {y + sag * 2} 1200 {y}", INK, 3, opacity=0.5)
    for step in range(1, 20):
        t = step / 20
        x, drop = 1200 * t, y + 4 * sag * t * (1 - t)
        d.fill(f"M{x - 20:g} {drop:.0f}h40v18a20 22 0 0 1 -40 0z", colours[step % len(colours)])
