"""Every mail in a real browser: readable in light, in dark and in an old program, at the width of a phone."""

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
