"""In a real browser: every mail, light, dark and in an old program; and our own screens of the editors."""

import pytest

from tests.browser.conftest import PHONE
from tests.browser.test_editors import log_in

KEYS = [
    "contact_message",
    "release_confirmation",
    "release_confirmation_again",
    "release",
    "consent_expired",
    "example",
]


@pytest.mark.parametrize("look", ["light", "dark", "old"])
def test_mail_passes_axe_and_fits_a_phone(new_page, violations, demo_site, look):
    page = new_page(viewport=PHONE)
    log_in(page, "redactie", demo_site.password)
    found, wide = {}, []
    for key in KEYS:
        html = page.request.get(f"/cms/mails/{key}/{look}/").text()
        page.goto("about:blank")
        page.set_content(html)
        if against := violations(page):
            found[key] = against
        if page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
            wide.append(key)

    assert (found, wide) == ({}, [])


OWN_SCREENS = [
    "/cms/",
    "/cms/reports/nakijken/",
    "/cms/reports/teksten/",
    "/cms/mails/",
    "/cms/mails/release/",
    "/cms/handboek/",
]


def test_own_screens_of_the_editors_pass_axe_in_light_and_dark(new_page, violations, demo_site):
    page = new_page(viewport=PHONE)
    log_in(page, "beheer", demo_site.password)
    found = {}
    for path in OWN_SCREENS:
        page.goto(path)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            if against := violations(page):
                found[f"{path} {scheme}"] = against

    assert found == {}
