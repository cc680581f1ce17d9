"""What became of the mails, on the screens of who may see it, in `/healthz/ready` and in the clean-up."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cms import outbox
from cms.choices import MailState, Role
from cms.jobs import forget_old_mails
from cms.mail_log import MailTrouble
from cms.models import OutgoingMail
from tests.cms.editors import browser, somebody

pytestmark = pytest.mark.django_db
MAY_SEE = {Role.ADMINISTRATOR, Role.ORGANISER}
LOG_QUERIES = 13  # some ten are Wagtail's own for the person and the menus


def a_mail(name: str, state=MailState.QUEUED, *, kind="confirmed", minutes=0, **fields) -> OutgoingMail:
    """A mail written ``minutes`` ago."""
    at = timezone.now() - timedelta(minutes=minutes)
    mail = outbox.draft(kind, f"{name}@example.org", maker="plain", at=at)
    for field, value in {"state": state, **fields}.items():
        setattr(mail, field, value)
    mail.save()
    return mail


def shown(client, query="") -> list[str]:
    """The names of the recipients in the list."""
    soup = BeautifulSoup(client.get(reverse("cms_mail_log") + query).content, "html.parser")
    cells = [row.select("td")[1].get_text(strip=True) for row in soup.select("table.listing tbody tr")]
    return [address.partition("@")[0] for address in cells]


# --- The list -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("role", Role.values)
def test_list_and_button_are_for_administrators_and_organisers(site, role):
    dead = a_mail("an", MailState.DEAD)
    client = browser(somebody(role))

    listed = client.get(reverse("cms_mail_log"))
    client.post(reverse("cms_mail_retry"), {"mail": dead.pk})

    dead.refresh_from_db()
    assert (listed.status_code, dead.state) == ((200, "queued") if role in MAY_SEE else (302, "dead"))


@pytest.mark.parametrize("role", [Role.EDITOR, Role.ORGANISER])
def test_menu_names_the_list_for_who_may_see_it(site, role):
    page = browser(somebody(role)).get(reverse("wagtailadmin_home")).content.decode()

    assert (reverse("cms_mail_log") in page) is (role in MAY_SEE)


def test_list_filters_by_state_and_kind(site):
    a_mail("an", MailState.SENT, minutes=3)
    a_mail("bo", MailState.DEAD, minutes=2)
    a_mail("cas", MailState.DEAD, kind="waiting", minutes=1)
    client = browser(somebody(Role.ORGANISER))

    assert shown(client) == ["cas", "bo", "an"]
    assert shown(client, "?state=dead") == ["cas", "bo"]
    assert shown(client, "?state=dead&kind=confirmed") == ["bo"]


def test_list_says_what_went_wrong_in_dutch_and_escapes_it(site):
    a_mail("an", MailState.FAILED, last_error="550 <b>vol</b>", tries=2)

    html = browser(somebody(Role.ORGANISER)).get(reverse("cms_mail_log")).content.decode()

    assert "550 &lt;b&gt;vol&lt;/b&gt;" in html
    assert "mislukt, gaat nog een keer" in html


def test_list_costs_the_same_with_one_and_with_three(site):
    client = browser(somebody(Role.ORGANISER))
    numbers = []
    for number in (1, 2):
        for _mail in range(number):
            a_mail("an", MailState.DEAD)
        client.get(reverse("cms_mail_log"))
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("cms_mail_log"))
        numbers.append(len(captured))

    assert numbers == [LOG_QUERIES, LOG_QUERIES]


def test_button_stands_at_dead_mails_only_and_queues_that_one(site):
    a_mail("an", MailState.FAILED, minutes=3)
    dead = a_mail("bo", MailState.DEAD, minutes=2)
    a_mail("cas", MailState.DEAD, minutes=1)
    client = browser(somebody(Role.ORGANISER))
    soup = BeautifulSoup(client.get(reverse("cms_mail_log")).content, "html.parser")
    buttons = [int(button["value"]) for button in soup.select("button[name=mail]")]

    answer = client.post(reverse("cms_mail_retry"), {"mail": dead.pk}, follow=True)

    assert len(buttons) == 2 and dead.pk in buttons
    assert "1 mail gaat opnieuw de deur uit." in answer.content.decode()
    found = OutgoingMail.objects.order_by("recipient").values_list("state", flat=True)
    assert list(found) == ["failed", "queued", "dead"]


def test_all_dead_mails_are_queued_by_one_button(site):
    for name, state in (("an", "dead"), ("bo", "dead"), ("cas", "failed"), ("dirk", "sent")):
        a_mail(name, state)

    browser(somebody(Role.ADMINISTRATOR)).post(reverse("cms_mail_retry"))

    found = OutgoingMail.objects.order_by("recipient").values_list("state", flat=True)
    assert list(found) == ["queued", "queued", "failed", "sent"]


@pytest.mark.parametrize("wrong", ["0", "x", "²", "-1", "9" * 30])
def test_button_for_what_is_no_mail_changes_nothing(site, wrong):
    a_mail("an", MailState.DEAD)

    answer = browser(somebody(Role.ADMINISTRATOR)).post(reverse("cms_mail_retry"), {"mail": wrong})

    assert answer.status_code == 302
    assert OutgoingMail.objects.get().state == "dead"


def test_looking_at_the_button_changes_nothing(site):
    a_mail("an", MailState.DEAD)

    assert browser(somebody(Role.ADMINISTRATOR)).get(reverse("cms_mail_retry")).status_code == 405
    assert OutgoingMail.objects.get().state == "dead"


# --- Alarm, health, clean-up --------------------------------------------------------------------------------
def trouble(role, rf) -> list[tuple[str, str, str]]:
    request = rf.get("/cms/")
    request.user = somebody(role)
    return [(row.title, row.mark, row.url.partition("?")[2]) for row in MailTrouble(request).rows()]


def test_dashboard_alarms_who_may_see_it(site, rf):
    a_mail("an", MailState.DEAD)
    a_mail("bo", MailState.DEAD)
    a_mail("cas", MailState.FAILED, minutes=30)
    a_mail("dirk", minutes=16)
    a_mail("eva", minutes=14)

    assert trouble(Role.ORGANISER, rf) == [
        ("Na 48 uur opgegeven", "2", "state=dead"),
        ("Mislukt, gaat vanzelf nog een keer", "1", "state=failed"),
        ("Wacht al langer dan een kwartier", "1", "state=queued"),
    ]
    assert trouble(Role.MODERATOR, rf) == []


def test_dashboard_is_calm_when_every_mail_went(site, rf):
    a_mail("an", MailState.SENT, minutes=60)
    a_mail("bo")

    assert trouble(Role.ADMINISTRATOR, rf) == []


def test_ready_tells_what_waits_and_how_long(client):
    a_mail("an", minutes=2)
    a_mail("bo", MailState.FAILED, minutes=90, next_try_at=timezone.now() + timedelta(hours=1))
    a_mail("cas", MailState.DEAD, minutes=5000)
    a_mail("dirk", MailState.SENT, minutes=5000)

    part = client.get("/healthz/ready").json()["outbox"]

    assert 120 <= part.pop("oldest_seconds") < 180
    assert part == {"waiting": 2, "failed": 1, "dead": 1}


def test_mails_are_forgotten_after_a_year(settings):
    at = timezone.now()
    for name, days in (("oud", 366), ("jong", 364)):
        a_mail(name, MailState.SENT, minutes=days * 24 * 60)

    forget_old_mails(at)

    assert [mail.recipient for mail in OutgoingMail.objects.all()] == ["jong@example.org"]
