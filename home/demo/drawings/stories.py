"""Pictures of the interviews, the good practices and the film."""

from __future__ import annotations

from home.demo.drawings import cast, land, plants, things
from home.demo.drawings.palette import (
    BUTTER,
    CLAY,
    CORAL,
    DARK_WOOD,
    DEEP_CORAL,
    DEEP_LEAF,
    DEEP_TEAL,
    INK,
    LEAF,
    MID_CORAL,
    MID_PLUM,
    MID_TEAL,
    MINT,
    MUTED,
    NIGHT,
    OCHRE,
    PAPER,
    PLUM,
    ROSE,
    SAND,
    SKIN_1,
    TEAL,
    TINT_TEAL,
    WOOD,
    darker,
    lighter,
)
from home.demo.drawings.people import standing, upper
from home.demo.drawings.svg import Drawing, arch, curve, ellipse, ground, path, rect, rounded


def curtains() -> Drawing:
    """A student holds a curtain open; behind the tall window the evening sun goes down."""
    d = Drawing(colour=MID_PLUM)
    pane = things.window(d, 330, 60, 540, 620, PAPER, OCHRE)
    with d.within(pane):
        d.fill(rect(330, 60, 540, 260), MID_CORAL)
        things.sun(d, 640, 360, 96, BUTTER)
        d.fill(ground((320, 470), (520, 440), (720, 476), (880, 450), bottom=690), PLUM)
        for x in (440, 500, 760, 820):
            land.tree(d, x, 500, 110, DEEP_LEAF, kind="poplar")
        d.fill(ground((320, 550), (600, 520), (880, 560), bottom=690), DEEP_LEAF)
    things.bars(d, 330, 60, 540, 620, PAPER)
    d.fill(rect(0, 700, 1200, 100), PLUM)
    d.fill(rounded(250, 676, 700, 30, 12), PAPER)
    d.line(path((180, 40), (1020, 40)), DARK_WOOD, 18)
    for side in (-1, 1):
        x = 600 + side * 420
        inner = 600 + side * (250 if side > 0 else 190)
        d.fill(
            (
                f"M{x} 40L{inner} 40C{inner + side * 30} 260 {inner + side * 20} 420 {inner + side * 110} 560"
                f"L{inner + side * 80} 720L{x} 720z"
            ),
            CORAL,
        )
        for step in range(1, 4):
            fold = inner + (x - inner) * step / 4
            d.line(
                curve((fold, 50), (fold + side * 24, 330), (fold + side * 36, 720)),
                DEEP_CORAL,
                8,
                opacity=0.7,
            )
    plants.plant(d, 800, 680, 130, pot=TEAL, kind="round")
    standing(d, cast.NOOR, 520, 900, 1.2, gaze=0.7, mood="look", left=((118, -190), (148, -286)), right=None)
    return d


def at_one_table() -> Drawing:
    """A resident, a student and a teacher at one table; their words are arches that touch."""
    d = Drawing(colour=TINT_TEAL)
    d.fill(rect(0, 560, 1200, 240), MID_TEAL)
    things.speech(d, 300, 50, 250, 210, CORAL, tail=-1)
    things.speech(d, 470, 30, 250, 230, OCHRE, tail=1)
    d.fill(arch(470, 50, 80, 210), "#e0702b", clip=arch(300, 50, 250, 210))
    things.speech(d, 690, 90, 220, 180, PLUM, tail=1)
    for x, y, width in (
        (344, 170, 90),
        (344, 204, 60),
        (590, 150, 90),
        (590, 186, 60),
        (740, 190, 110),
        (740, 222, 70),
    ):
        d.line(path((x, y), (x + width, y)), PAPER, 13)
    upper(
        d,
        cast.RIET,
        320,
        690,
        1,
        gaze=0.8,
        mood="talk",
        right=((116, -120), (150, -190)),
        left=((96, -100), (40, -56)),
    )
    upper(
        d,
        cast.JAYDEN,
        604,
        690,
        1.06,
        gaze=-0.5,
        left=((104, -110), (50, -60)),
        right=((104, -110), (50, -60)),
    )
    upper(
        d,
        cast.FATIHA,
        884,
        690,
        1,
        gaze=-0.8,
        left=((120, -120), (160, -180)),
        right=((100, -110), (40, -56)),
    )
    d.fill("M100 690Q100 650 160 650L1040 650Q1100 650 1100 690L1130 800L70 800z", WOOD)
    d.fill("M100 690Q100 650 160 650L1040 650Q1100 650 1100 690z", lighter(WOOD))
    for x, colour in ((440, CORAL), (742, TEAL)):
        things.cup(d, x, 716, 66, colour)
    with d.placed(600, 716, 1):
        d.fill(ellipse(0, 4, 74, 18), PAPER)
        for x in (-34, 0, 34):
            d.fill(ellipse(x, -4, 24, 12), CLAY)
            d.fill(ellipse(x - 6, -7, 4), DARK_WOOD)
    return d


def listening() -> Drawing:
    """Two faces close by: a student talks, a work supervisor listens with a hand at her ear."""
    d = Drawing(colour=CORAL)
    left, right = arch(90, 90, 620, 800), arch(490, 40, 640, 800)
    d.fill(left, BUTTER)
    d.fill(right, TEAL)
    d.fill(left, LEAF, clip=right)
    upper(
        d,
        cast.ANKE,
        800,
        1010,
        2.1,
        gaze=-0.8,
        tilt=-8,
        left=((110, -120), (66, -6)),
        right=((128, -120), (46, -216)),
    )
    upper(d, cast.JAYDEN, 360, 1060, 2, gaze=0.9, mood="talk", tilt=4, right=((104, -110), (96, -30)))
    for step, size in enumerate((14, 20, 27)):
        d.fill(ellipse(546 + step * 54, 150 - step * 26, size), PAPER)
    return d


def quiet_meal() -> Drawing:
    """A plate of stew with a ball of mince from above, two hands with fork and knife, a flower in a glass."""
    d = Drawing(colour=TEAL)
    for step in range(11):
        d.fill(rect(step * 120 - 60, 0, 50, 800), DEEP_TEAL, opacity=0.35)
    for step in range(8):
        d.fill(rect(0, step * 120 - 40, 1200, 50), DEEP_TEAL, opacity=0.35)
    d.fill(ellipse(614, 436, 300), DEEP_TEAL, opacity=0.5)
    d.fill(ellipse(600, 420, 296), PAPER)
    d.fill(ellipse(600, 420, 214), SAND)
    d.fill(
        curve(
            (452, 420), (490, 310), (620, 270), (740, 350), (748, 470), (650, 560), (510, 540), closed=True
        ),
        OCHRE,
    )
    for x, y, turn in (
        (520, 380, 20),
        (600, 330, 70),
        (560, 480, -30),
        (660, 480, 40),
        (690, 390, 10),
        (500, 450, 80),
    ):
        d.fill(rounded(x - 18, y - 7, 36, 14, 6), CORAL if turn % 20 else LEAF)
        d.fill(ellipse(x + 24, y + 16, 9, 6, turn=turn), LEAF)
    d.fill(ellipse(650, 400, 62), DARK_WOOD)
    d.fill(ellipse(636, 384, 24, 16, turn=-30), lighter(DARK_WOOD, 0.3))
    d.fill(ellipse(970, 170, 74), PAPER, opacity=0.5)
    d.fill(ellipse(970, 170, 52), MINT, opacity=0.8)
    plants.flower(d, 950, 150, 56, CORAL)
    things.cup_from_above(d, 220, 170, 76, CORAL, "#8a5a33", 130)
    for side, sleeve, skin in ((-1, MID_PLUM, SKIN_1), (1, MID_PLUM, SKIN_1)):
        x = 600 + side * 330
        d.line(path((x - side * 10, 560), (x - side * 96, 330)), MUTED, 17)
        if side < 0:
            d.line(path((x + 96, 330), (x + 112, 280)), MUTED, 40)
            d.line("M360 256l16 46M382 246l16 48", TEAL, 6)
        else:
            d.line(path((x - 96, 330), (x - 124, 250)), MUTED, 28)
        d.line(curve((x + side * 110, 880), (x + side * 70, 720), (x, 610)), skin, 88)
        d.line(curve((x + side * 130, 900), (x + side * 110, 800), (x + side * 76, 722)), sleeve, 128)
        d.fill(ellipse(x - side * 6, 580, 62, 70, turn=side * 20), skin)
        for step in range(4):
            d.line(
                path((x - side * 8, 560 + step * 27), (x - side * 58, 552 + step * 22)),
                darker(skin, 0.06),
                27,
            )
        d.line(curve((x + side * 10, 560), (x - side * 20, 510), (x - side * 34, 486)), skin, 32)
    return d


def coach_cards() -> Drawing:
    """A ring with question cards on a hook beside a key and a watch, close by."""
    d = Drawing(colour=MINT)
    d.fill(rect(0, 0, 1200, 800), MINT)
    d.fill(arch(250, 50, 700, 900), lighter(MINT, 0.5))
    d.fill(rounded(120, 120, 960, 70, 20), WOOD)
    d.fill(rounded(120, 170, 960, 20, 8), DARK_WOOD)
    for x in (260, 600, 940):
        d.line(f"M{x} 160v40a26 26 0 0 0 52 0", INK, 14)
    d.line(ellipse(630, 268, 62), INK, 12)
    for colour, turn in ((PLUM, 34), (TEAL, 20), (OCHRE, 6), (ROSE, -8), (CORAL, -22)):
        with d.placed(630, 310, turn=turn):
            d.fill(rounded(-104, 0, 208, 350, 22), INK, opacity=0.1)
            d.fill(rounded(-110, -10, 208, 350, 22), colour)
            d.fill(ellipse(-6, 22, 14), MINT)
    with d.placed(630, 310, turn=-22):
        d.line("M-58 140a52 52 0 1 1 74 46c-22 10-24 22-24 44", PAPER, 22)
        d.fill(ellipse(-8, 276, 15), PAPER)
    d.line(path((286, 232), (286, 330)), MUTED, 8)
    d.fill(ellipse(286, 380, 62), PAPER)
    d.line(ellipse(286, 380, 58), OCHRE, 13)
    d.line(path((286, 380), (286, 344)), INK, 8)
    d.line(path((286, 380), (312, 392)), INK, 8)
    d.line("M966 236v60M950 296h32v150m0-40h34m-34-36h24", CORAL, 14)
    d.line(ellipse(966, 262, 26), CORAL, 13)
    return d


def three_doors() -> Drawing:
    """Three doors open in the dark, somebody in each; their light overlaps on the floor."""
    d = Drawing(colour=NIGHT)
    d.fill(rect(0, 590, 1200, 210), darker(NIGHT, 0.4))
    doors = [
        (160, CORAL, ROSE, cast.NOOR),
        (480, TEAL, MINT, cast.IBRAHIM),
        (800, OCHRE, BUTTER, cast.SAMIRA),
    ]
    for x, _frame, inside, _look in doors:
        d.fill(f"M{x} 600h240l110 200h-460z", inside, opacity=0.55)
    for step, (x, frame, inside, look) in enumerate(doors):
        top = (170, 90, 150)[step]
        opening = things.doorway(d, x, top, 240, 604, frame, inside)
        with d.within(opening):
            d.fill(ellipse(x + 120, top + 190, 130), frame, opacity=0.25)
        d.fill(
            f"M{x} 604V{top + 120}C{x} {top + 50} {x - 30} {top + 6} {x - 70} {top - 4}V640z",
            darker(frame, 0.12),
        )
        d.fill(ellipse(x - 54, 420, 8), PAPER)
        standing(
            d,
            look,
            x + 124,
            640,
            0.72,
            gaze=(0.6, 0, -0.6)[step],
            right=((116, -220), (128, -310)) if step == 1 else None,
        )
    return d


STORIES = {
    "gordijn-open": curtains,
    "een-tafel-drie-stemmen": at_one_table,
    "luisteren": listening,
    "stilte-aan-tafel": quiet_meal,
    "kaartjes-aan-een-ring": coach_cards,
    "drie-deuren": three_doors,
}
