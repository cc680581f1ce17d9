"""The first pillar: an exchange placement at another organisation."""

from __future__ import annotations

import math

from home.demo.film.house_style import (
    CORAL,
    DEEP_CORAL,
    INK,
    OCHRE,
    PLUM,
    TEAL,
)
from home.demo.film.motion import between, leave, part, settle, smooth, sway
from home.demo.film.pen import HEIGHT, WIDTH, Pen, mix, outline, rect, standing
from home.demo.film.people import AMINA, NOOR, RIET, Pose, person
from home.demo.film.script import SCENES
from home.demo.film.stage import FLOOR, floor, pillar, say
from home.demo.film.things import (
    CREAM,
    LIGHT,
    armchair,
    bicycle,
    bubble,
    house,
    plant,
    sign,
)

ROSE = "#f9d9ce"
HOME, NEIGHBOUR = 200, 1790  # where the own organisation and the other one stand


def exchange(pen: Pen, at: float) -> None:
    """A student cycles to another organisation, asks a question there and cycles home with a plant."""
    t = at - SCENES["exchange"].begins
    there = smooth(t, -0.1, 3.5)
    home = smooth(t, 6.8, 1.7)
    x = between(between(420, 1390, there), 580, home)
    pen.fill(rect(0, 0, WIDTH, HEIGHT), ROSE)
    _skyline(pen, between(640, 640 + 0.35 * 800, there - home))
    with pen.camera(between(640, 1450, there - home), 360):
        floor(pen, "#e9b9a6")
        pen.fill(rect(-900, FLOOR + 40, 4400, 10, 5), "#f6d3c5", 0.8)
        house(pen, HOME, FLOOR + 2, 230, 280, TEAL, 0.9)
        _new_window(pen, settle(t, 8.0, 0.6))
        _neighbours_kitchen(pen, t)
        rolled = 970 * (there + home)
        walks = 3.4 < t < 6.8
        turned = math.cos(math.pi * smooth(t, 4.6, 0.6))
        _rider(pen, at, x, rolled, riding=not walks, turned=turned, loaded=t >= 6.8)
        if walks:
            _question(pen, at, t)
    pillar(pen, at, "pillar-1", CORAL)
    say(pen, at, "look")
    say(pen, at, "why")
    say(pen, at, "back")


def _skyline(pen: Pen, x: float) -> None:
    with pen.camera(x, 360):
        for n in range(-4, 14):
            high = 130 + 70 * math.sin(n * 2.3)
            pen.fill(standing(n * 150, FLOOR, 120, high + 60), mix(ROSE, CORAL, 0.13))


def _new_window(pen: Pen, shown: float) -> None:
    """What is new at home: a coral arch against the teal one, plum where they overlap."""
    if shown <= 0:
        return
    own = standing(HOME, FLOOR + 2, 230, 280)
    new = standing(HOME + 120, FLOOR + 2, 150 * shown, 200 * shown)
    pen.fill(new, CORAL)
    with pen.inside(own):
        pen.fill(new, PLUM)
    pen.fill(standing(HOME + 134, FLOOR + 2, 60 * shown, 112 * shown), LIGHT)


def _neighbours_kitchen(pen: Pen, t: float) -> None:
    ground = FLOOR + 2
    pen.fill(standing(NEIGHBOUR, ground, 560, 540), CORAL)
    opening = standing(NEIGHBOUR, ground, 470, 480)
    pen.fill(opening, CREAM)
    with pen.inside(opening):
        pen.fill(rect(NEIGHBOUR - 240, ground - 130, 480, 140), "#f6dfae")
        for n in range(3):
            place = NEIGHBOUR - 120 + n * 120
            pen.line(outline((place, 60), (place, 190 + 14 * (n % 2))), DEEP_CORAL, 4)
            pen.fill(standing(place, 226 + 14 * (n % 2), 56, 40), (OCHRE, TEAL, OCHRE)[n])
        pen.glow(NEIGHBOUR, 260, 330, OCHRE, 0.22)
    armchair(pen, NEIGHBOUR - 138, ground, 190, TEAL, front=False)
    person(pen, NEIGHBOUR - 130, ground, 240, RIET, t, Pose(gaze=1, seated=1, happy=1))
    armchair(pen, NEIGHBOUR - 138, ground, 190, TEAL, front=True)
    person(pen, NEIGHBOUR + 172, ground + 6, 292, AMINA, t, _host(t))


def _host(t: float) -> Pose:
    """The colleague over there: listens, shows how they do it and hands over the plant."""
    shows = smooth(t, 4.9, 0.5) * (1 - leave(t, 6.2, 0.4))
    waves = 7 * sway(t, 0.8) if t > 6.6 else 0
    if waves:
        return Pose(gaze=-1, left=(-26 + waves, -80), happy=1)
    hand = (between(-17, -30, shows), between(-34, -54, shows))
    return Pose(gaze=-0.9, left=hand, happy=between(0.5, 1, shows))


def _rider(
    pen: Pen, at: float, x: float, rolled: float, *, riding: bool, turned: float, loaded: bool
) -> None:
    """The bicycle (``turned`` from 1, to the right, to -1), with who rides it and what it carries."""
    pace = math.tau * rolled / 260
    with pen.placed(x, FLOOR + 34, scale=0.86, wide=turned):
        if riding:
            foot = (6 + 9 * math.cos(pace), -20 + 9 * math.sin(pace))
            _cyclist(pen, at, foot)
        bicycle(pen, 0, 0, rolled)
        if loaded:
            plant(pen, 92, -120, 96, CORAL, at)


def _cyclist(pen: Pen, at: float, foot: tuple[float, float]) -> None:
    """Somebody on the saddle, with one leg that turns the pedals."""
    for side, far in ((-1, True), (1, False)):
        end = (foot[0] * side * 1.6 - 4, -46 + (foot[1] + 20) * side * 1.6)
        hip, knee = (-34, -152), (16, -104 + (foot[1] + 20) * side * 0.9)
        pen.line(outline(hip, knee, end, closed=False), mix("#3b2a50", INK, 0.35 if far else 0), 22)
        pen.line(outline(end, (end[0] + 16, end[1]), closed=False), INK, 12)
    pose = Pose(gaze=1, lean=12, legs=False, left=(30, -30), right=(34, -30), happy=1, blink_shift=0.3)
    person(pen, -44, -82, 300, NOOR, at, pose)


def _question(pen: Pen, at: float, t: float) -> None:
    """The student is inside, asks, and gets an answer to take home."""
    asks = settle(t, 4.3, 0.5) * (1 - leave(t, 5.5, 0.3))
    gives = smooth(t, 5.6, 0.5)
    comes, goes = smooth(t, 3.4, 0.9), smooth(t, 6.1, 0.7)
    x = between(between(1368, NEIGHBOUR + 20, comes), 1400, goes)
    pose = Pose(
        gaze=between(1, -1, smooth(t, 6.0, 0.3)),
        stride=t * 1.6 if comes < 1 or goes > 0 else None,
        right=(between(15, 30, smooth(t, 5.3, 0.4)), between(-36, -48, gives)),
        happy=between(0.4, 1, part(t, 4.8, 0.5)),
        blink_shift=0.6,
    )
    person(pen, x, FLOOR + 30, 290, NOOR, at, pose)
    if asks > 0.02:
        bubble(pen, NEIGHBOUR + 50, 318, 104 * asks, PLUM)
        sign(pen, NEIGHBOUR + 50, 262, 84 * asks, "?")
    if t > 5.2:
        shown = settle(t, 5.2, 0.5)
        plant(pen, x + between(84, 72, gives), FLOOR - 112, 96 * shown, CORAL, at)
