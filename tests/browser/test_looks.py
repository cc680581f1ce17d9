"""No page looks different from the picture that somebody accepted.

A wanted change is kept with ``make accept-screenshots``. Against chance the pages are drawn with our own
fonts, a set clock, no motion and no cursor; against a blind eye the last tests change something small.
"""

import pytest

from tests.browser import looks
from tests.browser.chromium import launch
from tests.browser.looks import KEPT, LIMIT, LOOKED_AT
from tests.browser.pictures import PHONE_LIGHT, compare, photograph, shrink
from tests.browser.samples import Sample
from tests.demo_site import DemoSite

PARTS = 3  # so that two processes share the work
CONTACT = Sample("/contact/")

ENLARGE_HEADING = """() => {
  const heading = document.querySelector("h1");
  heading.style.fontSize = `${parseFloat(getComputedStyle(heading).fontSize) + 1}px`;
}"""
RECOLOUR_BUTTON = """() => { document.querySelector("main .button").style.background = "#0a7a5b"; }"""
MOVE_BUTTON = """() => { document.querySelector("main .button").style.translate = "3px 0"; }"""
FADE_TEXT = """() => { document.querySelector("main p").style.color = "#30444c"; }"""


@pytest.fixture(scope="module")
def untouched_site(tmp_path_factory):
    """A site of its own: other tests publish on the one that they share."""
    with DemoSite(tmp_path_factory.mktemp("untouched")) as site:
        yield site


@pytest.mark.parametrize("part", range(PARTS))
def test_pages_look_as_accepted(browser, untouched_site, part):
    found = looks.looks(browser, untouched_site.url, LOOKED_AT[part::PARTS])

    changed = [look.report() for look in found if not look.is_kept]

    assert changed == [], "what was meant to change is kept with: make accept-screenshots"


def test_every_page_has_its_kept_picture_and_all_are_light():
    assert {path.stem for path in KEPT.glob("*.webp")} == looks.expected()
    assert sum(path.stat().st_size for path in KEPT.glob("*.webp")) <= LIMIT


@pytest.fixture
def picture(browser, untouched_site):
    """Take a picture of the contact page, after ``script`` has changed something in it."""

    def take(script="() => {}", by=browser):
        views = photograph(
            by, untouched_site.url, CONTACT, [PHONE_LIGHT], prepare=lambda page: page.evaluate(script)
        )
        return shrink(views[PHONE_LIGHT])

    return take


def test_the_same_page_looks_the_same_twice(picture):
    assert compare(picture(), picture()).points == 0


def test_letters_drawn_by_another_machine_are_no_difference(browser, picture):
    other = launch(browser.browser_type, "--font-render-hinting=full", "--enable-lcd-text")

    elsewhere = picture(by=other)
    other.close()

    assert compare(picture(), elsewhere).is_same


@pytest.mark.parametrize(
    "script",
    [ENLARGE_HEADING, RECOLOUR_BUTTON, MOVE_BUTTON, FADE_TEXT],
    ids=["heading", "button", "place", "text"],
)
def test_a_small_change_is_seen(picture, script):
    assert not compare(picture(), picture(script)).is_same


def test_a_change_is_reported_with_pictures_to_look_at(picture, tmp_path):
    before, after = picture(), picture(RECOLOUR_BUTTON)

    told = looks.Look("contact.390-light", after, compare(before, after)).report(tmp_path)

    folder = tmp_path / "contact.390-light"
    assert told.endswith(f"see {folder / 'difference.png'}")
    assert {path.name for path in folder.iterdir()} == {"before.png", "after.png", "difference.png"}
