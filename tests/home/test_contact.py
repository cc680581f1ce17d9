import re
import time
import uuid
from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.utils import timezone

from cms import limits
from cms.choices import Role
from cms.models import SiteSettings
from home import contact
from home.dashboard import MessagesToAnswer
from home.forms import ContactForm, new_marks
from home.models import ContactMessage
from home.tasks import mail_contact_message
from tests.cms.editors import somebody


@pytest.fixture(autouse=True)
def _no_counts():
    limits.forget()


@pytest.fixture
def form(site, monkeypatch):
    """What a visitor sends who took ten seconds."""
    SiteSettings.objects.update(contact_email="info@example.org")
    now = time.time()
    monkeypatch.setattr("home.forms.time.time", lambda: now - 10)
    marks = {name: str(value) for name, value in new_marks().items()}
    monkeypatch.setattr("home.forms.time.time", lambda: now)
    return {
        "name": "Sanne Bos",
        "email": "sanne@example.org",
        "subject": "Stage",
        "message": "Kan ik meekijken?",
        **marks,
    }


def send(client, data, capture):
    with capture(execute=True):
        return client.post("/contact/", data)


def test_message_is_stored_and_mailed_with_the_sender_to_answer_to(
    client, form, mailoutbox, django_capture_on_commit_callbacks
):
    response = send(client, form, django_capture_on_commit_callbacks)

    assert (response.status_code, response.url) == (303, "/contact/?verzonden=1")
    message = ContactMessage.objects.get()
    assert (message.name, message.email, message.subject) == ("Sanne Bos", "sanne@example.org", "Stage")
    assert message.mailed_at is not None
    (mail,) = mailoutbox
    assert (mail.to, mail.reply_to) == (["info@example.org"], ["sanne@example.org"])
    assert "Kan ik meekijken?" in mail.body


def test_page_after_sending_says_thanks_and_has_no_form(client, form):
    text = client.get("/contact/?verzonden=1").content.decode()

    assert 'role="status"' in text
    assert 'name="message"' not in text


def test_same_submission_again_gives_the_same_answer_and_one_message(
    client, form, mailoutbox, django_capture_on_commit_callbacks
):
    first = send(client, form, django_capture_on_commit_callbacks)
    second = send(client, {**form, "message": "Nog eens"}, django_capture_on_commit_callbacks)

    assert (second.status_code, second.url) == (first.status_code, first.url)
    assert ContactMessage.objects.count() == 1
    assert len(mailoutbox) == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"email": "geen adres"}, "email"),
        ({"email": "a@example.org,b@example.org"}, "email"),
        ({"email": "a@example.org\nBcc: b@example.org"}, "email"),
        ({"message": " "}, "message"),
        ({"message": "x" * 5001}, "message"),
        ({"name": "x" * 121}, "name"),
        ({"message": "met nul\x00byte"}, "message"),
    ],
)
def test_wrong_input_is_shown_beside_its_field_and_kept(client, form, change, field):
    response = client.post("/contact/", {**form, **change})

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    text = response.content.decode()
    assert 'id="error-summary"' in text
    assert form["submission_id"] in text
    assert ContactMessage.objects.count() == 0


def test_line_breaks_cannot_reach_the_header_of_the_mail(
    client, form, mailoutbox, django_capture_on_commit_callbacks
):
    wrong = {**form, "subject": "Hoi\r\nBcc: ander@example.org\u2028X", "name": "An\nCc: x@example.org"}

    response = send(client, wrong, django_capture_on_commit_callbacks)

    assert response.status_code == 303
    (mail,) = mailoutbox
    assert mail.recipients() == ["info@example.org"]
    assert set(mail.message().keys()) & {"Bcc", "Cc"} == set()


def test_invisible_field_that_is_filled_gets_thanks_and_stores_nothing(client, form):
    response = client.post("/contact/", {**form, "website": "https://example.org"})

    assert response.status_code == 303
    assert ContactMessage.objects.count() == 0


def test_form_sent_within_two_seconds_is_asked_again_with_the_text_kept(client, form, monkeypatch):
    now = time.time()
    monkeypatch.setattr("home.forms.time.time", lambda: now)
    quick = {**form, **{name: str(value) for name, value in new_marks().items()}}

    refused = client.post("/contact/", quick)
    monkeypatch.setattr("home.forms.time.time", lambda: now + 3)
    accepted = client.post("/contact/", quick)

    assert refused.status_code == 422
    assert refused.context["form"].non_field_errors() == [str(ContactForm.quick)]
    assert accepted.status_code == 303
    assert ContactMessage.objects.count() == 1


@pytest.mark.parametrize(
    "marks",
    [
        {"opened": ""},
        {"opened": "onzin"},
        {"opened": "x" * 5000},
        {"submission_id": "geen-uuid"},
        {"submission_id": str(uuid.uuid4())},
    ],
)
def test_marks_that_do_not_hold_are_replaced_and_the_text_is_kept(client, form, marks):
    response = client.post("/contact/", {**form, **marks})

    assert response.status_code == 422
    assert response.context["form"].non_field_errors() == [str(ContactForm.stale)]
    text = response.content.decode()
    assert "Kan ik meekijken?" in text
    fresh = re.search(r'name="submission_id" value="([^"]+)"', text)[1]
    assert uuid.UUID(fresh) != uuid.UUID(form["submission_id"])


def test_form_left_open_for_a_day_can_be_sent_after_one_more_look(client, form, monkeypatch):
    now = time.time()
    monkeypatch.setattr("home.forms.time.time", lambda: now + 24 * 3600)

    response = client.post("/contact/", form)

    assert response.context["form"].non_field_errors() == [str(ContactForm.stale)]


def test_many_messages_from_one_address_are_slowed(client, form, settings, monkeypatch):
    settings.LIMIT_CONTACT = "2/15m"
    statuses = []
    now = time.time()
    for _step in range(3):
        monkeypatch.setattr("home.forms.time.time", lambda: now - 10)
        marks = {name: str(value) for name, value in new_marks().items()}
        monkeypatch.setattr("home.forms.time.time", lambda: now)
        response = client.post("/contact/", {**form, **marks})
        statuses.append(response.status_code)

    assert statuses == [303, 303, 429]
    assert int(response.headers["Retry-After"]) > 0
    assert "Kan ik meekijken?" in response.content.decode()
    assert ContactMessage.objects.count() == 2


@pytest.mark.parametrize(
    "data", [{}, {"name": ["a", "b"]}, {"message": "x" * 200_000}, {"opened": "W10:1:x"}]
)
def test_nonsense_is_never_a_server_error(client, form, data):
    assert client.post("/contact/", data).status_code == 422


def test_message_without_contact_address_is_kept_and_not_mailed(
    client, form, mailoutbox, django_capture_on_commit_callbacks
):
    SiteSettings.objects.update(contact_email="")

    send(client, form, django_capture_on_commit_callbacks)

    assert ContactMessage.objects.get().mailed_at is None
    assert mailoutbox == []


def test_message_is_mailed_once_however_often_the_task_runs(site, mailoutbox):
    SiteSettings.objects.update(contact_email="info@example.org")
    message = ContactMessage.objects.create(
        name="An", email="an@example.org", message="Hoi", submission_id=uuid.uuid4()
    )

    mail_contact_message.enqueue(message.pk)
    mail_contact_message.enqueue(message.pk)
    mail_contact_message.enqueue(message.pk + 1)

    assert len(outbox.outbox) == 1


def test_messages_that_could_not_be_mailed_are_tried_again_for_a_week(site):
    now = timezone.now()
    ages = {"vers": timedelta(minutes=1), "wacht": timedelta(hours=1), "te oud": timedelta(days=8)}
    for name, age in ages.items():
        message = ContactMessage.objects.create(name=name, email="a@example.org", submission_id=uuid.uuid4())
        ContactMessage.objects.filter(pk=message.pk).update(created_at=now - age)

    assert [message.name for message in contact.unmailed(now)] == ["wacht"]


def test_messages_are_forgotten_after_twelve_months(site):
    now = timezone.now()
    for name, days in (("oud", 366), ("jong", 364)):
        message = ContactMessage.objects.create(name=name, email="a@example.org", submission_id=uuid.uuid4())
        ContactMessage.objects.filter(pk=message.pk).update(created_at=now - timedelta(days=days))

    forgotten = contact.forget_old(now)

    assert forgotten == 1
    assert [message.name for message in ContactMessage.objects.all()] == ["jong"]


def test_contact_page_costs_four_queries(site, client, django_assert_num_queries):
    client.get("/contact/")

    with django_assert_num_queries(4):
        client.get("/contact/")


def test_messages_wait_on_the_dashboard_until_they_are_answered(site, rf):
    for name, answered_at in (("Sanne", None), ("Bilal", timezone.now())):
        ContactMessage.objects.create(
            name=name,
            email="a@example.org",
            message="Hallo",
            submission_id=uuid.uuid4(),
            answered_at=answered_at,
        )
    request = rf.get("/cms/")

    waiting = {}
    for role in (Role.ADMINISTRATOR, Role.EDITOR):
        request.user = somebody(role)
        waiting[role] = [row.title for row in MessagesToAnswer(request).rows()]

    assert waiting == {Role.ADMINISTRATOR: ["Sanne"], Role.EDITOR: []}
