"""The cover of a document: doorways in the colours of its theme, with something new where they overlap."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

FLOOR = 252  # millimetres from the top; the page is 210 by 297
CORAL, TEAL, OCHRE, PLUM = "#c23b22", "#0a5f5b", "#f0b43c", "#5a3577"
TINTS = {"coral": "#fbe4dc", "teal": "#e3f1ef", "ochre": "#fdf1d8", "plum": "#efe6f6"}
FLOORS = {"coral": "#7d2416", "teal": "#073f3d", "ochre": "#073f3d", "plum": "#3d2252"}
# The doors of a theme: left, middle (its own colour), right.
DOORS = {
    "coral": (OCHRE, CORAL, TEAL),
    "teal": (OCHRE, TEAL, CORAL),
    "ochre": (TEAL, OCHRE, CORAL),
    "plum": (CORAL, PLUM, TEAL),
}
MEETINGS = {
    frozenset((CORAL, TEAL)): PLUM,
    frozenset((TEAL, OCHRE)): "#3f7d5a",
    frozenset((CORAL, OCHRE)): "#e07a2f",
    frozenset((CORAL, PLUM)): "#8e2f4d",
    frozenset((PLUM, TEAL)): "#2f4a6b",
}
LIGHT, PAPER, SUN, LEAF, POT = "#fff3cf", "#fffdf9", "#f0b43c", "#3f7d5a", "#b9693c"


@dataclass(frozen=True)
class Door:
    """An arch that stands on the floor; ``x`` is its left side, all in millimetres."""

    x: float
    width: float
    height: float
    colour: str

    @property
    def path(self) -> str:
        radius = self.width / 2
        return (
            f"M{self.x:g} {FLOOR}V{FLOOR - self.height + radius:g}"
            f"a{radius:g} {radius:g} 0 0 1 {self.width:g} 0V{FLOOR}z"
        )


def doors(kind: str, colour: str) -> list[Door]:
    """Where the doorways stand: each kind of document has an arrangement of its own."""
    left, middle, right = DOORS[colour]
    if kind == "playbook":
        return [
            Door(-14, 58, 74, OCHRE),
            Door(30, 66, 108, CORAL),
            Door(82, 70, 132, TEAL),
            Door(138, 58, 100, OCHRE),
            Door(184, 50, 68, CORAL),
        ]
    if kind == "programme":
        return [
            Door(-8, 62, 52, left),
            Door(38, 62, 80, right),
            Door(86, 66, 108, left),
            Door(136, 62, 132, middle),
        ]
    if kind == "information":
        return [Door(20, 84, 92, left), Door(84, 106, 126, middle)]
    return [Door(-12, 78, 82, left), Door(48, 98, 128, middle), Door(132, 66, 66, right)]


def cover_svg(kind: str, colour: str) -> str:
    """The whole first page as a drawing. It only decorates: the words of the cover stand in the document."""
    standing = doors(kind, colour)
    tallest = max(standing, key=lambda door: door.height)
    parts = [*overlapping(standing), *opening(tallest)]
    if kind == "playbook":
        parts.append(way(tallest))
    parts.append(plant(198 if kind != "programme" else 16))
    return scene(colour, parts)


def back_svg(kind: str, colour: str) -> str:
    """The last page: the scene of the cover goes on, so laid open cover and back are one picture."""
    _left, middle, right = DOORS[colour]
    going_on = [Door(door.x + 210, door.width, door.height, door.colour) for door in doors(kind, colour)[:1]]
    standing = [Door(96, 54, 50, right), Door(136, 76, 74, middle if kind != "playbook" else TEAL)]
    return scene(colour, [*overlapping([*standing, *going_on]), plant(34)])


def scene(colour: str, parts: list[str]) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" width="210" height="297">'
        f'<rect width="210" height="297" fill="{TINTS[colour]}"/>'
        f'<rect y="{FLOOR}" width="210" height="{297 - FLOOR}" fill="{FLOORS[colour]}"/>'
        f"{''.join(parts)}</svg>"
    )


def overlapping(standing: list[Door]) -> list[str]:
    """The doors, and in another colour where one stands before its neighbour."""
    parts = [f'<path d="{door.path}" fill="{door.colour}"/>' for door in standing]
    for number, (one, other) in enumerate(pairwise(standing)):
        meeting = MEETINGS.get(frozenset((one.colour, other.colour)), one.colour)
        parts.append(f'<clipPath id="meet-{number}"><path d="{one.path}"/></clipPath>')
        parts.append(f'<path d="{other.path}" fill="{meeting}" clip-path="url(#meet-{number})"/>')
    return parts


def opening(door: Door) -> list[str]:
    """The light behind the tallest door, and how it falls over the threshold."""
    inner = Door(door.x + door.width * 0.26, door.width * 0.48, door.height * 0.7, LIGHT)
    middle, foot = inner.x + inner.width / 2, FLOOR
    end = inner.x + inner.width
    hills = (
        f"M{inner.x:g} {foot}v-14c{inner.width * 0.3:g} -12 {inner.width * 0.7:g} -12 {inner.width:g} 0v14z"
    )
    return [
        f'<path d="{inner.path}" fill="{LIGHT}"/>',
        f'<circle cx="{middle:g}" cy="{foot - inner.height + inner.width * 0.55:g}" r="8" fill="{SUN}"/>',
        f'<path d="{hills}" fill="{LEAF}"/>',
        f'<path d="M{inner.x:g} {foot}H{end:g}L{end + 64:g} 297H{inner.x + 30:g}z" '
        f'fill="{LIGHT}" opacity=".42"/>',
    ]


def way(door: Door) -> str:
    """The path of the playbook: it winds from the reader's feet to the open door."""
    x = door.x + door.width / 2
    return (
        f'<path d="M{x + 74:g} 296C{x + 20:g} 292 {x + 66:g} 276 {x + 22:g} 270'
        f'C{x - 2:g} 266 {x + 4:g} 256 {x - 4:g} 247" '
        f'fill="none" stroke="{PAPER}" stroke-width="5" stroke-linecap="round" stroke-dasharray="0.1 9"/>'
    )


def plant(x: float) -> str:
    return (
        f'<g transform="translate({x:g} {FLOOR})"><path d="M-9 0l-3 -18h24l-3 18z" fill="{POT}"/>'
        f'<g fill="{LEAF}"><path d="M0 -18c-14 -5 -20 -17 -18 -26 12 4 19 14 18 26z"/>'
        f'<path d="M0 -18c14 -5 20 -17 18 -26 -12 4 -19 14 -18 26z"/>'
        f'<path d="M0 -18c-7 -12 -6 -26 0 -36 6 10 7 24 0 36z"/></g></g>'
    )
