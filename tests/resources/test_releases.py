"""A mail when a guide in the making is there: ask, confirm, stop, and the mail itself."""

import time
from datetime import timedelta
from unittest import mock

import pytest
from django.core import mail
from django.utils import timezone

from cms import limits
from resources import forms, releases
from resources.models import GuidePage, ReleaseSubscription
from tests.factories import GuidePageFactory

ADDRESS = "sanne@example.org"


@pytest.fixture
def guide(site):
    limits.forget()
    return GuidePageFactory(title="Het draaiboek", slug="draaiboek", kind="playbook", is_in_the_making=True)


def mark(seconds_ago=5.0):
    from django.core import signing

    return signing.dumps(time.time() - seconds_ago, salt=forms.SALT)


def ask(client, email=ADDRESS, seconds_ago=5.0, **extra):
    data = {"email": email, "website": "", "opened": mark(seconds_ago), **extra}
    return client.post("/handreikingen/draaiboek/bericht/", data)


@pytest.fixture
def asked(guide, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        ask(client)
    return ReleaseSubscription.objects.get()


def test_guide_in_the_making_shows_the_form_without_a_cookie(guide, client):
    response = client.get(guide.url)

    assert 'action="/handreikingen/draaiboek/bericht/"' in response.content.decode()
    assert response.cookies == {}


def test_asking_stores_the_address_and_mails_a_link(guide, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        response = ask(client)

    assert (response.status_code, response.url) == (303, "/handreikingen/draaiboek/bericht/gevraagd/")
    subscription = ReleaseSubscription.objects.get()
    assert (subscription.email, subscription.confirmed_at) == (ADDRESS, None)
    (message,) = mail.outbox
    assert message.to == [ADDRESS]
    assert f"http://localhost/bericht/{subscription.token}/" in message.body
    assert (
        message.extra_headers["List-Unsubscribe"]
        == f"<http://localhost/bericht/{subscription.token}/stoppen/>"
    )
    assert len(message.alternatives) == 1


def test_known_address_gets_the_same_answer_and_stays_one_request(
    asked, client, django_capture_on_commit_callbacks
):
    releases.confirm(asked)

    with django_capture_on_commit_callbacks(execute=True):
        response = ask(client, email=ADDRESS.upper())

    assert (response.status_code, response.url) == (303, "/handreikingen/draaiboek/bericht/gevraagd/")
    assert ReleaseSubscription.objects.count() == 1
    assert len(mail.outbox) == 2


def test_opening_the_link_changes_nothing_and_the_button_confirms(asked, client):
    assert client.get(f"/bericht/{asked.token}/").status_code == 200
    asked.refresh_from_db()
    assert asked.confirmed_at is None

    assert client.post(f"/bericht/{asked.token}/").status_code == 303

    asked.refresh_from_db()
    first = asked.confirmed_at
    assert first is not None
    client.post(f"/bericht/{asked.token}/")
    asked.refresh_from_db()
    assert asked.confirmed_at == first


def test_stopping_takes_a_post_and_answers_the_same_twice(asked, client):
    assert client.get(f"/bericht/{asked.token}/stoppen/").status_code == 200
    assert ReleaseSubscription.objects.count() == 1

    first = client.post(f"/bericht/{asked.token}/stoppen/")
    second = client.post(f"/bericht/{asked.token}/stoppen/")

    assert ReleaseSubscription.objects.count() == 0
    assert (first.status_code, first.content) == (second.status_code, second.content)


def test_unknown_link_is_not_found(guide, client):
    assert client.get("/bericht/verzonnen/").status_code == 404
    assert client.post("/bericht/verzonnen/").status_code == 404


def test_program_gets_the_usual_answer_and_nothing_is_stored(guide, client):
    response = ask(client, website="https://example.org/")

    assert response.status_code == 303
    assert (ReleaseSubscription.objects.count(), mail.outbox) == (0, [])


@pytest.mark.parametrize(
    "wrong",
    [
        {"seconds_ago": 0.5},
        {"seconds_ago": 3 * 24 * 3600},
        {"opened": "verzonnen"},
        {"opened": ""},
        {"email": "geen adres"},
        {"email": ""},
        {"email": "x" * 300 + "@example.org"},
    ],
)
def test_refusal_stores_nothing_and_keeps_what_was_typed(guide, client, wrong):
    response = ask(client, **wrong)

    assert response.status_code == 422
    assert 'class="error-summary"' in response.content.decode()
    assert ReleaseSubscription.objects.count() == 0


def test_too_many_requests_are_refused(guide, client):
    answers = [ask(client, email=f"iemand{number}@example.org").status_code for number in range(6)]

    assert answers == [303] * 5 + [429]
    assert ReleaseSubscription.objects.count() == 5


def test_an_address_gets_few_mails_a_day(guide, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answers = [ask(client).status_code for _number in range(5)]

    assert answers == [303] * 5
    assert len(mail.outbox) == 3


def test_guide_that_is_there_takes_no_requests(guide, client):
    assert client.get("/handreikingen/draaiboek/bericht/").status_code == 200
    GuidePage.objects.update(is_in_the_making=False)

    assert client.get("/handreikingen/draaiboek/bericht/").status_code == 404
    assert ask(client).status_code == 404


def test_release_mails_everybody_who_confirmed_once(guide):
    waiting = [guide.subscriptions.create(email=f"iemand{number}@example.org") for number in range(3)]
    for subscription in waiting[:2]:
        releases.confirm(subscription)
    assert releases.announce() == 0
    GuidePage.objects.update(is_in_the_making=False)

    assert releases.announce() == 2
    assert releases.announce() == 0

    assert sorted(message.to[0] for message in mail.outbox) == ["iemand0@example.org", "iemand1@example.org"]
    assert "http://localhost/handreikingen/draaiboek/" in mail.outbox[0].body
    assert list(ReleaseSubscription.objects.values_list("email", flat=True)) == ["iemand2@example.org"]


def test_release_of_a_draft_mails_nobody(guide):
    releases.confirm(guide.subscriptions.create(email=ADDRESS))
    GuidePage.objects.update(is_in_the_making=False, live=False)

    assert releases.announce() == 0
    assert mail.outbox == []


def test_mail_that_fails_is_tried_again(guide):
    releases.confirm(guide.subscriptions.create(email=ADDRESS))
    GuidePage.objects.update(is_in_the_making=False)

    with mock.patch("django.core.mail.EmailMultiAlternatives.send", side_effect=OSError):
        assert releases.announce() == 0
    assert releases.announce() == 1

    assert len(mail.outbox) == 1


def test_request_that_another_process_is_sending_is_left_to_it(guide):
    now = timezone.now()
    subscription = guide.subscriptions.create(email=ADDRESS, confirmed_at=now, claimed_at=now)
    GuidePage.objects.update(is_in_the_making=False)

    assert releases.announce(now) == 0
    assert releases.announce(now + timedelta(minutes=16)) == 1
    assert not ReleaseSubscription.objects.filter(pk=subscription.pk).exists()


def test_requests_without_answer_are_forgotten(guide):
    old = guide.subscriptions.create(email="oud@example.org")
    confirmed = guide.subscriptions.create(email="bevestigd@example.org", confirmed_at=timezone.now())
    recent = guide.subscriptions.create(email="nieuw@example.org")
    long_ago = timezone.now() - timedelta(days=20)
    ReleaseSubscription.objects.filter(pk__in=[old.pk, confirmed.pk]).update(created_at=long_ago)

    releases.forget_unconfirmed()

    assert set(ReleaseSubscription.objects.all()) == {confirmed, recent}


def test_link_of_the_mail_answers_a_program_that_asks_for_the_headers_only(asked, client):
    statuses = [
        client.head(path).status_code
        for path in (
            "/handreikingen/draaiboek/bericht/",
            f"/bericht/{asked.token}/",
            f"/bericht/{asked.token}/stoppen/",
        )
    ]

    assert statuses == [200, 200, 200]
    asked.refresh_from_db()
    assert asked.confirmed_at is None
