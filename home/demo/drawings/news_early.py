"""Pictures of the news of the first years."""

from __future__ import annotations

import math

from home.demo.drawings import cast, land, plants, things, wheels
from home.demo.drawings.palette import (
    BUTTER,
    CORAL,
    DARK_WOOD,
    DEEP_LEAF,
    DEEP_TEAL,
    DUSK,
    INK,
    LEAF,
    MEADOW,
    MID_CORAL,
    MID_PLUM,
    MID_TEAL,
    MINT,
    OCHRE,
    PALE_MEADOW,
    PAPER,
    PLUM,
    ROSE,
    SAND,
    SKIN_3,
    SKY,
    TEAL,
    TINT_CORAL,
    TINT_OCHRE,
    TINT_PLUM,
    TINT_TEAL,
    WOOD,
    darker,
    lighter,
)
from home.demo.drawings.people import standing, upper
from home.demo.drawings.svg import Drawing, arch, curve, ellipse, ground, leaf, path, rect, rounded


def one_class() -> Drawing:
    """A classroom from the last row: six students and, in front of a big arched board, a teacher."""
    d = Drawing(colour=TINT_OCHRE)
    d.fill(arch(190, 60, 820, 520), WOOD)
    d.fill(arch(210, 80, 780, 500), DEEP_TEAL)
    for step, colour in enumerate((CORAL, OCHRE, MID_TEAL, ROSE, MID_PLUM, PAPER)):
        x = 330 + step * 74
        d.line(arch(x, 200 - 40 * math.sin(math.pi * (step + 0.5) / 6), 58, 96), colour, 9)
    d.line(curve((330, 340), (500, 366), (640, 350)), PAPER, 6, opacity=0.6)
    d.line(curve((330, 380), (430, 394), (540, 384)), PAPER, 6, opacity=0.6)
    d.fill(rect(0, 560, 1200, 240), ROSE)
    standing(
        d,
        cast.TOM,
        790,
        700,
        0.9,
        gaze=-0.5,
        mood="talk",
        left=((118, -220), (128, -300)),
        right=((104, -96), (60, -60)),
    )
    for x, look in ((262, cast.SEM), (486, cast.YARA), (700, cast.LINA)):
        upper(d, look, x, 740, 0.84, back=True, tilt=4)
        things.chair(d, x, 880, 230, MID_CORAL)
    for x, look in ((372, cast.JAYDEN), (600, cast.NOOR), (850, cast.JOLIEN)):
        upper(d, look, x, 980, 1.16, back=True, tilt=-4 if x < 500 else 3)
    return d


def first_exchange() -> Drawing:
    """Early morning in the fields: a student cycles to another organisation, a village on the horizon."""
    d = Drawing(colour=TINT_CORAL)
    d.fill(rect(0, 0, 1200, 300), ROSE)
    d.fill(rect(0, 0, 1200, 150), MID_CORAL)
    things.sun(d, 700, 300, 130, OCHRE)
    for x, y, size in ((180, 130, 170), (980, 190, 220)):
        land.cloud(d, x, y, size, TINT_CORAL, 0.75)
    d.fill(ground((-20, 404), (400, 384), (900, 400), (1220, 380)), PALE_MEADOW)
    land.church(d, 380, 404, 110, DUSK)
    for x in (470, 550, 610):
        land.far_house(d, x, 402, 62, DUSK, roof=INK, lit=OCHRE)
    d.fill(ground((-20, 470), (600, 446), (1220, 480)), MEADOW)
    for step in range(9):
        d.line(path((600 + (step - 4) * 26, 452), (600 + (step - 4) * 230, 640)), LEAF, 5, opacity=0.6)
    land.poplars(d, (60, 150, 240), 520, 330)
    land.poplars(d, (980, 1070, 1160), 530, 350)
    d.fill(ground((-20, 640), (600, 616), (1220, 650)), SAND)
    d.fill(ground((-20, 744), (600, 726), (1220, 750)), LEAF)
    d.line(curve((556, 480), (596, 560), (600, 660)), darker(cast.NOOR.legs, 0.2), 40)
    wheels.bike(d, 600, 718, 1, TEAL)
    d.line(curve((552, 486), (652, 540), (622, 650)), cast.NOOR.legs, 46)
    d.fill("M596 676v-16a22 22 0 0 1 44 0l14 16z", CORAL)
    d.fill(rounded(446, 286, 92, 150, 36), CORAL)
    upper(
        d,
        cast.NOOR,
        546,
        494,
        0.92,
        gaze=0.9,
        mood="look",
        lean=9,
        left="none",
        right=((106, -110), (150, -36)),
    )
    for x, y, colour in (
        (120, 770, CORAL),
        (200, 786, PAPER),
        (1010, 776, OCHRE),
        (1100, 788, CORAL),
        (880, 790, PAPER),
    ):
        plants.flower(d, x, y, 15, colour)
    return d


def front_runner() -> Drawing:
    """A flock of birds over the heath; one bird flies ahead and the others follow."""
    d = Drawing(colour=SKY)
    d.fill(ellipse(560, 330, 460), TINT_TEAL)
    things.sun(d, 880, 190, 84, OCHRE)
    d.fill(ground((-20, 640), (300, 606), (700, 650), (1220, 600)), MID_PLUM)
    d.fill(ground((-20, 700), (500, 670), (1220, 720)), PLUM)
    for step in range(26):
        x, y = step * 49 - 10, 744 + (step * 37) % 46
        d.fill(ellipse(x, y, 16, 11), MID_PLUM if step % 2 else "#c48bb8")
    land.tree(d, 1070, 668, 230, DEEP_LEAF, kind="round")
    land.tree(d, 130, 660, 150, LEAF, kind="round")
    flock = [
        (600, 210, TEAL),
        (640, 410, PLUM),
        (800, 140, MID_TEAL),
        (850, 320, OCHRE),
        (850, 480, TEAL),
        (1010, 400, CORAL),
        (1010, 96, PLUM),
    ]
    for x, y, colour in flock:
        land.bird(d, x, y, 76, colour, turn=6)
    land.bird(d, 400, 320, 158, CORAL, turn=4)
    return d


def online() -> Drawing:
    """Over somebody's shoulder: a laptop with four people in arched windows, a door behind it is closed."""
    d = Drawing(colour=MINT)
    things.door(d, 905, 70, 230, 560, TEAL, None)
    d.fill(rect(0, 520, 1200, 280), WOOD)
    d.fill(rect(0, 520, 1200, 16), lighter(WOOD))
    d.fill(rounded(250, 90, 620, 420, 26), INK)
    d.fill(rounded(272, 112, 576, 376, 12), PAPER)
    faces = [(cast.RUTH, TINT_PLUM), (cast.IBRAHIM, BUTTER), (cast.SAMIRA, ROSE), (cast.ANKE, MINT)]
    for step, (look, colour) in enumerate(faces):
        x, y = 286 + step % 2 * 280, 126 + step // 2 * 180
        pane = arch(x, y, 266, 168)
        d.fill(pane, colour)
        with d.within(pane):
            upper(
                d,
                look,
                x + 133,
                y + 214,
                0.58,
                gaze=(0.5, -0.4, 0.4, -0.6)[step],
                mood=("talk", "glad", "look", "glad")[step],
                right=((104, -190), (96, -270)) if step == 1 else None,
            )
    d.fill("M190 520h740l60 62a16 16 0 0 1-12 26h-836a16 16 0 0 1-12-26z", SAND)
    d.fill("M300 536h520l34 44h-588z", INK, opacity=0.14)
    plants.plant(d, 120, 560, 250, pot=CORAL, kind="tall")
    things.cup(d, 1040, 640, 110, OCHRE)
    upper(
        d,
        cast.JOLIEN,
        560,
        1020,
        1.5,
        back=True,
        left=((180, -190), (140, -290)),
        right=((180, -190), (140, -290)),
    )
    return d


def go_on() -> Drawing:
    """A dandelion close by: its seeds drift to the lit windows of houses far away."""
    d = Drawing(colour=TEAL)
    d.fill(ellipse(430, 330, 380), lighter(TEAL, 0.08))
    d.fill(ground((-20, 690), (500, 650), (1220, 690)), DEEP_TEAL)
    for x, size, colour in ((760, 110, CORAL), (890, 140, OCHRE), (1040, 118, ROSE)):
        land.far_house(d, x, 680, size, colour, roof=INK, lit=BUTTER)
    d.fill(ground((-20, 740), (500, 716), (1220, 730)), LEAF)
    d.line(curve((470, 820), (456, 600), (450, 340)), MEADOW, 15)
    for angle, length in ((-150, 190), (-28, 200), (-118, 150)):
        d.fill(leaf(472, 812, length, 60, angle), MEADOW)
    middle = (450, 320)
    for step in range(22):
        angle = math.radians(step * 360 / 22 + 8)
        if -60 < math.degrees(math.atan2(math.sin(angle), math.cos(angle))) < 14:
            continue
        _seed(d, *middle, 168, math.degrees(angle))
    for step in range(9):
        angle = step * 40 + 20
        if not -50 < (angle + 180) % 360 - 180 < 20:
            _seed(d, *middle, 104, angle)
    d.fill(ellipse(*middle, 34), DARK_WOOD)
    for x, y, turn in (
        (660, 210, 20),
        (760, 330, 40),
        (820, 150, 28),
        (930, 270, 52),
        (700, 460, 48),
        (1020, 170, 35),
        (1010, 420, 66),
        (860, 470, 60),
    ):
        with d.placed(x, y, turn=turn):
            _seed(d, 0, 0, 96, -90)
    return d


def _seed(d: Drawing, x: float, y: float, length: float, angle: float) -> None:
    """A dandelion seed: a stem with a parasol of an arch."""
    with d.placed(x, y, turn=angle + 90):
        d.line(path((0, 0), (0, -length)), SAND, 2.5, opacity=0.8)
        d.fill(arch(-24, -length - 26, 48, 26), PAPER, opacity=0.92)
        d.fill(ellipse(0, -2, 5, 10), OCHRE)


def two_guides() -> Drawing:
    """Two hands, each from another side, exchange two booklets."""
    d = Drawing(colour=OCHRE)
    d.fill(arch(300, 80, 600, 800), BUTTER)
    for (x, y, turn, colour, doors), look_side in (
        ((470, 330, -12, CORAL, (OCHRE, PAPER)), -1),
        ((740, 420, 10, TEAL, (MINT, CORAL)), 1),
    ):
        with d.placed(x, y, turn=turn):
            d.fill(rounded(-128, -170, 268, 356, 12), INK, opacity=0.15)
            d.fill(rounded(-134, -178, 268, 356, 12), PAPER)
            d.fill(rounded(-134, -178, 260, 356, 12), colour)
            d.fill(arch(-84, -110, 110, 190), doors[0])
            d.fill(arch(-30, -60, 110, 140), doors[1], opacity=0.9)
            d.line(path((-90, 116), (70, 116)), PAPER, 10)
            d.line(path((-90, 142), (10, 142)), PAPER, 10, opacity=0.7)
        if look_side < 0:
            _reach(d, -30, 560, 400, 470, SKIN_3, PLUM)
        else:
            _reach(d, 1230, 640, 830, 560, cast.SEM.skin, MID_TEAL)
    return d


def _reach(d: Drawing, x: float, y: float, to_x: float, to_y: float, skin: str, sleeve: str) -> None:
    """An arm that comes in from the side and holds something between thumb and fingers."""
    side = 1 if to_x > x else -1
    d.line(curve((x, y), ((x + to_x) / 2, y + 20), (to_x, to_y)), skin, 84)
    d.line(curve((x, y), ((x + to_x) / 2 - side * 20, y + 22), (to_x - side * 150, to_y + 46)), sleeve, 112)
    d.line(path((to_x - side * 146, to_y - 8), (to_x - side * 130, to_y + 96)), darker(sleeve), 20)
    d.line(
        curve((to_x - side * 20, to_y - 20), (to_x + side * 10, to_y - 58), (to_x + side * 54, to_y - 74)),
        skin,
        38,
    )
    for step in range(3):
        d.line(
            path((to_x, to_y + step * 26 - 8), (to_x + side * (78 - step * 12), to_y + step * 30 - 10)),
            skin,
            32,
        )
        d.line(
            path(
                (to_x + side * 20, to_y + step * 28 + 6),
                (to_x + side * (62 - step * 12), to_y + step * 30 + 7),
            ),
            darker(skin, 0.2),
            3,
        )


NEWS_EARLY = {
    "zes-kleuren-een-klas": one_class,
    "op-de-fiets-naar-de-buren": first_exchange,
    "vogel-voorop": front_runner,
    "scherm-open": online,
    "pluizen-in-de-wind": go_on,
    "twee-boekjes": two_guides,
}
