"""What the pages about registering show of a training: little, because they must answer a rush."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from cms.crumbs import Crumb, crumbs
from cms.visit import Visit
from network.availability import deadline_in_words, seats_in_words
from network.choices import TrainingForm
from network.models import Organisation, TrainingEvent


def training_facts(event: TrainingEvent, visit: Visit, title: str) -> dict:
    """The head of a page about ``event``: the way to it, when and where. ``title`` names the page itself."""
    way = crumbs(visit, event.get_absolute_url(), event.title)

    def build():
        return [*list(way)[:-1], Crumb(event.title, event.get_absolute_url()), Crumb(title)]

    is_online = event.form == TrainingForm.ONLINE or event.venue is None
    return {
        "event": event,
        "event_url": event.get_absolute_url(),
        "calendar_url": reverse("network:training_calendar", args=[event.slug]),
        "title": title,
        "crumbs": SimpleLazyObject(build),
        "place": event.get_form_display() if is_online else event.venue.place,
        "seo": {"noindex": True},
    }


def places(event: TrainingEvent, visit: Visit) -> dict:
    """What can be done now, in words. ``event`` comes counted."""
    found = event.availability(visit.at)
    return {
        "availability": found,
        "seats_label": seats_in_words(found),
        "deadline": deadline_in_words(event.registration_closes_at, visit.at) if found.is_open else "",
    }


def listed_organisations(visit: Visit) -> Callable[[], list[tuple[str, str]]]:
    """A function that gives slug and name of who takes part, by name; asked for with all else of the page."""
    found = visit.references.want_rows("taking-part", _taking_part, _slug_and_name, at=visit.at)
    return lambda: sorted(found, key=lambda one: one[1].lower())


def _taking_part(at) -> tuple[QuerySet, dict]:
    rows = Organisation.objects.visible(at).participating(timezone.localdate(at))
    return rows, {"slug": F("slug"), "name": F("name")}


def _slug_and_name(pk: int, data: dict) -> tuple[str, str]:
    return data["slug"], data["name"]
