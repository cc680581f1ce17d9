"""Logging in at /mijn/: by a code in a mail or by password; the limits, and the doors that stay shut."""

import pytest
from django.test import Client

from cms import limits
from cms.choices import Role
from tests.cms.editors import browser, somebody
from tests.cms.logins import BY_PASSWORD, CODE, LOGIN, PASSWORD, ask_code, code_in, user_of, where, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_counts(site, settings):
    settings.LIMIT_LOGIN = "3/15m"
    limits.forget()
    yield
    limits.forget()


@pytest.fixture
def cora():
    return somebody(Role.COORDINATOR, email="cora@example.org")


def test_code_in_a_mail_logs_in(client, cora, mailoutbox):
    asked = ask_code(client, "Cora@Example.org")
    before = client.session.session_key

    entered = client.post(CODE, {"code": code_in(mailoutbox[0])})

    assert (where(asked), where(entered)) == ((302, CODE), (302, "/mijn/"))
    assert (user_of(client), client.session.session_key == before) == ("cora@example.org", False)


def test_code_mail_has_the_code_and_a_link_that_only_fills_it_in(client, cora, mailoutbox):
    ask_code(client, "cora@example.org", next="/mijn/iets/")
    (mail,) = mailoutbox
    link = f"http://localhost{CODE}?code={code_in(mail)}&next=%2Fmijn%2Fiets%2F"

    response = client.get(link.removeprefix("http://localhost"))

    assert (mail.to, mail.subject, link in mail.body) == (
        ["cora@example.org"],
        "Je code om in te loggen",
        True,
    )
    assert (f'value="{code_in(mail)}"' in response.content.decode(), user_of(client)) == (True, None)


def test_code_in_small_letters_goes_on_to_where_somebody_wanted(client, cora, mailoutbox):
    ask_code(client, "cora@example.org")

    code = code_in(mailoutbox[0]).replace("-", "").lower()
    response = client.post(CODE, {"code": code, "next": "/mijn/beveiliging/"})

    assert where(response) == (302, "/mijn/beveiliging/")


def test_wrong_code_is_refused_and_after_three_it_is_over(client, cora, mailoutbox):
    ask_code(client, "cora@example.org")

    answers = [client.post(CODE, {"code": "BBBB-BBBB"}) for _try in range(3)]
    late = client.post(CODE, {"code": code_in(mailoutbox[0])})

    assert [answer.status_code for answer in answers] == [422, 422, 302]
    assert "Deze code klopt niet." in words(answers[0])
    assert (where(late), user_of(client)) == ((302, LOGIN), None)


def test_unknown_address_gets_the_same_answers_and_no_mail(cora, mailoutbox):
    pages = []
    for email in ("cora@example.org", "dora@example.org"):
        client = Client()
        answers = [ask_code(client, email), client.get(CODE), client.post(CODE, {"code": "BBBB-BBBB"})]
        pages.append(
            [
                (where(answer), words(answer).replace(email, "") if answer.content else "")
                for answer in answers
            ]
        )

    assert pages[0] == pages[1]
    assert [mail.to for mail in mailoutbox] == [["cora@example.org"]]


def test_login_halfway_can_begin_again_with_another_address(client, cora):
    ask_code(client, "typfout@example.org")
    assert where(client.get(LOGIN)) == (302, CODE)

    response = client.post("/mijn/uitloggen/", {"next": LOGIN})

    assert (where(response), client.get(LOGIN).status_code) == ((302, LOGIN), 200)


def test_closed_account_gets_no_code(client, mailoutbox):
    somebody(Role.COORDINATOR, email="cora@example.org", is_active=False)

    response = ask_code(client, "cora@example.org")

    assert (where(response), mailoutbox) == ((302, CODE), [])


def test_mail_server_that_fails_gives_the_same_answer(client, cora, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    response = ask_code(client, "cora@example.org")

    assert where(response) == (302, CODE)
    assert [record.message for record in caplog.records] == ["A login code could not be sent"]


def test_codes_are_limited_and_the_owner_elsewhere_still_gets_one(client, cora, mailoutbox):
    for _try in range(3):
        ask_code(Client(REMOTE_ADDR="192.0.2.1"), "cora@example.org")

    refused = ask_code(Client(REMOTE_ADDR="192.0.2.1"), "cora@example.org")
    elsewhere = ask_code(Client(REMOTE_ADDR="198.51.100.7"), "cora@example.org")

    assert (refused.status_code, 0 < int(refused.headers["Retry-After"]) <= 900) == (429, True)
    assert (where(elsewhere), len(mailoutbox)) == ((302, CODE), 4)


def test_password_logs_in(client, cora):
    response = client.post(BY_PASSWORD, {"login": "cora@example.org", "password": PASSWORD})

    assert (where(response), user_of(client)) == ((302, "/mijn/"), "cora@example.org")
    assert client.session.get_expiry_age() == 12 * 60 * 60


def test_wrong_passwords_are_limited_and_the_owner_elsewhere_gets_in(cora):
    stranger, owner = Client(REMOTE_ADDR="192.0.2.1"), Client(REMOTE_ADDR="198.51.100.7")
    wrong, right = ({"login": "cora@example.org", "password": word} for word in ("fout", PASSWORD))

    statuses = [stranger.post(BY_PASSWORD, wrong).status_code for _try in range(4)]
    response = owner.post(BY_PASSWORD, right)

    assert (statuses, where(response)) == ([422, 422, 422, 429], (302, "/mijn/"))


def test_wrong_password_and_unknown_address_get_the_same_answer(client, cora):
    pages = [
        words(client.post(BY_PASSWORD, {"login": email, "password": "fout"})).replace(email, "")
        for email in ("cora@example.org", "dora@example.org")
    ]

    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    "elsewhere", ["https://boos.example.org/", "//boos.example.org/", "javascript:alert(1)"]
)
def test_login_goes_to_no_other_host(client, cora, elsewhere):
    data = {"login": "cora@example.org", "password": PASSWORD, "next": elsewhere}

    response = client.post(BY_PASSWORD, data)

    assert where(response) == (302, "/mijn/")


def test_logging_out_needs_the_button(cora):
    client = browser(cora)

    page = client.get("/mijn/uitloggen/")
    still = user_of(client)
    response = client.post("/mijn/uitloggen/")

    assert (page.status_code, still) == (200, "cora@example.org")
    assert (where(response), user_of(client)) == ((302, "/"), None)


@pytest.mark.parametrize(
    "path", ["registreren/", "signup/", "email/", "login/", "password/reset/", "wachtwoord/"]
)
def test_nothing_else_of_the_library_is_open(client, path):
    assert client.get("/mijn/" + path).status_code == 404


@pytest.mark.parametrize("path", [LOGIN, BY_PASSWORD, "/mijn/uitloggen/"])
def test_answers_of_the_accounts_are_kept_by_nobody(client, path):
    assert "no-store" in client.get(path).headers["Cache-Control"]
