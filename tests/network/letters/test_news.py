"""The mails that tell of a seat, the waiting list or a change, word for word."""

import pytest
from django.utils import timezone

from network.models import Registration, TrainingSession
from network.registration.actors import coordinator, organiser
from network.registration.cancelling import cancel
from network.registration.changes import settle
from tests.factories import (
    UserFactory,
    VenueFactory,
)
from tests.network.conftest import local
from tests.network.letters.reading import MEETING, asks_to_confirm, calendars, kinds, rows, said
from tests.network.registration.people import join, named, somebody

pytestmark = pytest.mark.django_db


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
