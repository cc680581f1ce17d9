"""The scenes of the short film: what is drawn at each moment, and the captions that go with it."""

from __future__ import annotations

import math
from collections.abc import Callable

from home.demo import props
from home.demo.canvas import (
    CORAL,
    DEEP_CORAL,
    DEEP_TEAL,
    INK,
    LEAF,
    OCHRE,
    PAPER,
    PLUM,
    TEAL,
    TINT_CORAL,
    TINT_OCHRE,
    TINT_PLUM,
    TINT_TEAL,
    Canvas,
    arch,
    ellipse,
    rect,
    rounded,
)

WIDTH, HEIGHT = 960, 540  # pixels
WIPE = 0.7  # seconds in which the next scene's colour rises as an arch


def eased(at: float, start: float, length: float) -> float:
    """0 before ``start``, 1 after ``start + length`` (seconds), smooth in between."""
    t = min(1.0, max(0.0, (at - start) / length))
    return t * t * (3 - 2 * t)


def words(c: Canvas, lines: list[str], at: float, start: float, *, y: float = 270, size: float = 46) -> None:
    """Lines that come up one after the other at the left side."""
    top = y - (len(lines) - 1) * size * 0.6
    for number, line in enumerate(lines):
        shown = eased(at, start + number * 0.25, 0.5)
        if shown:
            c.text(
                64, top + number * size * 1.2 + (1 - shown) * 16, line, INK, size, anchor="lm", opacity=shown
            )


def label(c: Canvas, text: str, colour: str, at: float, start: float, y: float) -> None:
    """The name of the pillar, small above the words."""
    shown = eased(at, start, 0.5)
    if shown:
        c.fill(arch(64, y - 15, 20, 26), colour, opacity=shown)
        c.text(96, y, text, INK, 22, anchor="lm", family="atkinson", weight=600, opacity=shown)


def door(c: Canvas, at: float) -> None:
    c.fill(rect(0, 440, WIDTH, 100), "#f3cdbd")
    opening = props.doorway(c, 590, 90, 230, 440, PAPER, "#ffe9b8")
    c.fill(ellipse(740, 210, 44), OCHRE, clip=opening)
    c.fill(ellipse(670, 480, 150, 110), LEAF, clip=opening)
    wide = eased(at, 0.5, 1.6)
    if wide > 0:
        props.light_on_floor(c, 590, 230, 440, 100, -70, "#fff3cf", 0.85 * wide)
    edge = 820 - 230 * math.cos(wide * math.radians(112))
    lean = 46 * math.sin(wide * math.radians(112))
    top = []
    for n in range(25):
        rise = 115 * math.sqrt(max(0, 1 - (2 * n / 24 - 1) ** 2))
        top.append((820 + (edge - 820) * n / 24, 205 - rise + lean * 0.3 * n / 24))
    c.fill([*top, (edge, 440 + lean), (820, 440)], CORAL)
    knob = 820 + (edge - 820) * 0.84
    c.fill(ellipse(knob, 300 + lean * 0.5, 8), OCHRE)
    words(c, ["Hoe doen ze het", "bij de buren?"], at, 1.2)


def neighbours(c: Canvas, at: float) -> None:
    c.fill(rect(0, 440, WIDTH, 100), "#e9b9a6")
    c.fill(arch(620, 70, 270, 370), CORAL)
    opening = arch(665, 125, 180, 315)
    c.fill(opening, "#ffe9b8")
    c.fill(ellipse(785, 220, 32), OCHRE, clip=opening)
    c.fill(ellipse(720, 470, 120, 90), LEAF, clip=opening)
    props.plant(c, 915, 448, 90, pot=TEAL)
    _bicycle(c, -140 + 690 * eased(at, 0.3, 2.6), 490, at)
    label(c, "Uitwisselingsstages", CORAL, at, 0.9, 130)
    words(c, ["Kijk mee bij een", "andere organisatie"], at, 1.2, y=212)


def _bicycle(c: Canvas, x: float, ground: float, at: float) -> None:
    turn = x / 34
    for wheel in (x - 62, x + 62):
        c.line(ellipse(wheel, ground - 40, 40), INK, 5)
        for spoke in range(4):
            a = turn + spoke * math.pi / 4
            dx, dy = 38 * math.cos(a), 38 * math.sin(a)
            c.line([(wheel - dx, ground - 40 - dy), (wheel + dx, ground - 40 + dy)], PAPER, 1.4)
    a, b, top, head = (
        (x - 62, ground - 40),
        (x - 8, ground - 38),
        (x - 28, ground - 98),
        (x + 38, ground - 98),
    )
    for part in ((a, b), (b, top), (top, a), (top, head), (head, b), (head, (x + 62, ground - 40))):
        c.line(part, OCHRE, 6)
    c.line([top, (x - 33, ground - 114)], INK, 5)
    c.fill(rounded(x - 52, ground - 120, 38, 8, 4), INK)
    c.line([head, (x + 32, ground - 128), (x + 14, ground - 134)], INK, 5)
    c.fill(rounded(x + 34, ground - 120, 46, 34, 6), "#d9a066")
    props.plant(c, x + 57, ground - 118, 42, pot=CORAL)


def together(c: Canvas, at: float) -> None:
    c.fill(rect(0, 440, WIDTH, 100), "#c9ddd6")
    c.fill(arch(520, 60, 400, 380), TEAL)
    c.fill(arch(560, 110, 320, 330), "#d6ebe8")
    props.lamp(c, 720, 150, 70, CORAL)
    for number, (x, colour) in enumerate(((600, CORAL), (720, PLUM), (840, OCHRE))):
        rise = eased(at, 0.4 + number * 0.35, 0.6)
        if rise:
            props.chair(c, x, 470 + (1 - rise) * 60, 130, colour)
    props.table(c, 530, 370, 380, 480)
    for number, (x, colour) in enumerate(((590, OCHRE), (680, TEAL), (765, CORAL), (850, DEEP_TEAL))):
        grown = eased(at, 1.6 + number * 0.4, 0.4)
        if grown:
            props.cup(c, x, 372, 40 * grown, colour, steam=grown == 1)
    label(c, "Praktijkonderwijsbijeenkomsten", TEAL, at, 0.9, 150)
    words(c, ["Leer samen", "aan één tafel"], at, 1.2, y=240)
    shown = eased(at, 2.4, 0.5)
    if shown:
        c.text(
            64,
            322,
            "student, collega en docent",
            INK,
            26,
            anchor="lm",
            family="atkinson",
            weight=500,
            opacity=shown,
        )


def coaching(c: Canvas, at: float) -> None:
    c.fill(rect(0, 440, WIDTH, 100), "#e6c48c")
    c.fill(arch(560, 60, 340, 380), OCHRE)
    c.fill(arch(604, 110, 252, 330), "#fff7e2")
    grown = eased(at, 2.0, 2.2)
    props.plant(c, 730, 446, 60 + 150 * grown, pot=CORAL, kind="tall")
    away = eased(at, 0.9, 1.5)
    for side, colour, deep in ((-1, CORAL, DEEP_CORAL), (1, TEAL, DEEP_TEAL)):
        x, y = 730 + side * (78 + 120 * away), 330 + 330 * away
        for finger in range(4):
            c.fill(arch(x - 44 + finger * 23, y - (52, 66, 68, 56)[finger], 21, 90), colour)
        c.fill(rounded(x - 44, y - 8, 90, 90, 22), colour)
        c.fill(ellipse(x - side * 54, y + 22, 13, 36, turn=-38 * side), colour)
        c.fill(rounded(x - 50, y + 66, 102, 200, 8), deep)
    label(c, "Trainingen voor werkbegeleiders", "#b97f10", at, 0.9, 150)
    words(c, ["Stel een vraag", "en wacht"], at, 1.2, y=240)
    shown = eased(at, 2.4, 0.5)
    if shown:
        c.text(
            64,
            322,
            "met je handen op je rug",
            INK,
            26,
            anchor="lm",
            family="atkinson",
            weight=500,
            opacity=shown,
        )


def meeting(c: Canvas, at: float) -> None:
    c.fill(rect(0, 440, WIDTH, 100), "#eadff2")
    near = eased(at, 0.3, 2.2)
    spread = 250 - 142 * near
    shapes = [
        arch(720 - 75 - spread, 190, 150, 250),
        arch(720 - 75, 120, 150, 320),
        arch(720 - 75 + spread, 220, 150, 220),
    ]
    for shape, colour in zip(shapes, (CORAL, TEAL, OCHRE), strict=True):
        c.fill(shape, colour)
    c.fill(shapes[0], PLUM, clip=shapes[1])
    c.fill(shapes[2], LEAF, clip=shapes[1])
    if at < 4.1:
        words(c, ["Waar we elkaar", "raken, ontstaat", "iets nieuws"], at, 0.6)
        return
    shown = eased(at, 4.1, 0.6)
    c.text(64, 236, "MBO-ZIN", INK, 84, anchor="lm", opacity=shown)
    c.text(
        66,
        312,
        "De werkplek is de leerplek",
        INK,
        28,
        anchor="lm",
        family="atkinson",
        weight=500,
        opacity=eased(at, 4.5, 0.6),
    )


SCENES: list[tuple[float, str, Callable[[Canvas, float], None]]] = [  # length in seconds, ground, drawing
    (5.0, TINT_CORAL, door),
    (5.5, "#f9d9ce", neighbours),
    (5.5, TINT_TEAL, together),
    (5.5, TINT_OCHRE, coaching),
    (7.5, TINT_PLUM, meeting),
]
CAPTIONS = [  # begin and end in seconds, text
    (0.0, 1.2, "[Zachte muziek; een rode deur gaat open]"),
    (1.2, 4.9, "Hoe doen ze het bij de buren?"),
    (5.9, 10.4, "Uitwisselingsstages:\nkijk mee bij een andere organisatie."),
    (11.4, 15.9, "Praktijkonderwijsbijeenkomsten: leer samen\naan één tafel, student, collega en docent."),
    (16.9, 21.4, "Trainingen voor werkbegeleiders: stel een vraag\nen wacht, met je handen op je rug."),
    (22.1, 25.5, "Waar we elkaar raken, ontstaat iets nieuws."),
    (25.6, 29.0, "MBO-ZIN. De werkplek is de leerplek."),
]
LENGTH = sum(length for length, _, _ in SCENES)  # seconds


def frame(at: float) -> Canvas:
    """The picture at ``at`` seconds from the beginning."""
    for number, (length, ground, draw) in enumerate(SCENES):
        if at < length or number == len(SCENES) - 1:
            canvas = Canvas(WIDTH, HEIGHT, ground, scale=2)
            draw(canvas, at)
            rising = eased(at, length - WIPE, WIPE)
            if rising and number + 1 < len(SCENES):
                width = 1500 * rising
                canvas.fill(
                    arch(720 - width / 2, HEIGHT - 1300 * rising, width, 1300 * rising), SCENES[number + 1][1]
                )
            return canvas
        at -= length
    raise AssertionError("a film has scenes")
