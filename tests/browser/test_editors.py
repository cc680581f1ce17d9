"""A story from first word to the list of news: one editor writes it, another one publishes it."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP

TITLE = "De buren kwamen op de koffie"
STANDFIRST = "Twee teams ruilden een middag van werkplek."


def log_in(page, name, password):
    page.goto("/cms/login/")
    page.locator("[name=username]").fill(f"{name}@example.org")
    page.locator("[name=password]").fill(password)
    page.locator("form [type=submit]").first.click()
    page.wait_for_url(re.compile(r"/cms/$"))


def test_a_story_goes_from_draft_over_review_to_the_site(new_page, demo_site):
    writer = new_page(viewport=DESKTOP)
    log_in(writer, "redactie", demo_site.password)
    news = writer.request.get("/api/v2/pages/?slug=nieuws&fields=id").json()["items"][0]["id"]

    writer.goto(f"/cms/pages/add/resources/newspage/{news}/")
    writer.locator("[name=title]").press_sequentially(TITLE, delay=20)
    expect(writer.locator("[name=slug]")).to_have_value("de-buren-kwamen-op-de-koffie")
    writer.locator("[name=standfirst]").fill(STANDFIRST)
    writer.get_by_role("button", name="Bewaar concept").click()
    writer.wait_for_url(re.compile(r"/cms/pages/\d+/edit/"))
    edit = writer.url
    writer.goto(edit.replace("/edit/", "/view_draft/"))
    expect(writer.locator("h1")).to_have_text(TITLE)
    writer.goto(edit)
    writer.get_by_role("button", name="Meer acties").click()
    writer.locator("[name=action-submit]").click()
    writer.wait_for_url(f"**/cms/pages/{news}/")

    visitor = new_page(viewport=DESKTOP)
    visitor.goto("/nieuws/")
    expect(visitor.get_by_role("link", name=TITLE)).to_have_count(0)

    approver = new_page(viewport=DESKTOP)
    log_in(approver, "eindredactie", demo_site.password)
    approver.get_by_role("link", name=TITLE).first.click()
    approver.get_by_role("button", name="Meer acties").click()
    approver.locator("[data-workflow-action-name=approve]").first.click()
    approver.wait_for_url(f"**/cms/pages/{news}/")

    visitor.reload()
    visitor.get_by_role("link", name=TITLE).click()
    expect(visitor.locator("h1")).to_have_text(TITLE)
    expect(visitor.locator("main")).to_contain_text(STANDFIRST)
