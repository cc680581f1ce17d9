"""What rolls: bikes, and what helps people to move about."""

from __future__ import annotations

import math

from home.demo.drawings.palette import (
    INK,
    MUTED,
    darker,
)
from home.demo.drawings.svg import (
    Drawing,
    ellipse,
    path,
    rounded,
)


def wheel(
    d: Drawing, x: float, y: float, r: float, *, spokes: int = 7, tyre: str = INK, width: float = 9
) -> None:
    d.line(ellipse(x, y, r), tyre, width)
    if spokes:
        across = [
            (r * math.cos(math.pi * step / spokes), r * math.sin(math.pi * step / spokes))
            for step in range(spokes)
        ]
        d.line(
            "".join(path((x - dx, y - dy), (x + dx, y + dy)) for dx, dy in across), MUTED, 1.6, opacity=0.7
        )
    d.fill(ellipse(x, y, r * 0.1), tyre)


def bike(d: Drawing, x: float, foot: float, size: float, colour: str, *, flip: bool = False) -> None:
    """An upright Dutch bike that rides to the right; its saddle is at (-64, -212)."""
    with d.placed(x, foot, size, flip=flip):
        for wx in (-132, 132):
            wheel(d, wx, -92, 86, tyre=INK)
        d.line(
            "M-132 -92L-64 -196M-132 -92L-4 -92L92 -196M-64 -196L-4 -92M-58 -176L92 -190M132 -92L86 -240",
            colour,
            11,
        )
        d.line("M86 -240C80 -262 50 -262 34 -250", INK, 10)
        d.line("M-94 -212L-38 -212", INK, 17)
        d.line("M-220 -132A98 98 0 0 1 -100 -180M60 -164A98 98 0 0 1 214 -148", colour, 7)
        d.fill(ellipse(-4, -92, 20), INK)
        d.line("M-4 -92L14 -58", MUTED, 7)


def wheelchair(
    d: Drawing, x: float, seat: float, size: float, colour: str, *, flip=False, front=False
) -> None:
    """A wheelchair that faces right; drawn once behind the sitter and once in front of them."""
    with d.placed(x, seat, size, flip=flip):
        if front:
            wheel(d, -16, 86, 104, width=10)
            d.line("M-70 -62L52 -62", INK, 13)
            return
        d.line("M-80 40L-92 -150L-128 -160", INK, 11)
        d.fill(rounded(-96, -146, 26, 178, 12), colour)
        d.fill(rounded(-84, 8, 176, 26, 12), colour)
        d.line("M92 24L120 176L168 178", INK, 10)
        wheel(d, 104, 160, 30, spokes=0, width=9)


def rollator(d: Drawing, x: float, foot: float, size: float, colour: str, *, flip: bool = False) -> None:
    """A walker that rolls to the right; its handles are at (-58, -224)."""
    with d.placed(x, foot, size, flip=flip):
        d.line("M-66 -224L-36 -224L34 -24M-30 -200L-60 -24M-44 -110L10 -110", colour, 11)
        d.fill(rounded(-40, -150, 66, 44, 8), darker(colour, 0.25))
        for wx in (-60, 36):
            wheel(d, wx, -24, 20, spokes=0, width=9)
