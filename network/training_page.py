"""What the public page of a training shows, the same for visitors and for the preview in the editor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet
from django.utils.functional import SimpleLazyObject
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cms.cards import moment
from cms.crumbs import crumbs
from cms.models import Audience, SiteDocument, SiteImage, Theme
from cms.visit import Visit
from network.availability import FEW_SEATS, Availability, deadline_in_words, seats_in_words
from network.choices import RegistrationState
from network.maps import map_of_training
from network.models import Organisation, Person, TrainingEvent, TrainingSession
from network.related import related_to_training


@dataclass(frozen=True, slots=True)
class SessionShown:
    starts_at: datetime
    ends_at: datetime
    note: str


def contents(event: TrainingEvent, visit: Visit, *, stored: bool) -> dict:
    """Everything about ``event`` but its registration: asked for, and fetched with one query when first used.

    ``stored=False`` takes what is linked from the object itself, because the editor has not saved it yet.
    Needs region, venue and host; the online link is in none of it.
    """
    references = visit.references
    list(event.body)  # builds every block, and each asks for what it shows

    def linked(name: str, model) -> list:
        if stored:
            return references.want_linked(f"event-{name}", event, name)
        return references.want_public(f"event-{name}", model, [one.pk for one in getattr(event, name).all()])

    themes = linked("themes", Theme)
    trainers = linked("trainers", Person)
    partners = linked("co_organisers", Organisation)
    audiences = linked("audiences", Audience)
    materials = linked("materials", SiteDocument)
    contact = references.want(Person, event.contact_id) if event.contact_id else None
    host_contact = references.want(Person, event.host.contact_id) if event.host.contact_id else None
    stories, others = related_to_training(event, stored=stored)
    return {
        "event": event,
        "crumbs": crumbs(visit, event.get_absolute_url(), event.title),
        "picture": references.want(SiteImage, event.image_id) if event.image_id else None,
        "kind_label": capfirst(event.get_kind_display()),
        "form_label": capfirst(event.get_form_display()),
        "sessions": _sessions(event, references, stored),
        "venue": event.venue,
        "map": map_of_training(event),
        "region": event.region,
        "host": references.want(Organisation, event.host_id),
        "partners": _sorted(partners, lambda one: one.name),
        "trainers": _sorted(trainers, lambda one: one.name),
        "contact": SimpleLazyObject(lambda: contact or host_contact or None),
        "themes": _sorted(themes, lambda one: (one.position, one.title)),
        "audiences": SimpleLazyObject(lambda: [title for _position, title in sorted(audiences)]),
        "materials": _sorted(materials, lambda one: one.title),
        "learning_goals": [line.strip(" -•") for line in event.learning_goals.splitlines() if line.strip()],
        "stories": stories,
        "other_trainings": others,
    }


def _sorted(lazy: list, key: Callable[[Any], Any]) -> list:
    return SimpleLazyObject(lambda: sorted(lazy, key=key))


def _sessions(event: TrainingEvent, references, stored: bool) -> list[SessionShown]:
    first = SessionShown(event.starts_at, event.ends_at, "")
    if stored:
        further = references.want_rows("event-sessions", _further_sessions, _build_session, pk=event.pk)
    else:
        further = [
            SessionShown(one.starts_at, one.ends_at, one.note)
            for one in event.further_sessions.all()
            if one.starts_at and one.ends_at
        ]
    return SimpleLazyObject(lambda: sorted([first, *further], key=lambda session: session.starts_at))


def _further_sessions(pk: int) -> tuple[QuerySet, dict]:
    data = {"starts_at": F("starts_at"), "ends_at": F("ends_at"), "note": F("note")}
    return TrainingSession.objects.filter(event=pk), data


def _build_session(pk: int, data: dict) -> SessionShown:
    return SessionShown(moment(data["starts_at"]), moment(data["ends_at"]), data["note"])


# --- Registration -----------------------------------------------------------------------------------------


def registration(event: TrainingEvent, at: datetime, *, mode: str = "") -> dict:
    """What a visitor reads about places at the aware datetime ``at``, and what can be done.

    ``mode`` is a preview mode of the training: it shows the page as if the training were full, cancelled ….
    """
    found = simulated(event, mode) or event.availability(at)
    reason = event.cancellation_reason
    if mode == "cancelled" and not reason:
        reason = _("Here stands why the training is cancelled.")
    return {
        "availability": found,
        "seats_label": seats_in_words(found),
        "deadline": deadline_in_words(event.registration_closes_at, at) if found.is_open else "",
        "closes_at": event.registration_closes_at if found.is_open else None,
        "opens_at": event.registration_opens_at if found.state == RegistrationState.NOT_YET_OPEN else None,
        "cancellation_reason": reason if found.state == RegistrationState.CANCELLED else "",
    }


def simulated(event: TrainingEvent, mode: str) -> Availability | None:
    """What holds in a preview mode of the training; None shows it as it is now."""
    full = RegistrationState.WAITING_LIST if event.has_waiting_list else RegistrationState.FULL
    return {
        "open": Availability(RegistrationState.OPEN, event.capacity),
        "few": Availability(RegistrationState.OPEN, min(FEW_SEATS - 1, event.capacity)),
        "full": Availability(full, 0),
        "cancelled": Availability(RegistrationState.CANCELLED, 0),
        "past": Availability(RegistrationState.PAST, 0),
    }.get(mode)
