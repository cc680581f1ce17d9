"""Doorways in the colours of the network, drawn for paper, with something new where they overlap.

Lengths are millimetres from the left and the top of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

CORAL, TEAL, OCHRE, PLUM = "#c23b22", "#0a5f5b", "#f0b43c", "#5a3577"
MEETINGS = {
    frozenset((CORAL, TEAL)): PLUM,
    frozenset((TEAL, OCHRE)): "#3f7d5a",
    frozenset((CORAL, OCHRE)): "#e07a2f",
    frozenset((CORAL, PLUM)): "#8e2f4d",
    frozenset((PLUM, TEAL)): "#2f4a6b",
}
LIGHT, PAPER, SUN, LEAF, POT = "#fff3cf", "#fffdf9", "#f0b43c", "#3f7d5a", "#b9693c"
FLOOR, BOTTOM = 252, 297  # of an upright A4


@dataclass(frozen=True)
class Door:
    """An arch that stands on the floor; ``x`` is its left side."""

    x: float
    width: float
    height: float
    colour: str
    floor: float = FLOOR

    @property
    def path(self) -> str:
        radius = self.width / 2
        return (
            f"M{self.x:g} {self.floor:g}V{self.floor - self.height + radius:g}"
            f"a{radius:g} {radius:g} 0 0 1 {self.width:g} 0V{self.floor:g}z"
        )


def overlapping(standing: list[Door]) -> list[str]:
    """The doors, and in another colour where one stands before its neighbour."""
    parts = [f'<path d="{door.path}" fill="{door.colour}"/>' for door in standing]
    for number, (one, other) in enumerate(pairwise(standing)):
        meeting = MEETINGS.get(frozenset((one.colour, other.colour)), one.colour)
        parts.append(f'<clipPath id="meet-{number}"><path d="{one.path}"/></clipPath>')
        parts.append(f'<path d="{other.path}" fill="{meeting}" clip-path="url(#meet-{number})"/>')
    return parts


def opening(door: Door, bottom: float = BOTTOM) -> list[str]:
    """The light behind the tallest door, and how it falls over the threshold."""
    inner = Door(door.x + door.width * 0.26, door.width * 0.48, door.height * 0.7, LIGHT, door.floor)
    middle, foot = inner.x + inner.width / 2, door.floor
    end = inner.x + inner.width
    hills = (
        f"M{inner.x:g} {foot:g}v-14c{inner.width * 0.3:g} -12 {inner.width * 0.7:g} -12 {inner.width:g} 0v14z"
    )
    return [
        f'<path d="{inner.path}" fill="{LIGHT}"/>',
        f'<circle cx="{middle:g}" cy="{foot - inner.height + inner.width * 0.55:g}" r="8" fill="{SUN}"/>',
        f'<path d="{hills}" fill="{LEAF}"/>',
        f'<path d="M{inner.x:g} {foot:g}H{end:g}L{end + 64:g} {bottom:g}H{inner.x + 30:g}z" '
        f'fill="{LIGHT}" opacity=".42"/>',
    ]


def plant(x: float, floor: float = FLOOR) -> str:
    """A plant in a pot, the middle of it at ``x``."""
    return (
        f'<g transform="translate({x:g} {floor:g})"><path d="M-9 0l-3 -18h24l-3 18z" fill="{POT}"/>'
        f'<g fill="{LEAF}"><path d="M0 -18c-14 -5 -20 -17 -18 -26 12 4 19 14 18 26z"/>'
        f'<path d="M0 -18c14 -5 20 -17 18 -26 -12 4 -19 14 -18 26z"/>'
        f'<path d="M0 -18c-7 -12 -6 -26 0 -36 6 10 7 24 0 36z"/></g></g>'
    )
