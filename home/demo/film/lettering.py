"""Words in the site's own two typefaces, as outlines, so that they stay sharp while they move."""

from __future__ import annotations

from functools import cache, partial

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from home.demo.film.house_style import font, font_file
from home.demo.film.pen import Pen, Shape

HEAD, TEXT = "bricolage", "atkinson"
PER_EM = 1000  # units of both fonts


class _Path(BasePen):
    """Collects the outline of a glyph as calls on a cairo context."""

    def __init__(self, glyphs):
        super().__init__(glyphs)
        self.steps: list[tuple[str, tuple[float, ...]]] = []

    def _moveTo(self, point):
        self.steps.append(("move_to", point))

    def _lineTo(self, point):
        self.steps.append(("line_to", point))

    def _curveToOne(self, one, two, end):
        self.steps.append(("curve_to", (*one, *two, *end)))

    def _closePath(self):
        self.steps.append(("close_path", ()))


@cache
def _glyphs(family: str, weight: int):
    face = TTFont(font_file(family))
    location = {"wght": weight} if "fvar" in face else None
    return face.getGlyphSet(location=location), face.getBestCmap()


@cache
def _outline(family: str, weight: int, letter: str) -> tuple:
    glyphs, names = _glyphs(family, weight)
    path = _Path(glyphs)
    glyphs[names[ord(letter)]].draw(path)
    return tuple(path.steps)


@cache
def _places(family: str, weight: int, text: str) -> tuple[float, ...]:
    """Where each letter begins, kerning included, and where the last one ends; in units of the font."""
    face = font(family, PER_EM, weight)
    return tuple(face.getlength(text[:n]) for n in range(len(text) + 1))


def width(text: str, size: float, family: str = HEAD, weight: int = 700) -> float:
    return _places(family, weight, text)[-1] * size / PER_EM


def _lay(context, *, x, y, text, size, family, weight) -> None:
    unit = size / PER_EM
    context.save()
    context.translate(x, y)
    context.scale(unit, -unit)
    for letter, place in zip(text, _places(family, weight, text), strict=False):
        for call, numbers in _outline(family, weight, letter):
            moved = [n + place if index % 2 == 0 else n for index, n in enumerate(numbers)]
            getattr(context, call)(*moved)
    context.restore()


def letters(
    x: float, y: float, text: str, size: float, *, family: str = HEAD, weight: int = 700, middle: bool = False
) -> Shape:
    """The outline of a line of text; its foot is at ``y``, its beginning (or its middle) at ``x``."""
    if middle:
        x -= width(text, size, family, weight) / 2
    return partial(_lay, x=x, y=y, text=text, size=size, family=family, weight=weight)


def write(
    pen: Pen, x: float, y: float, text: str, colour: str, size: float, opacity: float = 1, **how
) -> None:
    pen.fill(letters(x, y, text, size, **how), colour, opacity)
