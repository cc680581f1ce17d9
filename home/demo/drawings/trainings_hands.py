"""Pictures of the trainings in which hands play the first part."""

from __future__ import annotations

from home.demo.drawings import cast, land, plants
from home.demo.drawings.palette import (
    BUTTER,
    CORAL,
    DARK_WOOD,
    DEEP_BRICK,
    DEEP_CORAL,
    DEEP_LEAF,
    DEEP_TEAL,
    INK,
    LEAF,
    MEADOW,
    MID_PLUM,
    MID_TEAL,
    MINT,
    OCHRE,
    PALE_MEADOW,
    PAPER,
    PLUM,
    ROSE,
    SAND,
    SKIN_1,
    SKIN_2,
    SKIN_3,
    SKIN_5,
    TEAL,
    TINT_PLUM,
    WOOD,
    darker,
    lighter,
)
from home.demo.drawings.people import upper
from home.demo.drawings.svg import Drawing, arch, curve, ellipse, leaf, path, poly, rect, rounded


def hand(
    d: Drawing, x: float, y: float, turn: float, skin: str, sleeve: str, *, size: float = 1, point=False
) -> None:
    """A hand that comes in along its arm; before turning it points up, with its palm at (x, y)."""
    shade = darker(skin, 0.18)
    with d.placed(x, y, size, turn=turn):
        d.line(path((0, 40), (0, 420)), skin, 74)
        d.line(path((0, 190), (0, 640)), sleeve, 112)
        d.fill(rounded(-64, 176, 128, 30, 14), darker(sleeve))
        d.line(curve((-26, 20), (-66, -10), (-74, -52)), skin, 32)
        d.fill(rounded(-46, -40, 96, 116, 42), skin)
        for step, dx in enumerate((-28, -2, 24)):
            length = 112 if step == 0 else (52 if point else 104 - step * 10)
            d.line(path((dx, -10), (dx * 1.12, -length)), skin, 29)
        for dx in (-15, 11):
            d.line(path((dx, -24), (dx * 1.1, -50)), shade, 3)


def watering() -> Drawing:
    """A watering can above three young plants in pots, each larger than the one before."""
    d = Drawing(colour=MEADOW)
    d.fill(arch(120, 60, 960, 900), PALE_MEADOW)
    d.fill(rect(0, 650, 1200, 150), WOOD)
    d.fill(rect(0, 650, 1200, 18), lighter(WOOD))
    for x, size, colour, count in ((390, 130, CORAL, 1), (570, 170, OCHRE, 2), (780, 220, PLUM, 3)):
        top = 670 - size * 0.7
        d.line(curve((x, top), (x + 6, top - size * 0.5), (x, top - size * 0.9)), LEAF, 12)
        for step in range(count):
            y = top - size * (0.3 + step * 0.24)
            d.fill(leaf(x, y, size * 0.56, size * 0.26, -28), LEAF)
            d.fill(leaf(x, y - 8, size * 0.56, size * 0.26, -152), DEEP_LEAF)
        d.fill(leaf(x, top - size * 0.8, size * 0.36, size * 0.16, -90), lighter(LEAF))
        d.fill(
            poly((x - size * 0.4, top), (x + size * 0.4, top), (x + size * 0.3, 676), (x - size * 0.3, 676)),
            colour,
        )
        d.fill(rounded(x - size * 0.45, top - 10, size * 0.9, 26, 10), darker(colour))
    plants.flower(d, 780, 330, 58, CORAL)
    with d.placed(330, 240, turn=18):
        d.line("M96 20L214 -40", TEAL, 26)
        d.fill("M206 -74L250 -12L232 2L190 -62z", DEEP_TEAL)
        d.fill(arch(-120, -80, 220, 190), TEAL)
        d.line("M-110 20C-240 10 -230 -120 -90 -66", TEAL, 22)
    for step in range(7):
        d.line(path((556 + step % 3 * 16, 320 + step * 26), (560 + step % 3 * 16, 340 + step * 26)), PAPER, 8)
    hand(d, 170, 232, 62, SKIN_2, CORAL, size=0.9)
    return d


def map_pins() -> Drawing:
    """From above: hands of three people lay paths and houses on a large map."""
    d = Drawing(colour=DARK_WOOD)
    for y in range(0, 800, 100):
        d.line(path((0, y), (1200, y)), INK, 3, opacity=0.25)
    with d.placed(600, 400, turn=-3):
        d.fill(rounded(-420, -290, 840, 580, 14), PAPER)
        d.fill(
            (
                "M-420 -120C-300 -180 -160 -60 0 -110C140 -150 300 -60 420 -120"
                "V276a14 14 0 0 1 -14 14H-406a14 14 0 0 1 -14 -14z"
            ),
            PALE_MEADOW,
        )
        d.line(curve((-420, 60), (-200, 10), (40, 120), (240, 40), (420, 110)), MID_TEAL, 34)
        for x in (-140, 140):
            d.line(path((x, -290), (x, 290)), SAND, 4)
        d.line(curve((-250, -30), (-60, -60), (60, 10), (230, -60)), CORAL, 9, dash="1 20")
        d.line(curve((60, 10), (20, 120), (-60, 210)), CORAL, 9, dash="1 20")
    for x, y, colour, roof in (
        (350, 390, CORAL, DEEP_CORAL),
        (660, 430, OCHRE, PLUM),
        (836, 340, TEAL, INK),
        (548, 640, ROSE, DEEP_BRICK),
    ):
        land.far_house(d, x, y, 84, colour, roof=roof, lit=PAPER)
    hand(d, 250, 520, 50, SKIN_5, OCHRE)
    hand(d, 930, 300, -80, SKIN_1, CORAL, point=True)
    hand(d, 720, 610, -18, SKIN_3, PLUM)
    return d


def sticky_notes() -> Drawing:
    """Close by: hands stick paper notes on a blue-green door."""
    d = Drawing(colour=OCHRE)
    d.fill(arch(190, 20, 820, 1000), DEEP_TEAL)
    d.fill(arch(220, 50, 760, 1000), TEAL)
    d.fill(ellipse(900, 480, 26), OCHRE)
    notes = (
        (420, 240, BUTTER, -6),
        (600, 190, ROSE, 4),
        (770, 270, MINT, -4),
        (380, 440, CORAL, 5),
        (560, 400, PAPER, -3),
        (740, 460, MID_PLUM, 6),
    )
    for x, y, colour, turn in notes:
        with d.placed(x, y, turn=turn):
            d.fill(rect(-66, -62, 140, 140), INK, opacity=0.2)
            d.fill("M-70 -70h140v100l-34 40h-106z", colour)
            d.fill("M70 30l-34 40v-40z", darker(colour, 0.2))
            d.line("M-44 -36h84M-44 -8h60M-44 20h40", INK, 6, opacity=0.45)
    hand(d, 330, 560, 24, SKIN_5, PAPER)
    hand(d, 850, 590, -26, SKIN_1, CORAL)
    hand(d, 596, 560, 2, SKIN_3, PLUM, point=True)
    return d


def badges() -> Drawing:
    """Two name badges on cords cross each other, one coral and one blue-green."""
    d = Drawing(colour=TINT_PLUM)
    left, right = ellipse(470, 470, 300), ellipse(730, 470, 300)
    d.fill(left, ROSE)
    d.fill(right, MINT)
    d.fill(left, MID_PLUM, clip=right)
    for x, top, colour, look, turn in ((420, 260, CORAL, cast.NOOR, -8), (780, 330, TEAL, cast.JAYDEN, 8)):
        side = -1 if x < 600 else 1
        d.line(curve((x, top), (x - side * 110, 120), (x - side * 300, -40)), colour, 24)
        d.line(curve((x, top), (x + side * 60, 110), (x + side * 130, -40)), colour, 24)
        with d.placed(x, top, turn=turn):
            d.fill(rounded(-22, -22, 44, 70, 10), INK)
            d.fill(rounded(-128, 44, 268, 350, 24), INK, opacity=0.14)
            d.fill(rounded(-134, 36, 268, 350, 24), PAPER)
            d.fill("M-134 60a24 24 0 0 1 24-24h220a24 24 0 0 1 24 24v50h-268z", colour)
            window = arch(-76, 130, 152, 160)
            d.fill(window, BUTTER if side < 0 else ROSE)
            with d.within(window):
                upper(d, look, 0, 360, 0.62, gaze=-0.4 * side)
            d.line("M-70 324h140M-40 352h80", colour, 12)
    return d


HANDS = {
    "gieter-en-plantjes": watering,
    "kaart-op-tafel": map_pins,
    "briefjes-op-de-deur": sticky_notes,
    "twee-naamkaartjes": badges,
}
