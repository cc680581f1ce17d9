"""Logging in with an e-mail address: works in any case, is limited, and locks nobody out."""

import re

import pytest
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from cms import limits
from cms.choices import Role
from resources.models import NewsIndexPage
from tests.cms.editors import somebody

pytestmark = pytest.mark.django_db
PASSWORD = "een lang wachtwoord"
LOGIN = "/cms/login/"


@pytest.fixture(autouse=True)
def _fresh_counts(site, settings):
    settings.LIMIT_LOGIN = "3/15m"
    limits.forget()
    yield
    limits.forget()


def try_login(client, email, password, address="192.0.2.1"):
    data = {"username": email, "password": password, "next": "/cms/"}
    return client.post(LOGIN, data, REMOTE_ADDR=address)


def test_editor_logs_in_with_their_address_in_any_case(client):
    somebody(Role.EDITOR, email="redactie@example.org")

    response = try_login(client, "Redactie@Example.ORG", PASSWORD)

    assert (response.status_code, response.headers["Location"]) == (302, "/cms/")


def test_coordinator_does_not_enter_the_editors_screens(client):
    somebody(Role.COORDINATOR, email="coordinator@example.org")
    try_login(client, "coordinator@example.org", PASSWORD)

    response = client.get(reverse("wagtailadmin_home"))

    assert (response.status_code, response.headers["Location"]) == (302, "/cms/login/?next=/cms/")


def test_too_many_tries_are_refused_with_a_time_to_wait(client):
    somebody(Role.EDITOR, email="redactie@example.org")
    for _try in range(3):
        assert try_login(client, "redactie@example.org", "fout").status_code == 200

    response = try_login(client, "redactie@example.org", PASSWORD)

    assert (response.status_code, 0 < int(response.headers["Retry-After"]) <= 900) == (429, True)


def test_owner_elsewhere_is_not_locked_out(client):
    somebody(Role.EDITOR, email="redactie@example.org")
    for _try in range(5):
        try_login(client, "redactie@example.org", "fout", address="192.0.2.1")

    assert try_login(client, "redactie@example.org", PASSWORD, address="198.51.100.7").status_code == 302


def test_one_address_does_not_try_account_after_account(client):
    for number in range(15):
        assert try_login(client, f"iemand{number}@example.org", "fout").status_code == 200

    assert try_login(client, "nog-iemand@example.org", "fout").status_code == 429


def test_new_password_is_asked_and_set_by_mail(client, mailoutbox):
    user = somebody(Role.EDITOR, email="redactie@example.org")
    client.post("/cms/password_reset/", {"email": "redactie@example.org"})
    link = re.search(r"https?://[^/]+(/cms/password_reset/confirm/\S+)", mailoutbox[0].body)[1]

    form = client.get(link, follow=True).request["PATH_INFO"]
    client.post(form, {"new_password1": "heel anders en lang", "new_password2": "heel anders en lang"})

    user.refresh_from_db()
    assert user.check_password("heel anders en lang") is True


def test_mails_for_a_new_password_are_limited(client, mailoutbox):
    somebody(Role.EDITOR, email="redactie@example.org")

    answers = [
        client.post("/cms/password_reset/", {"email": "redactie@example.org"}).status_code
        for _try in range(5)
    ]

    assert (answers, len(mailoutbox)) == ([302, 302, 302, 429, 429], 3)


def test_tries_at_the_login_of_a_private_page_count_with_those_of_the_editors_login(client):
    somebody(Role.EDITOR, email="redactie@example.org")
    for _try in range(2):
        try_login(client, "redactie@example.org", "fout")
    data = {"username": "redactie@example.org", "password": "fout"}

    answers = [client.post("/_util/login/", data, REMOTE_ADDR="192.0.2.1").status_code for _try in range(2)]

    assert answers == [200, 429]


def test_login_of_a_private_page_leads_back_to_it(client):
    somebody(Role.COORDINATOR, email="coordinator@example.org")
    data = {"username": "coordinator@example.org", "password": PASSWORD, "next": "/nieuws/"}

    response = client.post("/_util/login/", data)

    assert (response.status_code, response.headers["Location"]) == (302, "/nieuws/")


def test_password_of_a_private_page_is_tried_a_few_times_only(client):
    page = NewsIndexPage.objects.get()
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="het wachtwoord"
    )
    address = f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"

    answers = [
        client.post(address, {"password": "fout", "return_url": "/nieuws/"}).status_code for _try in range(4)
    ]

    assert answers == [200, 200, 200, 429]


def test_password_of_private_documents_is_tried_a_few_times_only(client):
    restriction = CollectionViewRestriction.objects.create(
        collection=Collection.objects.first(),
        restriction_type=CollectionViewRestriction.PASSWORD,
        password="het wachtwoord",
    )
    address = f"/documents/authenticate_with_password/{restriction.pk}/"

    answers = [client.post(address, {"password": "fout", "return_url": "/"}).status_code for _try in range(4)]

    assert answers == [200, 200, 200, 429]
