"""Hair and headscarves, drawn around a head of 46 by 54 units with its centre at (0, 0).

``BEHIND`` is drawn before the head, ``FRONT`` after it; ``shift`` is how far the face looks aside.
"""

from __future__ import annotations

from collections.abc import Callable

from home.demo.drawings.palette import darker
from home.demo.drawings.svg import Drawing, curve, ellipse, rounded

Part = Callable[[Drawing, str, float], None]


def cap(d: Drawing, colour: str, shift: float, *, low: float = -8, parting: float = -26) -> None:
    """Hair over the crown with a swept fringe."""
    d.fill(
        f"M-49 {low}C-56 -40 -34 -64 0 -63C34 -64 56 -40 49 {low}"
        f"C46 {low - 14} 42 -26 {30 + shift / 2} -30"
        f"C{8 + shift} {parting} {-18 + shift} {parting + 2} -34 -24"
        f"C-42 -20 -46 -14 -49 {low}z",
        colour,
    )


def crop(d: Drawing, colour: str, shift: float) -> None:
    """Short hair with a high, straight front."""
    d.fill(
        (
            "M-49 -6C-52 -34 -46 -62 -6 -66C20 -72 50 -58 49 -6"
            "C46 -18 44 -28 38 -34C10 -40 -16 -38 -38 -34C-44 -28 -46 -18 -49 -6z"
        ),
        colour,
    )


def curls_behind(d: Drawing, colour: str, shift: float) -> None:
    d.fill(ellipse(0, -12, 70, 66), colour)
    for x, y in ((-62, 12), (62, 12), (-50, -52), (50, -52), (0, -70), (-70, -20), (70, -20)):
        d.fill(ellipse(x, y, 25), colour)


def curls_front(d: Drawing, colour: str, shift: float) -> None:
    for x, y, r in ((-36, -34, 19), (-14, -44, 20), (12, -44, 20), (36, -34, 19)):
        d.fill(ellipse(x, y, r), colour)


def perm_behind(d: Drawing, colour: str, shift: float) -> None:
    for x, y in ((-48, 6), (48, 6), (-52, -18), (52, -18), (-40, -42), (40, -42), (-16, -58), (16, -58)):
        d.fill(ellipse(x, y, 21), colour)


def bob_behind(d: Drawing, colour: str, shift: float) -> None:
    d.fill(rounded(-58, -62, 116, 116, 54), colour)


def long_behind(d: Drawing, colour: str, shift: float) -> None:
    d.fill(
        (
            "M-58 -10C-62 -48 -34 -66 0 -66C34 -66 62 -48 58 -10"
            "C58 40 70 80 62 118C30 132 -30 132 -62 118C-70 80 -58 40 -58 -10z"
        ),
        colour,
    )


def tail_behind(d: Drawing, colour: str, shift: float) -> None:
    side = -1 if shift >= 0 else 1
    d.line(curve((side * 40, -34), (side * 76, -18), (side * 78, 46)), colour, 30)


def bun_behind(d: Drawing, colour: str, shift: float) -> None:
    d.fill(ellipse(-shift * 0.8, -74, 27), colour)


def low_bun_behind(d: Drawing, colour: str, shift: float) -> None:
    d.fill(ellipse(-42 if shift >= 0 else 42, 22, 25), colour)


def braids_behind(d: Drawing, colour: str, shift: float) -> None:
    for side in (-1, 1):
        for step in range(6):
            d.fill(ellipse(side * (50 + step % 2 * 4), 4 + step * 24, 15 - step), colour)


def bald_front(d: Drawing, colour: str, shift: float) -> None:
    for side in (-1, 1):
        d.fill(ellipse(side * 45, 2, 11, 22), colour)


def scarf_behind(d: Drawing, colour: str, shift: float) -> None:
    d.fill(ellipse(0, -4, 62, 68), colour)


def scarf_front(d: Drawing, colour: str, shift: float) -> None:
    """A headscarf: a band round the face and folds over the chest."""
    ring = ellipse(shift * 0.5, 2, 40, 49)
    d.parts.append(f'<path d="{ellipse(0, -4, 62, 68)}{ring}" fill="{colour}" fill-rule="evenodd"/>')
    d.fill(
        "M-52 30C-70 74 -84 96 -70 104C-30 122 36 122 72 104C84 96 66 70 52 30C30 60 -30 60 -52 30z", colour
    )
    d.line(curve((-40, 46), (0, 74), (52, 88)), darker(colour, 0.2), 5)


def hood_front(d: Drawing, colour: str, shift: float) -> None:
    cap(d, colour, shift, low=2, parting=-18)


def nothing(d, colour, shift) -> None:
    """No hair on this side of the head."""


BEHIND: dict[str, Part] = {
    "curly": curls_behind,
    "perm": perm_behind,
    "bob": bob_behind,
    "long": long_behind,
    "tail": tail_behind,
    "bun": bun_behind,
    "lowbun": low_bun_behind,
    "braids": braids_behind,
    "scarf": scarf_behind,
}
FRONT: dict[str, Part] = {
    "short": cap,
    "crop": crop,
    "curly": curls_front,
    "perm": curls_front,
    "bob": hood_front,
    "long": cap,
    "tail": cap,
    "bun": cap,
    "lowbun": cap,
    "braids": cap,
    "bald": bald_front,
    "scarf": scarf_front,
}
