"""The people of the film: an arch for a body, a disc for a head, two dots that look where it matters."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from home.demo.film.house_style import CORAL, DEEP_CORAL, DEEP_TEAL, INK, OCHRE, PLUM, TEAL
from home.demo.film.motion import part, sway
from home.demo.film.pen import Pen, Point, curve, ellipse, mix, outline, rect, standing

SHOE = "#2b2f36"


@dataclass(frozen=True, slots=True)
class Look:
    """Who somebody is: colours and hair."""

    tunic: str
    skin: str
    hair: str
    style: str = "short"  # short, bun, curls, scarf, bob
    trousers: str = "#44545b"
    glasses: bool = False


NOOR = Look(PLUM, "#c98a5f", "#2b1a14", "bun", "#3b2a50")  # the student
SAM = Look(OCHRE, "#f0c4a0", "#7a4b22", "short", "#5b4a2a")  # another student
MARIJKE = Look(TEAL, "#f2cdb0", "#c9c3b8", "bob", DEEP_TEAL)  # the work supervisor
YUSUF = Look(DEEP_TEAL, "#8d5a3b", "#1d1512", "curls", "#29373c", glasses=True)  # the teacher
AMINA = Look(CORAL, "#d9a57c", DEEP_CORAL, "scarf", "#6b2417")  # a colleague
RIET = Look("#7c9db6", "#f3cfb6", "#dedad2", "bun", "#52616b")  # a resident


@dataclass(slots=True)
class Pose:
    """How somebody stands; lengths are in hundredths of the person's height."""

    gaze: float = 0  # -1 left, 1 right
    lean: float = 0  # degrees, to the right
    left: Point | None = None  # where a hand is, from the middle of the feet; None: hangs down
    right: Point | None = None
    back: bool = False  # both hands behind the back
    seated: float = 0  # 0 stands, 1 sits
    stride: float | None = None  # phase of a step, in turns
    legs: bool = True
    happy: float = 0.6  # how wide the smile is
    blink_shift: float = field(default=0.0)


def person(pen: Pen, x: float, ground: float, height: float, look: Look, at: float, pose: Pose) -> None:
    """Draw somebody whose feet are at (x, ground)."""
    with pen.placed(x, ground, scale=height / 100):
        down = 19 * pose.seated
        if pose.legs:
            _legs(pen, look, pose, down)
        with pen.placed(-7 * pose.seated, down - 26, turn=pose.lean):
            breath = 0.25 * sway(at, 3.4, pose.blink_shift)
            if pose.back:
                _arm(pen, look, (-11, -32), (-4, -14))
            _body(pen, look, breath, pose)
            _head(pen, look, at, pose, breath)
            _arms(pen, look, pose, down)


def _legs(pen: Pen, look: Look, pose: Pose, down: float) -> None:
    for side in (-1, 1):
        swing, lift = 0.0, 0.0
        if pose.stride is not None:
            angle = math.tau * (pose.stride + (0.5 if side > 0 else 0))
            swing, lift = 8 * math.sin(angle), max(0.0, 4 * math.cos(angle))
        hip = (side * 5.5 - 7 * pose.seated, down - 30)
        foot = (side * 5.5 + swing + 7 * pose.seated, -2.2 - lift)
        knee = ((hip[0] + foot[0]) / 2 + 7 * pose.seated, (hip[1] + foot[1]) / 2 - 4 * pose.seated)
        pen.line(curve(hip, knee, foot), look.trousers, 7)
        toe = 3.5 if pose.gaze >= 0 else -3.5
        pen.line(outline(foot, (foot[0] + toe, foot[1]), closed=False), SHOE, 4.6)


def _body(pen: Pen, look: Look, breath: float, pose: Pose) -> None:
    pen.fill(standing(0, 4, 31, 54 + breath, 5), look.tunic)
    with pen.inside(standing(0, 4, 31, 54 + breath, 5)):
        side = 9 if pose.gaze >= 0 else -9 - 31
        pen.fill(rect(side, -60, 31, 70), mix(look.tunic, "#ffffff", 0.12))
        pen.fill(outline((-6, -52), (6, -52), (0, -40)), look.skin)
        pen.line(outline((-7, -52), (0, -39.5), (7, -52), closed=False), mix(look.tunic, INK, 0.28), 1.6)


def _arms(pen: Pen, look: Look, pose: Pose, down: float) -> None:
    if pose.back:
        _arm(pen, look, (11, -32), (6, -12), bare=False)
        return
    lean = math.radians(-pose.lean)
    for side, hand in ((-1, pose.left), (1, pose.right)):
        if hand is None:
            target = (side * 16.5, -10)
        else:
            dx, dy = hand[0] + 7 * pose.seated, hand[1] + 26 - down
            target = (
                dx * math.cos(lean) - dy * math.sin(lean),
                dx * math.sin(lean) + dy * math.cos(lean),
            )
        _arm(pen, look, (side * 11.5, -35), target)


def _arm(pen: Pen, look: Look, shoulder: Point, hand: Point, *, bare: bool = True) -> None:
    """A bent arm with its (bare) hand; the elbow points down and outwards."""
    reach = math.dist(shoulder, hand)
    bend = 0.36 * math.sqrt(max(0.0, 27**2 - reach**2))
    middle = ((shoulder[0] + hand[0]) / 2, (shoulder[1] + hand[1]) / 2)
    outward = 1 if shoulder[0] > 0 else -1
    elbow = (middle[0] + outward * bend * 0.55, middle[1] + bend * 0.75)
    pen.line(curve(shoulder, elbow, hand), mix(look.tunic, INK, 0.16), 7.4)
    if bare:
        pen.fill(ellipse(*hand, 4), look.skin)


def _head(pen: Pen, look: Look, at: float, pose: Pose, breath: float) -> None:
    y = -60 - breath
    turn = 2.2 * pose.gaze
    _hair_behind(pen, look, y, pose)
    pen.fill(rect(-4, y + 4, 8, 12, 4), mix(look.skin, INK, 0.12))
    pen.fill(ellipse(0, y, 12), look.skin)
    if look.style != "scarf" and abs(pose.gaze) > 0.3:
        pen.fill(ellipse(math.copysign(10.6, -turn), y + 1.5, 2.3, 2.8), mix(look.skin, INK, 0.08))
    shut = 1.0 if part((at + pose.blink_shift * 7) % 4.1, 0, 0.13) in (0, 1) else 0.12
    for side in (-1, 1):
        pen.fill(ellipse(turn * 1.6 + side * 4.4, y + 0.5, 1.35, 1.6 * shut), INK)
        with pen.inside(ellipse(0, y, 12)):
            pen.fill(ellipse(turn * 1.4 + side * 7, y + 4.6, 2.3, 1.6), "#e0664a", 0.28)
    smile = [
        (turn * 1.7 + 3.4 * n * pose.happy, y + 5.2 + 1.9 * pose.happy * (1 - n * n)) for n in (-1, 0, 1)
    ]
    pen.line(curve(*smile), mix(look.skin, INK, 0.72), 1.1)
    if look.glasses:
        for side in (-1, 1):
            pen.line(ellipse(turn * 1.6 + side * 4.6, y + 0.6, 3.6), INK, 0.9)
        pen.line(outline((turn * 1.6 - 1, y), (turn * 1.6 + 1, y), closed=False), INK, 0.9)
    _hair_front(pen, look, y, turn)


def _hair_behind(pen: Pen, look: Look, y: float, pose: Pose) -> None:
    if look.style == "bun":
        pen.fill(ellipse(-5 * pose.gaze, y - 14.5, 6), look.hair)
    elif look.style == "bob":
        pen.fill(rect(-14, y - 12, 28, 27, 12), look.hair)
    elif look.style == "curls":
        for angle in range(180, 361, 30):
            turned = math.radians(angle)
            pen.fill(ellipse(11.5 * math.cos(turned), y - 1 + 12 * math.sin(turned), 5.4), look.hair)
    elif look.style == "scarf":
        pen.fill(standing(0, y + 19, 31, 33, 8), look.hair)


def _hair_front(pen: Pen, look: Look, y: float, turn: float) -> None:
    if look.style == "scarf":
        pen.line(ellipse(turn * 0.4, y + 1.2, 11.6, 12.6), look.hair, 4.6)
        return
    with pen.inside(ellipse(0, y, 12.4)):
        if look.style == "bob":
            pen.fill(ellipse(-9 + turn, y - 10, 13, 9, -18), look.hair)
            pen.fill(ellipse(10 + turn, y - 11, 8, 7, 30), look.hair)
        elif look.style == "short":
            pen.fill(ellipse(turn * 0.8 - 2, y - 12, 15, 8.5, -10), look.hair)
        else:
            pen.fill(ellipse(turn * 0.6, y - 12, 15, 8.8), look.hair)
