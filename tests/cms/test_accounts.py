"""Logging in at /mijn/: by a code in a mail or by password; the limits, and the doors that stay shut."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms import limits
from cms.accounts import login_mail
from cms.choices import Role
from cms.models import OutgoingMail
from cms.outbox import send_due
from tests.cms.editors import browser, somebody
from tests.cms.logins import (
    BY_PASSWORD,
    CODE,
    LOGIN,
    PASSWORD,
    ask_code,
    code_in,
    link_in,
    user_of,
    where,
    words,
)

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


def test_login_mail_has_a_link_of_which_only_the_button_logs_in(client, cora, mailoutbox):
    ask_code(client, "cora@example.org", next="/mijn/iets/")
    (mail,) = mailoutbox
    elsewhere = Client()

    page = elsewhere.get(link_in(mail))
    looked = user_of(elsewhere)
    pressed = elsewhere.post(link_in(mail))

    assert (mail.to, mail.subject) == (["cora@example.org"], "Inloggen op je overzicht")
    assert (page.status_code, "Je logt in als cora@example.org." in words(page), looked) == (200, True, None)
    assert (where(pressed), user_of(elsewhere)) == ((302, "/mijn/iets/"), "cora@example.org")
    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["Referrer-Policy"] == "same-origin"


def test_login_link_works_once(client, cora, mailoutbox):
    ask_code(client, "cora@example.org")
    Client().post(link_in(mailoutbox[0]))
    late = Client()

    answers = [late.get(link_in(mailoutbox[0])), late.post(link_in(mailoutbox[0]))]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert "Deze link werkt niet meer" in words(answers[0])
    assert user_of(late) is None


@pytest.mark.parametrize("change", [{"is_active": False}, {"email": "other@example.org"}], ids=repr)
def test_login_link_ends_with_the_account_as_it_was(client, cora, mailoutbox, change):
    ask_code(client, "cora@example.org")
    type(cora).objects.filter(pk=cora.pk).update(**change)

    assert Client().post(link_in(mailoutbox[0])).status_code == 404


def test_login_link_lives_as_long_as_the_code(client, cora, mailoutbox, settings):
    ask_code(client, "cora@example.org")
    settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT = -1

    assert Client().post(link_in(mailoutbox[0])).status_code == 404


@pytest.mark.parametrize("spoil", [lambda path: path[:-4] + "/", lambda _path: "/mijn/inloggen/link/x/"])
def test_login_link_that_is_not_whole_logs_nobody_in(client, cora, mailoutbox, spoil):
    ask_code(client, "cora@example.org")
    other = Client()

    response = other.post(spoil(link_in(mailoutbox[0])))

    assert (response.status_code, user_of(other)) == (404, None)


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


def test_asking_for_a_code_costs_the_same_work_for_every_address(cora):
    ask_code(Client(), "eerste@example.org")
    work = []
    for email in ("cora@example.org", "dora@example.org"):
        with CaptureQueriesContext(connection) as queries:
            Client().post(LOGIN, {"email": email})
        asked = (re.sub(r"_django_curs_\w+", "cursor", query["sql"]) for query in queries)
        work.append([re.split(r' VALUES| WHERE|"s\d+_x', sql)[0] for sql in asked])

    assert work[0] == work[1]
    assert list(OutgoingMail.objects.values_list("recipient", "state")) == [
        ("cora@example.org", "queued"),
        ("dora@example.org", "queued"),
    ]


def test_request_of_an_unknown_address_leaves_nothing(cora):
    ask_code(Client(), "dora@example.org")

    assert OutgoingMail.objects.count() == 0


def test_stored_request_holds_neither_code_nor_link(client, cora, mailoutbox):
    ask_code(client, "cora@example.org")

    row, mail = OutgoingMail.objects.get(), mailoutbox[0]
    assert set(row.data) == {"seed", "after"}
    assert code_in(mail).replace("-", "").lower() not in row.data["seed"].lower()
    assert login_mail.code_of(row.data["seed"]) == code_in(mail)


def test_code_that_has_expired_is_not_mailed(cora, mailoutbox):
    login_mail.queue("cora@example.org", login_mail.new_seed(), at=timezone.now() - timedelta(minutes=16))

    send_due()

    assert (mailoutbox, OutgoingMail.objects.count()) == ([], 0)


def test_requests_of_yesterday_are_forgotten(client, cora, mailoutbox):
    ask_code(client, "cora@example.org")

    login_mail.forget_old(timezone.now() + timedelta(hours=23))
    kept = OutgoingMail.objects.count()
    login_mail.forget_old(timezone.now() + timedelta(hours=25))

    assert (kept, OutgoingMail.objects.count()) == (1, 0)


def test_mail_server_that_fails_gives_the_same_answer_and_logs_no_address(client, cora, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    response = ask_code(client, "cora@example.org")

    assert where(response) == (302, CODE)
    assert "cora" not in caplog.text
    assert list(OutgoingMail.objects.values_list("state", "tries")) == [("queued", 0)]


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
