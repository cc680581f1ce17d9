"""Shapes and a pen for the film, on cairo: smooth edges, moving cameras, clipping and fading.

A shape is a function that lays a path into a cairo context; coordinates are those of the picture
(1280 by 720), or of what `Pen.placed` and `Pen.camera` made of it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from contextlib import contextmanager

import cairocffi as cairo

WIDTH, HEIGHT = 1280, 720  # pixels
Shape = Callable[[cairo.Context], None]
Point = tuple[float, float]


def rect(x: float, y: float, width: float, height: float, radius: float = 0) -> Shape:
    r = max(0.0, min(radius, width / 2, height / 2))

    def path(c: cairo.Context) -> None:
        if not r:
            return c.rectangle(x, y, width, height)
        c.new_sub_path()
        for cx, cy, turn in (
            (x + width - r, y + r, -0.5),
            (x + width - r, y + height - r, 0),
            (x + r, y + height - r, 0.5),
            (x + r, y + r, 1),
        ):
            c.arc(cx, cy, r, turn * math.pi, (turn + 0.5) * math.pi)
        c.close_path()

    return path


def arch(x: float, y: float, width: float, height: float, foot: float = 0) -> Shape:
    """A doorway with a half round top at ``y``; ``foot`` rounds the lower corners."""

    def path(c: cairo.Context) -> None:
        r = width / 2
        rise = min(r, height)
        c.new_sub_path()
        c.save()
        c.translate(x + r, y + rise)
        c.scale(1, rise / r if r else 1)
        c.arc(0, 0, r, math.pi, math.tau)
        c.restore()
        f = max(0.0, min(foot, r, height - rise))
        if f:
            c.arc(x + width - f, y + height - f, f, 0, math.pi / 2)
            c.arc(x + f, y + height - f, f, math.pi / 2, math.pi)
        else:
            c.line_to(x + width, y + height)
            c.line_to(x, y + height)
        c.close_path()

    return path


def standing(cx: float, ground: float, width: float, height: float, foot: float = 0) -> Shape:
    """An arch that stands on ``ground``, its middle at ``cx``."""
    return arch(cx - width / 2, ground - height, width, height, foot)


def ellipse(cx: float, cy: float, rx: float, ry: float | None = None, turn: float = 0) -> Shape:
    """An ellipse, turned ``turn`` degrees clockwise."""

    def path(c: cairo.Context) -> None:
        c.new_sub_path()
        c.save()
        c.translate(cx, cy)
        c.rotate(math.radians(turn))
        c.scale(rx or 1e-6, (rx if ry is None else ry) or 1e-6)
        c.arc(0, 0, 1, 0, math.tau)
        c.restore()
        c.close_path()

    return path


def outline(*points: Point, closed: bool = True) -> Shape:
    def path(c: cairo.Context) -> None:
        c.move_to(*points[0])
        for point in points[1:]:
            c.line_to(*point)
        if closed:
            c.close_path()

    return path


def curve(*points: Point) -> Shape:
    """An open, smooth line through the points (Catmull-Rom)."""
    padded = [points[0], *points, points[-1]]

    def path(c: cairo.Context) -> None:
        c.move_to(*points[0])
        for a, b, d, e in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
            c.curve_to(
                b[0] + (d[0] - a[0]) / 6,
                b[1] + (d[1] - a[1]) / 6,
                d[0] - (e[0] - b[0]) / 6,
                d[1] - (e[1] - b[1]) / 6,
                *d,
            )

    return path


def leaf(x: float, y: float, length: float, width: float, angle: float) -> Shape:
    """A leaf that starts at (x, y) and points to ``angle`` (degrees, clockwise from three o'clock)."""

    def path(c: cairo.Context) -> None:
        c.save()
        c.translate(x, y)
        c.rotate(math.radians(angle))
        c.move_to(0, 0)
        c.curve_to(length * 0.3, -width * 0.75, length * 0.75, -width * 0.6, length, 0)
        c.curve_to(length * 0.75, width * 0.6, length * 0.3, width * 0.75, 0, 0)
        c.restore()
        c.close_path()

    return path


def rgb(colour: str) -> tuple[float, float, float]:
    return tuple(int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))


def mix(one: str, other: str, part: float) -> str:
    """The colour ``part`` of the way from ``one`` to ``other``."""
    mixed = (round(255 * (a + (b - a) * part)) for a, b in zip(rgb(one), rgb(other), strict=True))
    return "#{:02x}{:02x}{:02x}".format(*mixed)


class Pen:
    """A picture in the making."""

    def __init__(self, ground: str, width: int = WIDTH, height: int = HEIGHT):
        self.surface = cairo.ImageSurface(cairo.FORMAT_RGB24, width, height)
        self.context = cairo.Context(self.surface)
        self.context.set_antialias(cairo.ANTIALIAS_BEST)
        self.context.set_tolerance(0.05)
        self.context.scale(width / WIDTH, height / HEIGHT)
        self.context.set_source_rgb(*rgb(ground))
        self.context.paint()

    def fill(self, shape: Shape, colour: str, opacity: float = 1, *, to: str = "", along=None) -> None:
        """Fill with one colour, or with a run to ``to`` between the two points ``along`` (x, y, x, y)."""
        if opacity <= 0:
            return
        c = self.context
        c.new_path()
        shape(c)
        if to:
            run = cairo.LinearGradient(*along)
            run.add_color_stop_rgba(0, *rgb(colour), opacity)
            run.add_color_stop_rgba(1, *rgb(to), opacity)
            c.set_source(run)
        else:
            c.set_source_rgba(*rgb(colour), opacity)
        c.fill()

    def glow(self, cx: float, cy: float, radius: float, colour: str, opacity: float) -> None:
        """Light that fades away from (cx, cy)."""
        if opacity <= 0:
            return
        light = cairo.RadialGradient(cx, cy, 0, cx, cy, radius)
        light.add_color_stop_rgba(0, *rgb(colour), opacity)
        light.add_color_stop_rgba(1, *rgb(colour), 0)
        self.context.set_source(light)
        self.context.new_path()
        ellipse(cx, cy, radius)(self.context)
        self.context.fill()

    def line(self, shape: Shape, colour: str, width: float, opacity: float = 1) -> None:
        """Draw along a shape, with round ends and joints."""
        if opacity <= 0 or width <= 0:
            return
        c = self.context
        c.new_path()
        shape(c)
        c.set_source_rgba(*rgb(colour), opacity)
        c.set_line_width(width)
        c.set_line_cap(cairo.LINE_CAP_ROUND)
        c.set_line_join(cairo.LINE_JOIN_ROUND)
        c.stroke()

    @contextmanager
    def inside(self, *shapes: Shape):
        """What is drawn within stays inside all of the shapes."""
        self.context.save()
        for shape in shapes:
            self.context.new_path()
            shape(self.context)
            self.context.clip()
        yield
        self.context.restore()

    @contextmanager
    def placed(
        self,
        x: float = 0,
        y: float = 0,
        *,
        scale: float = 1,
        wide: float = 1,
        tall: float = 1,
        turn: float = 0,
    ):
        """Draw around (x, y): larger, stretched, turned (degrees, clockwise); below 0 ``wide`` mirrors."""
        self.context.save()
        self.context.translate(x, y)
        self.context.rotate(math.radians(turn))
        scale = max(scale, 1e-4)
        self.context.scale(scale * (wide if abs(wide) > 1e-4 else 1e-4), scale * max(tall, 1e-4))
        yield
        self.context.restore()

    @contextmanager
    def camera(self, x: float, y: float, zoom: float = 1):
        """Look at the point (x, y) of the scene, in the middle of the picture."""
        self.context.save()
        self.context.translate(WIDTH / 2, HEIGHT / 2)
        self.context.scale(zoom, zoom)
        self.context.translate(-x, -y)
        yield
        self.context.restore()

    @contextmanager
    def faded(self, opacity: float):
        """Draw all of it together, partly see-through."""
        if opacity >= 1:
            yield
            return
        self.context.push_group()
        yield
        self.context.pop_group_to_source()
        self.context.paint_with_alpha(max(0.0, opacity))

    def pixels(self) -> bytes:
        """The picture as rows of blue, green, red and an unused byte."""
        self.surface.flush()
        return bytes(self.surface.get_data())


def together(shapes: Iterable[Shape]) -> Shape:
    """Several shapes as one."""
    shapes = tuple(shapes)

    def path(c: cairo.Context) -> None:
        for shape in shapes:
            shape(c)

    return path
