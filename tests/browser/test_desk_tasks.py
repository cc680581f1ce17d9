"""What a coordinator comes to /mijn/ for, walked on a phone, by keyboard alone and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.test_tasks import Keyboard

COORDINATOR = "coordinator@example.org"
SLUG = "praktijkonderwijs-onbegrepen-gedrag"  # no places of each organisation, and a waiting list
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"
TRAINING = "Praktijkonderwijsbijeenkomst: onbegrepen gedrag"
SHORTEST_SECONDS = 2  # between opening the form and sending it
MOST_KEYS = 240  # two minutes at two keys a second
PEOPLE = ("Noor Bakker", "Sem Peters", "Iris Smit")


class Typist(Keyboard):
    """Counts every key."""

    def __init__(self, page):
        super().__init__(page)
        self.keys = 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.keys += 1

    def tab_to(self, target) -> None:
        """Press Tab until the target has the focus, and count."""
        expect(target).to_be_visible()
        while not target.evaluate("node => node === document.activeElement"):
            self.press("Tab")
            assert self.keys < MOST_KEYS, f"{target} was not reached in time"

    def type_in(self, label: str, text: str) -> None:
        self.tab_to(self.page.get_by_label(re.compile(f"^{label}")))
        self.page.keyboard.type(text)
        self.keys += len(text)

    def follow(self, target) -> None:
        self.tab_to(target)
        self.press("Enter")
        self.page.wait_for_load_state()


@pytest.fixture
def typist(new_page, demo_site):
    """A coordinator who has logged in."""
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto("/mijn/inloggen/wachtwoord/")
    page.get_by_label("E-mailadres").fill(COORDINATOR)
    page.get_by_label("Wachtwoord").fill(demo_site.password)
    page.get_by_role("main").get_by_role("button", name="Inloggen").click()
    page.goto("/mijn/")
    return Typist(page)


def test_coordinator_registers_three_colleagues_by_keyboard_on_a_phone(typist):
    page = typist.page
    main = page.get_by_role("main")

    typist.follow(page.get_by_role("link", name="Naar de inhoud"))
    typist.follow(main.get_by_role("link", name=f"Collega's aanmelden {TRAINING}"))
    typist.follow(page.get_by_role("link", name="Naar de inhoud"))
    page.wait_for_timeout(SHORTEST_SECONDS * 1000 + 200)
    for number, name in enumerate(PEOPLE, start=1):
        typist.type_in(f"Persoon {number}: Naam", name)
        email = name.split()[0].lower() + "@example.org"
        typist.type_in(f"Persoon {number}: E-mailadres van het werk", email)
    typist.tab_to(main.get_by_role("radio").first)
    typist.press("Space")
    typist.follow(main.get_by_role("button", name="Aanmelden"))

    found = main.locator("[data-registration]")
    expect(found).to_have_count(3)
    assert [one.get_attribute("data-status") for one in found.all()] == ["confirmed"] * 3
    assert [one.locator(".notice__title").inner_text().split(":")[0] for one in found.all()] == list(PEOPLE)
    assert typist.keys < MOST_KEYS
    typist.follow(main.get_by_role("link", name="Terug naar mijn overzicht"))
    for name in PEOPLE:
        expect(main.get_by_text(name, exact=True)).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_the_desk_and_nothing_scrolls_sideways(new_page, demo_site, violations, scheme):
    page, found = new_page(viewport=PHONE, color_scheme=scheme), {}
    page.goto("/mijn/inloggen/wachtwoord/")
    page.get_by_label("E-mailadres").fill(COORDINATOR)
    page.get_by_label("Wachtwoord").fill(demo_site.password)
    page.get_by_role("main").get_by_role("button", name="Inloggen").click()
    for path in ("", "aanmelden/", "lijst/", "plaatsen/"):
        page.goto(f"/mijn/trainingen/{SLUG}/{path}" if path else "/mijn/")
        found[page.url] = violations(page), page.evaluate(SIDEWAYS)
    for path in ("/mijn/agenda/", "/mijn/organisatie/"):
        page.goto(path)
        found[page.url] = violations(page), page.evaluate(SIDEWAYS)

    assert {url: wrong for url, wrong in found.items() if wrong != ([], False)} == {}
