"""A small drawing surface for the demonstration illustrations.

Shapes are polygons in the coordinates of the finished picture, drawn ``SCALE`` times larger and
reduced at the end, so that edges come out smooth. Only Pillow is needed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont

Point = tuple[float, float]
Shape = list[Point]

PAPER, SAND, INK, MUTED = "#fffdf9", "#f6efe4", "#17282e", "#51636b"
TEAL, DEEP_TEAL, CORAL, DEEP_CORAL = "#0a5f5b", "#073f3d", "#c23b22", "#9e2c17"
OCHRE, BROWN, PLUM = "#f0b43c", "#7a4b00", "#5a3577"
TINT_TEAL, TINT_CORAL, TINT_OCHRE, TINT_PLUM = "#e3f1ef", "#fbe4dc", "#fdf1d8", "#efe6f6"
MID_TEAL, MID_CORAL, WOOD, CLAY, LEAF = "#7fb8b1", "#ee9a82", "#d9a066", "#b9693c", "#3f7d5a"

FONTS = Path(__file__).resolve().parents[2] / "cms" / "static" / "fonts"
SYSTEM_FONTS = {"bricolage": "DejaVuSans-Bold.ttf", "atkinson": "DejaVuSans.ttf"}


def font(family: str, size: float, weight: int = 700) -> ImageFont.FreeTypeFont:
    """The site's own variable font ``family`` at ``size`` pixels, or a system font where it is missing."""
    for path in sorted(FONTS.glob(f"*{family}*.woff2")):
        face = ImageFont.truetype(str(path), round(size))
        with suppress(OSError):  # a font with one weight has no axes
            axes = face.get_variation_axes()
            face.set_variation_by_axes(
                [weight if axis["maximum"] > 300 else axis["default"] for axis in axes]
            )
        return face
    return ImageFont.truetype(SYSTEM_FONTS[family], round(size))


def rect(x: float, y: float, width: float, height: float) -> Shape:
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def ellipse(
    cx: float, cy: float, rx: float, ry: float | None = None, *, start=0.0, end=360.0, turn=0.0
) -> Shape:
    """A (part of an) ellipse; angles in degrees, clockwise from three o'clock."""
    ry = rx if ry is None else ry
    steps = max(24, int(max(rx, ry)))
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    points = []
    for step in range(steps + 1):
        angle = math.radians(start + (end - start) * step / steps)
        dx, dy = rx * math.cos(angle), ry * math.sin(angle)
        points.append((cx + dx * cos - dy * sin, cy + dx * sin + dy * cos))
    return points


def arch(x: float, y: float, width: float, height: float) -> Shape:
    """A doorway with a half round top; ``y`` is the top of the curve."""
    radius = width / 2
    top = ellipse(x + radius, y + min(radius, height), radius, min(radius, height), start=180, end=360)
    return [*top, (x + width, y + height), (x, y + height)]


def rounded(x: float, y: float, width: float, height: float, radius: float) -> Shape:
    r = min(radius, width / 2, height / 2)
    corners = [(x + width - r, y + r, -90), (x + width - r, y + height - r, 0), (x + r, y + height - r, 90)]
    corners.append((x + r, y + r, 180))
    return [point for cx, cy, at in corners for point in ellipse(cx, cy, r, start=at, end=at + 90)]


def curve(*anchors: Point, steps: int = 24) -> Shape:
    """A smooth line through the anchors (Catmull-Rom)."""
    padded = [anchors[0], *anchors, anchors[-1]]
    line = []
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(steps):
            t = step / steps
            line.append(
                tuple(
                    0.5
                    * (
                        2 * s
                        + (e - b) * t
                        + (2 * b - 5 * s + 4 * e - a) * t**2
                        + (3 * s - b - 3 * e + a) * t**3
                    )
                    for b, s, e, a in zip(before, start, end, after, strict=True)
                )
            )
    return [*line, anchors[-1]]


def leaf(x: float, y: float, length: float, width: float, angle: float) -> Shape:
    """A leaf that starts at (x, y) and points to ``angle`` (degrees, clockwise from three o'clock)."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    sides = [(t / 20, width / 2 * math.sin(math.pi * (t / 20) ** 0.8)) for t in range(21)]
    outline = [(length * t, side) for t, side in sides] + [(length * t, -side) for t, side in reversed(sides)]
    return [(x + dx * cos - dy * sin, y + dx * sin + dy * cos) for dx, dy in outline]


def moved(shape: Iterable[Point], dx: float, dy: float) -> Shape:
    return [(x + dx, y + dy) for x, y in shape]


class Canvas:
    """A picture of ``width`` by ``height`` pixels that is drawn ``scale`` times larger."""

    def __init__(self, width: int, height: int, ground: str = PAPER, scale: int = 3):
        self.size, self.scale = (width, height), scale
        self.image = Image.new("RGB", (width * scale, height * scale), ground)

    def fill(self, shape: Sequence[Point], colour: str, *, opacity=1.0, multiply=False, clip=None) -> None:
        """Fill a shape; ``multiply`` darkens what lies under it, ``clip`` is a shape it stays within."""
        box = self._box(shape)
        if box is None:
            return
        mask = self._mask(shape, box)
        if clip is not None:
            mask = ImageChops.multiply(mask, self._mask(clip, box))
        if opacity < 1:
            mask = mask.point(lambda value: int(value * opacity))
        paint = Image.new("RGB", mask.size, ImageColor.getrgb(colour))
        if multiply:
            paint = ImageChops.multiply(self.image.crop(box), paint)
        self.image.paste(paint, box[:2], mask)

    def line(self, points: Sequence[Point], colour: str, width: float, *, opacity=1.0, clip=None) -> None:
        """A line with round ends and joints."""
        reach = width / 2
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = self._box(
            rect(min(xs) - reach, min(ys) - reach, max(xs) - min(xs) + width, max(ys) - min(ys) + width)
        )
        if box is None:
            return
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]), 0)
        pen = ImageDraw.Draw(mask)
        local = [(x * self.scale - box[0], y * self.scale - box[1]) for x, y in points]
        pen.line(local, fill=255, width=max(1, round(width * self.scale)), joint="curve")
        r = reach * self.scale
        for x, y in (local[0], local[-1]):
            pen.ellipse((x - r, y - r, x + r, y + r), fill=255)
        if clip is not None:
            mask = ImageChops.multiply(mask, self._mask(clip, box))
        if opacity < 1:
            mask = mask.point(lambda value: int(value * opacity))
        self.image.paste(Image.new("RGB", mask.size, ImageColor.getrgb(colour)), box[:2], mask)

    def shade(self, shape: Sequence[Point], top: str, bottom: str) -> None:
        """Fill a shape with colours that run from ``top`` to ``bottom``."""
        box = self._box(shape)
        if box is None:
            return
        mask = self._mask(shape, box)
        run = Image.linear_gradient("L").resize(mask.size)
        paint = Image.composite(Image.new("RGB", mask.size, bottom), Image.new("RGB", mask.size, top), run)
        self.image.paste(paint, box[:2], mask)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        colour: str,
        size: float,
        *,
        family="bricolage",
        anchor="mm",
        weight=700,
        opacity=1.0,
    ) -> None:
        face = font(family, size * self.scale, weight)
        mask = Image.new("L", self.image.size, 0)
        ImageDraw.Draw(mask).text((x * self.scale, y * self.scale), text, font=face, fill=255, anchor=anchor)
        if opacity < 1:
            mask = mask.point(lambda value: int(value * opacity))
        self.image.paste(Image.new("RGB", self.image.size, ImageColor.getrgb(colour)), (0, 0), mask)

    def finished(self) -> Image.Image:
        return self.image if self.scale == 1 else self.image.resize(self.size, Image.Resampling.LANCZOS)

    def _box(self, shape: Sequence[Point]) -> tuple[int, int, int, int] | None:
        xs, ys = [x * self.scale for x, _ in shape], [y * self.scale for _, y in shape]
        left, top = max(0, math.floor(min(xs))), max(0, math.floor(min(ys)))
        right = min(self.image.width, math.ceil(max(xs)) + 1)
        bottom = min(self.image.height, math.ceil(max(ys)) + 1)
        return (left, top, right, bottom) if right > left and bottom > top else None

    def _mask(self, shape: Sequence[Point], box: tuple[int, int, int, int]) -> Image.Image:
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]), 0)
        local = [(x * self.scale - box[0], y * self.scale - box[1]) for x, y in shape]
        ImageDraw.Draw(mask).polygon(local, fill=255)
        return mask
