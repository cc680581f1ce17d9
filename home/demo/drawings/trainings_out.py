"""Pictures of the trainings in which people are out of doors."""

from __future__ import annotations

from home.demo.drawings import cast, land, things, wheels
from home.demo.drawings.palette import (
    BUTTER,
    CORAL,
    DARK_WOOD,
    DEEP_CORAL,
    DEEP_LEAF,
    DUSK,
    INK,
    LEAF,
    MID_CORAL,
    MID_PLUM,
    NIGHT,
    OCHRE,
    PAPER,
    PLUM,
    ROSE,
    SAND,
    SKY,
    TEAL,
    TINT_OCHRE,
    TINT_TEAL,
    WOOD,
    darker,
)
from home.demo.drawings.people import seated, standing, upper
from home.demo.drawings.svg import Drawing, arch, curve, ellipse, ground, leaf, path, rect, rounded


def tandem() -> Drawing:
    """A student and a work supervisor ride a tandem past row houses."""
    d = Drawing(colour=TINT_TEAL)
    land.cloud(d, 900, 130, 160)
    for step, (wall, front, gable) in enumerate(
        (
            (PLUM, OCHRE, "step"),
            ("#a84a34", TEAL, "point"),
            (TEAL, CORAL, "arch"),
            ("#cb8060", PLUM, "point"),
            (MID_CORAL, TEAL, "step"),
        )
    ):
        land.house(
            d,
            -20 + step * 250,
            600,
            240,
            330,
            wall=wall,
            roof=darker(wall),
            front=front,
            gable=gable,
            lit=BUTTER if step % 2 else SKY,
        )
    d.fill(rect(0, 596, 1200, 60), SAND)
    d.fill(rect(0, 650, 1200, 150), DUSK)
    for x in range(40, 1200, 190):
        d.fill(rounded(x, 730, 100, 10, 5), PAPER, opacity=0.7)
    for x in (380, 840):
        wheels.wheel(d, x, 660, 84)
    d.line(
        (
            "M380 660L450 560L520 660L450 560L640 660L520 660L380 660M640 660"
            "L700 560L840 660L776 510M700 560L770 556M450 560L690 564M520 660L640 660"
        ),
        CORAL,
        11,
    )
    d.line("M776 510C770 488 740 488 724 500M590 566L574 510C568 488 540 488 524 500", INK, 10)
    for x, look, size in ((446, cast.ANKE, 0.82), (690, cast.LINA, 0.8)):
        d.line(curve((x - 8, 546), (x + 30, 610), (x + 66, 690)), darker(look.legs, 0.2), 36)
        d.line(curve((x - 8, 546), (x + 92, 580), (x + 78, 650)), look.legs, 40)
        d.fill(f"M{x + 54} 690v-12a18 18 0 0 1 36 0l12 12z", look.shoes)
        upper(
            d,
            look,
            x,
            552,
            size,
            gaze=0.8,
            lean=6,
            left="none" if look is cast.ANKE else ((116, -200), (150, -290)),
            right=((106, -120), (116, -70)),
        )
    return d


def bench() -> Drawing:
    """Five colleagues on a long bench under a tree, seen from behind, look out over the heath."""
    d = Drawing(colour=ROSE)
    d.fill(rect(0, 0, 1200, 250), MID_CORAL)
    things.sun(d, 640, 300, 120, BUTTER)
    d.fill(ground((-20, 420), (360, 380), (800, 420), (1220, 380)), MID_PLUM)
    d.fill(ground((-20, 500), (500, 460), (1220, 510)), PLUM)
    for step in range(30):
        d.fill(ellipse(step * 42, 520 + (step * 29) % 50, 15, 9), MID_PLUM)
    d.fill(ground((-20, 620), (500, 590), (1220, 620)), LEAF)
    d.line(curve((1010, 700), (1000, 460), (1030, 200)), DARK_WOOD, 56)
    for x, y, r in ((960, 120, 170), (1120, 160, 170), (820, 60, 120)):
        d.fill(ellipse(x, y, r), DEEP_LEAF)
    for step, look in enumerate((cast.TOM, cast.SAMIRA, cast.JOLIEN, cast.IBRAHIM, cast.RUTH)):
        upper(d, look, 310 + step * 140, 680, 0.82, back=True, tilt=(-5, 6, -6, 5, -4)[step])
    for y in (560, 610):
        d.fill(rounded(210, y, 760, 30, 10), WOOD)
    d.fill(rounded(200, 660, 780, 28, 10), DARK_WOOD)
    for x in (260, 590, 920):
        d.fill(rounded(x - 12, 560, 24, 210, 8), DARK_WOOD)
    return d


def umbrella() -> Drawing:
    """A student and a work supervisor on a bench in the rain, one umbrella above both."""
    d = Drawing(colour=DUSK)
    d.fill(arch(250, 60, 700, 800), "#3a5c6c")
    for step in range(46):
        x, y = (step * 97) % 1200, (step * 151) % 620
        d.line(path((x, y), (x - 10, y + 36)), SKY, 4, opacity=0.5)
    d.fill(rect(0, 680, 1200, 120), NIGHT)
    for x, w in ((240, 130), (720, 190), (1010, 100)):
        d.fill(ellipse(x, 750, w, 18), "#3a5c6c")
    d.fill(rounded(330, 560, 560, 26, 10), WOOD)
    d.fill(rounded(320, 630, 580, 28, 10), DARK_WOOD)
    for x in (380, 840):
        d.fill(rounded(x - 12, 560, 24, 180, 8), DARK_WOOD)
    seated(
        d,
        cast.NOOR,
        500,
        630,
        0.84,
        gaze=0.5,
        mood="down",
        tilt=7,
        right=((96, -100), (50, -40)),
        left=((96, -100), (50, -40)),
    )
    seated(
        d,
        cast.FATIHA,
        720,
        630,
        0.88,
        gaze=-0.6,
        tilt=-6,
        flip=False,
        left=((112, -160), (104, -250)),
        right=((100, -90), (60, -30)),
    )
    d.line(path((622, 420), (600, 190)), INK, 10)
    d.fill(
        (
            "M300 280A300 230 0 0 1 900 280Q850 244 800 280Q750 244 700 280"
            "Q650 244 600 280Q550 244 500 280Q450 244 400 280Q350 244 300 280z"
        ),
        CORAL,
    )
    d.fill("M500 280Q520 110 600 50Q680 110 700 280Q650 244 600 280Q550 244 500 280z", OCHRE)
    d.line(path((600, 20), (600, 54)), INK, 9)
    return d


def autumn_walk() -> Drawing:
    """Autumn in the woods: two people and a dog walk between tall trunks and falling leaves."""
    d = Drawing(colour=TINT_OCHRE)
    for x, width, colour in (
        (40, 60, "#d8b98a"),
        (250, 44, "#e5cda4"),
        (420, 38, "#e5cda4"),
        (760, 40, "#e5cda4"),
        (920, 48, "#d8b98a"),
        (1110, 66, "#d8b98a"),
    ):
        d.fill(rect(x, 0, width, 660), colour)
    for x, y, r, colour in (
        (80, 60, 190, OCHRE),
        (330, 20, 170, MID_CORAL),
        (600, -20, 170, BUTTER),
        (860, 30, 180, OCHRE),
        (1120, 60, 200, CORAL),
    ):
        d.fill(ellipse(x, y, r), colour)
    d.fill(ground((-20, 620), (400, 590), (1220, 630)), OCHRE)
    d.fill("M480 620Q560 600 640 616L980 800H180z", SAND)
    for step in range(34):
        x, y = (step * 173) % 1200, 250 + (step * 97) % 530
        d.fill(leaf(x, y, 34, 16, step * 47), (CORAL, DARK_WOOD, OCHRE, DEEP_CORAL)[step % 4])
    standing(
        d, cast.IBRAHIM, 490, 750, 0.98, step=0.45, gaze=0.7, mood="talk", right=((112, -130), (140, -180))
    )
    standing(d, cast.ANKE, 730, 756, 0.96, step=0.45, gaze=-0.7)
    with d.placed(930, 760, 0.95):
        d.line("M-60 -60L-64 0M-30 -56L-30 0M50 -58L46 0M76 -62L80 0", "#6b4a2f", 17)
        d.fill(rounded(-84, -118, 180, 72, 34), "#8a5f3b")
        d.line(curve((-80, -92), (-124, -126), (-116, -160)), "#8a5f3b", 15)
        d.fill(ellipse(110, -140, 44, 38), "#8a5f3b")
        d.fill(rounded(118, -144, 56, 30, 15), "#8a5f3b")
        d.fill(ellipse(90, -134, 16, 34, turn=14), "#6b4a2f")
        d.fill(ellipse(172, -132, 8), INK)
        d.fill(ellipse(124, -148, 5), INK)
        d.line("M76 -106L96 -92", CORAL, 10)
    d.line(curve((806, 560), (880, 640), (1010, 670)), CORAL, 5)
    return d


OUT = {
    "tandem": tandem,
    "vijf-op-een-bank": bench,
    "onder-een-paraplu": umbrella,
    "herfstwandeling": autumn_walk,
}
