"""Things that return in several illustrations: doors, plants, cups, chairs, books, lamps."""

from __future__ import annotations

import math

from home.demo.canvas import (
    BROWN,
    CLAY,
    INK,
    LEAF,
    OCHRE,
    PAPER,
    SAND,
    TEAL,
    WOOD,
    Canvas,
    Shape,
    arch,
    curve,
    ellipse,
    leaf,
    rect,
    rounded,
)


def room(canvas: Canvas, wall: str, floor: str, *, floor_at: float, skirting: str | None = None) -> None:
    """A plain wall and floor; ``floor_at`` is the height of the seam."""
    width, height = canvas.size
    canvas.fill(rect(0, 0, width, floor_at), wall)
    canvas.fill(rect(0, floor_at, width, height - floor_at), floor)
    if skirting:
        canvas.fill(rect(0, floor_at - 16, width, 16), skirting)


def doorway(
    canvas: Canvas, x: float, top: float, width: float, bottom: float, frame: str, inside: str
) -> Shape:
    """An open doorway with a frame and depth; gives back the opening, to draw in."""
    border = width * 0.07
    canvas.fill(arch(x - border, top - border, width + 2 * border, bottom - top + border), frame)
    opening = arch(x, top, width, bottom - top)
    canvas.fill(opening, inside)
    canvas.fill(arch(x - width * 0.86, top, width, bottom - top), INK, opacity=0.13, clip=opening)
    return opening


def light_on_floor(
    canvas: Canvas,
    x: float,
    width: float,
    floor_at: float,
    length: float,
    slant: float,
    colour: str,
    opacity=0.55,
) -> None:
    """Light that falls through an opening on the floor."""
    shape = [(x, floor_at), (x + width, floor_at), (x + width + slant * 1.35, floor_at + length)]
    canvas.fill([*shape, (x + slant * 0.65, floor_at + length)], colour, opacity=opacity)


def arch_window(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    frame: str,
    sky: str,
    hill: str,
    sun: str | None = None,
) -> None:
    """A window with a hill, perhaps a sun, and a cross of bars."""
    edge = width * 0.06
    canvas.fill(arch(x - edge, y - edge, width + 2 * edge, height + 2 * edge), frame)
    pane = arch(x, y, width, height)
    canvas.fill(pane, sky)
    if sun:
        canvas.fill(ellipse(x + width * 0.68, y + height * 0.34, width * 0.14), sun, clip=pane)
    ridge = curve(
        (x - 20, y + height * 0.72),
        (x + width * 0.35, y + height * 0.58),
        (x + width * 0.7, y + height * 0.7),
        (x + width + 20, y + height * 0.62),
    )
    canvas.fill([*ridge, (x + width + 20, y + height), (x - 20, y + height)], hill, clip=pane)
    canvas.fill(rect(x + width / 2 - edge / 3, y, edge / 1.5, height), frame)
    canvas.fill(rect(x, y + height * 0.5, width, edge / 1.5), frame)


def plant(canvas: Canvas, x: float, foot: float, size: float, *, pot=CLAY, green=LEAF, kind="fan") -> None:
    """A plant in a pot that stands with its foot at ``foot``; kind ``fan``, ``tall`` or ``hanging``."""
    pot_width, pot_height = size * 0.42, size * 0.36
    top = foot - pot_height
    if kind == "fan":
        for number, angle in enumerate((-158, -135, -112, -90, -68, -45, -22)):
            length = size * (0.52 + 0.2 * math.sin(number * math.pi / 6))
            canvas.fill(leaf(x, top + 4, length, size * 0.15, angle), green, opacity=1 if number % 2 else 0.8)
    elif kind == "tall":
        canvas.line([(x, top), (x, top - size * 1.05)], green, size * 0.025)
        for step in range(6):
            height, side = top - size * (0.12 + step * 0.17), 1 if step % 2 else -1
            canvas.fill(leaf(x, height, size * (0.42 - step * 0.035), size * 0.15, -90 + side * 58), green)
        canvas.fill(leaf(x, top - size * 0.98, size * 0.28, size * 0.12, -90), green)
    else:
        for dx, drop in ((-0.2, 0.75), (-0.08, 1.0), (0.09, 0.62), (0.2, 0.9)):
            tip = (x + dx * size * 1.9, top + size * drop)
            canvas.line(
                curve((x + dx * size * 0.5, top), (x + dx * size * 1.5, top + size * 0.2), tip),
                green,
                size * 0.02,
            )
            for step in range(1, 6):
                y = top + size * drop * step / 5
                canvas.fill(
                    leaf(
                        x + dx * size * (1.2 + 0.12 * step),
                        y,
                        size * 0.14,
                        size * 0.09,
                        70 if step % 2 else 110,
                    ),
                    green,
                )
    lip = size * 0.08
    canvas.fill(
        [
            (x - pot_width / 2, top),
            (x + pot_width / 2, top),
            (x + pot_width * 0.36, foot),
            (x - pot_width * 0.36, foot),
        ],
        pot,
    )
    canvas.fill(rounded(x - pot_width * 0.56, top - lip / 2, pot_width * 1.12, lip, lip / 2), pot)
    canvas.fill(rect(x - pot_width * 0.5, top + lip / 2, pot_width, lip * 0.5), INK, opacity=0.12)


def cup(canvas: Canvas, x: float, foot: float, size: float, colour: str, *, steam=True, ear=1) -> None:
    """A cup on a saucer, seen from the side."""
    width, height = size, size * 0.72
    canvas.fill(ellipse(x, foot, width * 0.78, size * 0.07), INK, opacity=0.16)
    canvas.fill(ellipse(x, foot - size * 0.03, width * 0.74, size * 0.07), PAPER)
    ring = ellipse(x + ear * width * 0.52, foot - height * 0.56, width * 0.2, height * 0.24)
    canvas.line(ring, colour, size * 0.085)
    body = [(x - width / 2, foot - height), (x + width / 2, foot - height)]
    canvas.fill([*body, *ellipse(x, foot - height * 0.52, width / 2, height * 0.5, start=0, end=180)], colour)
    canvas.fill(rect(x - width / 2, foot - height, width, size * 0.06), PAPER, opacity=0.35)
    if steam:
        for dx in (-0.16, 0.12):
            base = foot - height - size * 0.1
            wave = curve(
                (x + dx * size, base),
                (x + (dx + 0.09) * size, base - size * 0.16),
                (x + (dx - 0.04) * size, base - size * 0.32),
                (x + (dx + 0.06) * size, base - size * 0.5),
            )
            canvas.line(wave, PAPER, size * 0.045, opacity=0.75)


def cup_from_above(
    canvas: Canvas, x: float, y: float, size: float, colour: str, drink: str, turn=0.0
) -> None:
    canvas.fill(ellipse(x + size * 0.1, y + size * 0.13, size * 1.02), INK, opacity=0.16)
    canvas.fill(ellipse(x, y, size), PAPER)
    canvas.fill(ellipse(x, y, size * 0.84), SAND)
    angle = math.radians(turn)
    ear = (x + math.cos(angle) * size * 0.68, y + math.sin(angle) * size * 0.68)
    canvas.line([(x, y), ear], colour, size * 0.2)
    canvas.fill(ellipse(x, y, size * 0.56), colour)
    canvas.fill(ellipse(x, y, size * 0.46), drink)
    canvas.fill(
        ellipse(x - size * 0.08, y - size * 0.1, size * 0.26, size * 0.2, turn=-30), PAPER, opacity=0.16
    )


def chair(canvas: Canvas, x: float, floor: float, size: float, colour: str, *, legs=BROWN) -> None:
    """A chair seen from behind its arched back."""
    seat = floor - size * 0.5
    for dx in (-0.26, 0.26):
        canvas.line([(x + dx * size, seat), (x + dx * size * 1.12, floor)], legs, size * 0.05)
    canvas.fill(arch(x - size * 0.31, floor - size * 1.12, size * 0.62, size * 0.52), colour)
    canvas.fill(arch(x - size * 0.17, floor - size * 0.95, size * 0.34, size * 0.24), INK, opacity=0.14)
    canvas.fill(rounded(x - size * 0.35, seat - size * 0.12, size * 0.7, size * 0.15, size * 0.06), colour)
    canvas.fill(
        rounded(x - size * 0.35, seat - size * 0.02, size * 0.7, size * 0.05, size * 0.02), INK, opacity=0.18
    )


def lamp(canvas: Canvas, x: float, drop: float, size: float, colour: str, glow: str | None = OCHRE) -> None:
    """A lamp on a cord from the ceiling; ``drop`` is where the shade ends."""
    canvas.line([(x, 0), (x, drop - size * 0.5)], INK, size * 0.025, opacity=0.8)
    if glow:
        canvas.fill(ellipse(x, drop, size * 1.5), glow, opacity=0.13)
        canvas.fill(ellipse(x, drop, size * 0.95), glow, opacity=0.16)
        canvas.fill(ellipse(x, drop, size * 0.2), PAPER)
    canvas.fill(arch(x - size * 0.5, drop - size * 0.52, size, size * 0.52), colour)


def books(canvas: Canvas, x: float, foot: float, spines: list[tuple[float, float, str]]) -> float:
    """Books side by side, as (width, height, colour); gives back where the row ends."""
    for width, height, colour in spines:
        canvas.fill(rounded(x, foot - height, width, height, 5), colour)
        canvas.fill(rect(x, foot - height * 0.84, width, height * 0.05), PAPER, opacity=0.5)
        canvas.fill(rect(x + width * 0.82, foot - height + 4, width * 0.18, height - 4), INK, opacity=0.12)
        x += width + 4
    return x


def table(
    canvas: Canvas, x: float, top: float, width: float, floor: float, *, colour=WOOD, legs=BROWN
) -> None:
    canvas.fill(ellipse(x + width / 2, floor, width * 0.52, 18), INK, opacity=0.12)
    for dx in (0.08, 0.92):
        canvas.line(
            [(x + width * dx, top + 20), (x + width * (dx - 0.02 if dx < 0.5 else dx + 0.02), floor)],
            legs,
            22,
        )
    canvas.fill(rounded(x, top, width, 34, 14), colour)
    canvas.fill(rounded(x, top + 22, width, 12, 6), INK, opacity=0.16)


def tree(canvas: Canvas, x: float, foot: float, size: float, colour=TEAL, trunk=BROWN) -> None:
    """A tree in the shape of an arch."""
    canvas.line([(x, foot), (x, foot - size * 0.5)], trunk, size * 0.06)
    canvas.fill(arch(x - size * 0.25, foot - size * 1.1, size * 0.5, size * 0.82), colour)
    canvas.fill(arch(x, foot - size * 0.86, size * 0.25, size * 0.58), INK, opacity=0.1)
