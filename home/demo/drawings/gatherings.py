"""Pictures of the network as a whole: everybody together."""

from __future__ import annotations

import math

from home.demo.drawings import cast, land, things, wheels
from home.demo.drawings.palette import (
    BUTTER,
    CORAL,
    DARK_WOOD,
    DEEP_TEAL,
    INK,
    LEAF,
    MID_CORAL,
    MID_TEAL,
    MINT,
    OCHRE,
    PALE_MEADOW,
    PAPER,
    PLUM,
    ROSE,
    SAND,
    SKY,
    TEAL,
    TINT_CORAL,
    TINT_OCHRE,
    TINT_TEAL,
    darker,
    lighter,
)
from home.demo.drawings.people import from_above, seated, standing
from home.demo.drawings.svg import Drawing, arch, curve, ellipse, ground, poly, rect


def everybody() -> Drawing:
    """A group picture: students, care workers, teachers, residents and carers before three arches."""
    d = Drawing(colour=TINT_OCHRE)
    left, middle, right = arch(150, 190, 380, 700), arch(400, 70, 400, 800), arch(670, 150, 380, 700)
    for shape, colour in ((left, CORAL), (right, OCHRE), (middle, TEAL)):
        d.fill(shape, colour)
    d.fill(left, PLUM, clip=middle)
    d.fill(right, LEAF, clip=middle)
    d.fill(rect(0, 620, 1200, 180), SAND)
    row = [
        (300, cast.TOM, 0.4),
        (452, cast.SAMIRA, 0.2),
        (604, cast.IBRAHIM, 0),
        (756, cast.JOLIEN, -0.3),
        (900, cast.SEM, -0.4),
    ]
    for x, look, gaze in row:
        standing(d, look, x, 640, 0.88, gaze=gaze)
    wheels.wheelchair(d, 420, 628, 0.82, TEAL)
    seated(d, cast.RIET, 420, 622, 0.8, gaze=0.3, right=((104, -90), (40, -46)))
    wheels.wheelchair(d, 420, 628, 0.82, TEAL, front=True)
    standing(d, cast.NOOR, 600, 784, 0.9, gaze=0.1, right=((116, -220), (132, -316)))
    standing(d, cast.ANKE, 760, 784, 0.88, gaze=-0.2, left=((104, -100), (50, -60)))
    standing(d, cast.HENDRIK, 262, 784, 0.84, gaze=0.5)
    standing(d, cast.LINA, 940, 784, 0.86, gaze=-0.5)
    return d


def tables() -> Drawing:
    """Five round tables from above: one large, one beside it and three for the pillars, joined by a line."""
    d = Drawing(colour=ROSE)
    for x, y, width, height in ((-40, 60, 300, 800), (940, 60, 300, 800), (300, -60, 600, 900)):
        d.fill(arch(x, y, width, height), TINT_CORAL, opacity=0.45)
    spots = [
        (420, 220, 112, PAPER, 6),
        (790, 220, 112, MINT, 6),
        (310, 570, 98, CORAL, 5),
        (606, 580, 98, TEAL, 5),
        (902, 570, 98, OCHRE, 5),
    ]
    for x, y, *_rest in spots[1:]:
        d.line(curve((420, 220), ((420 + x) / 2, (220 + y) / 2 + 30), (x, y)), PLUM, 11, dash="2 24")
    guests = [
        cast.NOOR,
        cast.JAN,
        cast.YARA,
        cast.TOM,
        cast.LINA,
        cast.GERDA,
        cast.JAYDEN,
        cast.ANKE,
        cast.SAMIRA,
        cast.RUTH,
        cast.SEM,
    ]
    for number, (x, y, r, colour, seats) in enumerate(spots):
        d.fill(ellipse(x + 8, y + 12, r), INK, opacity=0.25)
        d.fill(ellipse(x, y, r), colour)
        d.fill(ellipse(x, y, r * 0.72), lighter(colour, 0.25))
        for step in range(seats):
            angle = step * 360 / seats + number * 25
            at = (x + (r + 26) * math.cos(math.radians(angle)), y + (r + 26) * math.sin(math.radians(angle)))
            from_above(d, guests[(number * 4 + step) % len(guests)], *at, 0.56, angle - 90, reach=64)
        things.cup_from_above(
            d, x - 10, y - 6, 24, CORAL if colour != CORAL else PLUM, DARK_WOOD, number * 60
        )
    return d


def bridge() -> Drawing:
    """People from both banks meet in the middle of an arched bridge over a canal."""
    d = Drawing(colour=TINT_TEAL)
    things.sun(d, 600, 190, 100, OCHRE)
    land.cloud(d, 250, 150, 170)
    land.cloud(d, 980, 190, 150)
    d.fill(ground((-20, 430), (300, 400), (600, 430), (900, 404), (1220, 430)), PALE_MEADOW)
    land.poplars(d, (330, 380, 820, 870), 440, 150, LEAF)
    for x, wall, front, gable in (
        (-40, "#a84a34", TEAL, "step"),
        (140, CORAL, OCHRE, "point"),
        (880, PLUM, CORAL, "point"),
        (1060, TEAL, OCHRE, "step"),
    ):
        land.house(d, x, 560, 176, 250, wall=wall, roof=darker(wall), front=front, gable=gable, lit=BUTTER)
    d.fill(rect(0, 556, 1200, 30), SAND)
    d.fill(rect(0, 580, 1200, 220), MID_TEAL)
    for y in (640, 700, 760):
        d.line(
            curve((0, y), (200, y - 14), (420, y), (640, y - 14), (860, y), (1080, y - 12), (1220, y)),
            SKY,
            6,
            opacity=0.7,
        )
    for x, look, gaze, pose in (
        (400, cast.TOM, 0.7, {"step": 0.3}),
        (506, cast.RIET, 0.6, {}),
        (600, cast.SAMIRA, 0, {"right": ((116, -220), (130, -316))}),
        (694, cast.JAYDEN, -0.6, {}),
        (800, cast.NOOR, -0.7, {"step": 0.3}),
    ):
        standing(d, look, x, 484 + ((x - 600) / 200) ** 2 * 20, 0.7, gaze=gaze, **pose)
    d.fill(
        "M150 596C300 500 420 462 600 462C780 462 900 500 1050 596V664H900A300 140 0 0 0 300 664H150z", CORAL
    )
    d.line("M150 596C300 500 420 462 600 462C780 462 900 500 1050 596", DARK_WOOD, 20)
    d.line("M300 664A300 140 0 0 1 900 664", MID_CORAL, 16)
    d.fill("M308 664A292 110 0 0 0 892 664z", DEEP_TEAL, opacity=0.25)
    for x, foot, colour in ((470, 720, OCHRE), (560, 744, PAPER)):
        d.fill(f"M{x - 44} {foot}a44 26 0 0 0 88 0z", colour)
        d.fill(ellipse(x + 44, foot - 26, 20), colour)
        d.fill(poly((x + 60, foot - 30), (x + 84, foot - 22), (x + 60, foot - 16)), CORAL)
        d.fill(ellipse(x + 48, foot - 30, 3.5), INK)
    return d


GATHERINGS = {
    "iedereen-onder-drie-bogen": everybody,
    "brug-over-het-kanaal": bridge,
    "vijf-tafels": tables,
}
