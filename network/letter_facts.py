"""When, where and for whom a training is, in plain words for a letter. Times are those of Amsterdam."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from network.calendars import ZONE
from network.choices import TrainingForm
from network.models import Registration, TrainingEvent, TrainingSession

Facts = list[dict[str, str]]  # a label and its value a row, as emails/parts/facts shows them


def moment(at: datetime) -> str:
    """A day and a time: "vrijdag 27 november 2026 om 14.05 uur"."""
    local = localtime(at, ZONE)
    return _("%(day)s at %(time)s") % {"day": _day(local), "time": date_format(local, "H.i")}


def period(starts_at: datetime, ends_at: datetime) -> str:
    """ "donderdag 14 januari 2027, 13.30 – 16.30 uur"; the last day is named when it is another."""
    begins, ends = localtime(starts_at, ZONE), localtime(ends_at, ZONE)
    last = "" if begins.date() == ends.date() else f"{_day(ends)}, "
    times = {"from": date_format(begins, "H.i"), "to": last + date_format(ends, "H.i")}
    return f"{_day(begins)}, {_('%(from)s – %(to)s') % times}"


def _day(local: datetime) -> str:
    return date_format(local, "l j F Y")


def facts_now(registration: Registration) -> Facts:
    """All that somebody must know to be there. One query; needs training, venue and organisation."""
    return [
        *facts_of_training(registration.event),
        _fact(_("For whom"), whom(registration)),
        _fact(_("Reference"), registration.reference),
    ]


def facts_of_training(event: TrainingEvent) -> Facts:
    """What, when and where. One query; needs the venue."""
    return [
        _fact(_("What"), event.title),
        *_sessions(sessions_of(event)),
        _fact(_("Where"), where(event.form, event.venue.address if event.venue else "")),
    ]


def facts_before(told: dict, changed: Iterable[str]) -> Facts:
    """What people were ``told`` (`network.registration.changes`) before it changed, and only that."""
    before: Facts = []
    if "sessions" in changed:
        sessions = [tuple(map(datetime.fromisoformat, times)) for times in told["sessions"]]
        before += _sessions(sessions)
    if {"venue", "form"} & set(changed):
        before.append(_fact(_("Where"), where(told["form"], told["venue"])))
    return before


def sessions_of(event: TrainingEvent) -> list[tuple[datetime, datetime]]:
    """Begin and end of each session, the first in front. One query."""
    further = TrainingSession.objects.filter(event=event.pk).order_by("starts_at")
    return [(event.starts_at, event.ends_at), *further.values_list("starts_at", "ends_at")]


def _sessions(sessions: list[tuple[datetime, datetime]]) -> Facts:
    if len(sessions) == 1:
        return [_fact(_("When"), period(*sessions[0]))]
    label = _("Part %(number)s")
    return [_fact(label % {"number": number}, period(*one)) for number, one in enumerate(sessions, start=1)]


def where(form: str, address: str) -> str:
    """A place in one line; online, both, or not known yet."""
    if form == TrainingForm.ONLINE:
        return capfirst(TrainingForm.ONLINE.label)
    place = address or _("not known yet")
    return _("%(place)s, or online") % {"place": place} if form == TrainingForm.HYBRID else place


def whom(registration: Registration) -> str:
    name = registration.name or pgettext("person", "no name yet")
    return ", ".join(part for part in (name, registration.organisation_label) if part)


def _fact(label: str, value: str) -> dict[str, str]:
    return {"label": label, "value": value}
