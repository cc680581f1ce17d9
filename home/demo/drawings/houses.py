"""The types of organisation: a house for elderly people and a school."""

from __future__ import annotations

from home.demo.drawings import cast, land, plants, things, wheels
from home.demo.drawings.palette import (
    BRICK,
    BUTTER,
    CORAL,
    DEEP_BRICK,
    DEEP_LEAF,
    DEEP_TEAL,
    LEAF,
    MEADOW,
    MINT,
    OCHRE,
    PAPER,
    SAND,
    SKY,
    TEAL,
    TINT_OCHRE,
    darker,
)
from home.demo.drawings.people import standing, upper
from home.demo.drawings.svg import Drawing, arch, curve, rect, rounded


def care_home() -> Drawing:
    """A brick house for elderly people, with a garden, a bench and somebody walking."""
    d = Drawing(colour=SKY)
    land.cloud(d, 220, 170, 190)
    land.cloud(d, 1010, 120, 150)
    d.fill(rect(0, 620, 1200, 180), MEADOW)
    land.bricks(d, 190, 230, 820, 420, BRICK)
    d.fill(rect(170, 206, 860, 34), DEEP_BRICK)
    d.fill(arch(430, 70, 340, 180), BRICK)
    d.fill(arch(510, 118, 180, 122), PAPER)
    d.fill(arch(522, 130, 156, 110), BUTTER)
    for x in (240, 355, 755, 870):
        for y in (280, 460):
            pane = things.window(d, x, y, 84, 120, PAPER, BUTTER if (x + y) % 3 else SKY)
            d.fill(rect(x, y + 76, 84, 50), MINT, clip=pane)
            things.bars(d, x, y, 84, 120, PAPER)
    opening = things.doorway(d, 500, 330, 200, 650, PAPER, DEEP_TEAL)
    d.fill(rect(500, 330, 98, 330), TEAL, clip=opening)
    d.fill("M500 650h200l120 150h-440z", SAND)
    for x, foot, size in ((90, 680, 420), (1120, 690, 460)):
        land.tree(d, x, foot, size, LEAF, kind="round")
    plants.plant(d, 440, 690, 110, kind="round")
    plants.plant(d, 762, 690, 110, kind="round")
    wheels.rollator(d, 690, 762, 0.86, CORAL, flip=True)
    standing(
        d,
        cast.MIEN,
        772,
        764,
        0.8,
        step=0.2,
        gaze=-0.7,
        left=((100, -110), (78, -36)),
        right=((70, -110), (-20, -40)),
    )
    standing(d, cast.JAYDEN, 500, 764, 0.86, step=0.2, gaze=0.8, right=((116, -220), (130, -320)), left=None)
    return d


def school() -> Drawing:
    """A school of glass and brick with arches along the square; students arrive by bike."""
    d = Drawing(colour=TINT_OCHRE)
    things.sun(d, 980, 170, 70, OCHRE)
    d.fill(rect(0, 610, 1200, 190), SAND)
    d.fill(rounded(110, 190, 980, 430, 18), TEAL)
    d.fill(rect(110, 340, 980, 16), DEEP_TEAL)
    for step in range(8):
        d.fill(rounded(150 + step * 116, 226, 84, 86, 8), BUTTER if step in (1, 4, 6) else MINT)
    for step in range(5):
        x = 150 + step * 186
        d.fill(arch(x, 390, 156, 230), DEEP_TEAL if step != 2 else PAPER)
        if step != 2:
            d.fill(arch(x + 14, 404, 128, 216), MINT)
            d.fill(rect(x + 72, 404, 12, 216), DEEP_TEAL)
    d.fill(arch(540, 406, 120, 214), CORAL)
    d.fill("M522 620h156l90 180h-340z", OCHRE, opacity=0.5)
    d.fill(rounded(480, 128, 240, 76, 16), CORAL)
    for step in range(3):
        d.fill(arch(536 + step * 46, 146, 36, 44), PAPER)
    land.tree(d, 60, 660, 330, LEAF)
    land.tree(d, 1150, 660, 300, DEEP_LEAF)
    d.line(curve((842, 576), (780, 640), (770, 720)), darker(cast.LINA.legs, 0.2), 36)
    wheels.bike(d, 800, 770, 0.86, CORAL, flip=True)
    standing(d, cast.SEM, 480, 762, 0.86, step=0.25, gaze=0.5, left=((100, -110), (60, -140)), right=None)
    standing(d, cast.FATIHA, 610, 752, 0.84, gaze=-0.5, right=((104, -90), (50, -100)), left=None)
    things.paper(d, 646, 490, 56, PAPER, turn=6)
    upper(
        d,
        cast.LINA,
        846,
        576,
        0.78,
        gaze=-0.7,
        lean=-8,
        left=((110, -120), (146, -70)),
        right=((96, -120), (-60, -74)),
    )
    d.line(curve((838, 570), (806, 640), (816, 700)), cast.LINA.legs, 40)
    return d


HOUSES = {"zorgorganisatie": care_home, "school": school}
