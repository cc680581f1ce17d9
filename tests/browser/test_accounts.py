"""Logging in at /mijn/ in a real browser: by a code without JavaScript, by a passkey of a made-up device."""

import email
import email.policy
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE

COORDINATOR = "coordinator@example.org"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def mails(demo_site) -> dict[str, str]:
    """The texts of the mails that the site wrote, by file."""
    texts = {}
    for file in (demo_site.folder / "mail").glob("*"):
        message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        texts[file.name] = message.get_body(("plain",)).get_content()
    return texts


def test_coordinator_logs_in_by_the_link_of_a_mail_without_javascript(new_page, demo_site):
    page = new_page(java_script_enabled=False, viewport=PHONE)
    before = mails(demo_site)
    page.goto("/mijn/")
    page.get_by_label("E-mailadres").fill(COORDINATOR)
    page.get_by_role("button", name="Stuur mij een code").click()
    demo_site.send_mail()
    texts = [text for name, text in mails(demo_site).items() if name not in before]
    (link,) = re.findall(r"http\S+/inloggen/link/\S+", "\n".join(texts))

    page.goto(link)
    page.get_by_role("main").get_by_role("button", name="Inloggen").click()

    assert page.url == demo_site.url + "/mijn/"
    assert page.get_by_role("heading", level=1).inner_text() == "Het Laar"


def test_passkey_is_added_and_logs_in(new_page, demo_site):
    page = new_page(viewport=PHONE)
    named = demo_site.url.replace("127.0.0.1", "localhost")  # a passkey belongs to a name
    page.route(named + "/**", lambda route: route.continue_())
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    page.goto(named + "/mijn/inloggen/wachtwoord/")
    page.get_by_label("E-mailadres").fill(COORDINATOR)
    page.get_by_label("Wachtwoord").fill(demo_site.password)
    page.get_by_role("main").get_by_role("button", name="Inloggen").click()

    page.goto(named + "/mijn/beveiliging/passkey/")
    page.get_by_label("Naam van de passkey").fill("Telefoon van Cora")
    page.get_by_role("button", name="Maak de passkey").click()
    page.wait_for_url("**/herstelcodes/")
    page.get_by_role("button", name="Uitloggen").click()
    page.goto(named + "/mijn/beveiliging/")
    page.get_by_role("button", name="Log in met een passkey").click()
    page.get_by_role("heading", name="Hoe ik inlog").wait_for()

    assert page.get_by_text("Telefoon van Cora", exact=True).count() == 1
    page.get_by_role("link", name="Verwijder “Telefoon van Cora”").click()  # others log in without it
    page.get_by_role("button", name="Verwijder de passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hoe ik inlog")
    assert page.get_by_text("Telefoon van Cora", exact=True).count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_the_desk(new_page, demo_site, violations, scheme):
    page, found = new_page(viewport=PHONE, color_scheme=scheme), {}

    def look(path):
        page.goto(path)
        found[path] = violations(page)

    look("/mijn/inloggen/")
    look("/mijn/inloggen/wachtwoord/")
    page.get_by_label("E-mailadres").fill(COORDINATOR)
    page.get_by_label("Wachtwoord").fill(demo_site.password)
    page.get_by_role("main").get_by_role("button", name="Inloggen").click()
    for path in ("/mijn/", "/mijn/beveiliging/", "/mijn/beveiliging/passkey/", "/mijn/beveiliging/app/"):
        look(path)

    assert {path: wrong for path, wrong in found.items() if wrong} == {}
