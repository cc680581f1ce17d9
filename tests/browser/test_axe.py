"""Every kind of page passes axe, on a phone and on a desk, in light and in dark."""

import pytest

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.samples import PANELS, SAMPLES

pytestmark = pytest.mark.slow
# What a colour scheme can break; all else is the same in both.
COLOURS = ["color-contrast", "link-in-text-block"]


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing(new_page, open_sample, violations, screen):
    page = new_page(viewport=screen)
    found = {}
    for sample in SAMPLES:
        open_sample(page, sample)
        page.emulate_media(color_scheme="light")
        light = violations(page)
        page.emulate_media(color_scheme="dark")
        dark = [f"dark: {one}" for one in violations(page, only=COLOURS)]
        if light or dark:
            found[str(sample)] = [*light, *dark]

    assert found == {}


@pytest.mark.parametrize("panel", PANELS, ids=str)
def test_axe_finds_nothing_in_an_open_panel(new_page, open_sample, violations, panel):
    page = new_page(viewport=PHONE)
    open_sample(page, panel)

    light = violations(page)
    page.emulate_media(color_scheme="dark")
    dark = violations(page, only=COLOURS)

    assert (light, dark) == ([], [])
