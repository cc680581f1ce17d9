"""The mails that remind, and those that tell of an end or give the link again, word for word."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.models import OutgoingMail
from network.models import Registration
from network.registration.actors import coordinator, organiser
from network.registration.cancelling import cancel, lapse, replace
from network.registration.organising import cancel_training
from network.registration.reminding import due_at, remind
from tests.factories import (
    OrganisationFactory,
    TrainingEventFactory,
    UserFactory,
)
from tests.network.conftest import local
from tests.network.letters.reading import LINK, MEETING, calendars, html, kinds, rows, said
from tests.network.registration.people import join, named, somebody

pytestmark = pytest.mark.django_db


def test_letter_that_reminds_has_what_is_needed_there(event, sent):
    at = timezone.now()
    event.starts_at, event.ends_at = at + timedelta(days=7), at + timedelta(days=7, hours=2)
    event.registration_closes_at = None
    event.save()
    join(event, "Sanne", at=at - timedelta(days=3), actor=organiser())
    sent()

    due = max(at, due_at(event, 7))
    remind(event, at=due)
    (message,) = sent(due)

    assert kinds([message]) == [("reminder", "sanne")]
    assert message.subject == "Over 7 dagen: Coachen"
    assert said(message)[:3] == [
        "✓ Je doet mee",
        "“Coachen” is over 7 dagen",
        "Je doet mee aan deze training. Hieronder staat wat je nodig hebt.",
    ]
    assert "Zo kom je er: Bus 4." in message.body
    assert MEETING in message.body
    assert calendars(message) == []


def test_letter_that_reminds_is_dropped_when_the_person_does_not_come_any_more(event, sent):
    join(event, "Sanne", actor=organiser())
    sent()
    remind(event, at=due_at(event, 1))
    assert OutgoingMail.objects.unsent().get().kind == "reminder"

    cancel(named(event, "Sanne"))

    assert kinds(sent(due_at(event, 1))) == [("cancelled", "sanne")]
    assert not OutgoingMail.objects.filter(kind="reminder").exists()


@pytest.mark.parametrize(
    ("end", "subject", "sentence"),
    [
        (
            lambda row: cancel(row),
            "Je bent afgemeld: Coachen",
            "Je doet niet meer mee. Iemand anders kan jouw plek krijgen.",
        ),
        (
            lambda row: lapse(row, at=timezone.now() + timedelta(days=2)),
            "Je aanmelding is vervallen: Coachen",
            "Je doet niet mee, want je hebt je aanmelding niet op tijd bevestigd. Je plek is vrij voor "
            "iemand anders.",
        ),
        (
            lambda row: replace(row, somebody("Bilal"), actor=organiser()),
            "Een collega neemt het over: Coachen",
            "Je doet niet meer mee. Je collega krijgt ook een mail.",
        ),
    ],
)
def test_letter_of_a_lost_seat_says_why_and_clears_the_calendar(event, sent, end, subject, sentence):
    join(event, "Sanne")
    sent()

    end(named(event, "Sanne"))
    message = sent(timezone.now() + timedelta(days=3))[0]

    assert kinds([message]) == [("cancelled", "sanne")]
    assert message.subject == subject
    assert said(message)[2] == sentence
    assert [one["METHOD"] for one in calendars(message)] == ["CANCEL"]
    assert LINK.findall(message.body) == []
    assert MEETING not in message.body


def test_letter_of_leaving_the_waiting_list_has_no_calendar_file(event, sent):
    join(event, "Sanne", "Bilal", "Fenna")
    sent()

    cancel(named(event, "Fenna"), actor=organiser(), reason="Alleen voor werkbegeleiders.")
    (message,) = sent()

    assert message.subject == "Je bent van de wachtlijst af: Coachen"
    assert said(message)[1:3] == [
        "Je bent van de wachtlijst af voor “Coachen”",
        "Je wacht niet meer. Je krijgt dus geen mail als er een plek vrijkomt.",
    ]
    assert "Waarom: Alleen voor werkbegeleiders." in message.body
    assert calendars(message) == []


def test_letter_of_a_training_called_off_names_what_is_still_open(event, sent):
    join(event, "Sanne", "Bilal", "Fenna")
    sent()
    starts_at = local(2031, 3, 2, 9, 30)
    TrainingEventFactory(title="Feedback", slug="f", starts_at=starts_at)
    TrainingEventFactory(title="Dicht", starts_at=starts_at, registration_closes_at=local(2020, 1, 1))

    cancel_training(event, reason="Te weinig aanmeldingen.", actor=organiser())
    sanne, _bilal, fenna = sent()

    assert sanne.subject == "Gaat niet door: Coachen"
    assert said(sanne) == [
        "✕ Gaat niet door",
        "“Coachen” gaat niet door",
        "Je was aangemeld voor deze training. Je hoeft niet te komen en je hoeft niets te doen.",
        "Het bestand bij deze mail haalt de training uit je agenda.",
        "Voor deze trainingen kun je je nog aanmelden:",
    ]
    assert [(a.get_text(), a["href"]) for a in html(sanne).select("li a")] == [
        ("Feedback (zondag 2 maart 2031 om 09.30 uur)", "http://localhost/trainingen/f/")
    ]
    assert "Waarom: Te weinig aanmeldingen." in sanne.body
    assert [one["METHOD"] for one in calendars(sanne)] == ["CANCEL"]
    assert said(fenna)[2] == "Je stond op de wachtlijst voor deze training. Je hoeft niets te doen."
    assert calendars(fenna) == []


def test_letter_with_the_link_once_more(event, sent):
    join(event, "Sanne", "Bilal", "Fenna", actor=organiser())
    sent()

    join(event, "Sanne")
    join(event, "Fenna")
    sanne, fenna = sent()

    assert kinds([sanne, fenna]) == [("link", "sanne"), ("link", "fenna")]
    assert sanne.subject == "De link naar je aanmelding: Coachen"
    assert said(sanne) == [
        "✓ Je doet mee",
        "De link naar je aanmelding",
        "Je bent al aangemeld voor “Coachen” en je doet mee.",
    ]
    assert said(fenna)[0:4:2] == [
        "Op de wachtlijst",
        "Je staat al op de wachtlijst voor “Coachen”. Je doet nog niet mee.",
    ]
    assert said(fenna)[3] == "Je bent nummer 1 in de rij."
    assert MEETING not in sanne.body
    assert calendars(sanne) == []


def test_letter_of_a_held_place_goes_to_the_coordinator_without_a_calendar_file(event, sent):
    holder = UserFactory(email="coordinator@example.org")
    laar = OrganisationFactory(name="Het Laar")
    join(event, somebody("Sanne", organisation=laar.pk, organisation_name=""), actor=coordinator(holder))
    Registration.objects.update(name="", email="", named_by=local(2031, 1, 7, 12))
    OutgoingMail.objects.update(recipient=holder.email)

    (message,) = sent()

    assert message.subject == "Plek vastgehouden: Coachen"
    assert message.to == ["coordinator@example.org"]
    assert said(message) == [
        "✓ Plek vastgehouden",
        "Je houdt een plek vast voor “Coachen”",
        "Vul vóór dinsdag 7 januari 2031 om 12.00 uur in wie er komt. Doe je dat niet, dan vervalt de plek.",
    ]
    assert ("Voor wie", "nog geen naam, Het Laar") in rows(message)
    assert message.attachments == []
    assert html(message).select_one("a.m-button").get_text() == "Vul een naam in"

    lapse(Registration.objects.get(), at=local(2031, 1, 7, 12))
    (message,) = sent(local(2031, 1, 7, 12))

    assert message.subject == "Plek teruggegeven: Coachen"
    assert message.attachments == []
