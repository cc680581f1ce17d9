"""What visitors come for, walked from the front page to the end.

Each task is walked by keyboard alone, with a screen reader's tree read on the way, at 200 % zoom, and without
JavaScript. A walk says what is chosen; how it is chosen is the visitor's.
"""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import DESKTOP, PHONE
from tests.browser.samples import SHORTEST_MS

ZOOMED = {"width": 640, "height": 500}  # CSS pixels: 1280 by 1000 at 200 % zoom
MOST_STOPS = 120  # of the Tab key, on one page
RING = 3  # CSS pixels

FOCUS = """() => {
  const node = document.activeElement;
  const ring = one => {
    const style = one && getComputedStyle(one);
    return style && style.outlineStyle !== "none" ? parseFloat(style.outlineWidth) : 0;
  };
  const box = node.getBoundingClientRect();
  return {
    name: `${node.localName} “${(node.getAttribute("aria-label") || node.textContent).trim().slice(0, 40)}”`,
    ring: Math.max(ring(node), ring(node.closest("article"))),
    isInView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""
# What a screen reader comes by on every page, in this order; the title of the page goes before the foot.
BEFORE = ['link "Naar de inhoud"', "banner", 'navigation "Hoofdmenu"', "main", 'navigation "Kruimelpad"']


def has_title(page, title):
    """The one heading of the first level begins so; the rest of a title may change."""
    expect(page.locator("h1")).to_have_text(re.compile("^" + re.escape(title)))
    page.wait_for_load_state()


class Keyboard:
    """Uses Tab, Enter and Space only, and looks where the focus is at every stop."""

    options = {"viewport": DESKTOP}

    def __init__(self, page):
        self.page = page

    def reach(self, target) -> None:
        """Press Tab until the target has the focus; every stop on the way must be seen."""
        expect(target).to_be_visible()
        for _stop in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            stop = self.page.evaluate(FOCUS)
            assert stop["ring"] >= RING, f"no ring around {stop['name']} on {self.page.url}"
            assert stop["isInView"], f"{stop['name']} has the focus out of sight on {self.page.url}"
            if target.evaluate("node => node === document.activeElement"):
                return
        raise AssertionError(f"{target} was not reached with the Tab key on {self.page.url}")

    def choose(self, target) -> None:
        self.reach(target)
        self.page.keyboard.press("Enter")

    def play(self, film) -> None:
        self.reach(film)
        self.page.keyboard.press("Space")

    def arrive(self, title: str) -> None:
        has_title(self.page, title)


class Pointer:
    """Clicks; opens the menu or the filters first where the window is too narrow for them."""

    options = {"viewport": DESKTOP, "java_script_enabled": False}

    def __init__(self, page):
        self.page = page

    def reach(self, target) -> None:
        if not target.is_visible():
            panel = target.evaluate("node => node.closest('[popover]').id")
            self.page.locator(f"[popovertarget={panel}]:visible").first.click()
        target.scroll_into_view_if_needed()
        expect(target).to_be_in_viewport()

    def choose(self, target) -> None:
        self.reach(target)
        target.click()

    def play(self, film) -> None:
        self.reach(film)
        film.click(position={"x": 25, "y": film.bounding_box()["height"] - 47})  # the browser's own button

    def arrive(self, title: str) -> None:
        has_title(self.page, title)


class Zoomed(Pointer):
    """Sees everything twice as large, and never scrolls sideways."""

    options = {"viewport": ZOOMED}

    def arrive(self, title: str) -> None:
        super().arrive(title)
        sizes = self.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert sizes[0] <= sizes[1], f"{self.page.url} scrolls sideways"

    def reach(self, target) -> None:
        super().reach(target)
        box = target.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= ZOOMED["width"], f"{target} is cut off"


class Listener(Pointer):
    """Hears names, roles and order: frame, path, title, content, foot."""

    options = {"viewport": DESKTOP}

    def arrive(self, title: str) -> None:
        has_title(self.page, title)
        heading = f'heading "{self.page.locator("h1").inner_text()}" [level=1]'
        snapshot = self.page.locator("body").aria_snapshot()
        lines = [line.strip(" -:'").replace("''", "'") for line in snapshot.splitlines()]
        heard = [lines.index(line) for line in [*BEFORE, heading, "contentinfo"]]
        assert heard == sorted(heard), f"{self.page.url} is read in another order"
        levels = self.page.locator("h1, h2, h3, h4, h5, h6").evaluate_all(
            "all => all.filter(one => one.checkVisibility()).map(one => Number(one.localName[1]))"
        )
        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert (levels[0], levels.count(1), jumps) == (1, 1, [])


@pytest.fixture(params=[Keyboard, Listener, Zoomed, Pointer], ids=["keyboard", "tree", "zoom", "no-script"])
def visitor(request, new_page):
    """Somebody on the front page."""
    visitor = request.param(new_page(**request.param.options))
    visitor.page.goto("/")
    return visitor


def menu(visitor, name):
    """A link of the main menu, also where it is folded away."""
    return visitor.page.locator("#site-menu").get_by_role("link", name=name, include_hidden=True)


def main(visitor):
    return visitor.page.get_by_role("main")


def test_find_the_guide_on_exchange_placements_and_download_it(visitor):
    visitor.choose(menu(visitor, "Handreikingen"))
    visitor.arrive("Handreikingen en hulpmiddelen")
    visitor.choose(main(visitor).get_by_role("link", name="Een uitwisselingsstage uitvoeren"))
    visitor.arrive("Een uitwisselingsstage uitvoeren")

    with visitor.page.expect_download() as download:
        visitor.choose(main(visitor).get_by_role("link", name=re.compile("^Download")).first)

    assert download.value.suggested_filename.endswith(".pdf")
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF-")


def test_watch_the_film_with_captions(visitor):
    visitor.choose(menu(visitor, "Animaties"))
    visitor.arrive("Animaties")
    visitor.choose(main(visitor).get_by_role("link", name="Kijk eens bij de buren").first)
    visitor.arrive("Kijk eens bij de buren")
    film = main(visitor).locator("video")

    visitor.play(film)

    expect(film).to_have_js_property("paused", False)
    assert film.evaluate("film => [...film.textTracks].map(track => [track.language, track.mode])") == [
        ["nl", "showing"]
    ]


def test_find_a_training_near_me_with_a_place_left_and_open_its_form(visitor):
    visitor.choose(menu(visitor, "Trainingen"))
    visitor.arrive("Trainingen en bijeenkomsten")
    filters = visitor.page.locator("#filters")
    visitor.choose(filters.get_by_role("link", name="Midden-Brabant", include_hidden=True))
    visitor.page.wait_for_url(re.compile("regio=midden-brabant"))
    visitor.choose(filters.get_by_role("link", name="Met vrije plaatsen", include_hidden=True))
    visitor.page.wait_for_url(re.compile("regio=midden-brabant.*vol=nee|vol=nee.*regio=midden-brabant"))
    visitor.choose(main(visitor).get_by_role("link", name="Coachend begeleiden: de basis"))
    visitor.arrive("Coachend begeleiden: de basis")
    assert int(main(visitor).locator("[data-seats-left]").first.get_attribute("data-seats-left")) > 0

    visitor.choose(main(visitor).get_by_role("link", name="Aanmelden").first)

    visitor.arrive("Aanmelden")
    visitor.reach(main(visitor).get_by_label("Naam", exact=True))
    visitor.reach(main(visitor).get_by_role("button", name="Aanmelden"))


def test_supervisor_registers_with_five_fields_by_keyboard_on_a_phone_without_javascript(new_page):
    page = new_page(viewport=PHONE, java_script_enabled=False)
    visitor = Keyboard(page)
    page.goto("/trainingen/coachend-begeleiden-basis/")
    visitor.choose(main(visitor).get_by_role("link", name="Aanmelden").first)
    visitor.arrive("Aanmelden")
    answers = {
        "Naam": "Bilal Aydin",
        "E-mailadres van je werk": "bilal.aydin@example.org",
        "Organisatie": "Het Laar",  # typing chooses from a list
        "Rol": "Werkbegeleider",
        "Opmerkingen": "Ik kom met de trein.",
    }

    for label, answer in answers.items():
        visitor.reach(main(visitor).get_by_label(re.compile(f"^{label}( \\(|$)")))
        page.keyboard.type(answer)
    page.wait_for_timeout(SHORTEST_MS)
    visitor.choose(main(visitor).get_by_role("button", name="Aanmelden"))

    visitor.arrive("We hebben je aanmelding")
    expect(main(visitor).locator("[data-registration]")).to_have_count(1)
    expect(main(visitor).locator("[data-registration]")).to_have_attribute("data-status", "confirmed")


def test_find_whom_to_ask_at_amaliazorg(visitor):
    visitor.choose(menu(visitor, "Organisaties"))
    visitor.arrive("Deelnemende organisaties")
    visitor.choose(main(visitor).get_by_role("link", name="Amaliazorg").first)
    visitor.arrive("Amaliazorg")
    person = main(visitor).get_by_role("region", name="Aan wie je het vraagt")

    expect(person).to_contain_text("Petra van Hest")
    visitor.reach(person.get_by_role("link", name="amaliazorg@example.org"))
