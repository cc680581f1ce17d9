"""Everything a visitor can do works in a browser that runs no script."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.samples import SAMPLES

SHORTEST_SECONDS = 2  # between opening the contact form and sending it


@pytest.fixture
def page(new_page):
    return new_page(java_script_enabled=False, viewport=DESKTOP)


@pytest.fixture
def phone(new_page):
    return new_page(java_script_enabled=False, viewport=PHONE)


def test_every_page_has_its_content(page, open_sample):
    without = []
    for sample in SAMPLES:
        open_sample(page, sample)
        if page.locator("h1").count() != 1 or not page.locator("main").inner_text().strip():
            without.append(str(sample))

    assert without == []


def test_the_menu_opens_and_leads_on(phone):
    phone.goto("/")
    link = phone.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Trainingen")
    expect(link).to_be_hidden()

    phone.get_by_role("button", name="Menu").click()
    link.click()

    expect(phone).to_have_url("/trainingen/")


def test_filters_narrow_the_list_and_can_be_taken_off(page):
    page.goto("/trainingen/")
    everything = page.locator("main [data-seats-left], main .card, main .training-row").count()

    page.locator("#filters").get_by_role("link", name="Online").click()

    expect(page).to_have_url("/trainingen/?vorm=online")
    assert 0 < page.locator("main [data-seats-left], main .card, main .training-row").count() < everything
    page.get_by_role("link", name="Online").first.click()
    expect(page).to_have_url("/trainingen/")


def test_filters_open_on_a_phone(phone):
    phone.goto("/trainingen/")

    phone.get_by_role("button", name="Filter").click()
    phone.locator("#filters").get_by_role("link", name="Online").click()

    expect(phone).to_have_url("/trainingen/?vorm=online")


def test_search_finds(page):
    page.goto("/zoeken/")

    page.locator("main").get_by_role("searchbox").fill("uitwisselingsstage")
    page.keyboard.press("Enter")

    expect(page).to_have_url("/zoeken/?q=uitwisselingsstage")
    assert page.locator("[data-hit]").count() > 0


def test_questions_and_transcripts_unfold(page):
    page.goto("/trainingen/coachend-begeleiden-basis/")
    folded = page.locator("main details:not([open])").first
    body = folded.locator("> :not(summary)").first
    expect(body).to_be_hidden()

    folded.locator("summary").click()

    expect(page.locator("main details[open]").first.locator("> :not(summary)").first).to_be_visible()


def test_the_film_has_controls_and_captions(page):
    page.goto("/animaties/kijk-eens-bij-de-buren/")
    film = page.locator("main video")

    assert film.get_attribute("controls") is not None
    assert film.locator("track[kind=captions][default]").get_attribute("srclang") == "nl"
    assert film.get_attribute("poster")


def test_the_contact_form_says_what_is_wrong_and_keeps_what_was_typed(page):
    page.visit.expected_statuses.add(422)
    page.goto("/contact/")
    page.locator("[name=name]").fill("Sanne Willems")

    page.locator("main form [type=submit]").click()

    expect(page.locator("#error-summary")).to_be_visible()
    expect(page.locator("#error-summary")).to_be_focused()
    assert page.locator("[name=name]").input_value() == "Sanne Willems"


def test_the_contact_form_thanks_the_sender(page):
    page.goto("/contact/")
    page.locator("[name=name]").fill("Sanne Willems")
    page.locator("[name=email]").fill("sanne@example.org")
    page.locator("[name=message]").fill("Wanneer is de volgende bijeenkomst?")
    page.wait_for_timeout(SHORTEST_SECONDS * 1000 + 200)

    page.locator("main form [type=submit]").click()

    expect(page.locator("main").get_by_role("status")).to_be_visible()
