"""The values that the templates of each kind of mail about a registration get: plain values, no rows."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from cms.models import OutgoingMail
from network import letter_facts
from network.choices import MailKind, RegistrationStatus, TrainingForm
from network.models import CertificateOfAttendance, Registration, TrainingEvent
from network.registration import tokens

MOST_OTHERS = 3  # trainings named to who lost one,
LOOKED_AT = 50  # among so many that come next
ENDING = (MailKind.CANCELLED, MailKind.EVENT_CANCELLED)  # there is nothing left to manage, so no link
WITHOUT_LINK = (*ENDING, MailKind.EVALUATION)  # that has a link of its own


def context_of(mail: OutgoingMail, registration: Registration) -> dict:
    """All values of one letter; stores a new token when the kind has a link to the registration."""
    return {**_common(mail, registration), **OF_KIND[MailKind(mail.kind)](registration, mail.data)}


def is_reserved(mail: OutgoingMail, registration: Registration) -> bool:
    """Whether the mail goes to the coordinator who holds a seat, for there is no person yet."""
    return not registration.email or mail.recipient != registration.email


def _common(mail: OutgoingMail, registration: Registration) -> dict:
    event, active = registration.event, registration.is_active
    return {
        "title": event.title,
        "facts": letter_facts.facts_now(registration),
        "page_url": settings.BASE_URL + event.get_absolute_url(),
        "trainings_url": settings.BASE_URL + "/trainingen/",
        "manage_url": _manage_url(mail, registration),
        "is_reserved": is_reserved(mail, registration),
        "confirm_by": _moment(registration.confirm_by) if active else "",
        "named_by": _moment(registration.named_by) if active else "",
    }


def _manage_url(mail: OutgoingMail, registration: Registration) -> str:
    """Where the reader changes it: the coordinator of a held seat at the desk, a person by a link."""
    if mail.kind in WITHOUT_LINK:
        return ""
    if is_reserved(mail, registration):
        return settings.BASE_URL + reverse("network:desk_registration", args=[registration.reference])
    return tokens.link(registration)


def _moment(at) -> str:
    return letter_facts.moment(at) if at else ""


# --- What one kind has more ------------------------------------------------------------------------------


def _seat(registration: Registration, _data: dict) -> dict:
    return {"online_url": _online_url(registration)}


def _waiting(_registration: Registration, data: dict) -> dict:
    return {"position": data.get("position")}


def _changed(registration: Registration, data: dict) -> dict:
    """Who had a seat then has a calendar file, so a number of it above 0; who waited has none."""
    seated = data["calendar_sequence"] > 0
    return {
        "is_waiting": not seated,
        "position": registration.position_now(),
        "reason": data["reason"],
        "facts_before": letter_facts.facts_before(data["before"], data["changed"]),
        "has_new_link": "online_link" in data["changed"] and bool(registration.event.online_link),
        "online_url": _online_url(registration) if seated else "",
    }


def _reminder(registration: Registration, _data: dict) -> dict:
    event = registration.event
    begins = timezone.localtime(event.starts_at, letter_facts.ZONE).date()
    materials = [
        {"title": one.title, "url": settings.BASE_URL + one.url} for one in event.materials.order_by("title")
    ]
    return {
        "days_left": (begins - timezone.localtime(timezone=letter_facts.ZONE).date()).days,
        "online_url": _online_url(registration),
        "travel_note": _travel_note(event),
        "materials": materials,
    }


def _cancelled(_registration: Registration, data: dict) -> dict:
    return {"cause": data["cause"], "reason": data["reason"], "had_seat": data["had_seat"]}


def _event_cancelled(registration: Registration, data: dict) -> dict:
    others = _open_trainings(registration.event)
    return {"reason": data["reason"], "had_seat": data["had_seat"], "open_trainings": others}


def _link(registration: Registration, _data: dict) -> dict:
    return {"state": registration.status, "position": registration.position_now()}


def _certificate(registration: Registration, _data: dict) -> dict:
    """The code is empty when the certificate was withdrawn again."""
    found = CertificateOfAttendance.objects.filter(registration=registration).first()
    return {"code": found.code if found else ""}


def _evaluation(registration: Registration, _data: dict) -> dict:
    token = tokens.issue(registration)
    return {"evaluation_url": settings.BASE_URL + reverse("network:evaluation", args=[token])}


OF_KIND: dict[MailKind, Callable[[Registration, dict], dict]] = {
    MailKind.CONFIRMED: _seat,
    MailKind.WAITING: _waiting,
    MailKind.PROMOTED: _seat,
    MailKind.CHANGED: _changed,
    MailKind.REMINDER: _reminder,
    MailKind.CANCELLED: _cancelled,
    MailKind.EVENT_CANCELLED: _event_cancelled,
    MailKind.LINK: _link,
    MailKind.CERTIFICATE: _certificate,
    MailKind.EVALUATION: _evaluation,
}


def _online_url(registration: Registration) -> str:
    """Where to take part online, for who has a seat at this moment; empty for everybody else."""
    event = registration.event
    may = registration.status == RegistrationStatus.CONFIRMED and event.form != TrainingForm.ON_SITE
    return event.online_link if may else ""


def _travel_note(event: TrainingEvent) -> str:
    return event.venue.travel_note if event.venue and event.form != TrainingForm.ONLINE else ""


def _open_trainings(event: TrainingEvent) -> list[dict]:
    """The next trainings that people can still register for, those in the same region first."""
    at = timezone.now()
    soon = TrainingEvent.objects.visible(at).upcoming(at).with_seats_taken().exclude(pk=event.pk)
    found = [one for one in soon[:LOOKED_AT] if one.availability(at).is_open]
    found.sort(key=lambda one: one.region_id != event.region_id)
    return [
        {
            "title": f"{one.title} ({letter_facts.moment(one.starts_at)})",
            "url": settings.BASE_URL + one.get_absolute_url(),
        }
        for one in found[:MOST_OTHERS]
    ]
