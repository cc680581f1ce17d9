"""Landscapes, patterns and views from above: the illustrations that stand back."""

from __future__ import annotations

import math

from home.demo import props
from home.demo.canvas import (
    BROWN,
    CLAY,
    CORAL,
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
    leaf,
    moved,
    rect,
    rounded,
)


def path_to_gate(c: Canvas) -> None:
    """A path over green hills to a gate in the distance."""
    c.shade(rect(0, 0, 1600, 1067), "#fbe4dc", "#fdf1d8")
    c.fill(ellipse(1090, 330, 150), OCHRE)
    for points, colour in (
        (((-40, 560), (300, 440), (700, 540), (1100, 430), (1640, 540)), "#a9cdb0"),
        (((-40, 680), (350, 600), (760, 560), (1200, 600), (1640, 520)), "#7cb08a"),
        (((-40, 720), (400, 780), (820, 690), (1250, 760), (1640, 690)), LEAF),
        (((-40, 930), (420, 860), (900, 900), (1300, 830), (1640, 900)), "#2f6b57"),
    ):
        c.fill([*curve(*points), (1640, 1100), (-40, 1100)], colour)
        if colour == "#7cb08a":
            c.fill(arch(640, 300, 250, 300), CORAL)
            c.fill(arch(690, 360, 150, 240), "#ffe9b8")
            for x, size in ((300, 190), (430, 150), (1120, 170), (1270, 220), (1420, 170)):
                props.tree(c, x, 640, size, TEAL)
    left = curve((700, 590), (660, 690), (900, 770), (560, 900), (420, 1100))
    right = curve((800, 1100), (820, 920), (1010, 775), (740, 690), (775, 590))
    c.fill([*left, *right], "#fdf1d8")
    props.tree(c, 160, 980, 360, DEEP_TEAL)
    props.tree(c, 1400, 960, 420, "#0c6a5f")
    for x, y in ((980, 960), (1080, 1010), (1180, 950), (300, 1010), (1000, 1040)):
        c.fill(ellipse(x, y, 13), CORAL if x % 3 else OCHRE)


def ripples(c: Canvas) -> None:
    """Rings that spread and meet: an approach that spreads by itself."""
    c.fill(rect(0, 0, 1600, 1067), DEEP_TEAL)
    for x, y, tone in ((1180, 330, OCHRE), (480, 720, CORAL), (1150, 860, MID_TEAL)):
        for ring in range(7, 0, -1):
            c.fill(ellipse(x, y, ring * 92, ring * 74), tone, opacity=0.075)
            c.line(ellipse(x, y, ring * 92, ring * 74), tone, 5, opacity=0.42)
        c.fill(ellipse(x, y, 58, 46), tone)
        c.fill(ellipse(x - 14, y - 12, 18, 11), PAPER, opacity=0.6)


def arch_pattern(c: Canvas) -> None:
    """A mosaic of arches: seven organisations, one network."""
    c.fill(rect(0, 0, 1600, 1067), SAND)
    colours = [TEAL, CORAL, OCHRE, MID_TEAL, PLUM, MID_CORAL, DEEP_TEAL, "#f4c25c"]
    grounds = [TINT_TEAL, TINT_CORAL, TINT_OCHRE, PAPER, TINT_PLUM]
    for row in range(4):
        for column in range(6):
            x, y, n = column * 267, row * 267, row * 5 + column * 3
            cell = rect(x, y, 267, 267)
            c.fill(cell, grounds[(n + row) % 5])
            outer, inner = colours[n % 8], colours[(n + 3) % 8]
            if (row + column) % 3 == 0:
                c.fill(arch(x + 30, y + 36, 207, 231), outer, clip=cell)
                c.fill(arch(x + 84, y + 110, 99, 157), grounds[(n + 2) % 5], clip=cell)
            elif (row + column) % 3 == 1:
                for size, tone in ((267, outer), (178, grounds[(n + 3) % 5]), (89, inner)):
                    c.fill(ellipse(x, y + 267, size), tone, clip=cell)
            else:
                c.fill(arch(x + 20, y + 60, 140, 207), outer, clip=cell)
                c.fill(arch(x + 108, y + 20, 140, 247), inner, clip=cell)
                c.fill(
                    arch(x + 20, y + 60, 140, 207), colours[(n + 6) % 8], clip=arch(x + 108, y + 20, 140, 247)
                )


def bicycle(c: Canvas) -> None:
    """A bicycle beside a doorway: a day at another organisation."""
    props.room(c, "#b9553f", "#d9c3a5", floor_at=850)
    for row in range(17):
        for column in range(-1, 12):
            x, y = column * 150 + (75 if row % 2 else 0), row * 50
            if (row * 7 + column * 5) % 6 == 0:
                c.fill(rounded(x + 4, y + 4, 142, 42, 5), "#c8664d" if (row + column) % 3 else "#a94937")
    opening = props.doorway(c, 140, 170, 400, 850, PAPER, DEEP_TEAL)
    c.fill(arch(215, 260, 250, 300), TEAL, clip=opening)
    c.fill(arch(240, 285, 200, 275), "#f7d98f", clip=opening)
    c.fill(rounded(215, 600, 250, 200, 12), TEAL)
    c.fill(ellipse(495, 590, 14), OCHRE)
    c.fill(ellipse(1010, 960, 480, 26), INK, opacity=0.18)
    for x in (730, 1270):
        c.line(ellipse(x, 770, 180), INK, 17)
        c.line(ellipse(x, 770, 166), "#dfe6e6", 5)
        for spoke in range(0, 180, 18):
            a = math.radians(spoke)
            c.line(
                [
                    (x + 164 * math.cos(a), 770 + 164 * math.sin(a)),
                    (x - 164 * math.cos(a), 770 - 164 * math.sin(a)),
                ],
                "#dfe6e6",
                2.5,
            )
        c.fill(ellipse(x, 770, 18), INK)
    frame = (
        ((730, 770), (960, 790), (870, 500), (730, 770)),
        ((870, 520), (1160, 520), (960, 790)),
        ((1160, 520), (1270, 770)),
    )
    for part in frame:
        c.line(part, OCHRE, 20)
    c.line([(870, 520), (850, 450)], INK, 15)
    c.fill(rounded(785, 432, 140, 28, 14), INK)
    c.line([(1160, 530), (1140, 410), (1060, 390)], INK, 15)
    c.fill(ellipse(960, 790, 42), INK)
    c.fill(ellipse(960, 790, 26), OCHRE)
    c.line([(925, 830), (995, 750)], INK, 12)
    c.fill(rounded(1135, 440, 190, 140, 20), WOOD)
    for row in range(3):
        c.line([(1150, 475 + row * 36), (1310, 475 + row * 36)], BROWN, 7, opacity=0.6)
    props.plant(c, 1230, 445, 150, pot=CLAY)
    props.plant(c, 590, 900, 200, pot=TEAL)


def circle_of_chairs(c: Canvas) -> None:
    """A circle of chairs seen from above, one place is still free."""
    c.fill(rect(0, 0, 1600, 1067), "#e8cfa6")
    for x in range(0, 1600, 200):
        c.line([(x, 0), (x, 1067)], WOOD, 4, opacity=0.5)
    c.fill(ellipse(800, 535, 330), TEAL)
    c.fill(ellipse(800, 535, 270), "#15807a")
    c.fill(ellipse(800, 535, 130), OCHRE)
    c.fill(ellipse(800, 535, 84), "#f7cd78")
    colours = (CORAL, PLUM, OCHRE, DEEP_TEAL, MID_CORAL, CORAL, PLUM, MID_TEAL, OCHRE)
    for number, colour in enumerate(colours):
        angle = math.radians(-90 + number * 40)
        x, y = 800 + 620 * math.cos(angle) * 0.92, 535 + 440 * math.sin(angle) * 0.98
        _seat(c, x, y, math.degrees(math.atan2(535 - y, 800 - x)), colour)
    for x, y, pot in ((120, 960, CORAL), (1490, 130, TEAL)):
        c.fill(ellipse(x + 12, y + 16, 84), INK, opacity=0.15)
        c.fill(ellipse(x, y, 78), pot)
        for turn in range(0, 360, 30):
            c.fill(leaf(x, y, 150 if turn % 60 else 118, 42, turn), LEAF, opacity=0.95 if turn % 60 else 0.7)


def _seat(c: Canvas, x: float, y: float, facing: float, colour: str) -> None:
    cos, sin = math.cos(math.radians(facing)), math.sin(math.radians(facing))

    def turned(shape):
        return [(x + px * cos - py * sin, y + px * sin + py * cos) for px, py in shape]

    c.fill(moved(turned(rounded(-70, -75, 150, 150, 40)), 10, 14), INK, opacity=0.15)
    c.fill(turned(rounded(-60, -70, 140, 140, 36)), colour)
    c.fill(turned(rounded(-84, -82, 40, 164, 20)), colour)
    c.fill(turned(rounded(-84, -82, 40, 164, 20)), INK, opacity=0.25)


OUTSIDE = {
    "pad-naar-de-poort": path_to_gate,
    "olievlek": ripples,
    "bogenpatroon": arch_pattern,
    "fiets-bij-de-deur": bicycle,
    "kring-van-stoelen": circle_of_chairs,
}
