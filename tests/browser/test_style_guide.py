"""Every component in every state, as the style guide shows it, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from cms.style_guide import catalogue
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_axe import COLOURS
from tests.browser.test_editors import log_in
from tests.browser.test_layout import WIDE

NARROW = {"width": 320, "height": 800}
HEADER = "/cms/stijlgids/site_header/negen-lange-onderdelen/kaal/"
MENUS = ["twee-onderdelen", "zeven-onderdelen", "negen-lange-onderdelen", "eigen-logo", "lange-naam"]
WIDTHS = [320, 390, 820, 1000, 1440]
# A state stands without the page around it, so its headings need not begin at level two.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll(".site-header a, .site-header button")]
    .filter(node => node.checkVisibility()).map(node => [node, node.getBoundingClientRect()]);
  return boxes.flatMap(([one, a], at) => boxes.slice(at + 1)
    .filter(([_other, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
    .map(([other]) => `${one.innerText} × ${other.innerText}`));
}"""


@pytest.fixture
def editor(new_page, demo_site):
    """Make pages of one editor: ``editor(viewport=…)``; logs in once."""
    state = {}

    def make(**options):
        if not state:
            first = new_page(viewport=DESKTOP)
            log_in(first, "redactie", demo_site.password)
            state.update(first.context.storage_state())
        return new_page(storage_state=state, **options)

    return make


@pytest.mark.slow
def test_axe_finds_nothing_in_any_state(editor, violations):
    page = editor(viewport=NARROW)
    found = {}
    for path in catalogue.bare_paths():
        page.goto(path)
        page.emulate_media(color_scheme="light")
        light = violations(page, tags=RULES)
        page.emulate_media(color_scheme="dark")
        dark = [f"dark: {one}" for one in violations(page, only=COLOURS)]
        if wrong := [*light, *dark, *page.evaluate(WIDE)]:
            found[path] = wrong

    assert found == {}


def test_axe_finds_nothing_on_the_pages_of_the_guide(editor, violations):
    page = editor(viewport=PHONE)
    found = {}
    for path in ("", "card/", "site_header/?breedte=1280&schema=beide", "doorways/", "blok-table/"):
        page.goto(f"/cms/stijlgids/{path}")
        if wrong := [*violations(page), *page.evaluate(WIDE)]:
            found[path] = wrong
        page.set_viewport_size(NARROW)
        found |= {f"{path} at 320": wide} if (wide := page.evaluate(WIDE)) else {}
        page.set_viewport_size(PHONE)

    assert found == {}


def test_a_frame_is_as_tall_as_what_it_shows(editor):
    page = editor(viewport=DESKTOP)
    page.goto("/cms/stijlgids/badge/")
    frame = page.locator("iframe").first

    expect(frame).not_to_have_attribute("height", "320")
    assert frame.bounding_box()["height"] < 200


def test_a_scheme_can_be_forced(editor):
    page = editor(viewport=DESKTOP, color_scheme="light")
    grounds = []
    for scheme in ("licht", "donker"):
        page.goto(f"/cms/stijlgids/card/met-foto/kaal/?schema={scheme}")
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    assert grounds == ["rgb(255, 253, 249)", "rgb(16, 27, 30)"]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_header_stays_whole(editor, script):
    page = editor(viewport=DESKTOP, java_script_enabled=script)
    wrong = {}
    for menu in MENUS:
        page.goto(f"/cms/stijlgids/site_header/{menu}/kaal/")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            faults = [*page.evaluate(OVERLAPS), *page.evaluate(WIDE)]
            if width < 960:
                page.get_by_role("button", name="Menu").click()
                faults += page.evaluate(WIDE)
                page.keyboard.press("Escape")
                expect(page.locator("#site-menu")).to_be_hidden()
            if faults:
                wrong[f"{menu} at {width}"] = faults

    assert wrong == {}


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_menu_works_by_keyboard(editor, script):
    page = editor(viewport=PHONE, java_script_enabled=script)
    page.goto(HEADER)
    button, menu = page.get_by_role("button", name="Menu"), page.locator("#site-menu")
    button.focus()

    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("button", name="Sluiten")).to_be_focused()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")

    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_browser_without_popover_shows_the_menu_in_place(editor, script):
    page = editor(viewport=NARROW, java_script_enabled=script)
    page.route(HEADER_ADDRESS, lambda route: answer_changed(route, POPOVER))
    page.route(STYLE_ADDRESS, lambda route: answer_changed(route, SUPPORT))

    page.goto(HEADER)

    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link").first).to_be_visible()
    assert page.evaluate(OVERLAPS) == page.evaluate(WIDE) == []


HEADER_ADDRESS, STYLE_ADDRESS = re.compile(r"/kaal/$"), re.compile(r"/css/site[^/]*\.css")
POPOVER = [(r" popover>", ">"), (r"popovertarget", "data-without")]
SUPPORT = [  # what such a browser would make of the style sheet
    (r"@supports not selector\(:popover-open\)", "@supports (display:block)"),
    (r"@supports selector\(:popover-open\)", "@supports (display:nothing)"),
]


def answer_changed(route, changes):
    answer = route.fetch()
    body = answer.text()
    for pattern, replacement in changes:
        body, count = re.subn(pattern, replacement, body)
        assert count, pattern
    route.fulfill(response=answer, body=body)
