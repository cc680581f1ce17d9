"""Pictures of the guides, the leaflet and the programme."""

from __future__ import annotations

from home.demo.drawings import cast, land, plants, things, wheels
from home.demo.drawings.palette import (
    BUTTER,
    CORAL,
    DARK_WOOD,
    DEEP_CORAL,
    DEEP_LEAF,
    DEEP_TEAL,
    INK,
    LEAF,
    MEADOW,
    MID_CORAL,
    MID_PLUM,
    MID_TEAL,
    MINT,
    OCHRE,
    PAPER,
    PLUM,
    ROSE,
    SAND,
    SKY,
    TEAL,
    WOOD,
    darker,
)
from home.demo.drawings.people import seated, standing
from home.demo.drawings.svg import Drawing, arch, curve, ellipse, ground, path, poly, rect, rounded


def threshold() -> Drawing:
    """From above: a doormat in the shape of an arch, two trainers and a bag, light from the door."""
    d = Drawing(colour=CORAL)
    for row in range(9):
        for column in range(7):
            if (row + column) % 2:
                d.fill(rect(column * 200 - 100, 400 + row * 90, 200, 90), DEEP_CORAL, opacity=0.35)
    d.fill(rect(0, 0, 1200, 350), BUTTER)
    for x in range(-40, 1240, 128):
        d.line(path((x, 0), (x, 350)), OCHRE, 5, opacity=0.6)
    d.fill(rect(0, 340, 1200, 40), DARK_WOOD)
    d.fill(rect(0, 372, 1200, 12), INK, opacity=0.2)
    d.fill("M120 384L1080 384L1200 800L0 800z", BUTTER, opacity=0.28)
    d.fill(arch(306, 96, 588, 244), TEAL)
    d.fill(arch(340, 128, 520, 212), MID_TEAL)
    for step in range(3):
        d.line(arch(430 + step * 120, 210, 96, 124), PAPER, 10)
    for x, y, turn in ((522, 470, -6), (694, 600, 5)):
        with d.placed(x, y, 1.25, turn=turn):
            d.fill(
                (
                    "M-52 -100C-52 -170 52 -170 52 -100C52 -40 42 0 46 60"
                    "C50 130 -50 130 -46 60C-42 0 -52 -40 -52 -100z"
                ),
                INK,
                opacity=0.16,
            )
            d.fill(
                (
                    "M-56 -108C-56 -178 48 -178 48 -108C48 -48 38 -8 42 52"
                    "C46 122 -54 122 -50 52C-46 -8 -56 -48 -56 -108z"
                ),
                PAPER,
            )
            d.fill(
                "M-44 -104C-44 -160 36 -160 36 -104C36 -70 32 -60 30 -40H-38C-40 -60 -44 -70 -44 -104z", PLUM
            )
            d.fill(ellipse(-4, 46, 34, 46), DEEP_CORAL)
            for row in range(3):
                d.line(path((-24, -34 + row * 17), (16, -28 + row * 17)), PLUM, 8)
    plants.plant(d, 1046, 330, 150, pot=PLUM, kind="round")
    d.fill(rounded(80, 420, 180, 250, 50), TEAL)
    d.fill(rounded(100, 540, 140, 100, 24), darker(TEAL, 0.2))
    d.line("M130 424v-40a40 40 0 0 1 80 0v40", DEEP_TEAL, 14)
    return d


def chairs_ready() -> Drawing:
    """The room before a meeting: two people carry chairs, somebody hangs up bunting, coffee is ready."""
    d = Drawing(colour=TEAL)
    for step in range(3):
        x = 180 + step * 300
        pane = things.window(d, x, 100, 220, 350, DEEP_TEAL, BUTTER)
        d.fill(ground((x - 10, 360), (x + 110, 330), (x + 240, 366), bottom=450), MID_TEAL, clip=pane)
        things.bars(d, x, 100, 220, 350, DEEP_TEAL)
    things.bunting(d, 40, 34, (OCHRE, ROSE, PAPER, CORAL))
    d.fill(rect(0, 590, 1200, 210), DEEP_TEAL)
    d.fill(ellipse(600, 740, 430, 92), MID_TEAL, opacity=0.35)
    things.table(d, 920, 560, 260, 700, colour=WOOD)
    for step, colour in enumerate((CORAL, PAPER, OCHRE)):
        things.cup(d, 970 + step * 70, 560, 48, colour, steam=None, ear=-1)
    for x, floor, colour in ((330, 700, CORAL), (470, 670, OCHRE), (600, 664, ROSE)):
        things.chair(d, x, floor, 170, colour)
    standing(
        d,
        cast.TOM,
        770,
        740,
        0.92,
        step=0.45,
        gaze=-0.8,
        left=((100, -90), (120, -80)),
        right=((96, -80), (-60, -76)),
    )
    with d.placed(650, 596, turn=-14):
        things.chair(d, 0, 84, 200, MID_PLUM, side=-1)
    standing(
        d,
        cast.LINA,
        420,
        784,
        1,
        step=0.3,
        gaze=0.8,
        left=((96, -90), (40, -64)),
        right=((110, -110), (110, -70)),
    )
    with d.placed(520, 650):
        for step in range(3):
            d.fill(rounded(-58, -step * 24, 116, 20, 8), (PAPER, ROSE, BUTTER)[step])
    return d


def leaflet() -> Drawing:
    """A folded leaflet stands like a row of houses; small people walk in at its doors."""
    d = Drawing(colour=ROSE)
    d.fill(ellipse(600, 690, 540, 90), MID_CORAL)
    panels = [
        (210, 60, TEAL, MINT),
        (405, -60, PAPER, CORAL),
        (600, 60, OCHRE, BUTTER),
        (795, -60, PAPER, PLUM),
    ]
    for step, (x, slant, colour, hole) in enumerate(panels):
        y0, y1 = (190, 190 + slant) if slant > 0 else (190 - slant, 190)
        low0, low1 = (630, 630 + slant) if slant > 0 else (630 - slant, 630)
        face = poly((x, y0), (x + 195, y1), (x + 195, low1), (x, low0))
        d.fill(face, colour)
        if step % 2:
            d.fill(face, INK, opacity=0.06)
        tilt = (low1 - low0) / 195
        d.parts.append(f'<g transform="matrix(1 {tilt:.3f} 0 1 {x} {low0})">')
        d.fill(arch(44, -210, 108, 210), hole)
        for row in range(3):
            d.line(
                path((44, -330 + row * 30), (150 - row * 26, -330 + row * 30)),
                PAPER if colour != PAPER else MID_CORAL,
                10,
                opacity=0.9,
            )
        d.parts.append("</g>")
    standing(d, cast.JAN, 330, 740, 0.42, gaze=0.5)
    standing(d, cast.SAMIRA, 510, 730, 0.46, step=0.3, back=True)
    standing(d, cast.NOOR, 690, 730, 0.44, gaze=-0.3, step=0.3, left=((116, -220), (128, -310)))
    wheels.wheelchair(d, 860, 690, 0.42, TEAL, flip=True)
    seated(d, cast.RIET, 860, 688, 0.4, flip=True, gaze=0.6)
    wheels.wheelchair(d, 860, 690, 0.42, TEAL, flip=True, front=True)
    return d


def stepping_stones() -> Drawing:
    """Stepping stones in a stream, each with an arch of its own colour; people help each other across."""
    d = Drawing(colour=MEADOW)
    d.fill(
        (
            "M0 250C300 330 500 190 760 240C960 280 1080 220 1200 180"
            "L1200 640C1000 720 820 640 600 690C380 740 200 660 0 740z"
        ),
        MID_TEAL,
    )
    d.fill(
        (
            "M0 330C300 410 520 270 760 320C960 360 1080 300 1200 260"
            "L1200 300C1080 340 960 400 760 360C520 310 300 450 0 370z"
        ),
        SKY,
        opacity=0.6,
    )
    d.fill(
        (
            "M0 560C240 640 460 540 700 580C900 620 1060 560 1200 540"
            "L1200 570C1060 590 900 650 700 610C460 570 240 670 0 590z"
        ),
        SKY,
        opacity=0.5,
    )
    for x, y, size in ((110, 170, 220), (260, 130, 170), (1090, 140, 240), (960, 120, 150)):
        land.tree(d, x, y, size, LEAF if size > 160 else DEEP_LEAF, kind="round")
    stones = [
        (230, 640, 96, PAPER),
        (430, 560, 88, ROSE),
        (620, 480, 82, OCHRE),
        (800, 400, 74, CORAL),
        (950, 320, 64, PLUM),
    ]
    for x, y, r, colour in stones:
        d.fill(ellipse(x, y + 16, r * 1.08, r * 0.46), TEAL, opacity=0.5)
        d.fill(ellipse(x, y, r, r * 0.4), darker(SAND, 0.18))
        d.fill(ellipse(x, y - 10, r, r * 0.4), SAND)
        d.line(bow_on(x, y, r), colour, 14)
    standing(d, cast.RUTH, 800, 398, 0.56, gaze=-0.7, left=((116, -130), (150, -110)))
    standing(
        d,
        cast.ANKE,
        610,
        478,
        0.64,
        step=0.4,
        gaze=0.8,
        right=((116, -150), (160, -140)),
        left=((112, -140), (160, -110)),
    )
    standing(d, cast.IBRAHIM, 410, 560, 0.72, gaze=0.8, step=0.3, right=((110, -160), (150, -190)))
    for x, y, height in (
        (60, 760, 130),
        (110, 780, 170),
        (1010, 730, 150),
        (1080, 760, 190),
        (1140, 740, 130),
    ):
        d.line(curve((x, y), (x + 8, y - height * 0.6), (x + 4, y - height)), DEEP_LEAF, 7)
        d.fill(rounded(x - 8, y - height - 30, 24, 66, 12), DARK_WOOD)
    return d


def bow_on(x: float, y: float, r: float) -> str:
    """The arch that is painted on a stone."""
    return f"M{x - r * 0.42:g} {y + 4:g}a{r * 0.42:g} {r * 0.24:g} 0 0 1 {r * 0.84:g} 0"


GUIDES = {
    "over-de-drempel": threshold,
    "stoelen-klaarzetten": chairs_ready,
    "folder-als-huizenrij": leaflet,
    "stapstenen": stepping_stones,
}
