"""Things on a table or a wall: the illustrations that come close."""

from __future__ import annotations

import math

from home.demo import props
from home.demo.canvas import (
    BROWN,
    CORAL,
    DEEP_CORAL,
    DEEP_TEAL,
    INK,
    LEAF,
    MID_CORAL,
    MID_TEAL,
    OCHRE,
    PAPER,
    PLUM,
    SAND,
    TEAL,
    TINT_CORAL,
    TINT_OCHRE,
    TINT_PLUM,
    TINT_TEAL,
    WOOD,
    Canvas,
    arch,
    curve,
    ellipse,
    moved,
    rect,
    rounded,
)


def coffee_from_above(c: Canvas) -> None:
    """Five cups on a teal table, seen from above."""
    c.fill(rect(0, 0, 1600, 1067), TEAL)
    c.fill(ellipse(800, 540, 760, 700), "#0f6c67")
    c.fill(ellipse(800, 540, 520, 480), "#15807a")
    cups = [(420, 330, 150, CORAL, 200), (1130, 280, 165, OCHRE, -30), (300, 800, 140, PLUM, 150)]
    cups += [(1260, 770, 150, MID_CORAL, 40), (790, 590, 185, PAPER, 100)]
    for x, y, size, colour, turn in cups:
        props.cup_from_above(c, x, y, size, colour, "#5b3420" if colour != OCHRE else "#b5702c", turn)
    c.fill(ellipse(800, 190, 112), PAPER)
    for x, y in ((760, 170), (830, 160), (800, 222)):
        c.fill(ellipse(x, y, 38), WOOD)
        c.fill(ellipse(x - 8, y - 8, 6), BROWN)
        c.fill(ellipse(x + 10, y + 6, 6), BROWN)
    c.fill(rounded(560, 850, 380, 150, 18), SAND)
    for step in range(4):
        c.line([(600, 885 + step * 27), (900 - step % 2 * 90, 885 + step * 27)], MID_TEAL, 9)


def open_guide(c: Canvas) -> None:
    """An open guide with a doorway on the left page and a checklist on the right."""
    c.fill(rect(0, 0, 1600, 1067), OCHRE)
    c.fill(ellipse(800, 560, 720, 600), "#f4c25c")
    c.fill([(210, 275), (1420, 275), (1470, 910), (170, 910)], INK, opacity=0.14)
    c.fill(rounded(190, 210, 1220, 680, 30), DEEP_TEAL)
    c.fill(rounded(215, 190, 590, 670, 20), PAPER)
    c.fill(rounded(795, 190, 590, 670, 20), "#fbf6ec")
    c.fill(rect(770, 190, 30, 670), INK, opacity=0.05)
    c.fill(rect(800, 190, 34, 670), INK, opacity=0.08)
    for x, y, width, colour in ((300, 320, 220, CORAL), (420, 260, 220, MID_TEAL), (520, 390, 180, OCHRE)):
        c.fill(arch(x, y, width, 760 - y), colour)
    c.fill(arch(300, 320, 220, 440), PLUM, clip=arch(420, 260, 220, 500))
    c.fill(arch(520, 390, 180, 370), LEAF, clip=arch(420, 260, 220, 500))
    c.line([(270, 790), (740, 790)], MID_TEAL, 10)
    c.fill(rounded(880, 260, 330, 34, 17), CORAL)
    for row in range(5):
        y = 360 + row * 88
        c.fill(rounded(880, y, 50, 50, 12), TEAL if row < 3 else MID_TEAL)
        if row < 3:
            c.line([(892, y + 26), (902, y + 36), (919, y + 15)], PAPER, 8)
        else:
            c.fill(rounded(887, y + 7, 36, 36, 7), PAPER)
        c.line([(965, y + 14), (1290 - row % 2 * 60, y + 14)], "#8aa3a3", 10)
        c.line([(965, y + 40), (1180 + row % 3 * 30, y + 40)], "#c8d3d0", 10)
    c.fill([(1190, 170), (1250, 170), (1250, 330), (1220, 300), (1190, 330)], PLUM)
    c.line([(1330, 930), (1490, 660)], CORAL, 34)
    c.fill([(1313, 921), (1347, 940), (1308, 982)], INK)


def hands(c: Canvas) -> None:
    """Hands in which each finger is an arch; they reach for one another."""
    c.fill(rect(0, 0, 1600, 1067), TINT_PLUM)
    c.fill(ellipse(800, 560, 400), OCHRE, opacity=0.75)
    c.fill(ellipse(800, 560, 290), "#f7cd78")
    _hand(c, 150, 1067, 1.0, CORAL, DEEP_CORAL)
    _hand(c, 1450, 1067, -1.0, TEAL, DEEP_TEAL)
    _hand_from_above(c, 800, "#8a5bb0", PLUM)


def _hand(c: Canvas, x: float, foot: float, way: float, colour: str, deep: str) -> None:
    def flip(shape):
        return [(x + way * px, py) for px, py in shape]

    for number, top in enumerate((545, 440, 420, 490)):
        c.fill(flip(arch(60 + number * 112, top, 104, 420)), colour)
        c.fill(flip(arch(84 + number * 112, top + 26, 56, 66)), PAPER, opacity=0.35)
    c.fill(flip(rounded(60, 740, 440, 400, 90)), colour)
    c.fill(flip(ellipse(525, 830, 62, 165, turn=38)), colour)
    c.line(flip(curve((200, 840), (300, 810), (420, 850))), deep, 10, opacity=0.5)
    c.fill(flip(rounded(40, 975, 480, 150, 30)), deep)


def _hand_from_above(c: Canvas, x: float, colour: str, deep: str) -> None:
    for number, end in enumerate((330, 420, 440, 370)):
        finger = [(px, -py) for px, py in arch(x - 224 + number * 112, -end, 104, 400)]
        c.fill(finger, colour)
        nail = [(px, -py) for px, py in arch(x - 200 + number * 112, -end + 26, 56, 66)]
        c.fill(nail, PAPER, opacity=0.3)
    c.fill(rounded(x - 224, -120, 440, 300, 70), colour)
    c.fill(rounded(x - 244, -60, 480, 130, 30), deep)


def laptop(c: Canvas) -> None:
    """A screen with four doorways: an online training at the kitchen table."""
    props.room(c, "#dfeaf2", WOOD, floor_at=800)
    props.arch_window(c, 1190, 110, 270, 400, PAPER, "#fdf1d8", MID_TEAL, OCHRE)
    c.fill(rect(0, 800, 1600, 22), BROWN, opacity=0.35)
    c.fill(ellipse(740, 905, 620, 30), INK, opacity=0.16)
    c.fill(rounded(330, 190, 820, 560, 34), INK)
    c.fill(rounded(356, 216, 768, 500, 16), "#f7f9f9")
    tiles = (
        (376, 236, TINT_CORAL, CORAL),
        (748, 236, TINT_TEAL, TEAL),
        (376, 474, TINT_OCHRE, OCHRE),
        (748, 474, TINT_PLUM, PLUM),
    )
    for x, y, ground, colour in tiles:
        tile = rounded(x, y, 356, 222, 14)
        c.fill(tile, ground)
        c.fill(arch(x + 98, y + 112, 160, 130), colour, clip=tile)
        c.fill(ellipse(x + 178, y + 80, 42), colour)
    c.fill(rounded(700, 655, 80, 40, 20), CORAL)
    c.fill([(230, 880), (1250, 880), (1150, 750), (330, 750)], "#c6d0d3")
    c.fill([(395, 835), (1085, 835), (1050, 770), (430, 770)], "#8fa0a5")
    c.fill(rounded(230, 876, 1020, 22, 10), "#9fadb2")
    props.cup(c, 1400, 930, 130, CORAL)
    props.plant(c, 150, 930, 330, pot=TEAL)


def notes_on_wall(c: Canvas) -> None:
    """A board with notes: proposals for improvement."""
    c.fill(rect(0, 0, 1600, 1067), "#f3e3cf")
    c.fill(rounded(150, 115, 1300, 800, 34), INK, opacity=0.12)
    c.fill(rounded(130, 90, 1300, 800, 34), WOOD)
    c.fill(rounded(165, 125, 1230, 730, 18), PAPER)
    notes = [
        (225, 190, -5, CORAL),
        (500, 175, 4, "#f4c25c"),
        (775, 200, -3, MID_TEAL),
        (1060, 180, 5, MID_CORAL),
        (240, 500, 3, MID_TEAL),
        (520, 520, -4, "#b99ad0"),
        (1075, 510, -5, "#f4c25c"),
    ]
    for number, (x, y, turn, colour) in enumerate(notes):
        _note(c, x, y, turn, colour, number)
    c.fill(arch(800, 500, 220, 300), TEAL)
    c.fill(arch(845, 560, 130, 240), TINT_OCHRE)
    c.line(curve((690, 440), (760, 480), (850, 470), (905, 490)), CORAL, 9)
    c.line([(880, 462), (908, 492), (872, 508)], CORAL, 9)
    c.fill(rounded(520, 868, 560, 30, 10), BROWN)
    for x, colour in ((570, CORAL), (720, TEAL), (870, PLUM)):
        c.fill(rounded(x, 846, 110, 24, 12), colour)
    props.plant(c, 1500, 1040, 280, pot=TEAL)


def _note(c: Canvas, x: float, y: float, turn: float, colour: str, number: int) -> None:
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def turned(shape):
        return [
            (x + 110 + (px - 110) * cos - (py - 110) * sin, y + 110 + (px - 110) * sin + (py - 110) * cos)
            for px, py in shape
        ]

    c.fill(moved(turned(rect(0, 0, 220, 220)), 8, 12), INK, opacity=0.14)
    c.fill(turned(rect(0, 0, 220, 220)), colour)
    for row in range(3):
        c.line(
            turned([(34, 76 + row * 42), (186 - (row * 37 + number * 23) % 80, 76 + row * 42)]),
            INK,
            9,
            opacity=0.5,
        )
    c.fill(ellipse(x + 110, y + 26, 13), DEEP_CORAL if colour != CORAL else DEEP_TEAL)


def clock_and_calendar(c: Canvas) -> None:
    """A clock and a calendar with one day marked."""
    c.fill(rect(0, 0, 1600, 1067), TINT_CORAL)
    c.fill(arch(90, 120, 660, 947), MID_CORAL, opacity=0.6)
    c.fill(ellipse(420, 480, 262), DEEP_CORAL)
    c.fill(ellipse(420, 480, 222), PAPER)
    for hour in range(12):
        a = math.radians(hour * 30)
        size = 13 if hour % 3 else 20
        c.fill(ellipse(420 + 180 * math.cos(a), 480 + 180 * math.sin(a), size), INK if hour % 3 else CORAL)
    c.line([(420, 480), (468, 390)], INK, 20)
    c.line([(420, 480), (420, 620)], INK, 14)
    c.fill(ellipse(420, 480, 22), OCHRE)
    c.fill(rounded(832, 232, 620, 640, 36), INK, opacity=0.12)
    c.fill(rounded(815, 205, 620, 640, 36), PAPER)
    c.fill(arch(815, 205, 620, 150), TEAL, clip=rounded(815, 205, 620, 300, 36))
    c.fill(rect(815, 280, 620, 75), TEAL)
    c.fill(rounded(815, 205, 620, 150, 36), TEAL)
    for x in (930, 1125, 1320):
        c.fill(rounded(x - 16, 165, 32, 90, 16), INK)
    for row in range(4):
        for column in range(5):
            x, y = 860 + column * 110, 405 + row * 106
            marked = (row, column) == (2, 3)
            c.fill(rounded(x, y, 84, 80, 18), CORAL if marked else TINT_TEAL)
            if marked:
                c.fill(arch(x + 24, y + 18, 36, 48), PAPER)
    props.plant(c, 700, 1030, 230, pot=TEAL)
    props.cup(c, 1490, 1010, 110, OCHRE)


def speaking_arches(c: Canvas) -> None:
    """Arches as balloons: people talk, nobody is in view."""
    c.fill(rect(0, 0, 1600, 1067), PLUM)
    c.fill(ellipse(800, 1120, 900, 420), "#6a4489")
    for x, y, width, height, colour, tail in (
        (170, 210, 430, 520, CORAL, 1),
        (600, 130, 400, 480, "#f4c25c", 0),
        (1000, 260, 430, 500, MID_TEAL, -1),
    ):
        foot = y + height
        middle = x + width / 2 + tail * width * 0.18
        c.fill([(middle - 46, foot - 8), (middle + 46, foot - 8), (middle + tail * 70, foot + 96)], colour)
        c.fill(arch(x, y, width, height), colour)
    for x, y, width, dark in ((250, 470, 270, PAPER), (680, 380, 240, INK), (1080, 530, 270, INK)):
        for row, part in enumerate((1, 0.8, 0.55)):
            c.line([(x, y + row * 62), (x + width * part, y + row * 62)], dark, 20, opacity=0.85)
    for x, colour in ((395, OCHRE), (800, CORAL), (1210, PAPER)):
        props.cup(c, x, 985, 116, colour)


def book_niche(c: Canvas) -> None:
    """An arched niche with shelves of books and guides."""
    c.fill(rect(0, 0, 1600, 1067), "#cfe0dc")
    c.fill(arch(300, 60, 1000, 1007), PAPER)
    niche = arch(340, 100, 920, 967)
    c.fill(niche, DEEP_TEAL)
    c.fill(arch(240, 100, 920, 967), INK, opacity=0.16, clip=niche)
    for y in (480, 740, 1000):
        c.fill(rect(340, y, 920, 26), WOOD)
        c.fill(rect(340, y + 20, 920, 10), INK, opacity=0.25)
    end = props.books(c, 480, 480, [(44, 190, CORAL), (34, 160, OCHRE), (52, 210, PLUM), (30, 170, MID_TEAL)])
    props.plant(c, end + 120, 480, 190, pot=CORAL)
    props.books(c, 950, 480, [(40, 200, OCHRE), (50, 170, MID_CORAL), (36, 190, TINT_TEAL)])
    props.books(
        c,
        390,
        740,
        [(40, 180, OCHRE), (58, 205, TEAL), (36, 170, MID_CORAL), (46, 190, CORAL), (30, 150, PAPER)],
    )
    for number, colour in enumerate((PLUM, MID_TEAL, CORAL)):
        c.fill(rounded(720, 708 - number * 34, 220 - number * 26, 30, 6), colour)
    props.books(c, 1010, 740, [(50, 196, PLUM), (40, 170, OCHRE), (44, 206, TINT_CORAL), (34, 180, CORAL)])
    for x, colour in ((420, CORAL), (585, OCHRE), (750, MID_TEAL)):
        c.fill(rounded(x, 800, 140, 200, 8), PAPER)
        c.fill(arch(x + 34, 850, 72, 120), colour)
    props.books(c, 960, 1000, [(44, 180, MID_TEAL), (36, 200, CORAL), (50, 170, OCHRE), (40, 190, PLUM)])
    props.plant(c, 1450, 1040, 330, pot=OCHRE, kind="tall")
    props.plant(c, 150, 1040, 270, pot=CORAL)


THINGS = {
    "koffie-van-boven": coffee_from_above,
    "open-handreiking": open_guide,
    "handen": hands,
    "scherm-vol-bogen": laptop,
    "kaartjes-op-de-muur": notes_on_wall,
    "klok-en-kalender": clock_and_calendar,
    "spraakbogen": speaking_arches,
    "boeken-in-de-nis": book_niche,
}
