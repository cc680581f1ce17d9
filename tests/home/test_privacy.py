"""Export, erase and retention over every app; nothing of the person may be left anywhere in the database."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from cms import outbox, privacy
from cms.models import User
from home.models import ContactMessage
from network.models import PersonalDataAccess, Registration, RegistrationLogEntry
from network.registration import tokens
from network.registration.actors import organiser
from network.registration.cancelling import cancel, change_data
from network.registration.invariants import breaches
from tests.factories import CoordinatorFactory, PersonFactory, TrainingEventFactory, UserFactory
from tests.network.registration.people import join, line, named, somebody

pytestmark = pytest.mark.django_db
EMAIL = "kanarie@example.org"


@pytest.fixture
def event():
    """Kanarie takes part, Bilal waits; the canary also wrote a message and has an account."""
    event = TrainingEventFactory(capacity=1)
    canary = somebody(
        "Kanarie Geel",
        email=EMAIL,
        remarks="kanarie zingt",
        access_needs="kanarie-lift",
        dietary_needs="zaad",
    )
    join(event, canary)
    join(event, "Bilal")
    tokens.issue(named(event, "Kanarie Geel"))
    ContactMessage.objects.create(name="Kanarie", email=EMAIL, message="kanarie", submission_id=uuid4())
    UserFactory(email=EMAIL, first_name="Kanarie", last_name="Geel")
    PersonFactory(name="Kanarie Geel", email=EMAIL)
    return event


def places_with(text: str) -> list[str]:
    """Every model of ours with the text in some field of some row."""
    found = set()
    for model in apps.get_models():
        for values in model.objects.values() if hasattr(model, "objects") else []:
            if text in json.dumps(values, default=str).lower():
                found.add(model._meta.label)
    return sorted(found)


def test_export_holds_everything_about_the_address(event, capsys):
    row = named(event, "Kanarie Geel")
    change_data(row, {"role": "docent"}, actor=organiser())
    cancel(row, actor=organiser(), reason="Is ziek")

    call_command("privacy_export", email=EMAIL.upper())

    found = json.loads(capsys.readouterr().out)
    assert sorted(found) == ["account", "contact messages", "mails", "people on the site", "registrations"]
    (registration,) = found["registrations"]
    assert (registration["name"], registration["remarks"]) == ("Kanarie Geel", "kanarie zingt")
    assert registration["registered_by"] == {"as": "self", "who": None}
    assert [(one["what"], one["status"], one["by"], one["reason"]) for one in registration["history"]] == [
        ("registered", "confirmed", "self", ""),
        ("changed", "confirmed", "organiser", ""),
        ("cancelled", "cancelled", "organiser", "Is ziek"),
    ]
    looks = PersonalDataAccess.objects.values_list("what", "people", "user", "event")
    assert list(looks) == [("own-data", 1, None, None)]


def test_erasing_leaves_no_trace_and_gives_the_seat_to_the_next(event, capsys):
    assert "network.Registration" in places_with("kanarie")

    call_command("privacy_erase", email=EMAIL)

    assert capsys.readouterr().out.splitlines()[-1] == "left: nothing"
    assert places_with("kanarie") == []
    assert line(event) == {"confirmed": ["Bilal"], "waiting": [], "cancelled": [""]}
    assert breaches(timezone.now()) == []
    assert User.objects.filter(is_active=False).count() == 1


def test_erased_account_is_out_of_audit_log_and_sessions(site, client, event):
    user = User.objects.get(email=EMAIL)
    log(user, "wagtail.create", user=user, data={"fields": {"email": EMAIL}})
    log(CoordinatorFactory(user=user), "wagtail.edit")
    log(Page.objects.first(), "wagtail.edit", data={"comment": "Gezien door Kanarie Geel"})
    log(event, "wagtail.edit", data={"comment": "gezien door de zaal"})
    client.force_login(user)
    Client().post("/mijn/inloggen/", {"email": EMAIL})
    other = Client()
    other.force_login(UserFactory())
    assert {"wagtailcore.ModelLogEntry", "wagtailcore.PageLogEntry"} <= set(places_with("kanarie"))

    found = privacy.export(EMAIL)
    privacy.erase(EMAIL)

    assert [one["what"] for one in found["log of what was done in the editors' side"]] == [
        "wagtail.create",
        "wagtail.edit",
        "wagtail.edit",
    ]
    assert (len(found["logins"]), Session.objects.count()) == (2, 1)
    assert places_with("kanarie") == []
    entries = [*ModelLogEntry.objects.order_by("pk"), *PageLogEntry.objects.order_by("pk")]
    told = [(entry.label, entry.data) for entry in entries if entry.data or entry.label == "…"]
    assert told == [
        ("…", {"fields": {"email": "…"}}),
        ("…", {}),
        (event.title, {"comment": "gezien door de zaal"}),
        (Page.objects.first().title, {"comment": "Gezien door …"}),
    ]


def test_erasing_twice_removes_nothing_more(event):
    privacy.erase(EMAIL)

    assert set(privacy.erase(EMAIL).values()) == {0}


def test_erased_person_gets_no_mail(event, mailoutbox):
    privacy.erase(EMAIL)

    outbox.send_due()

    assert EMAIL not in [address for mail in mailoutbox for address in mail.to]


def test_needs_go_the_day_after_and_names_after_the_term(event, settings):
    settings.RETENTION_MONTHS = 12
    row = named(event, "Kanarie Geel")
    day_after = timezone.localtime(event.ends_at).replace(hour=0, minute=5) + timedelta(days=1)

    privacy.run_retention(day_after - timedelta(minutes=10))
    same_day = Registration.objects.get(pk=row.pk).access_needs
    privacy.run_retention(day_after)
    next_day = Registration.objects.get(pk=row.pk)
    privacy.run_retention(event.ends_at + timedelta(days=370))
    later = Registration.objects.get(pk=row.pk)

    assert same_day == "kanarie-lift"
    assert (next_day.access_needs, next_day.dietary_needs, next_day.name) == ("", "", "Kanarie Geel")
    assert (later.name, later.email, later.remarks, later.status) == ("", "", "", "confirmed")
    assert RegistrationLogEntry.objects.filter(registration=row, action="erased").count() == 1


def test_retention_reports_what_is_left(event, capsys):
    call_command("run_retention")

    assert "names of participants: 0 removed, 2 kept" in capsys.readouterr().out.splitlines()
