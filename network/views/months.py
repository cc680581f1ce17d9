"""The month view of the trainings: what its template gets."""

from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.faceted_list import readable
from cms.pagination import address
from network.choices import RegistrationState
from network.listings import PAST, WHEN
from network.month import Meeting, month_word
from network.month_listing import AS_MONTH, MONTH, VIEW, MonthListing, list_month


def month_context(request) -> dict:
    """Everything that differs from the list of trainings."""
    at, parameters = request.visit.at, request.GET
    found = list_month(parameters, request.visit)
    name = date_format(found.month, "F Y")
    total = found.listing.total
    words = ngettext("%(total)s training in %(month)s", "%(total)s trainings in %(month)s", total)

    def link(month: date | None) -> dict | None:
        return {"label": date_format(month, "F Y"), "url": month_url(parameters, month)} if month else None

    return {
        "listing": found.listing,
        "total_label": words % {"total": total, "month": name},
        "unknown": found.listing.unknown + [readable(word) for word in found.unknown],
        "month": {
            "title": name,
            "is_empty": not total,
            "weeks": SimpleLazyObject(lambda: [[_day(day, at) for day in week] for week in found.weeks]),
            "previous": link(found.previous),
            "next": link(found.next),
        },
        "empty": nothing_in_month(found, parameters, name),
    }


def month_url(parameters, month: date | None) -> str:
    """The month view with the filters of ``parameters``; None leaves the month to the site."""
    changed = parameters.copy()
    for name in (WHEN, MONTH):
        changed.pop(name, None)
    changed[VIEW] = AS_MONTH
    if month:
        changed[MONTH] = month_word(month)
    return address(changed)


def view_links(parameters, *, as_month: bool) -> list[dict]:
    """The switch between the two forms of the listing; the filters stay, a month only where it is one."""
    as_list = parameters.copy()
    for name in (VIEW, MONTH) if as_month else (VIEW,):
        as_list.pop(name, None)
    to_month = parameters.copy()
    to_month.pop(WHEN, None)
    to_month[VIEW] = AS_MONTH
    return [
        {"label": _("List"), "icon": "list", "url": address(as_list), "selected": not as_month},
        {"label": _("Month"), "icon": "calendar", "url": address(to_month), "selected": as_month},
    ]


def nothing_in_month(found: MonthListing, parameters, name: str) -> dict:
    """What the month says, and where it leads, when no training of it fits."""
    links = []
    if found.listing.chips:
        links.append({"label": _("Remove all filters"), "url": found.listing.reset_url})
    if found.month != found.default:
        label = _("Go to %(month)s") % {"month": date_format(found.default, "F Y")}
        links.append({"label": label, "url": month_url(parameters, found.default)})
    links.append({"label": _("Look at trainings of the past"), "url": f"?{WHEN}={PAST}"})
    title = (
        _("No training in %(month)s fits this choice")
        if found.listing.chips
        else _("No trainings in %(month)s")
    )
    return {"title": title % {"month": name}, "text": "", "links": links}


def _day(day, at: datetime) -> dict:
    return {
        "date": day.date,
        "is_in_month": day.is_in_month,
        "is_today": day.is_today,
        "meetings": [_meeting(meeting, at) for meeting in day.meetings],
    }


def _meeting(meeting: Meeting, at: datetime) -> dict:
    card = meeting.subject
    meta = card.meta
    state, label = meta["state"], meta["state_label"]
    if state == RegistrationState.PAST and meeting.ends_at > at:
        label = _("Has begun")
    part = _("Part %(part)s of %(parts)s") % {"part": meeting.part, "parts": meeting.parts}
    return {
        "title": card.title,
        "url": card.url,
        "colour": card.theme.colour if card.theme else "teal",
        "starts_at": meeting.starts_at,
        "part": part if meeting.parts > 1 else "",
        "state": "few" if meta["availability"].has_few_seats else state,
        "state_label": label,
    }
