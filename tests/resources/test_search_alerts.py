"""A mail when a search finds something new: ask, confirm, stop, and at most one mail a day."""

import time
from datetime import timedelta

import pytest
from django.core import mail, signing
from django.utils import timezone

from cms import outbox, privacy
from cms.models import OutgoingMail
from resources import alerts, forms
from resources.models import SearchAlert
from tests.resources.search_page import news

pytestmark = pytest.mark.usefixtures("site", "fresh_limits")

ADDRESS = "sanne@example.org"
DAY = timedelta(days=1)


def ask(client, email=ADDRESS, query="q=klompen&soort=nieuws", seconds_ago=5.0, **extra):
    opened = signing.dumps(time.time() - seconds_ago, salt=forms.SALT)
    data = {"email": email, "website": "", "opened": opened, **extra}
    return client.post(f"/zoeken/bericht/?{query}", data)


@pytest.fixture
def alert():
    """A confirmed alert of a day ago."""
    ago = timezone.now() - DAY
    asked = alerts.ask(ADDRESS, parameters="q=klompen", label="“klompen”", at=ago)
    alerts.confirm(asked, at=ago)
    OutgoingMail.objects.all().delete()
    asked.refresh_from_db()
    return asked


def published_now(title, **fields):
    return news(title, first_published_at=timezone.now() - timedelta(minutes=5), **fields)


def test_results_lead_to_the_form_and_the_feed(client):
    news("Klompen")

    html = client.get("/zoeken/", {"q": "klompen", "sorteer": "nieuwste"}).content.decode()

    assert 'href="/zoeken/bericht/?q=klompen"' in html
    assert 'href="/zoeken/feed.xml?q=klompen"' in html
    assert "/zoeken/bericht/" not in client.get("/zoeken/").content.decode()


def test_asking_stores_the_search_and_mails_a_link(client):
    news("Klompen")

    response = ask(
        client, email="Sanne@Example.org", query="soort=nieuws&q=klompen&pagina=7&sorteer=nieuwste&x=1"
    )

    assert (response.status_code, response.url) == (303, "/zoeken/bericht/?q=klompen&soort=nieuws&gevraagd=1")
    stored = SearchAlert.objects.get()
    assert (stored.email, stored.parameters, stored.label, stored.confirmed_at) == (
        ADDRESS,
        "q=klompen&soort=nieuws",
        "“klompen”, Nieuws",
        None,
    )
    outbox.send_due()
    (message,) = mail.outbox
    stop = f"{alerts.link(stored)}stoppen/"
    assert message.to == [ADDRESS]
    assert message.subject == "Wil je mails over deze zoekopdracht: “klompen”, Nieuws?"
    assert alerts.link(stored) in message.body
    assert message.extra_headers["List-Unsubscribe"] == f"<{stop}>"
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert response.cookies == {}


def test_known_address_gets_the_same_answer_and_stays_one_alert(client):
    first, second = ask(client), ask(client, email=ADDRESS.upper())

    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert SearchAlert.objects.count() == 1
    assert OutgoingMail.objects.count() == 2


def test_opening_the_link_changes_nothing_and_the_button_confirms(client):
    ask(client)
    stored = SearchAlert.objects.get()
    path = f"/zoeken/bericht/{alerts.token_of(stored)}/"

    assert client.get(path).status_code == 200
    assert client.head(path).status_code == 200
    stored.refresh_from_db()
    assert stored.confirmed_at is None

    assert client.post(path).status_code == 303
    stored.refresh_from_db()
    first = stored.confirmed_at
    assert first is not None
    client.post(path)
    stored.refresh_from_db()
    assert stored.confirmed_at == first


def test_stopping_takes_a_post_and_answers_the_same_twice(client, alert):
    path = f"/zoeken/bericht/{alerts.token_of(alert)}/stoppen/"
    assert client.get(path).status_code == 200
    assert SearchAlert.objects.count() == 1

    first = client.post(path, {"List-Unsubscribe": "One-Click"})
    second = client.post(path)

    assert SearchAlert.objects.count() == 0
    assert (first.status_code, first.content) == (second.status_code, second.content)


@pytest.mark.parametrize("token", ["verzonnen", "1.verzonnen", "999999", "x.y"])
def test_unknown_link_opens_nothing(client, alert, token):
    assert client.get(f"/zoeken/bericht/{token}/").status_code == 404
    assert client.post(f"/zoeken/bericht/{token}/").status_code == 404
    assert client.post(f"/zoeken/bericht/{token}/stoppen/").status_code == 200
    assert SearchAlert.objects.count() == 1


def test_link_is_for_its_own_alert_only(alert):
    other = alerts.ask("bilal@example.org", parameters="q=muil", label="“muil”")

    assert alerts.find(alerts.token_of(other)) == other
    signature = alerts.token_of(other).split(".")[1]
    assert alerts.find(f"{alert.pk}.{signature}") is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"seconds_ago": 0.5},
        {"opened": "verzonnen"},
        {"email": "geen adres"},
        {"email": ""},
    ],
)
def test_refusal_stores_nothing(client, wrong):
    response = ask(client, **wrong)

    assert response.status_code == 422
    assert 'class="error-summary"' in response.content.decode()
    assert (SearchAlert.objects.count(), OutgoingMail.objects.count()) == (0, 0)


def test_program_gets_the_usual_answer_and_nothing_is_stored(client):
    assert ask(client, website="https://example.org/").status_code == 303
    assert (SearchAlert.objects.count(), OutgoingMail.objects.count()) == (0, 0)


@pytest.mark.parametrize("query", ["q=sanne%40example.org", "q=0612345678"])
def test_search_that_looks_personal_is_not_stored(client, query):
    response = ask(client, query=query)

    assert "Deze zoekopdracht bewaren we niet" in response.content.decode()
    assert (SearchAlert.objects.count(), OutgoingMail.objects.count()) == (0, 0)


@pytest.mark.parametrize("query", ["", "pagina=2", "soort=bestaatniet"])
def test_search_for_nothing_has_no_alert(client, query):
    response = client.get(f"/zoeken/bericht/?{query}")

    assert (response.status_code, response.url) == (302, "/zoeken/")


def test_form_of_another_site_is_refused(client):
    answer = client.post("/zoeken/bericht/?q=klompen", {}, headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403


def test_too_many_requests_are_refused(client):
    answers = [ask(client, email=f"iemand{number}@example.org").status_code for number in range(6)]

    assert answers == [303] * 5 + [429]


def test_new_page_is_told_once(alert):
    news("Klompen van vroeger", first_published_at=timezone.now() - 3 * DAY)
    page = published_now("Nieuwe klompen")
    published_now("Een muil")

    assert alerts.look() == 1
    assert alerts.look(timezone.now() + 2 * DAY) == 0

    outbox.send_due()
    (message,) = mail.outbox
    assert message.subject == "Nieuw op de site: “klompen”"
    assert f"http://localhost{page.url}" in message.body
    assert "Klompen van vroeger" not in message.body
    assert "Een muil" not in message.body
    assert "http://localhost/zoeken/?q=klompen" in message.body
    assert message.extra_headers["List-Unsubscribe"] == f"<{alerts.link(alert)}stoppen/>"


def test_second_new_page_waits_for_the_next_day(alert):
    published_now("Nieuwe klompen")
    at = timezone.now()
    assert alerts.look(at) == 1
    news("Nog meer klompen", first_published_at=at + timedelta(hours=1))

    assert alerts.look(at + timedelta(hours=2)) == 0
    assert alerts.look(at + timedelta(hours=23)) == 1
    assert alerts.look(at + timedelta(hours=23)) == 0


def test_alert_that_is_not_confirmed_gets_no_news(alert):
    SearchAlert.objects.update(confirmed_at=None)
    published_now("Nieuwe klompen")

    assert alerts.look() == 0
    SearchAlert.objects.update(confirmed_at=timezone.now())
    assert alerts.look() == 1


def test_filters_of_the_search_hold_for_its_mails(alert):
    SearchAlert.objects.update(parameters="q=klompen&soort=interview")
    published_now("Nieuwe klompen")
    assert alerts.look() == 0

    SearchAlert.objects.update(parameters="q=klompen&soort=nieuws", looked_at=timezone.now() - DAY)
    assert alerts.look() == 1


def test_page_with_some_of_the_words_only_is_no_news(alert):
    SearchAlert.objects.update(parameters="q=klompen+dansfeest")
    published_now("Nieuwe klompen")

    assert alerts.look() == 0


def test_mail_about_a_page_that_is_gone_is_not_sent(alert):
    page = published_now("Nieuwe klompen")
    alerts.look()
    page.unpublish()

    outbox.send_due()

    assert mail.outbox == []


def test_stopped_alert_takes_its_mails_with_it(alert):
    published_now("Nieuwe klompen")
    alerts.look()

    alerts.stop(alert)
    outbox.send_due()

    assert (OutgoingMail.objects.count(), mail.outbox) == (0, [])


def test_requests_without_answer_are_forgotten(alert):
    old = timezone.now() - 20 * DAY
    alerts.ask("oud@example.org", parameters="q=muil", label="“muil”", at=old)
    alerts.ask("nieuw@example.org", parameters="q=muil", label="“muil”")

    removed = privacy.run_retention()["unconfirmed alerts for searches"]

    assert removed == (1, 1)
    assert set(SearchAlert.objects.values_list("email", flat=True)) == {ADDRESS, "nieuw@example.org"}


def test_person_sees_and_erases_what_is_stored(alert):
    assert privacy.export(ADDRESS.upper())["alerts for searches"] == [
        {"search": "“klompen”", "email": ADDRESS, "asked": alert.created_at.isoformat()}
    ]

    assert privacy.erase(ADDRESS)["alerts for searches"] == 1
    assert SearchAlert.objects.count() == 0
