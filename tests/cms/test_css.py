"""The style sheet is the sum of its sources, each named as its template, and its colours can be read."""

import gzip
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from cms import css
from cms.style_guide import catalogue, tokens

TEMPLATES = Path(settings.BASE_DIR) / "templates"
FOUNDATIONS = {
    "tokens": "what every file builds on",
    "base": "elements and layout",
    "utilities": "small helpers that win over components",
    "print": "all of it on paper",
    "site": "the bundle of all the others",
}
PATTERNS = {  # classes that templates put around other things
    "disclosure": "a heading that unfolds; what it unfolds differs",
    "error_page": "400.html, 404.html and the others share one look",
    "form": "a form as a whole; its fields are components",
    "panel": "holds other components in the side column",
    "prose": "the column in which blocks stand",
    "sheet": "the panel in which menu and filters open on a phone",
}
WITHOUT_OWN_LOOK = {
    "components/when": "words in the style of their surroundings",
    "blocks/document": "shows components/file_download",
    "blocks/figures": "shows components/figure_stat",
    "blocks/organisations": "shows components/organisation_marks",
}


def style_sheets() -> set[str]:
    return {path.stem for path in css.FOLDER.glob("*.css")}


def test_every_component_and_block_has_a_style_sheet_of_its_name():
    without = {name for name in catalogue.templates() if name.partition("/")[2] not in style_sheets()}

    assert without == set(WITHOUT_OWN_LOOK)


def test_every_style_sheet_has_the_name_of_a_template():
    templates = {path.stem for path in TEMPLATES.rglob("*.html")}

    assert style_sheets() - templates - set(FOUNDATIONS | PATTERNS) == set()
    assert set(FOUNDATIONS | PATTERNS) <= style_sheets()


def test_components_are_in_their_layer():
    own = [path for path in css.sources() if path.stem not in FOUNDATIONS]

    assert [path.name for path in own if "@layer components {" not in path.read_text(encoding="utf-8")] == []


def test_bundle_is_what_is_committed():
    assert css.BUNDLE.read_text(encoding="utf-8") == css.bundle()


def test_bundle_starts_with_the_order_of_the_layers():
    assert css.bundle().startswith("@layer tokens,base,components,utilities;")


def test_compact_leaves_strings_alone():
    assert css.compact('a { content: "/* x  y */" ; }\n/* gone */\nb c { d: e }') == (
        'a{content:"/* x  y */"}b c{d:e}'
    )


def test_bundle_stays_light():
    """As it is sent: with the fonts (30 kB) three quarters of what a page may weigh (test_weight)."""
    assert len(gzip.compress(css.bundle().encode(), 6)) < 16_000


def test_bundle_css_check_names_an_old_file(monkeypatch, tmp_path):
    old = tmp_path / "site.css"
    old.write_text("a{}")
    monkeypatch.setattr(css, "BUNDLE", old)

    with pytest.raises(CommandError, match="out of date"):
        call_command("bundle_css", "--check", stdout=StringIO())


@pytest.mark.parametrize("pair", tokens.pairs(), ids=lambda pair: f"{pair.text.name} on {pair.ground.name}")
def test_colours_have_enough_contrast(pair):
    assert min(pair.light, pair.dark) >= pair.least


def test_contrast_is_that_of_wcag():
    assert tokens.contrast("#fff", "#000000") == pytest.approx(21)
    assert tokens.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
