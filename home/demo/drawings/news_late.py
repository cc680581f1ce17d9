"""Pictures of the more recent news."""

from __future__ import annotations

from dataclasses import replace

from home.demo.drawings import cast, land, things, wheels
from home.demo.drawings.palette import (
    BLACK_HAIR,
    BRICK,
    BUTTER,
    CORAL,
    DARK_WOOD,
    DEEP_BRICK,
    DEEP_PLUM,
    DEEP_TEAL,
    INK,
    LEAF,
    MID_CORAL,
    MID_PLUM,
    MID_TEAL,
    MINT,
    NIGHT,
    OCHRE,
    PAPER,
    PLUM,
    ROSE,
    SAND,
    SKIN_3,
    TEAL,
    TINT_CORAL,
    TINT_OCHRE,
    WOOD,
    darker,
    lighter,
)
from home.demo.drawings.people import seated, standing, upper
from home.demo.drawings.svg import Drawing, arch, curve, ellipse, leaf, path, rect, rounded


def hands_on_back() -> Drawing:
    """Close by: two hands that hold each other on the back of a care uniform."""
    d = Drawing(colour=CORAL)
    d.fill(arch(150, 60, 900, 900), MID_CORAL)
    skin, tunic = SKIN_3, MINT
    d.fill(rect(540, 60, 120, 190), darker(skin, 0.1))
    body = (
        "M330 820C318 640 322 420 340 330C356 240 450 190 540 190"
        "L660 190C750 190 844 240 860 330C878 420 882 640 870 820z"
    )
    d.fill(body, tunic)
    with d.within(body):
        d.line(path((600, 190), (600, 800)), darker(tunic, 0.12), 6)
        d.fill(rect(300, 540, 600, 44), TEAL)
    d.line("M528 192Q600 236 672 192", TEAL, 18)
    d.fill(ellipse(600, 20, 130, 150), BLACK_HAIR)
    d.fill(ellipse(600, 100, 62, 56), lighter(BLACK_HAIR, 0.1))
    d.line(curve((372, 330), (262, 520), (372, 640), (560, 652)), skin, 92)
    d.line(curve((828, 330), (938, 520), (832, 640), (650, 640)), darker(skin, 0.06), 92)
    d.line(curve((378, 300), (316, 400), (296, 470)), darker(tunic, 0.1), 128)
    d.line(curve((822, 300), (884, 400), (904, 470)), darker(tunic, 0.1), 128)
    d.line(path((236, 516), (350, 530)), TEAL, 18)
    d.line(path((964, 516), (850, 530)), TEAL, 18)
    d.fill(ellipse(580, 654, 74, 56), skin)
    for step in range(4):
        y = 622 + step * 25
        d.line(path((600, y), (686 - abs(step - 1) * 8, y + 2)), skin, 27)
        d.line(path((622, y + 12), (680 - step * 6, y + 14)), darker(skin, 0.25), 3)
    d.line(curve((548, 640), (596, 592), (640, 596)), skin, 30)
    return d


def carers() -> Drawing:
    """Evening in a living room: a daughter and her father look at a photo album under a lamp."""
    d = Drawing(colour=DEEP_PLUM)
    d.fill(rect(0, 620, 1200, 180), PLUM)
    d.fill(ellipse(600, 700, 470, 70), MID_PLUM, opacity=0.5)
    pane = things.window(d, 150, 130, 200, 300, MID_PLUM, NIGHT)
    d.fill(ellipse(286, 220, 34), BUTTER, clip=pane)
    things.bars(d, 150, 130, 200, 300, MID_PLUM)
    for x, y, colour in ((930, 210, CORAL), (1050, 170, MINT), (1040, 320, OCHRE)):
        d.fill(rounded(x - 46, y - 56, 92, 112, 8), BUTTER)
        d.fill(arch(x - 24, y - 30, 48, 70), colour)
    things.lamp(d, 610, 190, 150, CORAL, BUTTER)
    d.fill(rounded(300, 400, 600, 300, 80), TEAL)
    d.fill(rounded(270, 520, 660, 170, 50), darker(TEAL, 0.2))
    upper(
        d,
        cast.HENDRIK,
        470,
        640,
        1.02,
        gaze=0.6,
        mood="down",
        tilt=6,
        left=((100, -100), (50, -34)),
        right=((98, -100), (50, -40)),
    )
    upper(
        d,
        replace(cast.GERDA, top=OCHRE, trim=PAPER, skin=cast.HENDRIK.skin, hair="#2a1e1c"),
        716,
        640,
        1,
        gaze=-0.7,
        mood="down",
        tilt=-8,
        left=((90, -110), (36, -50)),
        right=((110, -100), (70, -30)),
    )
    d.fill("M250 560a52 60 0 0 1 104 0v130h-104z M846 560a52 60 0 0 1 104 0v130h-104z", TEAL)
    with d.placed(596, 640):
        d.fill("M-176 -46Q-80 -76 0 -40Q80 -76 176 -46L190 66Q90 34 0 72Q-90 34 -190 66z", PAPER)
        d.line("M0 -40L0 72", darker(SAND), 4)
        for x, colour in ((-116, ROSE), (34, MINT)):
            d.fill(arch(x, -30, 78, 66), colour)
        d.fill(ellipse(-77, 10, 14), CORAL)
        d.fill(ellipse(72, 10, 14), TEAL)
    d.fill(ellipse(432, 652, 22), cast.HENDRIK.skin)
    d.fill(ellipse(774, 650, 22), cast.HENDRIK.skin)
    return d


def calling() -> Drawing:
    """Night: three houses, in each lit window somebody on the phone, one curling line joins them."""
    d = Drawing(colour=NIGHT)
    for step in range(24):
        d.fill(ellipse((step * 211) % 1200, (step * 67) % 240, 3 + step % 3), BUTTER, opacity=0.8)
    d.fill(ellipse(1010, 120, 54), BUTTER)
    d.fill(ellipse(1034, 106, 48), NIGHT)
    walls = [
        (70, 250, 330, PLUM, DEEP_PLUM),
        (435, 170, 330, BRICK, DEEP_BRICK),
        (800, 270, 330, TEAL, DEEP_TEAL),
    ]
    looks = [cast.SAMIRA, cast.TOM, cast.JOLIEN]
    for (x, top, width, wall, roof), look, gaze in zip(walls, looks, (0.7, 0, -0.7), strict=True):
        land.bricks(d, x, top, width, 800 - top, wall)
        d.fill(f"M{x - 16} {top + 4}L{x + width / 2} {top - 130}L{x + width + 16} {top + 4}z", roof)
        pane = things.window(d, x + 55, top + 70, 220, 330, PAPER, BUTTER)
        with d.within(pane):
            d.fill(ellipse(x + 165, top + 150, 120), OCHRE, opacity=0.4)
            upper(
                d,
                look,
                x + 165,
                top + 440,
                0.94,
                gaze=gaze,
                mood="talk" if gaze == 0 else "glad",
                tilt=7,
                right=((112, -160), (58, -262)),
            )
            d.fill(rounded(x + 165 + 38, top + 440 - 286, 22, 58, 8), INK)
        d.fill(rect(x + 40, top + 400, 250, 20), PAPER)
        d.fill(arch(x + 120, top + 460, 90, 260), roof)
    d.line(
        curve(
            (330, 520),
            (420, 640),
            (480, 540),
            (430, 600),
            (520, 690),
            (620, 600),
            (700, 690),
            (770, 590),
            (720, 560),
            (800, 660),
            (900, 560),
        ),
        CORAL,
        8,
    )
    return d


def season() -> Drawing:
    """A large wall calendar with arches for days; a hand opens one, autumn leaves blow by."""
    d = Drawing(colour=TINT_CORAL)
    for x, y, angle, colour in (
        (110, 180, 40, OCHRE),
        (70, 480, -30, CORAL),
        (190, 690, 70, MID_CORAL),
        (1090, 140, 120, CORAL),
        (1130, 420, 60, OCHRE),
        (1010, 60, 20, MID_CORAL),
        (1120, 650, -60, DARK_WOOD),
    ):
        d.fill(leaf(x, y, 96, 42, angle), colour)
        d.line(leaf(x, y, 96, 0, angle), darker(colour, 0.2), 3)
    d.fill(rounded(262, 96, 690, 640, 26), INK, opacity=0.1)
    d.fill(rounded(250, 80, 690, 640, 26), PAPER)
    d.fill("M250 106a26 26 0 0 1 26-26h638a26 26 0 0 1 26 26v104h-690z", TEAL)
    for x in (350, 470, 720, 840):
        d.line(path((x, 52), (x, 118)), OCHRE, 15)
    for step in range(3):
        d.fill(arch(535 + step * 44, 118, 34, 60), (CORAL, PAPER, OCHRE)[step])
    for row in range(4):
        for column in range(6):
            x, y, spot = 290 + column * 104, 240 + row * 116, (row * 6 + column)
            colour = {3: CORAL, 8: MID_TEAL, 10: BUTTER, 15: OCHRE, 18: ROSE, 21: TEAL}.get(spot, SAND)
            d.fill(arch(x, y, 82, 98), colour)
            if colour != SAND and spot != 15:
                d.fill(ellipse(x + 66, y + 58, 5), PAPER)
    x, y = 290 + 3 * 104, 240 + 2 * 116
    d.fill(arch(x, y, 82, 98), DEEP_TEAL)
    d.fill(ellipse(x + 41, y + 52, 20), BUTTER)
    d.fill(f"M{x} {y + 98}V{y + 41}C{x - 6} {y + 10} {x - 40} {y - 4} {x - 52} {y + 6}V{y + 116}z", OCHRE)
    skin = cast.FATIHA.skin
    d.line(curve((1230, 770), (980, 740), (760, 590)), skin, 78)
    d.line(curve((1240, 780), (1080, 764), (930, 706)), LEAF, 116)
    d.line(path((938, 644), (896, 738)), darker(LEAF), 20)
    d.line(curve((760, 590), (700, 540), (650, 530)), skin, 34)
    for step in range(3):
        d.line(
            curve((776, 592 + step * 20), (736, 600 + step * 24), (712 + step * 12, 590 + step * 22)),
            darker(skin, 0.07),
            34,
        )
    return d


def proposals() -> Drawing:
    """Seven cards on a wall; students and a resident in a wheelchair, seen from behind, read them."""
    d = Drawing(colour=SAND)
    d.fill(arch(110, 40, 980, 700), TINT_OCHRE)
    d.fill(rect(0, 690, 1200, 110), WOOD)
    cards = [
        (290, 300, CORAL, -6),
        (404, 160, OCHRE, 4),
        (556, 116, MID_TEAL, -3),
        (704, 124, ROSE, 5),
        (850, 190, PLUM, -4),
        (516, 286, TEAL, 3),
        (680, 290, BUTTER, -5),
    ]
    for x, y, colour, turn in cards:
        ink = PAPER if colour in (CORAL, PLUM, TEAL) else INK
        things.paper(d, x + 5, y + 7, 114, darker(SAND), turn=turn, lines=0)
        things.paper(d, x, y, 114, colour, turn=turn, ink=ink)
        d.fill(ellipse(x, y - 66, 9), INK)
    standing(d, cast.YARA, 380, 776, 0.84, back=True, right=((112, -210), (70, -300)))
    wheels.wheelchair(d, 590, 640, 0.84, CORAL)
    seated(d, cast.HENDRIK, 590, 634, 0.8, back=True, right=((112, -150), (140, -200)))
    wheels.wheelchair(d, 590, 640, 0.84, CORAL, front=True)
    standing(
        d,
        cast.SEM,
        836,
        776,
        0.88,
        gaze=-0.9,
        mood="talk",
        left=((118, -190), (146, -282)),
        right=((100, -90), (88, -6)),
    )
    return d


NEWS_LATE = {
    "handen-op-de-rug": hands_on_back,
    "album-op-schoot": carers,
    "bellen-in-de-avond": calling,
    "kalender-vol-deurtjes": season,
    "zeven-kaarten": proposals,
}
