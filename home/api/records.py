"""Trainings and organisations as JSON. No online link, and nobody's name, address or telephone."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin

from django.http import JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cms.frame import base_url
from network.choices import FORM_BY_WORD, WORD_BY_FORM
from network.models import Organisation, TrainingEvent

LIMIT, LARGEST_LIMIT, LARGEST_OFFSET = 20, 100, 100_000


class Nonsense(ValueError):
    """A parameter that is not known, or has a value that cannot be used. The text says which."""


def _number(query, name: str, usual: int, largest: int) -> int:
    text = query.get(name, str(usual))
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise Nonsense(f"{name} must be a whole number")
    if int(text) > largest:
        raise Nonsense(f"{name} cannot be higher than {largest}")
    return int(text)


def _listing(request, rows, build: Callable, filters: dict[str, Callable]) -> JsonResponse:
    """One page of ``rows``; every filter gets the rows and the text of its parameter and may refuse it."""
    query = request.GET
    try:
        if unknown := sorted(set(query) - set(filters) - {"limit", "offset"}):
            raise Nonsense(f"unknown parameter: {', '.join(unknown)[:200]}")
        limit = _number(query, "limit", LIMIT, LARGEST_LIMIT)
        offset = _number(query, "offset", 0, LARGEST_OFFSET)
        for name, narrow in filters.items():
            if name in query:
                rows = narrow(rows, query[name])
    except Nonsense as error:
        return JsonResponse({"message": str(error)}, status=400)
    items = [build(row, request) for row in rows[offset : offset + limit]]
    return JsonResponse({"meta": {"total_count": rows.count()}, "items": items})


def _detail(request, rows, pk: int, build: Callable) -> JsonResponse:
    row = rows.filter(pk=pk).first() if pk < 2**63 else None
    if row is None:
        return JsonResponse({"message": "not found"}, status=404)
    return JsonResponse(build(row, request))


def _head(row, request, kind: str) -> dict:
    base = base_url(request.visit)
    return {
        "id": row.pk,
        "meta": {
            "type": kind,
            "detail_url": urljoin(base, reverse(f"home:api-{kind}", args=[row.pk])),
            "html_url": urljoin(base, row.get_absolute_url()),
            "slug": row.slug,
            "first_published_at": row.first_published_at,
        },
    }


# --- Trainings ----------------------------------------------------------------------------------------------


def _trainings(request):
    return (
        TrainingEvent.objects.visible(request.visit.at)
        .with_seats_taken()
        .select_related("region", "host", "venue")
        .prefetch_related("further_sessions", "themes")
        .order_by("starts_at", "pk")
    )


def _of_form(rows, text: str):
    if text not in FORM_BY_WORD:
        raise Nonsense(f"form must be one of {', '.join(FORM_BY_WORD)}")
    return rows.filter(form=FORM_BY_WORD[text])


def _upcoming(rows, text: str):
    if text not in ("true", "false"):
        raise Nonsense("upcoming must be true or false")
    return rows.upcoming(timezone.now()) if text == "true" else rows.past(timezone.now())


TRAINING_FILTERS = {
    "form": _of_form,
    "region": lambda rows, text: rows.filter(region__slug=text[:100]),
    "theme": lambda rows, text: rows.filter(themes__slug=text[:100]),
    "slug": lambda rows, text: rows.filter(slug=text[:200]),
    "upcoming": _upcoming,
}


def _training(event: TrainingEvent, request) -> dict:
    free = event.availability(request.visit.at)
    further = [
        {"starts_at": part.starts_at, "ends_at": part.ends_at} for part in event.further_sessions.all()
    ]
    return {
        **_head(event, request, "training"),
        "title": event.title,
        "summary": event.summary,
        "kind": event.kind,
        "form": WORD_BY_FORM[event.form],
        "region": {"slug": event.region.slug, "name": event.region.name},
        "host": event.host.name,
        "starts_at": event.starts_at,
        "ends_at": event.ends_at,
        "sessions": [{"starts_at": event.starts_at, "ends_at": event.ends_at}, *further],
        "venue": {"name": event.venue.name, "address": event.venue.address, "place": event.venue.place}
        if event.venue
        else None,
        "themes": [theme.slug for theme in event.themes.all()],
        "capacity": event.capacity,
        "seats_left": free.seats_left,
        "registration_state": free.state.value,
        "registration_url": base_url(request.visit) + reverse("network:register", args=[event.slug])
        if free.is_open
        else None,
        "registration_opens_at": event.registration_opens_at,
        "registration_closes_at": event.registration_closes_at,
        "cancellation_reason": event.cancellation_reason if event.cancelled_at else "",
    }


@require_safe
def trainings(request):
    """Public trainings, soonest first; `form`, `region`, `theme`, `slug` and `upcoming` narrow the list."""
    return _listing(request, _trainings(request), _training, TRAINING_FILTERS)


@require_safe
def training(request, pk: int):
    return _detail(request, _trainings(request), pk, _training)


# --- Organisations ------------------------------------------------------------------------------------------


def _organisations(request):
    return (
        Organisation.objects.visible(request.visit.at)
        .select_related("region")
        .prefetch_related("themes")
        .order_by("name")
    )


def _of_kind(rows, text: str):
    if text not in ("care", "school"):
        raise Nonsense("kind must be care or school")
    return rows.filter(kind=text)


ORGANISATION_FILTERS = {
    "kind": _of_kind,
    "region": lambda rows, text: rows.filter(region__slug=text[:100]),
    "slug": lambda rows, text: rows.filter(slug=text[:200]),
}


def _organisation(organisation: Organisation, request) -> dict:
    today = timezone.localdate(request.visit.at)
    takes_part = organisation.joined_on <= today and not (
        organisation.left_on and organisation.left_on < today
    )
    return {
        **_head(organisation, request, "organisation"),
        "name": organisation.name,
        "summary": organisation.summary,
        "kind": organisation.kind,
        "place": organisation.place,
        "region": {"slug": organisation.region.slug, "name": organisation.region.name},
        "website": organisation.website,
        "takes_part": takes_part,
        "joined_on": organisation.joined_on,
        "left_on": organisation.left_on,
        "themes": [theme.slug for theme in organisation.themes.all()],
    }


@require_safe
def organisations(request):
    """Public organisations by name; `kind`, `region` and `slug` narrow the list."""
    return _listing(request, _organisations(request), _organisation, ORGANISATION_FILTERS)


@require_safe
def organisation(request, pk: int):
    return _detail(request, _organisations(request), pk, _organisation)
