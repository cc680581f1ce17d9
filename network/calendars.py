"""Trainings as iCalendar (RFC 5545): one VEVENT a session, in the time of Amsterdam.

No personal data and never the online link: anybody can subscribe. The UID of a session stays for life;
SEQUENCE rises with every change that visitors can see.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from network.choices import TrainingForm
from network.models import TrainingEvent, TrainingSession

ZONE = ZoneInfo("Europe/Amsterdam")
SEQUENCE_BEGINS = datetime(2020, 1, 1, tzinfo=UTC)  # SEQUENCE counts seconds from here; it fits until 2088
REFRESH = timedelta(hours=6)  # how often a subscriber's calendar should look again


def training_calendar(
    trainings: Iterable[TrainingEvent],
    sessions: Iterable[TrainingSession],
    *,
    name: str,
    base_url: str,
) -> bytes:
    """A calendar named ``name`` with the ``trainings`` and their further ``sessions``.

    ``base_url`` (scheme and host, from the settings) makes the addresses complete. The trainings need their
    venue; nothing else is fetched.
    """
    further: dict[int, list[TrainingSession]] = {}
    for session in sessions:
        further.setdefault(session.event_id, []).append(session)
    calendar = Calendar()
    calendar.add("prodid", "-//MBO-ZIN//trainingen//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", ZONE.key)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    events = [
        event
        for training in trainings
        for event in training_events(training, further.get(training.pk, []), base_url=base_url)
    ]
    if events:
        calendar.add_component(time_zone())
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical()


def training_events(
    training: TrainingEvent, further: Iterable[TrainingSession], *, base_url: str
) -> list[Event]:
    """The VEVENTs of one training, first session first; cancelled ones say so (STATUS:CANCELLED)."""
    return [
        _event(training, session, title, base_url=base_url) for session, title in titled(training, further)
    ]


def titled(training: TrainingEvent, further: Iterable[TrainingSession]) -> list[tuple[TrainingSession, str]]:
    """Every session with its title, the first (which has no row, so no key) in front, then by time."""
    first = TrainingSession(event=training, starts_at=training.starts_at, ends_at=training.ends_at)
    sessions = [first, *sorted(further, key=lambda session: session.starts_at)]
    if len(sessions) == 1:
        return [(first, training.title)]
    return [
        (session, f"{training.title} ({number}/{len(sessions)})")
        for number, session in enumerate(sessions, start=1)
    ]


def _event(training, session, title: str, *, base_url: str) -> Event:
    cancelled = training.cancelled_at is not None
    page = base_url + training.get_absolute_url()
    parts = [training.summary, session.note, training.cancellation_reason if cancelled else "", page]
    event = Event()
    event.add("uid", f"training-{training.pk}-{session.pk or 'first'}@mbo-zin")
    event.add("dtstamp", training.changed_at.astimezone(UTC))
    event.add("last-modified", training.changed_at.astimezone(UTC))
    event.add("sequence", max(0, int((training.changed_at - SEQUENCE_BEGINS).total_seconds())))
    event.add("dtstart", session.starts_at.astimezone(ZONE))
    event.add("dtend", session.ends_at.astimezone(ZONE))
    event.add("summary", _("Cancelled: %(title)s") % {"title": title} if cancelled else title)
    event.add("description", "\n\n".join(part for part in parts if part))
    event.add("location", location(training))
    event.add("categories", [str(training.get_kind_display())])
    event.add("url", page)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if cancelled else "OPAQUE")
    return event


def location(training: TrainingEvent) -> str:
    """Where a training is, in one line; empty while nobody knows. Needs the venue."""
    if training.form == TrainingForm.ONLINE or training.venue is None:
        return str(TrainingForm.ONLINE.label) if training.form != TrainingForm.ON_SITE else ""
    return training.venue.address


def time_zone() -> Timezone:
    """The VTIMEZONE of Amsterdam: the rule of the European Union for the last Sundays of March and October.

    Written out, because the one that icalendar makes puts the change in March an hour late. Both moments are
    in the offset from which the clock changes (RFC 5545, 3.6.5). Source: directive 2000/84/EC.
    """
    zone = Timezone()
    zone.add("tzid", ZONE.key)
    for kind, name, moment, rule, before, after in (
        (TimezoneDaylight, "CEST", datetime.fromisoformat("1996-03-31T02:00"), 3, 1, 2),
        (TimezoneStandard, "CET", datetime.fromisoformat("1996-10-27T03:00"), 10, 2, 1),
    ):
        part = kind()
        part.add("tzname", name)
        part.add("dtstart", moment)
        part.add("rrule", {"FREQ": "YEARLY", "BYMONTH": rule, "BYDAY": "-1SU"})
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        zone.add_component(part)
    return zone
