"""The picture of the playbook."""

from __future__ import annotations

import math

from home.demo.drawings import cast, land, things, wheels
from home.demo.drawings.palette import (
    CORAL,
    INK,
    LEAF,
    MEADOW,
    MID_CORAL,
    MID_TEAL,
    OCHRE,
    PALE_MEADOW,
    PAPER,
    PLUM,
    ROSE,
    SKY,
    TEAL,
    TINT_OCHRE,
)
from home.demo.drawings.people import seated, standing
from home.demo.drawings.svg import Drawing, ellipse, ground, path, rounded


def building() -> Drawing:
    """People build an arch of coloured stones in the land; the keystone is about to be placed."""
    d = Drawing(colour=SKY)
    land.hills(d, 430, sky=TINT_OCHRE)
    things.sun(d, 600, 400, 150, OCHRE)
    d.fill(ground((-20, 454), (280, 430), (640, 458), (1220, 440)), PALE_MEADOW)
    land.church(d, 150, 460, 84, MID_CORAL)
    land.poplars(d, (1010, 1060, 1110), 470, 150, LEAF)
    d.fill(ground((-20, 560), (400, 530), (800, 560), (1220, 530)), MEADOW)
    colours = (TEAL, CORAL, OCHRE, PLUM, MID_TEAL, ROSE, TEAL, CORAL, OCHRE)
    for side in (-1, 1):
        for row in range(3):
            x = 600 + side * 250 - 62
            d.fill(rounded(x, 640 - row * 78, 124, 72, 10), colours[(row * 2 + (side > 0)) % 9])
    for step in range(9):
        angle = math.radians(180 + 10 + step * 20)
        x, y = 600 + 250 * math.cos(angle), 476 + 250 * math.sin(angle)
        if step == 4:
            y -= 96
        with d.placed(x, y, turn=math.degrees(angle) + 90):
            d.fill("M-44 -58L44 -58L32 56L-32 56z", colours[step] if step != 4 else CORAL)
    d.line(path((600, -10), (600, 84)), INK, 5)
    d.line(path((566, 120), (600, 80), (634, 120)), INK, 5)
    d.fill(ground((-20, 716), (500, 696), (1220, 720)), LEAF)
    standing(d, cast.FATIHA, 470, 752, 0.74, gaze=0.5, right=((112, -240), (120, -330)), left=None)
    standing(
        d,
        cast.SEM,
        710,
        752,
        0.78,
        gaze=-0.6,
        mood="look",
        left=((112, -240), (112, -340)),
        right=((112, -110), (80, -60)),
    )
    wheels.wheelchair(d, 590, 690, 0.5, CORAL)
    seated(d, cast.HENDRIK, 590, 688, 0.5, gaze=0.3, right=((112, -190), (130, -260)))
    wheels.wheelchair(d, 590, 690, 0.5, CORAL, front=True)
    standing(
        d,
        cast.JAYDEN,
        970,
        770,
        0.84,
        gaze=-0.8,
        step=0.4,
        left=((100, -96), (40, -70)),
        right=((100, -96), (40, -70)),
    )
    d.fill(rounded(888, 514, 124, 76, 10), PLUM)
    for dx in (-26, 26):
        d.fill(ellipse(950 + dx * 2.4, 552, 18), cast.JAYDEN.skin)
    standing(
        d,
        cast.JOLIEN,
        210,
        770,
        0.84,
        gaze=0.8,
        right=((112, -130), (150, -170)),
        left=((104, -100), (60, -110)),
    )
    things.paper(d, 262, 470, 70, PAPER, turn=8)
    return d


PLAYBOOK = {"samen-een-boog-bouwen": building}
