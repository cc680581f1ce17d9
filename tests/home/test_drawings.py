"""The illustrations of the demonstration: a picture of its own for everything, small, described and safe."""

import re
from collections import Counter
from functools import cache
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from home.demo import draw
from home.demo.drawings.album import DRAWINGS, SCENES
from home.demo.drawings.portraits import PORTRAITS
from home.demo.source import content

SUBJECTS = [
    ("themes", "theme"),
    ("news", "news"),
    ("interviews", "interview"),
    ("good_practice", "good_practice"),
    ("guides", "guide"),
    ("animations", "animation"),
    ("trainings", "training"),
    ("site", "page"),
]
WITHOUT_PICTURE = {"contact", "privacy", "toegankelijkheid"}
DRAWN = {f"{{http://www.w3.org/2000/svg}}{tag}" for tag in ("svg", "g", "path", "clipPath")}
FILES = Path(draw.FILES)
TEMPLATE_ART = draw.STATIC.parents[2] / "templates" / "art"


@cache
def svg(key: str) -> str:
    return DRAWINGS[key]().svg()


def rows() -> list[dict]:
    return [row for subject, key in SUBJECTS for row in content(subject)[key]]


def images() -> dict[str, dict]:
    return {row["key"]: row for row in content("images")["image"]}


def test_every_story_guide_theme_and_training_has_a_picture_of_its_own():
    used = {row["slug"]: row["image"] for row in rows() if row["slug"] not in WITHOUT_PICTURE}

    assert [slug for slug, image in used.items() if image not in SCENES] == []
    assert [image for image, times in Counter(used.values()).items() if times > 1] == []


def test_every_interviewee_has_a_portrait_of_their_own():
    photos = [row["photo"] for row in content("people")["person"] if row["photo"]]
    interviews = [row["portrait"] for row in content("interviews")["interview"]]

    assert sorted(photos) == sorted(PORTRAITS)
    assert len(set(interviews)) == len(interviews)


def test_every_drawing_is_listed_with_a_short_alternative_text():
    listed = {key: row for key, row in images().items() if row["file"].startswith("images/")}

    assert set(listed) == set(DRAWINGS)
    assert [key for key, row in listed.items() if row["file"] != f"images/{key}.webp"] == []
    assert [key for key, row in listed.items() if not 25 <= len(row["alt"]) <= 125] == []
    titles = Counter(row["title"] for row in images().values())
    assert titles.most_common(1)[0][1] == 1


@pytest.mark.parametrize("key", DRAWINGS)
def test_drawing_is_plain_svg_without_script_or_anything_from_elsewhere(key):
    tree = ElementTree.fromstring(svg(key))

    assert {element.tag for element in tree.iter()} <= DRAWN
    attributes = chain.from_iterable(element.attrib.items() for element in tree.iter())
    assert [name for name, _value in attributes if name.startswith("on") or "href" in name] == []
    ids = {element.get("id") for element in tree.iter() if element.get("id")}
    assert set(re.findall(r"url\(([^)]*)\)", svg(key))) == {f"#{name}" for name in ids}
    assert len(svg(key)) <= 40_000


@pytest.mark.parametrize("key", DRAWINGS)
def test_stored_svg_is_what_the_code_draws(key):
    assert (FILES / "drawings" / f"{key}.svg").read_text(encoding="utf-8") == svg(key)


def test_rendered_pictures_have_the_size_of_the_drawing_and_are_small():
    stored = {path.stem: path for path in (FILES / "images").glob("*.webp")}

    assert set(stored) == set(DRAWINGS)
    sizes = {key: path.stat().st_size for key, path in stored.items()}
    assert [key for key, size in sizes.items() if size > draw.PICTURE_LIMIT] == []
    assert sum(sizes.values()) / len(sizes) <= draw.PICTURE_AIM
    for key, path in stored.items():
        with Image.open(path) as picture:
            assert picture.size == ((800, 1000) if key in PORTRAITS else (1200, 800))


def test_draw_refuses_a_key_it_does_not_know():
    with pytest.raises(SystemExit, match="unknown: nergens"):
        draw.main(["nergens"])


def test_types_of_organisation_are_shown_as_they_are_drawn():
    files = {key: draw.STATIC / name for key, name in draw.STATIC_DRAWINGS.items()}

    assert {key: path.read_text(encoding="utf-8") for key, path in files.items()} == {
        key: svg(key) for key in files
    }


@pytest.mark.parametrize("path", sorted(TEMPLATE_ART.glob("*.svg")), ids=lambda path: path.stem)
def test_drawings_in_templates_are_tiny_and_safe(path):
    text = path.read_text(encoding="utf-8")
    tree = ElementTree.fromstring(text)

    assert len(text) <= 1500
    assert (tree.get("aria-hidden"), tree.get("focusable")) == ("true", "false")
    assert not re.search(r"<script|href|url\(|style=| on\w+=", text)
