"""Portraits of the people of the demonstration: drawings, and clearly so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from home.demo.drawings import cast, land, things
from home.demo.drawings.palette import (
    BUTTER,
    CORAL,
    DARK_WOOD,
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
    TINT_CORAL,
    TINT_OCHRE,
    TINT_PLUM,
    TINT_TEAL,
    WOOD,
)
from home.demo.drawings.people import Look, upper
from home.demo.drawings.svg import Drawing, arch, ellipse, ground, leaf, rect, rounded

WIDTH, HEIGHT = 800, 1000
Scene = Callable[[Drawing], None]


def shelf(d: Drawing) -> None:
    d.fill(rect(0, 400, 800, 22), DARK_WOOD)
    things.books(d, 40, 400, [(46, 210, CORAL), (36, 170, TEAL), (54, 230, PLUM), (34, 150, PAPER)])
    things.books(d, 610, 400, [(40, 180, TEAL), (56, 220, PAPER), (36, 150, CORAL)])


def fields(d: Drawing) -> None:
    d.fill(ground((-20, 520), (400, 470), (820, 530), bottom=1000), MEADOW)
    land.poplars(d, (90, 170), 540, 330, LEAF)
    land.church(d, 650, 520, 120, MID_CORAL)


def night(d: Drawing) -> None:
    for x, y, r in ((90, 140, 8), (200, 60, 5), (700, 110, 8), (620, 50, 5), (730, 300, 6), (60, 360, 6)):
        d.fill(ellipse(x, y, r), BUTTER)
    d.fill(ellipse(650, 200, 62), BUTTER)
    d.fill(ellipse(680, 184, 54), PLUM)


def leaves(d: Drawing) -> None:
    for x, y, angle, colour in (
        (20, 420, -50, LEAF),
        (40, 560, -20, MID_TEAL),
        (10, 700, -40, LEAF),
        (780, 400, -130, LEAF),
        (770, 560, -160, MID_TEAL),
        (790, 700, -140, LEAF),
    ):
        d.fill(leaf(x, y, 280, 110, angle), colour)


def tiles(d: Drawing) -> None:
    for row in range(7):
        for column in range(6):
            d.fill(arch(column * 140 - 20, row * 150, 120, 130), TINT_OCHRE if (row + column) % 2 else SAND)


def words(d: Drawing) -> None:
    things.speech(d, 40, 110, 200, 180, CORAL)
    things.speech(d, 560, 60, 200, 180, TEAL, tail=-1)


def bright_window(d: Drawing) -> None:
    things.window(d, 120, 90, 560, 900, PAPER, SKY)
    things.sun(d, 570, 300, 80)
    things.bars(d, 120, 90, 560, 760, PAPER)


def cups(d: Drawing) -> None:
    for y in (260, 520):
        d.fill(rounded(0, y, 800, 20, 8), WOOD)
        for step, colour in enumerate((OCHRE, PAPER, CORAL, TEAL)):
            things.cup(d, 80 + step * 220, y, 100, colour, steam=None)


def rainbow(d: Drawing) -> None:
    for step, colour in enumerate((CORAL, OCHRE, MID_TEAL, PLUM)):
        d.fill(arch(40 + step * 70, 120 + step * 80, 720 - step * 140, 1000), colour)
    d.fill(arch(320, 440, 160, 700), ROSE)


def portrait(look: Look, colour: str, door: str | None, scene: Scene, size: float = 2.2, **pose) -> Drawing:
    """Somebody from the chest up before a scene that is their own."""
    d = Drawing(WIDTH, HEIGHT, colour)
    scene(d)
    if door:
        d.fill(arch(150, 130, 500, 900), door)
    upper(d, look, 400, 1000 + 30 * size, size, **pose)
    return d


CHIN = ((126, -110), (46, -214))
PORTRAITS: dict[str, Callable[[], Drawing]] = {
    "portret-noor": partial(portrait, cast.NOOR, SKY, None, fields, 2.1, gaze=0.4, mood="look"),
    "portret-jayden": partial(portrait, cast.JAYDEN, TINT_PLUM, MINT, words, 2.2, gaze=-0.3, tilt=3),
    "portret-anke": partial(portrait, cast.ANKE, TINT_CORAL, ROSE, cups, 2.2, gaze=0.3, tilt=-4, right=CHIN),
    "portret-ruth": partial(portrait, cast.RUTH, BUTTER, None, shelf, 2.15, gaze=-0.4, mood="look"),
    "portret-ibrahim": partial(portrait, cast.IBRAHIM, OCHRE, None, tiles, 2.25, gaze=0.2),
    "portret-jolien": partial(portrait, cast.JOLIEN, TINT_TEAL, None, leaves, 2.2, gaze=0.4, tilt=4),
    "portret-fatiha": partial(portrait, cast.FATIHA, MID_TEAL, BUTTER, lambda d: None, 2.2, gaze=-0.3),
    "portret-gerda": partial(
        portrait, cast.GERDA, MID_PLUM, None, bright_window, 2.1, gaze=-0.4, mood="look"
    ),
    "portret-samira": partial(portrait, cast.SAMIRA, ROSE, None, rainbow, 2.15, gaze=0.3, tilt=-3),
}
