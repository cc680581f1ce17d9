"""The colours and the two typefaces of the network, for the film."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PIL import ImageFont

PAPER, INK = "#fffdf9", "#17282e"
TEAL, DEEP_TEAL, CORAL, DEEP_CORAL = "#0a5f5b", "#073f3d", "#c23b22", "#9e2c17"
OCHRE, BROWN, PLUM, LEAF = "#f0b43c", "#7a4b00", "#5a3577", "#3f7d5a"
TINT_TEAL, TINT_CORAL, TINT_OCHRE, TINT_PLUM = "#e3f1ef", "#fbe4dc", "#fdf1d8", "#efe6f6"

FONTS = Path(__file__).resolve().parents[3] / "cms" / "static" / "fonts"


def font_file(family: str) -> Path:
    """The file of ``bricolage`` or ``atkinson``."""
    return next(iter(sorted(FONTS.glob(f"*{family}*.woff2"))))


def font(family: str, size: float, weight: int = 700) -> ImageFont.FreeTypeFont:
    """The typeface at ``size`` pixels, to measure with."""
    face = ImageFont.truetype(str(font_file(family)), round(size))
    with suppress(OSError):  # the headings come in one weight, so without an axis
        face.set_variation_by_axes([weight])
    return face
