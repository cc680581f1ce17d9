"""A picture for each pillar and theme."""

from __future__ import annotations

import math
from dataclasses import replace

from home.demo.drawings import cast, land, plants, things
from home.demo.drawings.palette import (
    BRICK,
    BUTTER,
    CORAL,
    DARK_WOOD,
    DEEP_BRICK,
    DEEP_CORAL,
    DEEP_LEAF,
    DEEP_PLUM,
    DEEP_TEAL,
    INK,
    LEAF,
    MEADOW,
    MID_CORAL,
    MID_PLUM,
    MID_TEAL,
    MINT,
    OCHRE,
    PALE_BRICK,
    PALE_MEADOW,
    PAPER,
    PLUM,
    ROSE,
    SAND,
    SKY,
    TEAL,
    TINT_CORAL,
    TINT_OCHRE,
    darker,
    lighter,
)
from home.demo.drawings.people import from_above, seated, standing
from home.demo.drawings.svg import Drawing, arch, curve, ellipse, ground, leaf, path, rect, rounded


def exchange() -> Drawing:
    """A student steps from one doorway into the next; where the doors overlap the colour is new."""
    d = Drawing(colour=TINT_CORAL)
    d.fill(rect(0, 640, 1200, 160), ROSE)
    left, right = arch(120, 110, 600, 570), arch(450, 50, 600, 630)
    d.fill(left, CORAL)
    d.fill(right, OCHRE)
    d.fill(left, "#e8822f", clip=right)
    with d.within(left):
        d.fill(arch(200, 250, 190, 290), MID_CORAL)
        d.fill(ellipse(310, 340, 46), TINT_CORAL)
        things.bars(d, 200, 250, 190, 290, DEEP_CORAL)
    with d.within(right):
        d.fill(rounded(760, 330, 250, 16, 8), DARK_WOOD)
        for x, colour in ((800, TEAL), (870, PAPER), (940, CORAL)):
            things.cup(d, x, 330, 46, colour, steam=None)
    plants.plant(d, 250, 690, 190, pot=DEEP_CORAL, kind="tall")
    standing(d, cast.JAN, 890, 700, 0.86, gaze=-0.8, left=((112, -250), (104, -350)), right=None)
    with d.placed(590, 706, 1):
        d.fill(rounded(-122, -400, 84, 150, 34), TEAL)
    standing(
        d,
        cast.NOOR,
        590,
        706,
        1,
        step=0.55,
        gaze=0.7,
        left=((80, -100), (26, -64)),
        right=((118, -130), (150, -190)),
    )
    d.line("M536 318C548 360 548 390 540 430", DEEP_TEAL, 16)
    d.fill("M120 680h330l-50 120h-390z", CORAL, opacity=0.35)
    d.fill("M720 680h330l80 120h-370z", OCHRE, opacity=0.5)
    return d


def meeting() -> Drawing:
    """A round table from above: students, colleagues, a teacher and a resident around one subject."""
    d = Drawing(colour=MID_TEAL)
    for x in range(0, 1200, 120):
        d.fill(rect(x, 0, 60, 800), MINT, opacity=0.35)
    d.fill(ellipse(610, 420, 300), darker(MID_TEAL, 0.2), opacity=0.5)
    d.fill(ellipse(600, 400, 292), TEAL)
    d.fill(ellipse(600, 400, 258), lighter(TEAL, 0.1))
    sheets = ((-58, 0, PAPER, -12), (52, 26, BUTTER, 14), (0, -66, ROSE, 4))
    for dx, dy, colour, turn in sheets:
        things.paper(d, 600 + dx, 400 + dy, 88, colour, turn=turn)
    around = [cast.NOOR, cast.JAN, cast.YARA, cast.TOM, cast.LINA, cast.GERDA, cast.JAYDEN, cast.ANKE]
    for step, look in enumerate(around):
        angle = math.radians(step * 45 + 22)
        x, y = 600 + 322 * math.cos(angle), 400 + 322 * math.sin(angle)
        from_above(d, look, x, y, 0.98, step * 45 + 22 - 90, reach=82)
    for step, colour in enumerate((CORAL, OCHRE, PLUM, PAPER)):
        angle = math.radians(step * 90)
        x, y = 600 + 180 * math.cos(angle), 400 + 180 * math.sin(angle)
        things.cup_from_above(d, x, y, 34, colour, DARK_WOOD, step * 70)
    return d


def coaching() -> Drawing:
    """A work supervisor stands by with the hands on the back while a student works with a resident."""
    d = Drawing(colour=BUTTER)
    d.fill(arch(330, 50, 620, 640), TINT_OCHRE)
    d.fill(rect(0, 640, 1200, 160), OCHRE)
    with d.within(arch(330, 50, 620, 640)):
        things.window(d, 690, 170, 190, 270, PAPER, SKY)
        d.fill(ground((680, 400), (780, 370), (900, 410), bottom=440), MEADOW, clip=arch(690, 170, 190, 270))
        things.bars(d, 690, 170, 190, 270, PAPER)
        d.fill(rect(330, 640, 620, 60), MID_CORAL)
    things.armchair(d, 620, 730, 300, CORAL)
    seated(
        d, cast.RIET, 616, 600, 0.86, gaze=0.6, left=((100, -80), (40, -36)), right=((98, -110), (140, -150))
    )
    things.armrests(d, 620, 730, 300, CORAL)
    standing(
        d,
        cast.LINA,
        856,
        736,
        0.98,
        gaze=-0.7,
        tilt=-6,
        lean=-5,
        left=((110, -140), (150, -120)),
        right=((104, -110), (40, -60)),
    )
    standing(d, cast.ANKE, 352, 790, 1.16, gaze=0.8, left="behind", right="behind", flip=False)
    plants.plant(d, 1070, 700, 250, pot=TEAL, kind="fan")
    return d


def curious() -> Drawing:
    """A student with a large magnifying glass looks closely at a flower that grows in a doorway."""
    d = Drawing(colour=DEEP_PLUM)
    for x, y, size in (
        (90, 120, 9),
        (210, 60, 6),
        (1080, 90, 9),
        (1010, 210, 6),
        (1130, 330, 7),
        (60, 330, 6),
    ):
        d.fill(ellipse(x, y, size), BUTTER)
    d.fill(ground((-20, 660), (300, 620), (700, 670), (1220, 620)), PLUM)
    opening = things.doorway(d, 560, 130, 330, 690, MID_PLUM, BUTTER)
    d.fill(ellipse(725, 330, 130), OCHRE, opacity=0.5, clip=opening)
    d.fill("M560 690h330l130 110h-420z", BUTTER, opacity=0.55)
    d.line(curve((726, 690), (716, 560), (736, 430)), LEAF, 14)
    for y, angle in ((610, -30), (570, -150), (510, -38)):
        d.fill(leaf(724, y, 96, 46, angle), LEAF)
    plants.flower(d, 736, 412, 74, CORAL)
    things.magnifier(d, 728, 404, 124, OCHRE, turn=152, glass=PAPER)
    standing(
        d,
        replace(cast.YARA, top=CORAL),
        410,
        760,
        1.14,
        gaze=0.9,
        mood="look",
        lean=6,
        right=((104, -80), (96, 0)),
    )
    return d


def joy() -> Drawing:
    """A dance in the garden: a care worker and a resident, a man with an accordion beside them."""
    d = Drawing(colour=ROSE)
    d.fill(ellipse(600, 420, 440), TINT_CORAL)
    d.fill(ground((-20, 640), (300, 606), (800, 640), (1220, 600)), MEADOW)
    d.fill(ground((-20, 720), (420, 690), (1220, 740)), LEAF)
    things.bunting(d, 40, 46)
    for x, size in ((80, 330), (1120, 360)):
        land.tree(d, x, 660, size, LEAF)
    things.chair(d, 948, 740, 210, TEAL)
    seated(
        d,
        cast.HENDRIK,
        940,
        640,
        0.84,
        gaze=-0.6,
        flip=True,
        mood="glad",
        left=((110, -90), (72, -110)),
        right=((110, -80), (110, -100)),
    )
    with d.placed(880, 560, 0.9, turn=-8):
        for step in range(6):
            d.fill(rounded(-64 + step * 22, -58, 13, 120, 6), PAPER if step % 2 else CORAL)
        d.fill(rounded(-104, -66, 44, 136, 10), DEEP_CORAL)
        d.fill(rounded(68, -66, 44, 136, 10), DEEP_CORAL)
    standing(
        d,
        cast.SAMIRA,
        640,
        760,
        1.02,
        step=0.3,
        gaze=-0.7,
        tilt=-6,
        lean=4,
        left=((120, -190), (168, -226)),
        right=((130, -220), (120, -310)),
    )
    standing(
        d,
        cast.MIEN,
        404,
        760,
        0.94,
        step=0.2,
        gaze=0.7,
        tilt=8,
        lean=-6,
        right=((110, -180), (118, -226)),
        left=((130, -200), (160, -290)),
    )
    for x, y, colour in (
        (170, 700, CORAL),
        (250, 752, OCHRE),
        (1000, 770, OCHRE),
        (1090, 730, PAPER),
        (60, 764, PAPER),
    ):
        plants.flower(d, x, y, 18, colour)
    return d


def region() -> Drawing:
    """The land from the air: fields, a canal, and seven houses joined by paths."""
    d = Drawing(colour=MEADOW)
    fields = (
        ("M0 0L420 0L330 190L0 240z", PALE_MEADOW),
        ("M420 0L800 0L760 150L330 190z", BUTTER),
        ("M800 0L1200 0L1200 260L760 150z", LEAF),
        ("M0 240L330 190L400 420L0 500z", LEAF),
        ("M760 150L1200 260L1200 520L820 430z", PALE_MEADOW),
        ("M0 500L400 420L470 800L0 800z", MEADOW),
        ("M820 430L1200 520L1200 800L780 800z", OCHRE),
        ("M400 420L820 430L780 800L470 800z", PALE_MEADOW),
        ("M330 190L760 150L820 430L400 420z", MINT),
    )
    for shape, colour in fields:
        d.fill(shape, colour)
        d.line(shape, PAPER, 7, opacity=0.55)
    for step in range(7):
        d.line(path((830 + step * 52, 480 + step * 12), (806 + step * 56, 790)), darker(OCHRE, 0.12), 7)
        d.line(path((20, 280 + step * 30), (360, 226 + step * 28)), DEEP_LEAF, 6, opacity=0.5)
    land.water(d, (-30, 640), (260, 600), (520, 690), (760, 610), (1230, 700), width=54)
    land.water(d, (-30, 640), (260, 600), (520, 690), (760, 610), (1230, 700), width=4, colour=PAPER)
    spots = [(330, 320), (500, 190), (720, 180), (890, 300), (820, 520), (600, 540), (400, 500)]
    school = (610, 350)
    for x, y in spots:
        bend = ((x + school[0]) / 2 + (y - school[1]) * 0.18, (y + school[1]) / 2 - (x - school[0]) * 0.18)
        d.line(curve((x, y), bend, school), PAPER, 15)
        d.line(curve((x, y), bend, school), CORAL, 5, dash="1 16")
    looks = [
        (BRICK, DEEP_BRICK),
        (PAPER, TEAL),
        (PALE_BRICK, INK),
        (ROSE, DEEP_CORAL),
        (BRICK, INK),
        (PAPER, PLUM),
        (SAND, DEEP_BRICK),
    ]
    for (x, y), (wall, roof) in zip(spots, looks, strict=True):
        land.far_house(d, x, y + 30, 96, wall, roof=roof)
        land.tree(d, x + 66, y + 32, 84, DEEP_LEAF)
    d.fill(arch(530, 250, 160, 150), CORAL)
    for step in range(3):
        d.fill(arch(548 + step * 46, 322, 32, 78), BUTTER)
    land.church(d, 130, 190, 96)
    return d


THEMES = {
    "thema-uitwisselingsstages": exchange,
    "thema-praktijkonderwijs": meeting,
    "thema-werkbegeleiders": coaching,
    "thema-onderzoekend-leren": curious,
    "thema-werkplezier": joy,
    "thema-regio": region,
}
