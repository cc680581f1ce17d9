"""Pictures of the pages about the network itself."""

from __future__ import annotations

from home.demo.drawings import cast, land, plants, things
from home.demo.drawings.palette import (
    BUTTER,
    CORAL,
    DARK_WOOD,
    DEEP_TEAL,
    INK,
    LEAF,
    MEADOW,
    MID_CORAL,
    MID_PLUM,
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
    TINT_TEAL,
    WOOD,
    lighter,
)
from home.demo.drawings.people import standing, upper
from home.demo.drawings.svg import Drawing, curve, ellipse, ground, path, rect, rounded


def kitchen() -> Drawing:
    """A kitchen as a classroom: a student and a cook peel potatoes, an open book stands among the pans."""
    d = Drawing(colour=MINT)
    for row in range(4):
        for column in range(12):
            d.fill(
                rounded(column * 102 - 10, 250 + row * 68, 94, 60, 6),
                PAPER if (row * 5 + column * 3) % 7 else ROSE,
                opacity=0.8,
            )
    pane = things.window(d, 470, 40, 260, 330, PAPER, SKY)
    d.fill(ground((460, 300), (600, 270), (740, 310), bottom=370), MEADOW, clip=pane)
    things.bars(d, 470, 40, 260, 330, PAPER)
    for side in (150, 830):
        d.fill(rounded(side, 150, 230, 18, 8), WOOD)
    for x, colour in ((190, CORAL), (264, TEAL), (338, OCHRE), (870, PLUM), (944, CORAL)):
        things.cup(d, x, 150, 54, colour, steam=None)
    plants.plant(d, 1020, 150, 90, kind="round")
    upper(
        d,
        cast.LINA,
        430,
        640,
        1.06,
        gaze=0.7,
        mood="look",
        left=((104, -110), (10, -84)),
        right=((104, -100), (46, -100)),
    )
    upper(
        d,
        cast.JAN,
        772,
        640,
        1.06,
        gaze=-0.7,
        mood="talk",
        left=((104, -110), (30, -100)),
        right=((110, -110), (30, -90)),
    )
    for x in (462, 762):
        d.fill(ellipse(x, 552, 34, 24, turn=20), OCHRE)
    d.fill(rect(0, 620, 1200, 30), WOOD)
    d.fill(rect(0, 650, 1200, 150), TEAL)
    for x in (120, 420, 720, 1020):
        d.fill(rounded(x - 128, 676, 256, 140, 12), DEEP_TEAL)
        d.fill(ellipse(x + 96, 720, 9), OCHRE)
    d.fill("M540 620C540 560 660 560 660 620z", CORAL)
    for x, y in ((566, 580), (600, 566), (634, 580)):
        d.fill(ellipse(x, y, 28, 21, turn=x % 40), BUTTER)
    d.fill("M536 586h128v20a64 22 0 0 1 -128 0z", CORAL)
    d.fill(
        "M910 616L930 500Q975 480 1020 504L1000 620z M1020 504Q1066 482 1110 500L1090 616L1000 620z", PAPER
    )
    d.line("M1020 504L1000 620", SAND, 5)
    d.line("M946 530L1000 526M942 556L996 552M1040 528L1092 524", MID_CORAL, 8)
    d.fill(rounded(120, 540, 170, 84, 16), MID_PLUM)
    d.line(path((110, 556), (300, 556)), PLUM, 14)
    d.fill(rounded(184, 516, 42, 28, 10), PLUM)
    return d


def harvest() -> Drawing:
    """An apple tree full of fruit: somebody on a ladder picks, others carry full baskets."""
    d = Drawing(colour=SKY)
    d.fill(ellipse(600, 360, 520), TINT_TEAL)
    d.fill(ground((-20, 600), (400, 570), (900, 600), (1220, 570)), PALE_MEADOW)
    d.fill(ground((-20, 680), (500, 650), (1220, 690)), MEADOW)
    for x, size in ((90, 260), (1120, 240)):
        land.tree(d, x, 630, size, LEAF, kind="round")
    d.line(curve((600, 720), (590, 560), (600, 420)), DARK_WOOD, 62)
    d.line(curve((600, 520), (500, 440), (430, 380)), DARK_WOOD, 30)
    d.line(curve((600, 500), (700, 430), (770, 360)), DARK_WOOD, 30)
    for x, y, r in ((440, 290, 150), (600, 210, 170), (770, 290, 150), (600, 330, 140)):
        d.fill(ellipse(x, y, r), LEAF)
    for x, y, r in ((520, 220, 90), (700, 260, 100)):
        d.fill(ellipse(x, y, r), lighter(LEAF, 0.14))
    for x, y in (
        (380, 260),
        (470, 180),
        (560, 120),
        (660, 150),
        (760, 210),
        (840, 290),
        (430, 360),
        (560, 300),
        (690, 330),
        (620, 220),
        (500, 290),
        (780, 370),
        (350, 330),
    ):
        d.fill(ellipse(x, y, 22), CORAL)
        d.line(path((x, y - 20), (x + 5, y - 32)), DARK_WOOD, 5)
        d.fill(ellipse(x - 7, y - 7, 6), ROSE)
    d.line("M800 730L742 350M880 730L800 350", WOOD, 14)
    for step in range(6):
        t = step / 6
        d.line(path((794 - 50 * t, 690 - 340 * t), (872 - 64 * t, 690 - 340 * t)), WOOD, 11)
    standing(
        d,
        cast.SEM,
        824,
        640,
        0.72,
        gaze=-0.6,
        mood="look",
        left=((112, -220), (118, -310)),
        right=((100, -90), (70, -60)),
    )
    _basket(d, 640, 750)
    standing(
        d, cast.GERDA, 480, 770, 0.82, gaze=0.7, left=((104, -100), (30, -56)), right=((104, -100), (60, -56))
    )
    _basket(d, 500, 556)
    standing(d, cast.FATIHA, 300, 772, 0.84, gaze=0.6, right=((116, -150), (150, -180)))
    d.fill(ellipse(428, 430, 20), CORAL)
    return d


def _basket(d: Drawing, x: float, y: float) -> None:
    for dx, dy in ((-40, -46), (0, -56), (40, -46), (-20, -66), (22, -68)):
        d.fill(ellipse(x + dx, y + dy, 22), CORAL)
    d.fill(f"M{x - 76} {y - 46}h152l-22 66a14 14 0 0 1 -14 10h-80a14 14 0 0 1 -14 -10z", WOOD)
    for dy in (-30, -12, 8):
        d.line(path((x - 66, y + dy), (x + 66, y + dy)), DARK_WOOD, 5)


def balloons() -> Drawing:
    """Hot-air balloons over the land; the first one leaves, people on the ground wave it off."""
    d = Drawing(colour=TINT_CORAL)
    d.fill(rect(0, 0, 1200, 260), ROSE)
    land.cloud(d, 190, 260, 200, PAPER, 0.8)
    land.cloud(d, 1040, 330, 170, PAPER, 0.8)
    d.fill(ground((-20, 640), (300, 612), (800, 640), (1220, 606)), PALE_MEADOW)
    for x, size, colour in ((120, 54, MID_CORAL), (190, 46, PAPER), (1010, 50, PAPER), (1080, 58, MID_CORAL)):
        land.far_house(d, x, 640, size, colour)
    d.fill(ground((-20, 700), (500, 670), (1220, 706)), MEADOW)
    _balloon(d, 900, 150, 0.42, (PLUM, MID_PLUM, PLUM))
    _balloon(d, 330, 210, 0.34, (TEAL, MINT, TEAL))
    _balloon(d, 600, 250, 1.05, (CORAL, OCHRE, TEAL))
    with d.within("M520 420h160v137h-160z"):
        upper(d, cast.NOOR, 568, 640, 0.44, gaze=0.2)
        upper(d, cast.TOM, 634, 640, 0.44, gaze=-0.2)
    d.fill(rounded(530, 556, 142, 84, 16), WOOD)
    d.line("M534 580h134M534 606h134", DARK_WOOD, 6)
    standing(d, cast.YARA, 400, 770, 0.6, gaze=0.7, right=((116, -220), (130, -320)))
    standing(d, cast.HENDRIK, 800, 774, 0.6, gaze=-0.6, left=((116, -220), (130, -320)))
    standing(
        d,
        cast.ANKE,
        900,
        768,
        0.58,
        gaze=-0.7,
        left=((116, -220), (120, -310)),
        right=((116, -220), (120, -310)),
    )
    return d


def _balloon(d: Drawing, x: float, y: float, size: float, colours: tuple[str, str, str]) -> None:
    with d.placed(x, y, size):
        shape = "M-200 0A200 200 0 0 1 200 0C200 110 90 190 60 240H-60C-90 190 -200 110 -200 0z"
        d.fill(shape, colours[0])
        d.fill(
            "M-116 -164A200 200 0 0 1 116 -164C150 -60 110 120 60 240H-60C-110 120 -150 -60 -116 -164z",
            colours[1],
        )
        d.fill(
            "M-44 -195A200 200 0 0 1 44 -195C60 -60 50 120 24 240H-24C-50 120 -60 -60 -44 -195z", colours[2]
        )
        d.line("M-54 240L-48 300M54 240L48 300", INK, 4)
        d.fill(rounded(-58, 296, 116, 70, 14), WOOD)


PLACES = {
    "keuken-als-klas": kitchen,
    "appels-plukken": harvest,
    "luchtballonnen": balloons,
}
