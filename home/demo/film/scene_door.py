"""The beginning: a door that opens, and the street of the network behind it."""

from __future__ import annotations

import math
from itertools import pairwise

from home.demo.film.house_style import CORAL, DEEP_CORAL, INK, LEAF, OCHRE, PAPER, PLUM, TEAL, TINT_CORAL
from home.demo.film.motion import arrive, between, hop, part, settle, smooth, sway
from home.demo.film.pen import HEIGHT, WIDTH, Pen, curve, ellipse, mix, rect, standing
from home.demo.film.people import AMINA, MARIJKE, NOOR, RIET, SAM, YUSUF, Pose, person
from home.demo.film.script import SCENES
from home.demo.film.stage import FLOOR, floor, say
from home.demo.film.things import (
    LIGHT,
    armchair,
    house,
    light_on_floor,
    plant,
    school,
    sun,
    swinging_door,
)

SKY = "#fdf1d8"
DOOR_X, DOOR_W, DOOR_H = 800, 320, 490  # left edge, width, height


def door(pen: Pen, at: float) -> None:
    """A student stands before a closed door. It opens and she looks in."""
    threshold(pen, at)
    pen.fill(rect(0, 0, WIDTH, HEIGHT), SKY, smooth(at, 4.25, 0.5))
    say(pen, at, "neighbours")


def threshold(pen: Pen, at: float) -> None:
    """The room with the door, without words."""
    near = 1 + 0.04 * smooth(at, 0, 3.7)
    x, y, zoom = towards(DOOR_X + 128, 350, 11, 640, 360, near, smooth(at, 3.6, 1.3))
    opened = smooth(at, 0.9, 1.9)
    with pen.camera(x, y, zoom):
        _room(pen)
        if opened > 0:
            light_on_floor(pen, DOOR_X, DOOR_W, FLOOR, 330 * opened, 0.75 * opened)
        _behind(pen, at, opened)
        leaf_, edge, slant = swinging_door(DOOR_X, FLOOR - DOOR_H, DOOR_W, FLOOR, opened)
        pen.fill(leaf_, CORAL, to=mix(CORAL, INK, 0.16 * opened), along=(edge, 0, DOOR_X + DOOR_W, 0))
        with pen.inside(leaf_):
            across = abs(DOOR_X + DOOR_W - edge)
            pen.fill(standing((edge + DOOR_X + DOOR_W) / 2, 520, across * 0.6, 300), INK, 0.1)
        pen.fill(ellipse(between(edge, DOOR_X + DOOR_W, 0.14), 370 + slant * 0.6, 10), OCHRE)
        steps = smooth(at, 2.3, 1.5)
        pose = Pose(
            gaze=between(0.4, 1, opened),
            lean=5 * hop(at, 1.2, 1.6) + 3 * steps,
            stride=(at - 2.3) * 1.4 if 0 < steps < 1 else None,
            right=(between(15, 24, opened), between(-34, -52, opened)) if opened > 0.05 else None,
            blink_shift=0.4,
            happy=between(0.4, 1, opened),
        )
        person(pen, 520 + 190 * steps, FLOOR + 34, 330, NOOR, at, pose)


def _room(pen: Pen) -> None:
    pen.fill(rect(-400, -400, 2200, 1600), TINT_CORAL)
    for n in range(-1, 9):
        pen.fill(standing(n * 170 + 40, FLOOR, 140, 300 if n % 2 else 250), "#ffffff", 0.2)
    floor(pen, "#f0c3b2")
    pen.fill(rect(-400, FLOOR - 12, 2200, 12), "#f7d5c8")
    pen.fill(standing(DOOR_X + DOOR_W / 2, FLOOR, DOOR_W + 52, DOOR_H + 26), DEEP_CORAL)
    plant(pen, 1200, FLOOR + 26, 210, TEAL)


def _behind(pen: Pen, at: float, opened: float) -> None:
    """The neighbours' room, seen through the doorway."""
    opening = standing(DOOR_X + DOOR_W / 2, FLOOR, DOOR_W, DOOR_H)
    pen.fill(opening, SKY)
    with pen.inside(opening):
        pen.fill(standing(DOOR_X + 110, 560, 150, 300), LIGHT)
        sun(pen, DOOR_X + 128, 350, 36)
        pen.fill(ellipse(DOOR_X + 90, 600, 150, 90), mix(LEAF, "#ffffff", 0.25))
        floor(pen, "#f2dcae", 560)
        armchair(pen, DOOR_X + 108, 596, 170, TEAL, front=False)
        person(pen, DOOR_X + 116, 598, 215, RIET, at, Pose(gaze=-0.6, seated=1, blink_shift=0.2))
        armchair(pen, DOOR_X + 108, 596, 170, TEAL, front=True)
        wave = 6 * sway(at, 0.9) * smooth(at, 2.0, 0.5)
        hand = (-27 + wave, -84) if at > 1.9 else None
        person(pen, DOOR_X + 236, 604, 262, AMINA, at, Pose(gaze=-0.9, left=hand, happy=1))
        pen.fill(opening, INK, 0.5 * (1 - opened))


# The street: six care homes and the school. Middle, width, height, colour.
HOMES = (
    (330, 240, 300, CORAL),
    (620, 220, 340, "#e08a3c"),
    (890, 230, 280, TEAL),
    (1590, 220, 330, OCHRE),
    (1870, 240, 290, LEAF),
    (2150, 230, 330, "#b2476b"),
)
SCHOOL = (1240, 340, 300)
PLACES = (*(x for x, *_ in HOMES[:3]), SCHOOL[0], *(x for x, *_ in HOMES[3:]))
MIDDLE = 1240


def street(pen: Pen, at: float) -> None:
    """Seven houses come up one by one; the camera draws back until paths join them all."""
    begins = SCENES["street"].begins
    pan = smooth(at, begins + 0.2, 3.4)
    back = smooth(at, begins + 2.6, 2.2)
    into = smooth(at, SCENES["street"].ends - 1.3, 1.4)
    zoom = between(0.84, 0.56, back)
    x = between(between(560, 1130, pan), MIDDLE, back)
    x, y, zoom = towards(HOMES[0][0], FLOOR - 40, 20, x, FLOOR - (FLOOR - 360) / zoom, zoom, into)
    pen.fill(rect(0, 0, WIDTH, HEIGHT), SKY)
    with pen.camera(x, y, zoom):
        pen.fill(ellipse(MIDDLE, FLOOR + 700, 3000, 980), "#f6dfae")
        sun(pen, 1900 + 150 * back, between(FLOOR - 480, FLOOR - 720, back), 100)
        floor(pen, "#e8cf9a")
        _paths(pen, at)
        lit = smooth(at, 10.8, 1.0)
        for number, (place, width, height, colour) in enumerate(HOMES):
            rise = settle(at, begins - 0.1 + 0.32 * (number + (number > 2)), 0.8)
            if rise > 0:
                with pen.placed(place, FLOOR + 2, tall=rise):
                    house(pen, 0, 0, width, height, colour, lit)
        rise = settle(at, begins - 0.1 + 0.32 * 3, 0.9)
        if rise > 0:
            with pen.placed(SCHOOL[0], FLOOR + 2, tall=rise):
                school(pen, 0, 0, SCHOOL[1], SCHOOL[2], lit)
        _walkers(pen, at)
    pen.fill(rect(0, 0, WIDTH, HEIGHT), "#f9d9ce", smooth(at, SCENES["street"].ends - 0.4, 0.4))
    say(pen, at, "together")
    say(pen, at, "name")
    say(pen, at, "idea")


def towards(to_x: float, to_y: float, to_zoom: float, x: float, y: float, zoom: float, t: float):
    """A camera at (x, y) that goes to another point, so that this point moves evenly over the picture."""
    nearer = zoom * (to_zoom / zoom) ** t
    left = (1 - t) * zoom / nearer
    return to_x - (to_x - x) * left, to_y - (to_y - y) * left, nearer


def _paths(pen: Pen, at: float) -> None:
    """Bows from house to house, drawn once everybody is there."""
    for number, (one, two) in enumerate(pairwise(PLACES)):
        drawn = smooth(at, 8.2 + 0.16 * number, 0.9)
        if drawn <= 0:
            continue
        points = []
        for step in range(25):
            t = step / 24 * drawn
            points.append((between(one, two, t), FLOOR - 350 - 135 * math.sqrt(1 - (2 * t - 1) ** 2)))
        pen.line(curve(*points), (CORAL, TEAL, OCHRE)[number % 3], 17)
    for number, place in enumerate(PLACES):
        shown = settle(at, 8.1 + 0.16 * number, 0.5)
        if shown > 0:
            pen.fill(ellipse(place, FLOOR - 350, 24 * shown), PLUM)
            pen.fill(ellipse(place, FLOOR - 350, 11 * shown), PAPER)


def _walkers(pen: Pen, at: float) -> None:
    """Everybody who learns and works there, on the street."""
    crowd = (
        (470, NOOR, 1),
        (760, AMINA, -1),
        (1020, YUSUF, 1),
        (1440, SAM, -1),
        (1740, MARIJKE, 1),
        (2020, RIET, -1),
    )
    for number, (place, look, way) in enumerate(crowd):
        shown = arrive(at, 6.4 + 0.22 * number, 0.7)
        if shown <= 0:
            continue
        walk = part(at, 6.4, 7.6) * 90 * way
        pose = Pose(
            gaze=0.8 * way,
            stride=(at * 0.9 + number * 0.3) if at < 13.4 else None,
            happy=1,
            blink_shift=number / 6,
        )
        person(pen, place + walk - 40 * way, FLOOR + 62 + 40 * (1 - shown), 190 * shown, look, at, pose)
