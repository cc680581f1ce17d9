"""A drawing surface that writes SVG: paths with a fill or a line, groups that move, turn and clip.

Shapes are path data (the text of ``d``), made by the functions below in the units of the finished picture.
Only what a small flat drawing needs: no style sheet, no script, nothing from elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from home.demo.drawings.palette import PAPER

Point = tuple[float, float]
Shape = str


def number(value: float) -> str:
    """A number as short as it can be, to a tenth."""
    return f"{round(value, 1):g}" if abs(value) < 1e5 else str(round(value))


def at(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"


def rect(x: float, y: float, width: float, height: float) -> Shape:
    return f"M{at(x, y)}h{number(width)}v{number(height)}h{number(-width)}z"


def rounded(x: float, y: float, width: float, height: float, radius: float) -> Shape:
    r = number(min(radius, width / 2, height / 2))
    w, h = width - 2 * float(r), height - 2 * float(r)
    corner = f"a{r} {r} 0 0 1 "
    return (
        f"M{at(x + float(r), y)}h{number(w)}{corner}{r} {r}v{number(h)}{corner}-{r} {r}"
        f"h{number(-w)}{corner}-{r} -{r}v{number(-h)}{corner}{r} -{r}z"
    )


def ellipse(cx: float, cy: float, rx: float, ry: float | None = None, *, turn: float = 0) -> Shape:
    """An ellipse, turned by ``turn`` degrees; a circle without ``ry``."""
    ry = rx if ry is None else ry
    dx, dy = rx * math.cos(math.radians(turn)), rx * math.sin(math.radians(turn))
    arc = f"a{number(rx)} {number(ry)} {number(turn)} 1 1 "
    return f"M{at(cx - dx, cy - dy)}{arc}{at(2 * dx, 2 * dy)}{arc}{at(-2 * dx, -2 * dy)}z"


def arch(x: float, y: float, width: float, height: float) -> Shape:
    """A doorway with a half round top; ``y`` is the top of the curve."""
    rx, ry = width / 2, min(width / 2, height)
    return (
        f"M{at(x, y + height)}V{number(y + ry)}a{number(rx)} {number(ry)} 0 0 1 {number(width)} 0"
        f"V{number(y + height)}z"
    )


def bow(x: float, y: float, width: float, height: float) -> Shape:
    """The open line of an arch; a negative height gives a smile."""
    sweep = 1 if height > 0 else 0
    return f"M{at(x, y)}a{number(width / 2)} {number(abs(height))} 0 0 {sweep} {number(width)} 0"


def poly(*points: Point) -> Shape:
    return path(*points) + "z"


def path(*points: Point) -> Shape:
    """Straight lines from point to point."""
    return "M" + "L".join(at(*point) for point in points)


def curve(*points: Point, closed: bool = False) -> Shape:
    """A smooth line through the points (Catmull-Rom, written as Béziers)."""
    ring = list(points)
    padded = [ring[-1], *ring, *ring[:2]] if closed else [ring[0], *ring, ring[-1]]
    text = "M" + at(*ring[0])
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        one = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        two = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        text += f"C{at(*one)} {at(*two)} {at(*end)}"
    return text + ("z" if closed else "")


def ground(*ridge: Point, bottom: float = 800) -> Shape:
    """Land below a smooth line."""
    return f"{curve(*ridge)}L{at(ridge[-1][0], bottom)}L{at(ridge[0][0], bottom)}z"


def leaf(x: float, y: float, length: float, width: float, angle: float) -> Shape:
    """A leaf that starts at (x, y) and points to ``angle`` (degrees, clockwise from three o'clock)."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))

    def place(along: float, aside: float) -> str:
        return at(x + along * cos - aside * sin, y + along * sin + aside * cos)

    tip, belly = place(length, 0), length * 0.4
    return f"M{at(x, y)}Q{place(belly, width)} {tip}Q{place(belly, -width)} {at(x, y)}z"


class Drawing:
    """A picture of ``width`` by ``height`` units; ``svg()`` is its text."""

    def __init__(self, width: int = 1200, height: int = 800, colour: str | None = PAPER):
        self.size = (width, height)
        self.parts: list[str] = []
        self.clips: dict[tuple, str] = {}
        if colour:
            self.fill(rect(0, 0, width, height), colour)

    def fill(self, shape: Shape | Sequence[Point], colour: str, *, opacity: float = 1, clip=None) -> None:
        """Fill a shape; ``clip`` is a shape it stays within."""
        self._write(f'<path d="{_data(shape)}" fill="{colour}"{_opacity(opacity)}', clip)

    def line(
        self,
        shape: Shape | Sequence[Point],
        colour: str,
        width: float,
        *,
        opacity: float = 1,
        clip=None,
        dash="",
    ) -> None:
        """A line with round ends and joints; ``dash`` as in SVG."""
        drawn = _data(shape, closed=False)
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self._write(
            f'<path d="{drawn}" fill="none" stroke="{colour}" stroke-width="{number(width)}" '
            f'stroke-linecap="round" stroke-linejoin="round"{dashes}{_opacity(opacity)}',
            clip,
        )

    def shade(self, shape: Shape | Sequence[Point], top: str, bottom: str) -> None:
        """Fill a shape with colours that run from ``top`` to ``bottom``."""
        key = f"g{len(self.parts)}"
        self.parts.append(
            f'<linearGradient id="{key}" x2="0" y2="1"><stop stop-color="{top}"/>'
            f'<stop offset="1" stop-color="{bottom}"/></linearGradient>'
        )
        self.fill(shape, f"url(#{key})")

    @contextmanager
    def placed(
        self, x: float = 0, y: float = 0, scale: float = 1, *, turn: float = 0, flip: bool = False
    ) -> Iterator[None]:
        """Everything drawn inside is moved, turned (degrees), scaled and perhaps mirrored."""
        steps = f"translate({at(x, y)})" if x or y else ""
        steps += f"rotate({number(turn)})" if turn else ""
        if flip or scale != 1:
            steps += f"scale({-scale if flip else scale:g} {scale:g})" if flip else f"scale({scale:g})"
        self.parts.append(f'<g transform="{steps}">' if steps else "<g>")
        yield
        self.parts.append("</g>")

    @contextmanager
    def within(self, shape: Shape) -> Iterator[None]:
        """Everything drawn inside stays within ``shape``."""
        self.parts.append(f'<g clip-path="url(#{self._clip(shape)})">')
        yield
        self.parts.append("</g>")

    def svg(self) -> str:
        width, height = self.size
        body = "\n".join(self.parts)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}">\n{body}\n</svg>\n'
        )

    def _write(self, tag: str, clip) -> None:
        self.parts.append(tag + (f' clip-path="url(#{self._clip(_data(clip))})"/>' if clip else "/>"))

    def _clip(self, shape: Shape) -> str:
        """The name of a clip; it is written where it is used, so that it moves with its group."""
        key = f"c{len(self.parts)}"
        self.parts.append(f'<clipPath id="{key}"><path d="{shape}"/></clipPath>')
        return key


def _data(shape: Shape | Sequence[Point], *, closed: bool = True) -> str:
    if isinstance(shape, str):
        return shape
    return poly(*shape) if closed else path(*shape)


def _opacity(value: float) -> str:
    return f' opacity="{value:g}"' if value < 1 else ""
