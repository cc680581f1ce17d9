"""People as simple, warm figures: an arch for a body, a round head, a few lines for a face.

A figure is drawn around its hips at (0, 0): shoulders at -190, the middle of the head at -280, feet at 225.
"""

from __future__ import annotations

from dataclasses import dataclass

from home.demo.drawings import hair
from home.demo.drawings.palette import (
    CORAL,
    INK,
    MUTED,
    OCHRE,
    PAPER,
    TEAL,
    darker,
    lighter,
)
from home.demo.drawings.svg import Drawing, Point, bow, curve, ellipse, path, rect, rounded

TORSO = (
    "M-78 6C-84 -50 -80 -110 -82 -150C-82 -190 -58 -208 -24 -212"
    "L24 -212C58 -208 82 -190 82 -150C80 -110 84 -50 78 6z"
)
HEAD: Point = (0, -280)
SHOULDER: Point = (64, -178)
Arm = tuple[Point, Point]  # elbow and hand
DOWN: Arm = ((92, -92), (84, -6))
BEHIND_BACK: Arm = ((104, -100), (30, -42))


@dataclass(frozen=True)
class Look:
    """How somebody looks; ``style`` is a key of hair.FRONT, ``wear`` of ``WEAR``."""

    skin: str
    hair: str
    style: str = "short"
    top: str = TEAL
    wear: str = "plain"
    trim: str = PAPER
    legs: str = INK
    shoes: str = INK
    glasses: bool = False
    beard: bool = False
    skirt: bool = False
    broad: float = 1.0


def face(d: Drawing, look: Look, shift: float, mood: str) -> None:
    """A few lines: eyes as small arches or dots, a nose, cheeks, a mouth."""
    ink = darker(look.skin, 0.72)
    for side in (-1, 1):
        x = side * 17 + shift
        if mood in ("glad", "down"):
            d.line(bow(x - 7, -2, 14, 7 if mood == "glad" else -6), ink, 4.5)
        else:
            d.fill(ellipse(x, -4, 4.6, 5.4), ink)
        d.fill(ellipse(side * 25 + shift * 0.8, 14, 9, 7), CORAL, opacity=0.28)
    d.line(
        path((shift * 1.35 - 1, 2), (shift * 1.35 + 4, 12), (shift * 1.35 - 3, 13)),
        darker(look.skin, 0.3),
        3.5,
    )
    if look.beard:
        d.fill(
            (
                "M-45 2C-44 40 -26 58 0 58C26 58 44 40 45 2"
                f"C38 20 {22 + shift} 18 {shift} 18C{-22 + shift} 18 -38 20 -45 2z"
            ),
            look.hair,
        )
    if mood == "talk":
        d.fill(ellipse(shift, 29, 9, 7), PAPER if look.beard else ink)
    else:
        d.line(bow(shift - 11, 25, 22, -9), PAPER if look.beard else ink, 4)
    if look.glasses:
        for side in (-1, 1):
            d.line(ellipse(side * 18 + shift, -3, 14), ink, 3.5)
        d.line(path((shift - 4, -4), (shift + 4, -4)), ink, 3.5)


def head(d: Drawing, look: Look, *, gaze: float = 0, mood: str = "glad", tilt: float = 0, back=False) -> None:
    """The head around (0, 0); ``gaze`` from -1 (left) to 1 (right)."""
    shift = round(gaze * 15)
    with d.placed(turn=tilt):
        if back:
            covered = look.style != "bald"
            hair.BEHIND.get(look.style, hair.nothing)(d, look.hair, 0)
            d.fill(ellipse(0, -4, 49, 58), look.hair if covered else look.skin)
            if look.style == "scarf":
                d.fill("M-49 -4C-52 40 -72 70 -80 84C-40 110 40 110 80 84C72 70 52 40 49 -4z", look.hair)
                d.line(curve((-60, 66), (0, 84), (60, 66)), darker(look.hair, 0.2), 5)
            if not covered:
                d.fill("M-50 -10C-52 30 -30 50 0 52C30 50 52 30 50 -10C40 14 -40 14 -50 -10z", look.hair)
            return
        hair.BEHIND.get(look.style, hair.nothing)(d, look.hair, shift)
        if look.style != "scarf":
            for side in (-1, 1):
                d.fill(ellipse(side * 46 - shift * 0.5, 4, 9, 12), darker(look.skin, 0.08))
        d.fill(ellipse(0, 0, 46, 54), look.skin)
        face(d, look, shift, mood)
        hair.FRONT.get(look.style, hair.nothing)(d, look.hair, shift)


def limb(d: Drawing, look: Look, arm: Arm, side: int) -> None:
    """An arm from the shoulder over the elbow to the hand; a care uniform has short sleeves."""
    (ex, ey), (hx, hy) = arm
    start = (side * SHOULDER[0], SHOULDER[1])
    line = curve(start, (ex, ey), (hx, hy))
    sleeve = darker(look.top, 0.12)
    d.fill(ellipse(hx, hy, 21), look.skin)
    if look.wear == "uniform":
        d.line(line, look.skin, 32)
        half = (start[0] + (ex - start[0]) * 0.72, start[1] + (ey - start[1]) * 0.72)
        d.line(path(start, half), sleeve, 44)
    else:
        d.line(curve(start, (ex, ey), (hx + (ex - hx) * 0.16, hy + (ey - hy) * 0.16)), sleeve, 40)


def mirrored(arm: Arm) -> Arm:
    return ((-arm[0][0], arm[0][1]), (-arm[1][0], arm[1][1]))


def clothes(d: Drawing, look: Look) -> None:
    """What is on the chest, within the outline of the body."""
    if look.wear == "uniform":
        d.fill("M-26 -214L0 -160L26 -214z", look.skin)
        d.line("M-30 -212L0 -156L30 -212", look.trim, 11)
        d.fill(rounded(22, -130, 36, 40, 6), darker(look.top, 0.12))
        d.fill(rect(-46, -140, 7, 34), MUTED)
        d.fill(ellipse(-42, -104, 9), OCHRE)
    elif look.wear == "stripes":
        for y in (-178, -138, -98, -58, -18):
            d.fill(rect(-90, y, 180, 17), look.trim)
    elif look.wear == "dots":
        for row in range(5):
            for column in range(-2, 3):
                d.fill(ellipse(column * 38 + row % 2 * 19, -178 + row * 42, 7), look.trim)
    elif look.wear == "cardigan":
        d.fill("M-28 -214L-34 10L34 10L28 -214z", look.trim)
        d.line("M-30 -212L-36 8M30 -212L36 8", darker(look.top, 0.2), 7)
    elif look.wear == "shirt":
        d.line("M0 -196L0 8", darker(look.top, 0.18), 4)
        d.fill("M-30 -216L-4 -186L-34 -172z M30 -216L4 -186L34 -172z", look.trim)
    elif look.wear == "knit":
        for y in (-190, -160, -130, -100, -70, -40, -10):
            d.line(f"M-84 {y}Q0 {y + 16} 84 {y}", look.trim, 5, opacity=0.75)
    else:
        d.line(bow(-26, -210, 52, -20), darker(look.top, 0.2), 9)


def upper(
    d: Drawing,
    look: Look,
    x: float,
    y: float,
    size: float = 1,
    *,
    gaze: float = 0,
    mood: str = "glad",
    left: Arm | str | None = None,
    right: Arm | str | None = None,
    lean: float = 0,
    tilt: float = 0,
    back: bool = False,
    flip: bool = False,
) -> None:
    """A body from the hips up, with the hips at (x, y).

    ``left`` and ``right`` are the arms as seen: None hangs down, "behind" is on the back, "none"
    is not drawn, or elbow and hand as for the right side (the left one is mirrored).
    """
    arms = [(-1, left), (1, right)]
    with d.placed(x, y, size, turn=lean, flip=flip):
        for side, arm in arms:
            if arm == "behind" and not back:
                limb(d, look, BEHIND_BACK if side > 0 else mirrored(BEHIND_BACK), side)
        d.fill(rect(-20, -246, 40, 46), darker(look.skin, 0.1))
        with d.placed(scale=1):
            body = TORSO if look.broad == 1 else _broad(look.broad)
            d.fill(body, look.top)
            with d.within(body):
                if not back or look.wear in ("stripes", "dots", "knit"):
                    clothes(d, look)
        with d.placed(*HEAD):
            head(d, look, gaze=gaze, mood=mood, tilt=tilt, back=back)
        for side, arm in arms:
            if arm is None:
                limb(d, look, DOWN if side > 0 else mirrored(DOWN), side)
            elif arm == "behind" and back:
                limb(d, look, BEHIND_BACK if side > 0 else mirrored(BEHIND_BACK), side)
            elif not isinstance(arm, str):
                limb(d, look, arm if side > 0 else mirrored(arm), side)


def _broad(by: float) -> str:
    """The outline of a wider body."""
    wide = [78, 84, 80, 82, 58]
    a, b, c, e, f = (round(value * by, 1) for value in wide)
    return (
        f"M{-a} 6C{-b} -50 {-c} -110 {-e} -150C{-e} -190 {-f} -208 -24 -212L24 -212"
        f"C{f} -208 {e} -190 {e} -150C{c} -110 {b} -50 {a} 6z"
    )


def standing(
    d: Drawing, look: Look, x: float, foot: float, size: float = 1, *, step: float = 0, **pose
) -> None:
    """A whole figure with its feet at ``foot``; ``step`` spreads the legs as in walking."""
    flip = pose.get("flip", False)
    with d.placed(x, foot - 225 * size, size, flip=flip):
        for side in (-1, 1):
            to = side * 30 + step * side * 55
            knee = (side * 30 + (step * 48 if side > 0 else -step * 10), 100)
            d.line(
                curve((side * 32, -6), knee, (to, 196)),
                look.skin if look.skirt else look.legs,
                30 if look.skirt else 50,
            )
            d.fill(f"M{to - 24:g} 225v-14a24 24 0 0 1 48 0l10 14z", look.shoes)
        if look.skirt:
            d.fill("M-78 -6L-96 130Q0 150 96 130L78 -6z", look.legs)
        else:
            d.fill(rounded(-66, -24, 132, 60, 26), look.legs)
    upper(d, look, x, foot - 225 * size, size, **pose)


def seated(d: Drawing, look: Look, x: float, seat: float, size: float = 1, **pose) -> None:
    """Somebody who sits facing right (or left with ``flip``); the seat is at ``seat``."""
    with d.placed(x, seat, size, flip=pose.get("flip", False)):
        if look.skirt:
            d.line(path((112, 20), (118, 150)), look.skin, 30)
            d.fill("M-70 -40L110 -44Q140 -30 138 60L60 60L-70 20z", look.legs)
        else:
            d.line(path((-10, -14), (104, -14), (112, 150)), look.legs, 52)
        d.fill("M92 186v-16a24 24 0 0 1 48 0l16 16z", look.shoes)
    upper(d, look, x, seat, size, **pose)


def from_above(
    d: Drawing, look: Look, x: float, y: float, size: float, turn: float, *, reach: float = 70
) -> None:
    """Somebody at a table seen from above; ``turn`` 0 looks up, the hands ``reach`` in front."""
    with d.placed(x, y, size, turn=turn):
        for side in (-1, 1):
            d.line(
                curve((side * 62, 4), (side * 66, -reach * 0.6), (side * 34, -reach)), darker(look.top), 34
            )
            d.fill(ellipse(side * 30, -reach - 8, 19), look.skin)
        d.fill(rounded(-88, -34, 176, 72, 36), look.top)
        if look.wear == "stripes":
            for dx in (-70, -44, 44, 70):
                d.fill(rect(dx - 6, -34, 12, 72), look.trim)
        d.fill(ellipse(0, -8, 42, 46), look.skin if look.style == "bald" else look.hair)
        if look.style == "bald":
            d.fill("M-42 -6A42 46 0 0 0 42 -6A42 30 0 0 1 -42 -6z", look.hair)
        elif look.style in ("bun", "lowbun"):
            d.fill(ellipse(0, 24, 22), lighter(look.hair, 0.12))
        elif look.style == "long":
            d.fill(rounded(-40, -10, 80, 66, 30), look.hair)
        elif look.style == "scarf":
            d.line(bow(-30, -20, 60, 26), darker(look.hair, 0.2), 5)
        else:
            d.line(curve((4, -50), (-6, -20), (2, 10)), lighter(look.hair, 0.18), 5)
