"""Pictures of the trainings in which people talk and eat together."""

from __future__ import annotations

from home.demo.drawings import cast, land, plants, things
from home.demo.drawings.palette import (
    BUTTER,
    CORAL,
    DEEP_CORAL,
    DEEP_PLUM,
    DEEP_TEAL,
    INK,
    LEAF,
    MEADOW,
    MID_CORAL,
    MID_PLUM,
    MINT,
    OCHRE,
    PAPER,
    PLUM,
    SAND,
    SKY,
    TEAL,
    TINT_OCHRE,
    TINT_PLUM,
)
from home.demo.drawings.people import seated, standing, upper
from home.demo.drawings.svg import Drawing, arch, curve, ellipse, ground, path, rect, rounded


def window_talk() -> Drawing:
    """Two people talk knee to knee before a large arched window."""
    d = Drawing(colour=MID_PLUM)
    pane = things.window(d, 300, 50, 600, 640, TINT_PLUM, SKY)
    with d.within(pane):
        land.cloud(d, 470, 250, 140)
        d.fill(ground((290, 470), (600, 430), (910, 480), bottom=690), MEADOW)
        land.tree(d, 740, 520, 230, LEAF, kind="round")
    things.bars(d, 300, 50, 600, 640, TINT_PLUM)
    d.fill(rect(0, 680, 1200, 120), PLUM)
    things.chair(d, 410, 740, 260, OCHRE, side=1)
    things.chair(d, 790, 740, 260, CORAL, side=-1)
    seated(
        d,
        cast.SEM,
        410,
        606,
        0.92,
        gaze=0.8,
        mood="talk",
        right=((110, -120), (150, -170)),
        left=((96, -100), (40, -50)),
    )
    seated(
        d,
        cast.SAMIRA,
        790,
        606,
        0.92,
        gaze=0.8,
        flip=True,
        tilt=5,
        right=((104, -90), (70, -40)),
        left=((96, -100), (40, -50)),
    )
    plants.plant(d, 120, 730, 300, pot=TEAL, kind="tall")
    things.lamp(d, 1060, 250, 130, CORAL, None)
    return d


def going_home() -> Drawing:
    """In a corridor with doors a woman with hat and handbag wants to go; somebody offers an arm."""
    d = Drawing(colour=BUTTER)
    d.fill("M0 800L400 520L800 520L1200 800z", MID_CORAL)
    d.fill(rect(400, 160, 400, 360), TINT_OCHRE)
    d.fill("M0 0L400 160L400 520L0 800z M1200 0L800 160L800 520L1200 800z", OCHRE)
    d.fill(arch(500, 240, 200, 280), SKY)
    d.fill(ground((500, 440), (600, 410), (700, 450), bottom=520), MEADOW, clip=arch(500, 240, 200, 280))
    for side in (-1, 1):
        for near, far, top, colour in ((560, 470, 250, TEAL), (410, 340, 300, CORAL), (300, 250, 330, PLUM)):
            a, b = 600 + side * near, 600 + side * far
            low_a, low_b = 520 + (near - 200) * 0.7, 520 + (far - 200) * 0.7
            d.fill(
                (
                    f"M{a} {low_a:.0f}V{top - (near - 200) * 0.1:.0f}"
                    f"Q{(a + b) / 2} {top - 100} {b} {top + 10}V{low_b:.0f}z"
                ),
                colour,
            )
    standing(
        d,
        cast.MIEN,
        470,
        770,
        0.98,
        gaze=-0.6,
        mood="look",
        left=((100, -110), (56, -60)),
        right=((108, -90), (96, -20)),
    )
    d.fill("M414 232Q470 130 526 232z", CORAL)
    d.fill(rounded(388, 222, 164, 20, 10), DEEP_CORAL)
    d.fill(rounded(522, 532, 92, 76, 14), PLUM)
    d.line("M540 534a28 34 0 0 1 56 0", DEEP_PLUM, 9)
    standing(
        d,
        cast.JAYDEN,
        716,
        776,
        1.02,
        gaze=-0.8,
        tilt=-5,
        left=((116, -120), (96, -110)),
        right=((100, -90), (84, -6)),
    )
    return d


def long_table() -> Drawing:
    """A long table seen from its end; residents, students and colleagues pass a pan of soup."""
    d = Drawing(colour=CORAL)
    d.fill(arch(230, 20, 740, 800), MID_CORAL)
    things.lamp(d, 600, 150, 130, OCHRE, BUTTER)
    left = [(500, 380, 0.5, cast.JOLIEN), (420, 460, 0.66, cast.JAN), (310, 590, 0.86, cast.LINA)]
    right = [(700, 380, 0.5, cast.FATIHA), (780, 460, 0.66, cast.JAYDEN), (890, 590, 0.86, cast.GERDA)]
    upper(d, cast.TOM, 600, 352, 0.46, mood="talk", left=((116, -200), (120, -290)))
    for side, people in ((1, left), (-1, right)):
        for x, y, size, look in people:
            reach = ((112, -110), (120, -70))
            upper(d, look, x, y, size, gaze=0.7, flip=side < 0, right=reach, left=((96, -100), (30, -56)))
    d.fill("M500 350L700 350L1010 800L190 800z", PAPER)
    d.fill("M562 350L638 350L720 800L480 800z", MINT)
    for x, y, size in (
        (536, 400, 0.5),
        (664, 400, 0.5),
        (490, 480, 0.7),
        (710, 480, 0.7),
        (410, 620, 1),
        (790, 620, 1),
    ):
        d.fill(ellipse(x, y, 62 * size, 26 * size), SAND)
        d.fill(ellipse(x, y - 3, 48 * size, 19 * size), OCHRE)
    d.fill("M520 540h160v52a80 40 0 0 1 -160 0z", TEAL)
    d.fill(ellipse(600, 540, 80, 26), DEEP_TEAL)
    d.fill(ellipse(600, 540, 64, 18), OCHRE)
    d.line(path((620, 538), (690, 450)), INK, 9)
    d.line("M516 560h-24M684 560h24", DEEP_TEAL, 14)
    for dx in (-20, 20):
        d.line(
            curve((600 + dx, 500), (612 + dx, 470), (592 + dx, 440), (604 + dx, 412)), PAPER, 7, opacity=0.8
        )
    for x, y, colour in ((452, 700, CORAL), (748, 706, PLUM), (560, 440, CORAL)):
        things.cup(d, x, y, 60 if y > 600 else 30, colour, steam=None)
    return d


TALK = {
    "knie-aan-knie": window_talk,
    "hoed-en-handtas": going_home,
    "samen-soep": long_table,
}
