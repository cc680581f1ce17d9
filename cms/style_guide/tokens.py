"""The design tokens as the style sheet has them, with the contrast of every pair that text stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from cms import css

PAIRS = [  # text, ground, least contrast (WCAG 2.2: 4.5 for text, 3 for borders of fields and the focus ring)
    ("ink", "paper", 7),
    ("ink", "sand", 7),
    ("ink", "surface", 7),
    ("muted", "paper", 4.5),
    ("muted", "sand", 4.5),
    ("muted", "surface", 4.5),
    ("link", "paper", 4.5),
    ("link", "sand", 4.5),
    ("plum", "paper", 4.5),
    ("button-text", "button", 4.5),
    ("teal-deep", "teal-tint", 4.5),
    ("coral-deep", "coral-tint", 4.5),
    ("ochre-deep", "ochre-tint", 4.5),
    ("plum", "plum-tint", 4.5),
    ("night-text", "night", 4.5),
    ("night-muted", "night", 4.5),
    ("line-strong", "field", 3),
    ("focus", "paper", 3),
]
DARK = "@media (prefers-color-scheme: dark)"
DECLARATION = re.compile(r"--([\w-]+): ([^;]+);")
REFERENCE = re.compile(r"var\(--([\w-]+)\)")
HEXADECIMAL = re.compile(r"#[0-9a-f]{3}(?:[0-9a-f]{3})?")
REM = re.compile(r"([\d.]+)rem")
PIXELS_A_REM = 16


@dataclass(frozen=True)
class Colour:
    """A token that is a colour, in both schemes."""

    name: str
    light: str
    dark: str


@dataclass(frozen=True)
class Pair:
    """Text on a ground: how it reads in both schemes, and the least it must have."""

    text: Colour
    ground: Colour
    least: float
    light: float
    dark: float

    @property
    def is_enough(self) -> bool:
        return min(self.light, self.dark) >= self.least


@dataclass(frozen=True)
class Size:
    """A token that is a length or a time. ``pixels`` is None for what depends on the width of the screen."""

    name: str
    value: str
    pixels: float | None


def declared(scheme: str) -> dict[str, str]:
    """The tokens of ``light`` or ``dark`` as written on ``:root``; references followed."""
    light, dark = css.FOLDER.joinpath("tokens.css").read_text(encoding="utf-8").split(DARK)
    found = dict(DECLARATION.findall(light))
    if scheme == "dark":
        found |= dict(DECLARATION.findall(dark.split(":root, ")[0]))
    for name, value in found.items():
        while reference := REFERENCE.fullmatch(value):
            value = found[reference[1]]
        found[name] = value
    return found


def colours() -> list[Colour]:
    """Every token that is one colour in both schemes."""
    light, dark = declared("light"), declared("dark")
    return [
        Colour(name, light[name], dark[name])
        for name in light
        if HEXADECIMAL.fullmatch(light[name]) and HEXADECIMAL.fullmatch(dark[name])
    ]


def pairs() -> list[Pair]:
    """Every pair of text and ground that the components use, with its contrast."""
    by_name = {colour.name: colour for colour in colours()}
    return [
        Pair(
            text=(text := by_name[one]),
            ground=(ground := by_name[other]),
            least=least,
            light=contrast(text.light, ground.light),
            dark=contrast(text.dark, ground.dark),
        )
        for one, other, least in PAIRS
    ]


def sizes(*starts: str) -> list[Size]:
    """The tokens of which the names begin with one of ``starts``, in the order of the style sheet."""
    return [
        Size(name, value, _pixels(value))
        for name, value in declared("light").items()
        if name.startswith(starts)
    ]


def _pixels(value: str) -> float | None:
    if found := REM.fullmatch(value):
        return float(found[1]) * PIXELS_A_REM
    return float(value.removesuffix("px")) if re.fullmatch(r"\d+px", value) else None


def contrast(one: str, other: str) -> float:
    """The contrast of two hexadecimal colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    lights = sorted(_luminance(colour) for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[start:end], 16) / 255 for start, end in pairwise((0, 2, 4, 6))]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
