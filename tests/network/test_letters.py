"""Every mail about a registration, from the rule that queues it to the message that goes out."""

import hashlib
import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import serializers
from django.utils import timezone
from icalendar import Calendar

from cms.mail_samples import samples
from cms.models import OutgoingMail, SiteSettings
from cms.outbox import send_due
from network.choices import MailKind
from network.letter_contexts import context_of
from network.models import Registration, RegistrationToken, TrainingSession
from network.registration.actors import coordinator, organiser
from network.registration.cancelling import cancel, lapse, replace
from network.registration.changes import settle
from network.registration.organising import cancel_training, give_place_by_hand
from network.registration.reminding import due_at, remind
from network.registration.tokens import digest
from tests.factories import (
    OrganisationFactory,
    PersonFactory,
    TrainingEventFactory,
    UserFactory,
    VenueFactory,
)
from tests.network.conftest import local
from tests.network.registration.people import join, named, somebody

pytestmark = pytest.mark.django_db

LINK = re.compile(r"http://localhost/aanmelding/([\w-]+)/")
MEETING = "https://meet.example.org/coachen"


@pytest.fixture
def event(site):
    """Two seats in Tilburg, in the winter of 2031; the online link is for who has a seat."""
    return TrainingEventFactory(
        title="Coachen",
        slug="coachen",
        capacity=2,
        form="hybrid",
        online_link=MEETING,
        venue=VenueFactory(name="Het Laar", street="Laarstraat 1", postcode="5025 AB", travel_note="Bus 4."),
        starts_at=local(2031, 1, 14, 13, 30),
        ends_at=local(2031, 1, 14, 16, 30),
    )


@pytest.fixture
def sent(mailoutbox):
    """A function: empty the outbox as at a moment (default now), and return what went out."""

    def empty(at=None) -> list:
        before = len(mailoutbox)
        send_due(at)
        assert not OutgoingMail.objects.unsent().exists(), OutgoingMail.objects.unsent().first().last_error
        return mailoutbox[before:]

    return empty


def kinds(messages) -> list[tuple[str, str]]:
    return [(one.extra_headers["X-ZIN-Kind"], one.to[0].split("@")[0]) for one in messages]


def html(message) -> BeautifulSoup:
    return BeautifulSoup(message.alternatives[0][0], "html.parser")


def said(message) -> list[str]:
    """State and heading, then every paragraph of the letter itself."""
    main = html(message).select_one("[role=main]")
    state = main.select_one("td[class^=m-]").get_text()
    return [state, main.h1.get_text(), *[p.get_text().strip() for p in main.select("p.m-ink")]]


def rows(message) -> list[tuple[str, str]]:
    found = html(message).select("table.m-sand tr")
    return [(row.th.get_text(), row.td.get_text()) for row in found]


def token(message) -> str:
    tokens = set(LINK.findall(message.body))
    assert tokens == set(LINK.findall(message.alternatives[0][0]))
    assert len(tokens) == 1
    return tokens.pop()


def calendars(message) -> list[Calendar]:
    found = [part for part in message.message().walk() if part.get_content_type() == "text/calendar"]
    return [Calendar.from_ical(part.get_payload(decode=True)) for part in found]


def asks_to_confirm(message) -> bool:
    return "Bevestig je aanmelding" in [a.get_text() for a in html(message).select("a.m-button")]


# --- Each kind --------------------------------------------------------------------------------------------


def test_letter_of_a_seat_asks_to_confirm_and_has_all_that_is_needed(event, sent):
    join(event, somebody("Sanne", organisation_name="Zorg & Co"), at=timezone.now())
    Registration.objects.update(confirm_by=local(2030, 11, 27, 14, 5), reference="K7QM-2WXD")

    (message,) = sent()

    assert message.subject == "Bevestig je aanmelding: Coachen"
    assert said(message) == [
        "✓ Je doet mee",
        "Je doet mee aan “Coachen”",
        "Er is een plek voor je, en die telt nu al.",
        "Bevestig je aanmelding vóór woensdag 27 november 2030 om 14.05 uur. Doe je dat niet, dan vervalt je "
        "plek.",
        "Bij deze mail zit een bestand waarmee je de training in je agenda zet.",
        "Je kunt online meedoen. Deze link is alleen voor jou:",
        "Doe online mee",
        "Kun je toch niet? Meld je dan af op dezelfde pagina. Dan kan iemand anders komen.",
    ]
    assert rows(message) == [
        ("Wat", "Coachen"),
        ("Wanneer", "dinsdag 14 januari 2031, 13.30 – 16.30 uur"),
        ("Waar", "Het Laar, Laarstraat 1, 5025 AB Tilburg, of online"),
        ("Voor wie", "Sanne, Zorg & Co"),
        ("Kenmerk", "K7QM-2WXD"),
    ]
    assert asks_to_confirm(message)
    assert "Voor wie: Sanne, Zorg & Co\n" in message.body
    assert "Doe online mee:\n" + MEETING in message.body
    assert [one["METHOD"] for one in calendars(message)] == ["REQUEST"]


def test_letter_of_a_seat_by_a_coordinator_asks_nothing(event, sent):
    join(event, "Sanne", actor=coordinator(UserFactory()))

    (message,) = sent()

    assert message.subject == "Je doet mee: Coachen"
    assert said(message)[2] == "Je plek staat vast. Hieronder lees je waar en wanneer we je verwachten."
    assert not asks_to_confirm(message)


def test_letter_names_every_session(event, sent):
    event.further_sessions.add(
        TrainingSession(starts_at=local(2031, 7, 4, 22), ends_at=local(2031, 7, 5, 1, 0))
    )
    event.save()
    join(event, "Sanne")

    (message,) = sent()

    assert rows(message)[1:3] == [
        ("Deel 1", "dinsdag 14 januari 2031, 13.30 – 16.30 uur"),
        ("Deel 2", "vrijdag 4 juli 2031, 22.00 – zaterdag 5 juli 2031, 01.00 uur"),
    ]


def test_letter_of_the_waiting_list_is_no_registration(event, sent):
    join(event, "Sanne", "Bilal", "Fenna", "Gerrit")
    Registration.objects.filter(name="Gerrit").update(confirm_by=None)

    *_seated, fenna, gerrit = sent()

    assert kinds([fenna, gerrit]) == [("waiting", "fenna"), ("waiting", "gerrit")]
    assert fenna.subject == "Wachtlijst, bevestig je aanmelding: Coachen"
    assert asks_to_confirm(fenna)
    assert gerrit.subject == "Je staat op de wachtlijst: Coachen"
    assert said(gerrit) == [
        "Op de wachtlijst",
        "Je staat op de wachtlijst voor “Coachen”",
        "Er is nu geen plek voor je, dus je doet nog niet mee. Je bent nummer 2 in de rij.",
        "Komt er een plek voor je vrij? Dan krijg je die meteen, en mailen we je. Kom tot die tijd niet naar "
        "de training.",
        "Wil je niet meer wachten? Open dan je plek in de rij en ga van de lijst af.",
    ]
    assert calendars(gerrit) == [] and gerrit.attachments == []
    assert MEETING not in gerrit.body


def test_letter_of_a_place_that_came_free(event, sent):
    join(event, "Sanne", "Bilal", "Fenna", actor=organiser())
    sent()

    cancel(named(event, "Sanne"))
    gone, promoted = sent()

    assert kinds([gone, promoted]) == [("cancelled", "sanne"), ("promoted", "fenna")]
    assert promoted.subject == "Er is een plek vrij, je doet mee: Coachen"
    assert said(promoted)[:3] == [
        "✓ Je doet mee",
        "Er is een plek vrij: je doet mee",
        "Je doet mee aan “Coachen”. Je staat niet meer op de wachtlijst.",
    ]
    assert MEETING in promoted.body
    assert [one["METHOD"] for one in calendars(promoted)] == ["REQUEST"]


def test_letter_of_a_change_says_what_was_and_what_is(event, sent):
    join(event, "Sanne", "Bilal", "Fenna", actor=organiser())
    sent()

    event.starts_at, event.ends_at = local(2031, 1, 21, 9), local(2031, 1, 21, 12)
    event.venue = VenueFactory(name="Maria-oord", place="Dongen")
    event.change_reason = "De zaal is dubbel geboekt."
    event.save()
    settle(event)
    sanne, _bilal, fenna = sent()

    assert sanne.subject == "Veranderd: Coachen"
    assert said(sanne)[:4] == [
        "De training is veranderd",
        "“Coachen” is veranderd",
        "Je houdt je plek, maar let op: er is iets anders.",
        "Dit klopt niet meer:",
    ]
    assert "Waarom: De zaal is dubbel geboekt." in sanne.body
    assert rows(sanne)[:5] == [
        ("Wanneer", "dinsdag 14 januari 2031, 13.30 – 16.30 uur"),
        ("Waar", "Het Laar, Laarstraat 1, Tilburg, of online"),
        ("Wat", "Coachen"),
        ("Wanneer", "dinsdag 21 januari 2031, 09.00 – 12.00 uur"),
        ("Waar", "Maria-oord, Dongen, of online"),
    ]
    assert MEETING in sanne.body
    assert [one["METHOD"] for one in calendars(sanne)] == ["REQUEST"]
    assert said(fenna)[2:4] == [
        "Je staat nog steeds op de wachtlijst voor deze training.",
        "Je bent nummer 1 in de rij.",
    ]
    assert rows(fenna)[:2] == rows(sanne)[:2]
    assert calendars(fenna) == []
    assert MEETING not in fenna.body


def test_letter_of_a_new_online_link_gives_it_to_who_has_a_seat(event, sent):
    join(event, "Sanne", "Bilal", "Fenna", actor=organiser())
    sent()

    event.online_link = "https://meet.example.org/nieuw"
    event.save()
    settle(event)
    sanne, _bilal, fenna = sent()

    assert "Er is een nieuwe link om online mee te doen. Gebruik de oude niet meer." in said(sanne)
    assert "https://meet.example.org/nieuw" in sanne.body and MEETING not in sanne.body
    assert "Er is een nieuwe link om online mee te doen. Die krijg je als je een plek hebt." in said(fenna)
    assert "meet.example.org" not in fenna.body


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
    assert parts[0]["Content-Type"].count("charset") == 1
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

    for kind in MailKind:
        name = f"registration_{kind.replace('-', '_')}"
        mail = OutgoingMail(kind=kind, recipient=registration.email, data=data)
        real = set(context_of(mail, registration))
        shown = [set(one.context) for one in samples() if one.name == name]

        assert shown and all(real - {"position"} <= one for one in shown)
        assert all(one - common <= real for one in shown)
