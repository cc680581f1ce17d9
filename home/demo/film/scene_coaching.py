"""The third pillar: a work supervisor who learns to coach."""

from __future__ import annotations

import math

from home.demo.film.house_style import (
    CORAL,
    DEEP_TEAL,
    OCHRE,
    PLUM,
    TEAL,
    TINT_OCHRE,
)
from home.demo.film.motion import arrive, between, hop, leave, settle, smooth, sway
from home.demo.film.pen import HEIGHT, WIDTH, Pen, rect, standing
from home.demo.film.people import MARIJKE, NOOR, RIET, Pose, person
from home.demo.film.script import SCENES
from home.demo.film.stage import FLOOR, floor, pillar, say
from home.demo.film.things import (
    CREAM,
    armchair,
    bubble,
    plant,
    sign,
)


def coaching(pen: Pen, at: float) -> None:
    """A student helps a resident to stand up; the supervisor steps back and asks a question."""
    t = at - SCENES["coaching"].begins
    pen.fill(rect(0, 0, WIDTH, HEIGHT), TINT_OCHRE)
    with pen.camera(between(640, 660, smooth(t, 3.5, 5)), 360, between(1, 1.03, smooth(t, 3.5, 5))):
        floor(pen, "#ecd09a")
        grow = arrive(t, -0.2, 1.0)
        pen.fill(standing(920, FLOOR + 2, 640, 470 * grow), OCHRE)
        pen.fill(standing(920, FLOOR + 2, 560, 424 * grow), CREAM)
        pen.glow(920, 350, 290, OCHRE, 0.3 * grow)
        plant(pen, 560, FLOOR + 14, 190, CORAL, at, min(1.0, arrive(t, 0.3, 1.2)))
        rises = smooth(t, 7.2, 1.5)
        armchair(pen, 740, FLOOR + 16, 240, TEAL, front=False)
        _resident(pen, at, rises)
        armchair(pen, 740, FLOOR + 16, 240, TEAL, front=True)
        _student(pen, at, t, rises)
        _supervisor(pen, at, t)
    pillar(pen, at, "pillar-3", "#c98a12")
    say(pen, at, "training")
    say(pen, at, "hands")
    say(pen, at, "wait")


def _resident(pen: Pen, at: float, rises: float) -> None:
    pose = Pose(
        gaze=1,
        seated=1 - rises,
        lean=10 * math.sin(math.pi * rises),
        right=(between(14, 26, rises), between(-34, -48, rises)),
        happy=between(0.4, 1, rises),
        blink_shift=0.7,
    )
    person(pen, between(752, 800, rises), FLOOR + 22, 300, RIET, at, pose)


def _student(pen: Pen, at: float, t: float, rises: float) -> None:
    thinks = settle(t, 6.55, 0.4) * (1 - leave(t, 7.2, 0.3))
    offers = smooth(t, 6.9, 0.6)
    x = between(975, 912, smooth(t, 6.7, 0.7))
    pose = Pose(
        gaze=between(-0.9, -1, offers) if t < 5.6 or t > 6.5 else 0.7,
        left=(between(-17, -30, offers), between(-35, -46, offers)),
        lean=-4 * hop(t, 6.9, 1.6),
        happy=between(0.3, 1, rises),
        stride=t * 1.3 if 6.7 < t < 7.4 else None,
        blink_shift=0.1,
    )
    person(pen, x, FLOOR + 26, 312, NOOR, at, pose)
    if thinks > 0.02:
        bubble(pen, 975, 262, 82 * thinks, PLUM)
        sign(pen, 975, 218, 60 * thinks, "!")


def _supervisor(pen: Pen, at: float, t: float) -> None:
    """First close by with busy hands, then a step back, hands behind the back, and a question."""
    away = smooth(t, 3.6, 1.1)
    x = between(1082, 1150, away)
    asks = settle(t, 5.5, 0.5) * (1 - leave(t, 6.6, 0.3))
    busy = 5 * sway(t, 1.1) if t < 3.6 else 0
    pose = Pose(
        gaze=-1,
        back=t > 4.0,
        left=(between(-34, -16, away) + busy, between(-54 - busy, -34, away)),
        right=(between(-18, 16, away), between(-46 + busy, -34, away)),
        stride=t * 1.2 if 3.6 < t < 4.6 else None,
        happy=between(0.5, 1, smooth(t, 7.6, 0.6)),
        blink_shift=0.5,
    )
    person(pen, x, FLOOR + 30, 326, MARIJKE, at, pose)
    if asks > 0.02:
        bubble(pen, 1140, 250, 96 * asks, DEEP_TEAL)
        sign(pen, 1140, 198, 76 * asks, "?")
