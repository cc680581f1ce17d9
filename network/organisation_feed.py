"""The trainings to which people of one organisation go, for the calendar of its coordinator.

A calendar program has no login, so a secret in the address opens it: 192 random bits of which a hash is
stored. It says how many people go and their first names, nothing more, and never the online link.
"""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import Calendar, Event

from network.calendars import REFRESH, SEQUENCE_BEGINS, ZONE, location, time_zone, titled
from network.models import Organisation, OrganisationFeed, Registration, TrainingEvent, TrainingSession
from network.registration.tokens import TOKEN_BYTES, digest

LOOK_BACK = timedelta(days=90)


def renew(organisation: Organisation, *, at: datetime) -> str:
    """Make a new address and end the old one; returns it in full, and it cannot be read back later."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    OrganisationFeed.objects.update_or_create(
        organisation=organisation, defaults={"digest": digest(token), "created_at": at}
    )
    return f"{settings.BASE_URL}/mijn/agenda/{token}.ics"


def end(organisation: Organisation) -> None:
    OrganisationFeed.objects.filter(organisation=organisation).delete()


def find(token: str) -> Organisation | None:
    return Organisation.objects.filter(people_feed__digest=digest(token)).first()


def people_calendar(organisation: Organisation, at: datetime) -> tuple[bytes, int]:
    """Trainings since three months with confirmed people of the organisation: one VEVENT a session.

    Returns the calendar, and how many people stand in it. Two queries, however many trainings.
    """
    people = _people(organisation, at)
    sessions = defaultdict(list)
    for session in TrainingSession.objects.filter(event__in=[event.pk for event in people]):
        sessions[session.event_id].append(session)
    calendar = Calendar()
    calendar.add("prodid", "-//MBO-ZIN//organisatie//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("Trainings of %(name)s") % {"name": organisation.name})
    calendar.add("x-wr-timezone", ZONE.key)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    if people:
        calendar.add_component(time_zone())
    for event, rows in people.items():
        for session, title in titled(event, sessions[event.pk]):
            calendar.add_component(_entry(organisation, event, rows, session, title))
    return calendar.to_ical(), sum(map(len, people.values()))


def _people(organisation: Organisation, at: datetime) -> dict[TrainingEvent, list[Registration]]:
    rows = Registration.objects.confirmed().filter(
        organisation=organisation, erased_at=None, event__starts_at__gt=at - LOOK_BACK
    )
    found: dict[TrainingEvent, list[Registration]] = {}
    for row in rows.select_related("event__venue").order_by("event__starts_at", "event", "sequence"):
        found.setdefault(row.event, []).append(row)
    return found


def _entry(
    organisation: Organisation, event: TrainingEvent, rows: list[Registration], session, title: str
) -> Event:
    changed_at = max([event.changed_at, *(row.changed_at for row in rows)])
    page = settings.BASE_URL + event.get_absolute_url()
    entry = Event()
    host = urlsplit(settings.BASE_URL).hostname
    entry.add("uid", f"organisatie-{organisation.pk}-{event.pk}-{session.pk or 'first'}@{host}")
    entry.add("dtstamp", changed_at.astimezone(UTC))
    entry.add("sequence", max(0, int((changed_at - SEQUENCE_BEGINS).total_seconds())))
    entry.add("dtstart", session.starts_at.astimezone(ZONE))
    entry.add("dtend", session.ends_at.astimezone(ZONE))
    entry.add("summary", title)
    entry.add("description", f"{_who(rows)}\n\n{page}")
    entry.add("location", location(event))
    entry.add("url", page)
    entry.add("transp", "TRANSPARENT")  # it is not the coordinator who is away
    return entry


def _who(rows: Iterable[Registration]) -> str:
    """ "3 people: Sanne, Bilal", where one place is held for a name that follows."""
    names = [row.name.split()[0] for row in rows if row.name.strip()]
    number = len(list(rows))
    words = ngettext("%(number)s person", "%(number)s people", number) % {"number": number}
    return f"{words}: {', '.join(names)}" if names else words
