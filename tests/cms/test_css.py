"""The style sheet is the sum of its sources, and its colours can be read."""

import gzip
import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

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


def colours(scheme: str) -> dict[str, str]:
    """The tokens of ``light`` or ``dark`` as hexadecimal colours, references followed."""
    light, dark = css.FOLDER.joinpath("tokens.css").read_text().split("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([\w-]+): ([^;]+);", light))
    if scheme == "dark":
        found |= dict(re.findall(r"--([\w-]+): ([^;]+);", dark.split(".hue--")[0].split(":root, ")[0]))
    for name, value in found.items():
        while reference := re.fullmatch(r"var\(--([\w-]+)\)", value):
            value = found[reference[1]]
        found[name] = value
    return found


def contrast(one: str, other: str) -> float:
    lights = sorted(luminance(colour) for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_bundle_is_what_is_committed():
    assert css.BUNDLE.read_text(encoding="utf-8") == css.bundle()


def test_bundle_starts_with_the_order_of_the_layers():
    assert css.bundle().startswith("@layer tokens,base,components,utilities;")


def test_compact_leaves_strings_alone():
    assert css.compact('a { content: "/* x  y */" ; }\n/* gone */\nb c { d: e }') == (
        'a{content:"/* x  y */"}b c{d:e}'
    )


def test_bundle_stays_light():
    """As it is sent: a quarter of the 60 kB that a page may weigh (test_weight), fonts being half of it."""
    assert len(gzip.compress(css.bundle().encode(), 6)) < 15_000


def test_bundle_css_check_names_an_old_file(monkeypatch, tmp_path):
    old = tmp_path / "site.css"
    old.write_text("a{}")
    monkeypatch.setattr(css, "BUNDLE", old)

    with pytest.raises(CommandError, match="out of date"):
        call_command("bundle_css", "--check", stdout=StringIO())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("text,ground,least", PAIRS)
def test_colours_have_enough_contrast(scheme, text, ground, least):
    found = colours(scheme)

    assert contrast(found[text], found[ground]) >= least, f"{text} on {ground} ({scheme})"
