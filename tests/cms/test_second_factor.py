"""The second factor at /mijn/beveiliging/: authenticator app, recovery codes and passkeys."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.totp.internal.auth import yield_hotp_counters_from_time as counters
from django.test import Client

from cms import limits
from cms.choices import Role
from tests.cms.editors import browser, somebody
from tests.cms.logins import (
    CODE,
    LOGIN,
    PASSWORD,
    SECOND_STEP,
    ask_code,
    code_in,
    link_in,
    log_in,
    user_of,
    where,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_counts(site):
    limits.forget()
    yield
    limits.forget()


@pytest.fixture
def cora():
    return somebody(Role.COORDINATOR, email="cora@example.org")


def with_app(user) -> str:
    """Set up an authenticator app; returns the secret."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


def app_code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(counters()))))


def test_second_factor_is_asked_after_a_code(client, cora, mailoutbox):
    secret = with_app(cora)
    ask_code(client, "cora@example.org")

    first = client.post(CODE, {"code": code_in(mailoutbox[0])})
    halfway = user_of(client)
    wrong = client.post(SECOND_STEP, {"code": "000000"})
    second = client.post(SECOND_STEP, {"code": app_code(secret)})

    assert (where(first), halfway, wrong.status_code) == ((302, SECOND_STEP), None, 422)
    assert (where(second), user_of(client)) == ((302, "/mijn/"), "cora@example.org")


def test_second_factor_is_asked_after_the_link_of_the_mail(client, cora, mailoutbox):
    with_app(cora)
    ask_code(client, "cora@example.org")

    pressed = client.post(link_in(mailoutbox[0]))

    assert (where(pressed), user_of(client)) == ((302, SECOND_STEP), None)


def test_recovery_code_takes_the_place_of_the_app_once(cora):
    with_app(cora)
    code = Authenticator.objects.get(user=cora, type="recovery_codes").wrap().get_unused_codes()[0]

    answers = []
    for _try in range(2):
        client = Client()
        log_in(client)
        answers.append(client.post(SECOND_STEP, {"code": code}).status_code)

    assert answers == [302, 422]


@pytest.mark.parametrize("path", ["/cms/login/", "/_util/login/"])
def test_second_factor_is_asked_at_the_other_logins_too(client, path):
    editor = somebody(Role.EDITOR, email="redactie@example.org")
    secret = with_app(editor)

    first = client.post(path, {"username": "redactie@example.org", "password": PASSWORD, "next": "/cms/"})
    halfway = user_of(client)
    second = client.post(SECOND_STEP, {"code": app_code(secret)})

    assert (where(first), halfway, where(second)) == ((302, SECOND_STEP), None, (302, "/cms/"))


def test_app_is_set_up_with_its_code_and_gives_recovery_codes(client, cora):
    log_in(client)
    page = client.get("/mijn/beveiliging/app/").content.decode()
    secret = re.search(r"<code>(\w+)</code>", page)[1]

    response = client.post("/mijn/beveiliging/app/", {"code": app_code(secret)})

    assert where(response) == (302, "/mijn/beveiliging/herstelcodes/")
    assert client.get(response.headers["Location"]).content.decode().count("<li><code>") == 10


def test_changing_how_one_logs_in_needs_a_login_of_now(cora):
    client = browser(cora)  # a session of which nobody knows when somebody logged in

    refused = client.get("/mijn/beveiliging/passkey/")
    again = client.post(refused.headers["Location"])

    assert where(refused) == (302, "/mijn/opnieuw-inloggen/?next=%2Fmijn%2Fbeveiliging%2Fpasskey%2F")
    assert (where(again), user_of(client)) == (
        (302, LOGIN + "?next=%2Fmijn%2Fbeveiliging%2Fpasskey%2F"),
        None,
    )


def test_passkey_page_has_no_script_of_its_own(client, cora):
    log_in(client)

    response = client.get("/mijn/beveiliging/passkey/")

    html = response.content.decode()
    assert re.findall(r"<script[^>]*>", html) == [
        '<script type="module" src="/static/js/site.js">',
        '<script type="module" src="/static/js/passkeys.js">',
    ]
    assert ("script-src 'self'" in response.headers["Content-Security-Policy"], "data-options=" in html) == (
        True,
        True,
    )


def test_passkey_of_somebody_else_cannot_be_removed(client, cora):
    theirs = Authenticator.objects.create(user=somebody(), type="webauthn", data={"name": "Telefoon"})
    log_in(client)

    response = client.post(f"/mijn/beveiliging/passkey/{theirs.pk}/verwijderen/")

    assert (response.status_code, Authenticator.objects.filter(pk=theirs.pk).count()) == (404, 1)


def test_nonsense_instead_of_a_passkey_logs_nobody_in(client, cora):
    client.get("/mijn/inloggen/passkey/", HTTP_ACCEPT="application/json")

    response = client.post("/mijn/inloggen/passkey/", {"credential": '{"id": "x"}'})

    assert (where(response), user_of(client)) == ((302, LOGIN), None)
    assert "Deze passkey werkt hier niet." in client.get(LOGIN).content.decode()


def test_tries_of_the_second_step_are_limited(client, cora, settings):
    settings.LIMIT_LOGIN = "3/15m"
    secret = with_app(cora)
    log_in(client)

    statuses = [client.post(SECOND_STEP, {"code": "000000"}).status_code for _try in range(3)]
    late = client.post(SECOND_STEP, {"code": app_code(secret)})

    assert (statuses, late.status_code, user_of(client)) == ([422, 422, 422], 429, None)
