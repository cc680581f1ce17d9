"""What was true, told later; headers, answers and links; the samples."""

import hashlib

import pytest
from django.core import serializers
from django.utils import timezone

from cms.mail_samples import samples
from cms.models import OutgoingMail, SiteSettings
from network.choices import MailKind
from network.letter_contexts import context_of
from network.models import Registration, RegistrationToken
from network.registration.actors import organiser
from network.registration.cancelling import cancel
from network.registration.organising import give_place_by_hand
from network.registration.tokens import digest
from tests.factories import (
    PersonFactory,
)
from tests.network.letters.reading import (
    MEETING,
    asks_to_confirm,
    calendars,
    kinds,
    said,
    token,
)
from tests.network.registration.people import join, named, somebody

pytestmark = pytest.mark.django_db


# --- What was true, told later ----------------------------------------------------------------------------


def test_letter_told_after_cancelling_has_no_calendar_file_and_no_online_link(event, sent):
    join(event, "Sanne")
    cancel(named(event, "Sanne"))

    first, second = sent()

    assert kinds([first, second]) == [("confirmed", "sanne"), ("cancelled", "sanne")]
    assert first.subject == "Je doet mee: Coachen"
    assert not asks_to_confirm(first)
    assert first.attachments == [] and "agenda" not in first.body
    assert MEETING not in first.body
    assert [one["METHOD"] for one in calendars(second)] == ["CANCEL"]


def test_letter_of_waiting_told_after_promotion_keeps_the_place_in_line_of_then(event, sent):
    join(event, "Sanne", "Bilal", "Fenna", actor=organiser())
    give_place_by_hand(named(event, "Fenna"), reason="Spreker.", actor=organiser())

    *_seats, waiting, promoted = sent()

    assert kinds([waiting, promoted]) == [("waiting", "fenna"), ("promoted", "fenna")]
    assert "Je bent nummer 1 in de rij." in said(waiting)[2]
    assert calendars(waiting) == [] and len(calendars(promoted)) == 1


def test_letter_of_an_erased_registration_is_not_sent(event, sent):
    join(event, "Sanne")
    Registration.objects.update(erased_at=timezone.now(), name="", email="")

    assert sent() == []
    assert not OutgoingMail.objects.exists()


# --- Headers, answers and links ---------------------------------------------------------------------------


def test_letter_has_the_headers_of_its_row(event, sent):
    join(event, "Sanne")
    row = OutgoingMail.objects.get()

    (message,) = sent()
    headers = message.message()

    assert headers["Message-ID"] == row.message_id
    assert headers["X-ZIN-Kind"] == "confirmed"
    assert headers["X-ZIN-Reference"] == named(event, "Sanne").reference
    assert headers["Auto-Submitted"] == "auto-generated"


def test_letter_is_answered_by_the_contact_who_agreed_or_by_the_network(event, sent):
    settings = SiteSettings.objects.filter(site__is_default_site=True).first() or SiteSettings(
        site_id=SiteSettings._meta.get_field("site").related_model.objects.get(is_default_site=True).pk
    )
    settings.contact_email = "info@example.org"
    settings.save()
    event.contact = PersonFactory(email="noor@example.org")
    event.save()
    join(event, "Sanne")
    (agreed,) = sent()

    event.contact.consent_until = "2020-12-31"
    event.contact.save()
    join(event, "Bilal")
    (ended,) = sent()

    assert agreed.reply_to == ["noor@example.org"]
    assert ended.reply_to == ["info@example.org"]


def test_letter_opens_its_registration_and_no_table_holds_the_token(event, sent):
    join(event, "Sanne", "Bilal")

    sanne, bilal = sent()
    tokens = [token(sanne), token(bilal)]

    opened = {one.digest: one.registration.name for one in RegistrationToken.objects.all()}
    assert opened == {digest(tokens[0]): "Sanne", digest(tokens[1]): "Bilal"}
    assert opened.keys() == {hashlib.sha256(one.encode()).hexdigest() for one in tokens}
    stored = serializers.serialize(
        "json", [*OutgoingMail.objects.all(), *Registration.objects.all(), *RegistrationToken.objects.all()]
    )
    assert "Sanne" in stored
    assert not any(one in stored for one in tokens)


def test_letter_has_a_calendar_part_that_names_its_method(event, sent):
    """RFC 6047, 2.4: without it a mail program shows a file and no invitation."""
    join(event, somebody("Sanné", email="sanne@example.org"))

    (message,) = sent()
    parts = [part for part in message.message().walk() if part.get_content_type() == "text/calendar"]

    assert [part.get_param("method") for part in parts] == ["REQUEST"]
    assert [part.get_param("charset") for part in parts] == ["utf-8"]
    assert [part.get_filename() for part in parts] == ["training.ics"]
    assert [part["Content-Type"] for part in parts] == ['text/calendar; method="REQUEST"; charset="utf-8"']
    assert calendars(message)[0].events[0]["ATTENDEE"].params["CN"] == "Sanné"


# --- Samples ----------------------------------------------------------------------------------------------


def test_samples_have_the_values_of_real_letters(event):
    join(event, "Sanne")
    registration = Registration.objects.select_related("event__venue", "organisation").get()
    data = {
        "calendar_sequence": 1,
        "reason": "",
        "changed": [],
        "before": {},
        "cause": "cancelled",
        "had_seat": True,
    }
    common = {"has_calendar", "online_url"}  # the first stands beside the context, the second is in most

    for kind in set(MailKind) - {MailKind.MESSAGE}:  # that of an organiser is made by `network.messages`
        name = f"registration_{kind.replace('-', '_')}"
        mail = OutgoingMail(kind=kind, recipient=registration.email, data=data)
        real = set(context_of(mail, registration))
        shown = [set(one.context) for one in samples() if one.name == name]

        assert shown and all(real - {"position"} <= one for one in shown)
        assert all(one - common <= real for one in shown)
