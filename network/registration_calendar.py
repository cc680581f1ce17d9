"""The calendar file of one registration (RFC 5545, 5546 and 6047): one VEVENT a session.

The UID of a session stays for as long as the registration lives, also after it has ended; SEQUENCE rises with
every change of the training and when the seat goes (``Registration.calendar_sequence``). Only for who has, or
had, a seat: who waits gets no file (README, "Aanmelden", rules 2 and 8).
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress

from network.calendars import ZONE, location, time_zone, titled
from network.choices import RegistrationStatus, TrainingForm
from network.models import Registration, TrainingSession

FILE_NAME, WITHDRAWN_NAME = "training.ics", "vervallen.ics"
REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"


def media_type(method: str) -> str:
    """The media type of a file with this method, which must name it too (RFC 6047, 2.4).

    A mail adds the character set by itself; a web answer must add ``; charset=utf-8``.
    """
    return f"text/calendar; method={method}"


def registration_calendar(registration: Registration, *, method: str = REQUEST, sequence: int) -> bytes:
    """The sessions of the training for one person. Needs the training with its venue; one query.

    ``method`` is REQUEST (put it in or change it), CANCEL (take it out) or PUBLISH (a file to download, which
    names no attendee). ``sequence`` is the number of the mail, or ``calendar_sequence`` of the registration.
    """
    event = registration.event
    further = TrainingSession.objects.filter(event=event.pk)
    return _file(registration, titled(event, further), method, sequence)


def withdrawn_calendar(registration: Registration, withdrawn: list[list], *, sequence: int) -> bytes:
    """Takes out sessions that the training has no more; each is a key, its begin and its end."""
    event = registration.event
    sessions = [
        TrainingSession(
            pk=key, event=event, starts_at=datetime.fromisoformat(begin), ends_at=datetime.fromisoformat(end)
        )
        for key, begin, end in withdrawn
    ]
    return _file(registration, [(one, event.title) for one in sessions], CANCEL, sequence)


def _file(registration: Registration, sessions, method: str, sequence: int) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//MBO-ZIN//aanmelding//NL")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(time_zone())
    for session, title in sessions:
        calendar.add_component(_session(registration, session, title, method, sequence))
    return calendar.to_ical()


def _session(registration: Registration, session, title: str, method: str, sequence: int) -> Event:
    training, cancelled = registration.event, method == CANCEL
    changed_at = max(training.changed_at, registration.changed_at).astimezone(UTC)
    part = Event()
    part.add("uid", uid(registration, session))
    part.add("dtstamp", changed_at)
    part.add("sequence", sequence)
    part.add("dtstart", session.starts_at.astimezone(ZONE))
    part.add("dtend", session.ends_at.astimezone(ZONE))
    part.add("summary", title)
    part.add("location", location(training))
    part.add("description", _description(registration, session, cancelled))
    part.add("url", settings.BASE_URL + training.get_absolute_url())
    part.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    part.add("transp", "TRANSPARENT" if cancelled else "OPAQUE")
    part.add("organizer", _organizer())
    if method != PUBLISH:  # RFC 5546, 3.2.1: a published entry has no attendee
        part.add("attendee", _attendee(registration), encode=0)
    return part


def uid(registration: Registration, session: TrainingSession) -> str:
    host = urlsplit(settings.BASE_URL).hostname
    return f"aanmelding-{registration.reference}-{session.pk or 'first'}@{host}"


def _description(registration: Registration, session: TrainingSession, cancelled: bool) -> str:
    """What it is about; the online link only for who has a seat now."""
    training = registration.event
    has_seat = registration.status == RegistrationStatus.CONFIRMED and not cancelled
    online = ""
    if has_seat and training.online_link and training.form != TrainingForm.ON_SITE:
        online = _("Take part online: %(link)s") % {"link": training.online_link}
    page = settings.BASE_URL + training.get_absolute_url()
    return "\n\n".join(part for part in (training.summary, session.note, online, page) if part)


def _organizer() -> vCalAddress:
    """The site, at the address that the mail comes from; programs distrust another one."""
    name, email = parseaddr(settings.DEFAULT_FROM_EMAIL)
    organizer = vCalAddress(f"mailto:{email}")
    if name:
        organizer.params["CN"] = name
    return organizer


def _attendee(registration: Registration) -> vCalAddress:
    """The person alone, who has said yes already: the program need not ask and answer."""
    attendee = vCalAddress(f"mailto:{registration.email}")
    attendee.params.update(
        {"CN": registration.name, "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "ACCEPTED", "RSVP": "FALSE"}
    )
    return attendee
