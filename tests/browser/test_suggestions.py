"""Suggestions while typing: a list to choose from by keyboard or mouse, over a form that works without it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE

TYPED = "uitwis"


@pytest.fixture(params=["/", "/zoeken/"])
def page(request, new_page):
    page = new_page(viewport=DESKTOP)
    page.goto(request.param)
    return page


def type_in(page):
    """Type as a person does; gives the field and the list."""
    page.locator("main").get_by_role("searchbox").focus()  # the script comes for who is about to type
    field = page.locator("main").get_by_role("combobox")
    field.press_sequentially(TYPED, delay=20)
    found = page.get_by_role("listbox")
    expect(found).to_be_visible()
    return field, found


def chosen(page):
    return page.locator("[role=option][aria-selected=true]")


def test_arrows_choose_and_enter_goes_there(page):
    field, found = type_in(page)
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(chosen(page)).to_have_count(0)

    field.press("ArrowDown")

    first = found.get_by_role("option").first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", first.get_attribute("id"))
    expect(field).to_be_focused()
    address = first.get_attribute("data-url")
    field.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(address) + "$"))


def test_arrows_go_round_over_what_was_typed(page):
    field, found = type_in(page)

    field.press("ArrowUp")
    expect(found.get_by_role("option").last).to_have_attribute("aria-selected", "true")
    field.press("ArrowDown")
    expect(chosen(page)).to_have_count(0)
    field.press("Enter")

    expect(page).to_have_url(f"/zoeken/?q={TYPED}")


def test_escape_closes_the_list_and_keeps_what_was_typed(page):
    field, found = type_in(page)

    field.press("Escape")

    expect(found).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value(TYPED)


def test_suggestions_stand_by_kind_and_a_click_goes_there(page):
    _field, found = type_in(page)
    group = found.get_by_role("group").first
    expect(group).to_have_accessible_name(re.compile(r"\w"))
    option = group.get_by_role("option").first
    address = option.get_attribute("data-url")

    option.click()

    expect(page).to_have_url(re.compile(re.escape(address) + "$"))


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_open_list_moves_nothing_and_passes_axe(new_page, violations, screen):
    page = new_page(viewport=screen)
    page.goto("/zoeken/")
    before = page.locator("main h1, .results-head").evaluate_all("all => all.map(e => e.offsetTop)")

    field, _found = type_in(page)
    field.press("ArrowDown")

    after = page.locator("main h1, .results-head").evaluate_all("all => all.map(e => e.offsetTop)")
    assert after == before
    light = violations(page)
    page.emulate_media(color_scheme="dark")
    assert (light, violations(page, only=["color-contrast"])) == ([], [])


def test_without_a_script_the_field_is_a_plain_search(new_page):
    page = new_page(java_script_enabled=False, viewport=DESKTOP)
    page.goto("/zoeken/")

    field = page.locator("main").get_by_role("searchbox")
    field.fill(TYPED)
    field.press("Enter")

    expect(page).to_have_url(f"/zoeken/?q={TYPED}")
