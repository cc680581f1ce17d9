"""The cover of a document: doorways in the colours of its theme, with something new where they overlap."""

from __future__ import annotations

from cms.doorways import (
    BOTTOM,
    CORAL,
    FLOOR,
    OCHRE,
    PAPER,
    PLUM,
    TEAL,
    Door,
    opening,
    overlapping,
    plant,
)

TINTS = {"coral": "#fbe4dc", "teal": "#e3f1ef", "ochre": "#fdf1d8", "plum": "#efe6f6"}
FLOORS = {"coral": "#7d2416", "teal": "#073f3d", "ochre": "#073f3d", "plum": "#3d2252"}
# The doors of a theme: left, middle (its own colour), right.
DOORS = {
    "coral": (OCHRE, CORAL, TEAL),
    "teal": (OCHRE, TEAL, CORAL),
    "ochre": (TEAL, OCHRE, CORAL),
    "plum": (CORAL, PLUM, TEAL),
}


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
        f'<rect y="{FLOOR}" width="210" height="{BOTTOM - FLOOR}" fill="{FLOORS[colour]}"/>'
        f"{''.join(parts)}</svg>"
    )


def way(door: Door) -> str:
    """The path of the playbook: it winds from the reader's feet to the open door."""
    x = door.x + door.width / 2
    return (
        f'<path d="M{x + 74:g} 296C{x + 20:g} 292 {x + 66:g} 276 {x + 22:g} 270'
        f'C{x - 2:g} 266 {x + 4:g} 256 {x - 4:g} 247" '
        f'fill="none" stroke="{PAPER}" stroke-width="5" stroke-linecap="round" stroke-dasharray="0.1 9"/>'
    )
