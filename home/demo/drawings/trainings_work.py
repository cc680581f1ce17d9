"""Pictures of the trainings about screens, the ward and the stage."""

from __future__ import annotations

from home.demo.drawings import cast, land, plants, things, wheels
from home.demo.drawings.palette import (
    BRICK,
    BUTTER,
    CORAL,
    DARK_WOOD,
    DEEP_CORAL,
    DEEP_PLUM,
    INK,
    MID_PLUM,
    MID_TEAL,
    MINT,
    NIGHT,
    OCHRE,
    PAPER,
    PLUM,
    ROSE,
    SAND,
    TEAL,
    TINT_CORAL,
    TINT_PLUM,
    WOOD,
)
from home.demo.drawings.people import standing, upper
from home.demo.drawings.svg import Drawing, arch, curve, ellipse, path, rect, rounded


def evening_screen() -> Drawing:
    """Late in the evening somebody with a headset learns behind a laptop; a question mark lights up."""
    d = Drawing(colour=NIGHT)
    pane = things.window(d, 90, 90, 220, 320, MID_PLUM, DEEP_PLUM)
    d.fill(ellipse(240, 190, 36), BUTTER, clip=pane)
    things.bars(d, 90, 90, 220, 320, MID_PLUM)
    d.fill(ellipse(640, 430, 380), TEAL, opacity=0.45)
    d.fill(ellipse(640, 430, 270), TEAL, opacity=0.6)
    upper(
        d,
        cast.JOLIEN,
        640,
        720,
        1.35,
        gaze=-0.2,
        mood="look",
        left=((110, -110), (70, -60)),
        right=((110, -110), (70, -60)),
    )
    d.line("M574 336A68 68 0 0 1 706 336", INK, 15)
    for x in (572, 708):
        d.fill(rounded(x - 16, 320, 32, 58, 14), CORAL)
    d.line(curve((572, 372), (580, 404), (614, 404)), INK, 6)
    d.fill(rect(0, 660, 1200, 140), DARK_WOOD)
    d.fill("M500 470h290a16 16 0 0 1 16 16v180H484v-180a16 16 0 0 1 16-16z", MID_TEAL)
    d.fill(rounded(440, 656, 410, 24, 10), SAND)
    for step in range(3):
        d.fill(arch(580 + step * 46, 540, 34, 60), (CORAL, PAPER, OCHRE)[step])
    d.line("M900 190a58 58 0 1 1 84 52c-26 14-28 26-28 50", BUTTER, 24)
    d.fill(ellipse(956, 334, 16), BUTTER)
    things.cup(d, 930, 664, 84, CORAL)
    plants.plant(d, 240, 670, 170, pot=CORAL)
    return d


def lit_windows() -> Drawing:
    """A street in the evening: behind three lit windows people sit at a screen."""
    d = Drawing(colour=DEEP_PLUM)
    for step in range(20):
        d.fill(ellipse((step * 257) % 1200, (step * 53) % 190, 3 + step % 2), BUTTER, opacity=0.8)
    land.bricks(d, 110, 210, 980, 590, BRICK, size=58)
    d.fill(rect(90, 186, 1020, 36), INK)
    d.fill(arch(470, 70, 260, 130), BRICK)
    d.fill(arch(540, 116, 120, 70), BUTTER)
    spots = {(1, 0): cast.SAMIRA, (2, 1): cast.TOM, (0, 1): cast.RUTH}
    for row in range(2):
        for column in range(3):
            x, y = 190 + column * 300, 270 + row * 270
            look = spots.get((column, row))
            pane = things.window(d, x, y, 220, 200, PAPER, BUTTER if look else NIGHT)
            if look:
                with d.within(pane):
                    d.fill(ellipse(x + 110, y + 110, 90), OCHRE, opacity=0.5)
                    upper(d, look, x + 110, y + 250, 0.62, mood="talk" if column == 1 else "glad")
                    d.fill(rounded(x + 56, y + 138, 108, 70, 8), TEAL)
                    d.fill(ellipse(x + 110, y + 172, 8), MINT)
            else:
                things.bars(d, x, y, 220, 200, PAPER)
            d.fill(rect(x - 24, y + 200, 268, 16), SAND)
    return d


def trolley() -> Drawing:
    """Morning on the ward: a teacher pushes the breakfast trolley, a care worker knocks at a door."""
    d = Drawing(colour=TINT_CORAL)
    d.fill(rect(0, 520, 1200, 130), ROSE)
    d.fill(rect(0, 640, 1200, 160), MID_TEAL)
    for x, colour, pane in ((110, TEAL, MINT), (720, CORAL, BUTTER), (1010, PLUM, TINT_PLUM)):
        things.doorway(d, x, 190, 210, 650, PAPER, colour)
        things.door(d, x, 190, 210, 650, colour, pane)
        d.fill(rounded(x + 226, 360, 46, 34, 6), PAPER)
    standing(d, cast.SAMIRA, 690, 740, 0.98, gaze=0.7, mood="talk", right=((116, -170), (150, -230)))
    standing(
        d,
        cast.TOM,
        300,
        760,
        1,
        step=0.4,
        gaze=0.7,
        left=((104, -110), (-50, -80)),
        right=((106, -110), (126, -80)),
    )
    d.line("M426 690L410 500M640 690L624 540", INK, 12)
    for y in (540, 640):
        d.fill(rounded(412, y, 232, 18, 8), PAPER)
    for x in (446, 616):
        wheels.wheel(d, x, 734, 24, spokes=0)
        d.line(path((x, 660), (x, 716)), INK, 9)
    for step, colour in enumerate((CORAL, TEAL, OCHRE)):
        things.cup(d, 456 + step * 62, 540, 44, colour)
    d.fill(arch(440, 570, 90, 70), OCHRE)
    d.fill(arch(548, 590, 70, 50), PLUM)
    plants.flower(d, 630, 500, 18, CORAL)
    return d


def small_stage() -> Drawing:
    """A small stage in spring: an actor plays a scene, the audience sees it from behind."""
    d = Drawing(colour=DEEP_CORAL)
    opening = arch(250, 60, 700, 560)
    d.fill(opening, BUTTER)
    with d.within(opening):
        d.line(curve((260, 130), (420, 170), (520, 120)), DARK_WOOD, 14)
        d.line(curve((950, 180), (830, 190), (740, 130)), DARK_WOOD, 14)
        for x, y in (
            (310, 150),
            (370, 180),
            (430, 150),
            (490, 120),
            (520, 150),
            (900, 190),
            (850, 170),
            (790, 170),
            (740, 120),
            (880, 220),
        ):
            plants.flower(d, x, y, 22, ROSE)
        d.fill(rect(250, 560, 700, 80), WOOD)
        things.chair(d, 730, 600, 170, TEAL, side=-1)
        standing(
            d,
            cast.RUTH,
            560,
            600,
            0.72,
            gaze=0.5,
            mood="talk",
            left=((120, -190), (160, -240)),
            right=((116, -160), (150, -130)),
        )
        for side in (-1, 1):
            x = 600 + side * 350
            d.fill(
                (
                    f"M{x} 40L{600 + side * 150} 40"
                    f"C{600 + side * 190} 240 {600 + side * 280} 320 {600 + side * 300} 640H{x}z"
                ),
                CORAL,
            )
            for step in range(3):
                at = 600 + side * (200 + step * 54)
                d.line(
                    curve((at, 40), (at + side * 40, 300), (600 + side * (306 + step * 16), 640)),
                    DEEP_CORAL,
                    8,
                )
    d.fill(rect(0, 620, 1200, 180), "#7a2416")
    for x, look, tilt in (
        (330, cast.IBRAHIM, 4),
        (520, cast.JOLIEN, -4),
        (700, cast.YARA, 5),
        (880, cast.SEM, -5),
    ):
        upper(d, look, x, 930, 0.98, back=True, tilt=tilt)
    return d


WORK = {
    "vraag-in-de-avond": evening_screen,
    "ramen-in-de-straat": lit_windows,
    "ontbijtkar": trolley,
    "klein-toneel": small_stage,
}
