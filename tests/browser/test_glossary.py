"""Terms in a browser: opened by hand and by keyboard, with and without scripts, and read by axe."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE

STORY = "/nieuws/zes-organisaties-een-klas/"
SELECTED = """paragraph => {
  getSelection().selectAllChildren(paragraph);
  return getSelection().toString();
}"""


def first_term(page):
    page.goto(STORY)
    word = page.locator("main .term__word").first
    return word, page.locator(f"#{word.get_attribute('popovertarget')}")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_term_opens_its_explanation_by_keyboard_and_closes_with_escape(new_page, script):
    page = new_page(java_script_enabled=script, viewport=DESKTOP)
    word, note = first_term(page)
    expect(note).to_be_hidden()

    word.press("Enter")
    expect(note).to_be_visible()
    expect(note.get_by_role("button", name="Sluiten")).to_be_focused()
    page.keyboard.press("Tab")
    expect(note.get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")

    expect(note).to_be_hidden()
    expect(word).to_be_focused()
    expect(page).to_have_url(STORY)


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_open_explanation_stands_in_the_window_and_passes_axe(new_page, violations, screen):
    page = new_page(viewport=screen)
    word, note = first_term(page)
    word.click()
    expect(note).to_be_visible()

    box = note.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= screen["width"]
    assert box["y"] >= 0 and box["y"] + box["height"] <= screen["height"]
    light = violations(page)
    page.emulate_media(color_scheme="dark")
    assert (light, violations(page, only=["color-contrast"])) == ([], [])


def test_explanation_is_announced_as_a_dialog_with_name_and_words(new_page):
    page = new_page(viewport=DESKTOP)
    word, note = first_term(page)
    word.click()

    expect(note).to_have_role("dialog")
    expect(note).to_have_accessible_name(note.locator(".term-note__name").inner_text())
    expect(note).to_have_accessible_description(note.locator(".term-note__text").inner_text())


def test_copied_text_has_the_term_and_nothing_else(new_page):
    page = new_page(viewport=DESKTOP)
    word, _note = first_term(page)
    paragraph = page.locator(".rich-text p", has=page.locator(".term__word")).first

    copied = paragraph.evaluate(SELECTED)

    assert " ".join(copied.split()) == " ".join(paragraph.inner_text().split())
    assert word.inner_text() in copied


def test_glossary_marks_the_term_that_was_asked_for(new_page):
    page = new_page(viewport=PHONE)
    page.goto("/begrippen/#intervisie")

    expect(page.locator("#intervisie")).to_be_in_viewport()
