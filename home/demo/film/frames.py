"""The picture at each moment of the film."""

from __future__ import annotations

from collections.abc import Callable

from home.demo.film.house_style import LEAF, OCHRE, PAPER, PLUM, TEAL, TINT_OCHRE, TINT_PLUM, TINT_TEAL
from home.demo.film.motion import part
from home.demo.film.pen import HEIGHT, WIDTH, Pen
from home.demo.film.scene_coaching import coaching
from home.demo.film.scene_door import door, street
from home.demo.film.scene_ending import end, gains, join
from home.demo.film.scene_exchange import exchange
from home.demo.film.scene_meeting import meeting
from home.demo.film.script import SCENES
from home.demo.film.stage import WIPE, open_arch

DRAWN: dict[str, Callable[[Pen, float], None]] = {
    "door": door,
    "street": street,
    "exchange": exchange,
    "meeting": meeting,
    "coaching": coaching,
    "gains": gains,
    "join": join,
    "end": end,
}
# How a scene opens into the next: where arches rise and their colours, the last one that of the next scene.
# The first two scenes go through a door instead.
OPENINGS = {
    "exchange": (900, (PLUM, TEAL, TINT_TEAL)),
    "meeting": (800, (LEAF, OCHRE, TINT_OCHRE)),
    "coaching": (925, (PLUM, TINT_PLUM)),
    "gains": (640, (OCHRE, "#f6efe4")),
    "join": (980, (TEAL, PAPER)),
}


def frame(at: float, width: int = WIDTH, height: int = HEIGHT) -> Pen:
    """The picture at ``at`` seconds from the beginning."""
    scene = next(scene for scene in reversed(SCENES.values()) if at >= scene.begins)
    pen = Pen(PAPER, width, height)
    DRAWN[scene.key](pen, at)
    if scene.key in OPENINGS:
        opening = part(at, scene.ends - WIPE, WIPE)
        if opening > 0:
            open_arch(pen, opening, *OPENINGS[scene.key])
    return pen
