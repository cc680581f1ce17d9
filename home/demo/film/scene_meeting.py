"""The second pillar: a practice education meeting at one table."""

from __future__ import annotations

from home.demo.film.house_style import (
    CORAL,
    DEEP_TEAL,
    OCHRE,
    PAPER,
    PLUM,
    TEAL,
    TINT_TEAL,
)
from home.demo.film.motion import arrive, between, hop, leave, part, settle, smooth, sway
from home.demo.film.pen import HEIGHT, WIDTH, Pen, ellipse, outline, rect, standing
from home.demo.film.people import AMINA, NOOR, RIET, YUSUF, Pose, person
from home.demo.film.script import SCENES
from home.demo.film.stage import FLOOR, floor, pillar, say
from home.demo.film.things import (
    covered_table,
    cup,
    plant,
    sign,
)

MIDDLE = 931


def meeting(pen: Pen, at: float) -> None:
    """Four people at one table; what they know from school and from practice overlaps."""
    t = at - SCENES["meeting"].begins
    pen.fill(rect(0, 0, WIDTH, HEIGHT), TINT_TEAL)
    push = 1 + 0.04 * smooth(t, 0, 9.6)
    with pen.camera(between(640, 662, smooth(t, 0, 9.6)), 366, push):
        floor(pen, "#c2dad3")
        grow = arrive(t, -0.2, 1.0)
        pen.fill(standing(MIDDLE, FLOOR + 2, 620, 540 * grow), TEAL)
        pen.fill(standing(MIDDLE, FLOOR + 2, 540, 488 * grow), "#d6ebe8")
        _talk(pen, at, t)
        seats = ((725, NOOR, 1, 0.5), (862, YUSUF, -0.4, 0.0), (1000, AMINA, 0.2, 1.0), (1137, RIET, -1, 1.5))
        for place, look, gaze, late in seats:
            rise = settle(t, 0.5 + late * 0.35, 0.7, 0.8)
            if rise > 0:
                turn = (
                    gaze if t < 4.4 else between(gaze, 0.15 if place < MIDDLE else -0.15, part(t, 4.4, 0.4))
                )
                pose = _at_table(t, place, turn)
                with pen.inside(rect(0, 0, WIDTH, FLOOR)):
                    person(pen, place, FLOOR + 104 + 190 * (1 - rise), 372, look, at, pose)
        top = 500
        covered_table(pen, MIDDLE, top + 80 * (1 - arrive(t, 0.1, 0.8)), 650, FLOOR + 48)
        for number, (place, colour) in enumerate(
            ((668, CORAL), (792, OCHRE), (1070, DEEP_TEAL), (1205, PLUM))
        ):
            size = 44 * settle(t, 1.6 + 0.3 * number, 0.5)
            if size > 1:
                cup(pen, place, top + 3, size, colour, at)
        grown = settle(t, 6.5, 1.4, 0.9)
        if t > 6.2:
            plant(pen, MIDDLE, top + 4, 150 * min(1.0, settle(t, 6.2, 0.4)), CORAL, at, max(0.0, grown))
    pillar(pen, at, "pillar-2", TEAL)
    say(pen, at, "table")
    say(pen, at, "theory")
    say(pen, at, "tomorrow")


def _at_table(t: float, place: float, turn: float) -> Pose:
    cheer = hop(t, 7.0, 1.2) * 22
    reach = 12 if place < MIDDLE else -12
    return Pose(
        gaze=turn,
        left=(-15, -57 - cheer),
        right=(15 + reach * 0.3, -57 - cheer),
        legs=False,
        happy=between(0.5, 1, part(t, 6.4, 0.5)),
        blink_shift=place / 900,
    )


def _talk(pen: Pen, at: float, t: float) -> None:
    """A book from the left and a hand from the right become one."""
    meet = smooth(t, 4.3, 1.0)
    fly = 1 - leave(t, 6.0, 0.5)
    left, right = settle(t, 3.0, 0.6), settle(t, 3.4, 0.6)
    if left <= 0 or fly <= 0:
        return
    y = 286 + 4 * sway(at, 3)
    size = 128 * min(1.0, fly)
    one, two = MIDDLE - between(130, 38, meet), MIDDLE + between(130, 38, meet)
    first = standing(one, y, size * left, size * 1.12 * left, 20)
    second = standing(two, y, size * right, size * 1.12 * right, 20)
    pen.fill(first, DEEP_TEAL)
    if right > 0:
        pen.fill(second, CORAL)
        with pen.inside(first):
            pen.fill(second, PLUM)
    shown = 1 - meet
    if shown > 0:
        _book(pen, one, y - 62, 44 * left, shown)
        if right > 0:
            _heart(pen, two, y - 60, 30 * right, shown)
    else:
        sign(pen, MIDDLE, y - 62, 76 * min(1.0, settle(t, 5.3, 0.4)) * fly, "!")


def _book(pen: Pen, x: float, y: float, size: float, opacity: float) -> None:
    for side in (-1, 1):
        pen.fill(
            outline(
                (x, y - size * 0.4),
                (x + side * size, y - size * 0.62),
                (x + side * size, y + size * 0.5),
                (x, y + size * 0.7),
            ),
            PAPER if side < 0 else "#e6efe9",
            opacity,
        )


def _heart(pen: Pen, x: float, y: float, size: float, opacity: float) -> None:
    with pen.faded(opacity):
        for side in (-1, 1):
            pen.fill(ellipse(x + side * size * 0.48, y - size * 0.25, size * 0.56), PAPER)
        pen.fill(outline((x - size * 0.98, y), (x + size * 0.98, y), (x, y + size * 1.1)), PAPER)
