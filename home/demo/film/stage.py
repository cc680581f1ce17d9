"""What every scene uses: words that come and go, the name of a pillar, the arch that opens a scene."""

from __future__ import annotations

from home.demo.film.house_style import INK
from home.demo.film.lettering import letters
from home.demo.film.motion import arrive, leave, smooth
from home.demo.film.pen import HEIGHT, WIDTH, Pen, rect, standing
from home.demo.film.script import LENGTH, TEXTS

FLOOR = 604  # where people stand
LEFT = 84  # where words begin
COMES, GOES = 0.5, 0.28  # seconds
WIPE = 0.75  # seconds that the next scene takes to come in


def say(pen: Pen, at: float, key: str) -> None:
    """Show the text ``key`` at its time: each line slides up out of nothing, all fade together."""
    words = TEXTS[key]
    if not words.begins <= at <= words.ends:
        return
    size = words.size
    gone = leave(at, words.ends - GOES, GOES) if words.ends < LENGTH else 0
    for number, line in enumerate(words.lines):
        foot = words.foot(number)
        shown = arrive(at, words.begins + number * 0.1, COMES)
        with pen.inside(rect(0, foot - size, WIDTH, size * 1.3)):
            y = foot + (1 - shown) * size * 1.15 - gone * 14
            shape = letters(words.x, y, line, size, family=words.family, middle=words.middle)
            pen.fill(shape, INK, 1 - gone)


def pillar(pen: Pen, at: float, key: str, colour: str) -> None:
    """The name of a pillar in the top left corner, with its arch."""
    words = TEXTS[key]
    shown = arrive(at, words.begins - 0.1, 0.6) * (1 - leave(at, words.ends - GOES, GOES))
    foot = words.foot(len(words.lines) - 1) + 8
    high = 52 * len(words.lines)
    with pen.inside(rect(0, 0, WIDTH, foot)):
        pen.fill(standing(LEFT + 17, foot + (1 - shown) * high, 34, high), colour)
    say(pen, at, key)


def floor(pen: Pen, colour: str, top: float = FLOOR) -> None:
    pen.fill(rect(-2000, top, 6000, HEIGHT), colour)


def open_arch(pen: Pen, t: float, cx: float, colours: tuple[str, ...], foot: float = HEIGHT) -> None:
    """Arches that rise one within the other until the last colour fills the picture at ``t`` = 1."""
    for number, colour in enumerate(colours):
        late = 0.16 * (len(colours) - 1 - number)
        grown = smooth(t, 0.16 * number, 1 - late - 0.16 * number)
        if grown > 0:
            far = max(cx, WIDTH - cx)
            pen.fill(standing(cx, foot + 300 * grown, 2.5 * far * grown, 2000 * grown), colour)
