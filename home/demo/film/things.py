"""Houses, doors and everything that stands around in the film."""

from __future__ import annotations

import math

from home.demo.film.house_style import BROWN, CORAL, DEEP_TEAL, INK, LEAF, OCHRE, PAPER, TEAL
from home.demo.film.lettering import letters
from home.demo.film.motion import sway
from home.demo.film.pen import Pen, Shape, arch, curve, ellipse, leaf, mix, outline, rect, standing

LIGHT = "#ffe9b8"
CREAM = "#fff7e2"


def swinging_door(
    x: float, top: float, width: float, ground: float, open_: float
) -> tuple[Shape, float, float]:
    """A door in an arch, hinged at its right side, ``open_`` from 0 to 1: its shape, free edge and slant."""
    angle = math.radians(112) * open_
    reach, slant = width * math.cos(angle), width * 0.2 * math.sin(angle)
    hinge, r = x + width, width / 2
    points = []
    for n in range(41):
        across = n / 40  # 0 at the hinge, 1 at the free edge
        rise = r * math.sqrt(max(0.0, 1 - (2 * across - 1) ** 2))
        points.append((hinge - reach * across, top + r - rise + slant * across * 0.3))
    points += [(hinge - reach, ground + slant), (hinge, ground)]
    return outline(*points), hinge - reach, slant


def light_on_floor(pen: Pen, x: float, width: float, ground: float, reach: float, strength: float) -> None:
    """What falls out of an open door, to the left."""
    shape = outline(
        (x, ground), (x + width, ground), (x + width - reach * 0.75, 720), (x - reach * 1.35, 720)
    )
    pen.fill(shape, "#fff3cf", strength, to="#fff3cf", along=(x, ground, x - 60, 720))


def sun(pen: Pen, x: float, y: float, r: float) -> None:
    pen.glow(x, y, r * 2.6, OCHRE, 0.28)
    pen.fill(ellipse(x, y, r), OCHRE)


def plant(pen: Pen, x: float, ground: float, size: float, pot: str, at: float = 0, grown: float = 1) -> None:
    """A plant in a pot that is ``size`` high when ``grown`` is 1."""
    stem = size * 0.62 * grown
    foot = ground - size * 0.34
    bend = sway(at, 5, x / 700) * size * 0.02
    tip = (x + bend, foot - stem)
    if grown > 0.05:
        pen.line(curve((x, foot + 4), (x + bend * 0.4, foot - stem / 2), tip), LEAF, size * 0.03)
        for height, angle, long in (
            (0.25, -28, 0.36),
            (0.3, 208, 0.36),
            (0.62, -48, 0.32),
            (0.66, 228, 0.32),
            (1, -90, 0.34),
        ):
            tilt = angle + 3 * sway(at, 4, height)
            colour = LEAF if height < 1 else mix(LEAF, OCHRE, 0.35)
            length = size * long * grown
            pen.fill(leaf(x + bend * height, foot - stem * height, length, length * 0.42, tilt), colour)
    w = size * 0.34
    pen.fill(
        outline((x - w / 2, foot), (x + w / 2, foot), (x + w * 0.36, ground), (x - w * 0.36, ground)), pot
    )
    pen.fill(rect(x - w * 0.58, foot - size * 0.03, w * 1.16, size * 0.09, size * 0.03), mix(pot, INK, 0.18))


def house(pen: Pen, x: float, ground: float, width: float, height: float, colour: str, lit: float) -> None:
    """A care home as an arch: windows that light up and a door."""
    pen.fill(standing(x, ground, width, height), colour)
    with pen.inside(standing(x, ground, width, height)):
        pen.fill(rect(x + width * 0.24, ground - height, width, height), mix(colour, INK, 0.1))
    dark = mix(colour, INK, 0.34)
    pane = width * 0.2
    rows = 2 if height > width * 1.3 else 1
    for row in range(rows):
        for column in (-1, 1):
            window = standing(
                x + column * width * 0.2, ground - height * (0.4 + 0.25 * row), pane, pane * 1.35
            )
            pen.fill(window, dark)
            pen.fill(window, LIGHT, lit)
    pen.fill(standing(x, ground, width * 0.26, height * 0.28), dark)
    pen.fill(standing(x, ground, width * 0.2, height * 0.25), mix(dark, LIGHT, lit))


def school(pen: Pen, x: float, ground: float, width: float, height: float, lit: float) -> None:
    """The school: broad, with a row of arches and a clock."""
    wall = "#7d5a99"
    pen.fill(rect(x - width / 2, ground - height * 0.66, width, height * 0.66, 10), wall)
    pen.fill(standing(x, ground, width * 0.4, height), mix(wall, INK, 0.12))
    dark = mix(wall, INK, 0.45)
    for n in range(4):
        place = x + (-0.4, -0.27, 0.27, 0.4)[n] * width
        for y in (0.4, 0.1):
            window = standing(place, ground - height * y, width * 0.085, height * 0.2)
            pen.fill(window, dark)
            pen.fill(window, LIGHT, lit)
    pen.fill(ellipse(x, ground - height * 0.74, width * 0.075), PAPER)
    pen.line(outline((x, ground - height * 0.79), (x, ground - height * 0.74)), INK, 3)
    pen.line(outline((x, ground - height * 0.74), (x + width * 0.035, ground - height * 0.72)), INK, 3)
    pen.fill(standing(x, ground, width * 0.18, height * 0.4), mix(dark, LIGHT, lit))


def bicycle(pen: Pen, x: float, ground: float, rolled: float) -> None:
    """A bicycle, 250 wide, that looks to the right; ``rolled`` is the way it has gone."""
    frame, r = OCHRE, 48
    for wheel in (x - 80, x + 80):
        pen.line(ellipse(wheel, ground - r, r - 3), INK, 6)
        for spoke in range(5):
            a = rolled / r + spoke * math.pi / 5
            dx, dy = (r - 6) * math.cos(a), (r - 6) * math.sin(a)
            pen.line(
                outline((wheel - dx, ground - r - dy), (wheel + dx, ground - r + dy), closed=False),
                mix(INK, PAPER, 0.55),
                1.6,
            )
    back, front, crank = (x - 80, ground - r), (x + 80, ground - r), (x - 6, ground - r + 2)
    seat, head = (x - 30, ground - 126), (x + 56, ground - 130)
    for one, two in ((back, crank), (crank, seat), (seat, back), (crank, head), (head, front)):
        pen.line(outline(one, two, closed=False), frame, 8)
    pen.line(curve((x - 24, ground - 112), (x + 10, ground - 104), head), frame, 8)
    pen.line(outline(seat, (x - 36, ground - 144), closed=False), INK, 6)
    pen.fill(rect(x - 62, ground - 154, 52, 12, 6), INK)
    pen.line(curve(head, (x + 50, ground - 164), (x + 32, ground - 170), (x + 18, ground - 166)), INK, 6)
    pen.fill(rect(x + 66, ground - 150, 56, 42, 8), "#d9a066")
    for n in range(3):
        pen.line(outline((x + 70, ground - 138 + n * 12), (x + 118, ground - 138 + n * 12)), BROWN, 1.6, 0.6)


def bubble(pen: Pen, x: float, y: float, size: float, colour: str, opacity: float = 1) -> None:
    """Something said or thought: an arch, (x, y) in the middle of its foot."""
    pen.fill(standing(x, y, size, size * 1.12, size * 0.18), colour, opacity)


def sign(pen: Pen, x: float, y: float, size: float, letter: str, colour: str = PAPER) -> None:
    """A large letter or mark around (x, y)."""
    pen.fill(letters(x, y + size * 0.35, letter, size, middle=True), colour)


def covered_table(pen: Pen, x: float, top: float, width: float, ground: float) -> None:
    """A long table with a cloth of arches that hangs to the floor."""
    wood = "#d9a066"
    pen.fill(rect(x - width / 2 + 14, top + 10, width - 28, ground - top - 10), mix(PAPER, OCHRE, 0.22))
    step = (width - 28) / 6
    for n in range(6):
        middle = x - width / 2 + 14 + step * (n + 0.5)
        pen.fill(standing(middle, ground, step * 0.72, (ground - top) * 0.62), mix(PAPER, OCHRE, 0.42))
    pen.fill(rect(x - width / 2, top, width, 24, 12), wood)
    pen.fill(rect(x - width / 2 + 10, top + 15, width - 20, 9, 4), mix(wood, INK, 0.18))


def cup(pen: Pen, x: float, y: float, size: float, colour: str, at: float) -> None:
    pen.line(ellipse(x + size * 0.45, y - size * 0.45, size * 0.2), colour, size * 0.11)
    pen.fill(arch(x - size * 0.42, y - size * 0.8, size * 0.84, size * 0.01), mix(colour, INK, 0.3))
    pen.fill(rect(x - size * 0.42, y - size * 0.8, size * 0.84, size * 0.8, size * 0.2), colour)
    for side in (-0.16, 0.16):
        drift = sway(at, 2.2, side) * size * 0.07
        points = [(x + side * size + drift * (n - 1), y - size * (0.95 + 0.22 * n)) for n in range(4)]
        pen.line(curve(*points), PAPER, size * 0.07, 0.75)


def armchair(pen: Pen, x: float, ground: float, size: float, colour: str, *, front: bool) -> None:
    """A large chair that looks to the right; its back and its front are drawn before and after who sits."""
    if not front:
        pen.fill(standing(x - size * 0.12, ground - size * 0.06, size * 0.66, size, size * 0.08), colour)
        for leg in (-0.34, 0.36):
            pen.line(
                outline((x + leg * size, ground - size * 0.1), (x + leg * size, ground)), BROWN, size * 0.05
            )
        return
    side = mix(colour, INK, 0.16)
    pen.fill(rect(x - size * 0.42, ground - size * 0.5, size * 0.24, size * 0.44, size * 0.1), side)
    pen.fill(rect(x - size * 0.42, ground - size * 0.2, size * 0.84, size * 0.15, size * 0.06), side)


def calendar(pen: Pen, x: float, y: float, size: float) -> None:
    s = size
    pen.fill(rect(x - s / 2, y - s / 2, s, s, s * 0.1), PAPER)
    pen.fill(rect(x - s / 2, y - s / 2, s, s * 0.26, s * 0.1), CORAL)
    pen.fill(rect(x - s / 2, y - s * 0.36, s, s * 0.12), CORAL)
    for n in range(9):
        place = (x + (n % 3 - 1) * s * 0.28, y + (n // 3) * s * 0.21 - s * 0.07)
        pen.fill(ellipse(*place, s * 0.065), OCHRE if n == 4 else "#d9cdbd")
    pen.line(ellipse(x, y + s * 0.14, s * 0.13), CORAL, s * 0.035)


def booklet(pen: Pen, x: float, y: float, size: float) -> None:
    s = size
    pen.fill(rect(x - s * 0.4, y - s * 0.5, s * 0.8, s, s * 0.06), PAPER)
    pen.fill(rect(x - s * 0.4, y - s * 0.5, s * 0.12, s, s * 0.04), DEEP_TEAL)
    pen.fill(standing(x + s * 0.06, y + s * 0.06, s * 0.34, s * 0.42), TEAL)
    pen.fill(standing(x + s * 0.06, y + s * 0.06, s * 0.2, s * 0.28), LIGHT)
    for n in range(2):
        pen.fill(rect(x - s * 0.16, y + s * (0.18 + 0.12 * n), s * (0.44 - 0.14 * n), s * 0.05, 4), "#c9d8d4")


def ripples(pen: Pen, x: float, y: float, size: float, at: float) -> None:
    """The playbook: a circle that spreads over the region."""
    for n in range(3):
        t = (at / 2.4 + n / 3) % 1
        pen.line(ellipse(x, y, size * (0.16 + 0.4 * t)), BROWN, size * 0.045, (1 - t) * 0.9)
    pen.fill(ellipse(x, y, size * 0.16), BROWN)
    pen.fill(standing(x, y + size * 0.08, size * 0.13, size * 0.17), CREAM)
