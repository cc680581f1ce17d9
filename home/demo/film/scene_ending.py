"""The last part: what it brings, how to join, where to look, and the mark of the network."""

from __future__ import annotations

from home.demo.film.house_style import (
    CORAL,
    INK,
    OCHRE,
    PAPER,
    PLUM,
    TEAL,
    TINT_CORAL,
    TINT_PLUM,
    TINT_TEAL,
)
from home.demo.film.motion import arrive, between, hop, settle, smooth, sway
from home.demo.film.pen import HEIGHT, WIDTH, Pen, ellipse, mix, rect, standing
from home.demo.film.people import AMINA, MARIJKE, NOOR, RIET, Pose, person
from home.demo.film.script import TEXTS
from home.demo.film.stage import FLOOR, LEFT, floor, say
from home.demo.film.things import LIGHT, booklet, calendar, ripples, swinging_door

GREEN = "#3f7d34"  # of the mark: where teal and ochre overlap


def overlapping(pen: Pen, arches: list[tuple], meets: list[tuple[int, int, str]]) -> None:
    """Arches (shape, colour), and pairs of them with the new colour of where they overlap."""
    for shape, colour in arches:
        pen.fill(shape, colour)
    for one, two, colour in meets:
        with pen.inside(arches[one][0], arches[two][0]):
            pen.fill(rect(0, -200, WIDTH, 1400), colour)


def gains(pen: Pen, at: float) -> None:
    """Three arches slide over each other; with each one comes a gain, and a new colour."""
    pen.fill(rect(0, 0, WIDTH, HEIGHT), TINT_PLUM)
    floor(pen, "#dccbea")
    keys = ("fresh", "confidence", "joy")
    come = [arrive(at, TEXTS[key].begins - 0.15, 0.9) for key in keys]
    places = ((830, 270, 360), (980, 280, 500), (1130, 270, 420))
    arches = []
    for (x, width, height), here, colour in zip(places, come, (CORAL, TEAL, OCHRE), strict=True):
        right, down = (0, 620) if colour != OCHRE else (400, 0)
        shape = standing(x + right * (1 - here), FLOOR + 2 + down * (1 - here), width, height)
        arches.append((shape, colour))
    for x, width, height in places:
        pen.fill(standing(x, FLOOR + 2, width, height), "#ffffff", 0.5 * arrive(at, 43.2, 0.8))
    overlapping(pen, arches, [(0, 1, PLUM), (1, 2, GREEN)])
    for x, look, here, key, gaze in zip(
        (790, 980, 1172), (NOOR, MARIJKE, AMINA), come, keys, (0.6, 0, -0.6), strict=True
    ):
        begins = TEXTS[key].begins
        jump = hop(at, begins + 0.4, 0.55) * 26 + hop(at, 48.9, 0.5) * 22
        up = settle(at, begins + 0.3, 0.5)
        pose = Pose(
            gaze=gaze,
            left=(-23, between(-12, -88 + 3 * sway(at, 0.8), up)),
            right=(23, between(-12, -88 - 3 * sway(at, 0.8), up)),
            happy=1,
            blink_shift=x / 900,
        )
        if here > 0.5:
            person(pen, x, FLOOR + 44 - jump + 40 * (1 - here), 290, look, at, pose)
    say(pen, at, "gains")
    for number, (key, colour) in enumerate(zip(keys, (CORAL, TEAL, OCHRE), strict=True)):
        y = 268 + number * 96
        shown = settle(at, TEXTS[key].begins, 0.5)
        if shown > 0 and at < TEXTS[key].ends:
            pen.fill(standing(LEFT + 20, y + 6, 38 * shown, 52 * shown), colour)
        say(pen, at, key)


DOORS = (
    ("follow", 236, CORAL, "#f6c6b7"),
    ("read", 640, TEAL, "#b5d9d4"),
    ("start", 1044, OCHRE, "#fbe2a8"),
)


def join(pen: Pen, at: float) -> None:
    """Three doors open: a calendar of trainings, a guide, and the playbook that spreads."""
    pen.fill(rect(0, 0, WIDTH, HEIGHT), "#f6efe4")
    floor(pen, "#e4d6c0", FLOOR + 20)
    for number, (key, x, colour, inner) in enumerate(DOORS):
        _way_in(pen, at, number, TEXTS[key].begins, x, colour, inner)
        say(pen, at, key)
    say(pen, at, "join")


def _way_in(pen: Pen, at: float, number: int, begins: float, x: float, colour: str, inner: str) -> None:
    rise = settle(at, 50.2 + 0.14 * number, 0.8, 0.9)
    if rise <= 0:
        return
    ground, width, height = FLOOR + 22, 236, 300
    with pen.inside(rect(0, 0, WIDTH, ground)):
        foot = ground + (1 - rise) * 340
        pen.fill(standing(x, foot, width + 34, height + 17), mix(colour, INK, 0.2))
        pen.fill(standing(x, foot, width, height), inner)
    opened = smooth(at, begins - 0.1, 0.9)
    shown = settle(at, begins + 0.25, 0.6)
    if shown > 0:
        with pen.placed(x, ground - 128, scale=shown):
            (calendar, booklet, lambda *a: ripples(*a, at))[number](pen, 0, 0, (140, 164, 220)[number])
    if not opened:
        with pen.inside(rect(0, 0, WIDTH, ground)):
            pen.fill(standing(x, ground + (1 - rise) * 340, width, height), colour)
            pen.fill(ellipse(x - width * 0.36, ground - 130 + (1 - rise) * 340, 8), LIGHT)
        return
    shape, edge, slant = swinging_door(x - width / 2, ground - height, width, ground, opened)
    pen.fill(shape, colour, to=mix(colour, INK, 0.14 * opened), along=(edge, 0, x + width / 2, 0))
    pen.fill(ellipse(between(edge, x + width / 2, 0.14), ground - 130 + slant * 0.6, 8), LIGHT)


def end(pen: Pen, at: float) -> None:
    """A phone with the site; its three arches grow into the mark."""
    pen.fill(rect(0, 0, WIDTH, HEIGHT), PAPER)
    grown = smooth(at, 60.7, 1.0)
    _phone(pen, at, grown)
    for x, look, late, way in ((462, NOOR, 0.0, 1), (818, RIET, 0.35, -1)):
        peek = settle(at, 62.4 + late, 0.8)
        if peek > 0:
            pose = Pose(gaze=way, lean=-25 * way * peek, legs=False, happy=1, blink_shift=late)
            with pen.inside(rect(0, 0, WIDTH, 380)):
                person(pen, x + 40 * way * (1 - peek), 430 + 50 * (1 - peek), 240, look, at, pose)
    _mark(pen, at, grown)
    say(pen, at, "site")
    say(pen, at, "brand")
    say(pen, at, "motto")


def _phone(pen: Pen, at: float, grown: float) -> None:
    rise = arrive(at, 57.6, 0.9)
    y = 60 + 700 * (1 - rise) + 760 * grown
    pen.fill(ellipse(980, 380 + 700 * (1 - rise) + 760 * grown, 330), TINT_TEAL)
    pen.fill(rect(820, y, 320, 600, 44), INK)
    pen.fill(rect(834, y + 14, 292, 572, 32), PAPER)
    with pen.inside(rect(834, y + 14, 292, 572, 32)):
        pen.fill(rect(834, y + 14, 292, 250), TINT_CORAL)
        for n, width in enumerate((230, 170)):
            pen.fill(rect(864, y + 290 + n * 40, width, 24, 12), INK)
        for n, width in enumerate((230, 236, 150)):
            pen.fill(rect(864, y + 382 + n * 28, width, 12, 6), "#b9c3c6")
        press = hop(at, 59.4, 0.5)
        with pen.placed(980, y + 506, scale=1 - 0.07 * press):
            pen.fill(rect(-116, -32, 232, 64, 32), TEAL)
            pen.fill(rect(-60, -7, 120, 14, 7), PAPER)
        tap = smooth(at, 59.4, 0.8)
        if 0 < tap < 1:
            pen.line(ellipse(980, y + 506, 20 + 90 * tap), OCHRE, 8, 1 - tap)


def _mark(pen: Pen, at: float, grown: float) -> None:
    """The three arches, first in the phone, then large in the middle."""
    rise = arrive(at, 57.6, 0.9)
    unit = between(2.35, 4.7, grown)
    foot = between(60 + 700 * (1 - rise) + 264, 380, grown)
    middle = between(980, 640, grown)
    shapes = []
    for number, (left, top, colour) in enumerate(((2, 20, CORAL), (28, 6, TEAL), (54, 14, OCHRE))):
        up = settle(at, 58.0 + 0.18 * number, 0.7)
        high = (60 - top) * unit * up
        if high > 1:
            shapes.append((standing(middle + (left + 18 - 46) * unit, foot, 36 * unit, high), colour))
    if len(shapes) == 3:
        overlapping(pen, shapes, [(0, 1, PLUM), (1, 2, GREEN)])
    else:
        for shape, colour in shapes:
            pen.fill(shape, colour)
