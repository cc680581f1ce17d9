"""What the pages about registering read of a training, with statements that are kept (`cms.prepared`).

They must answer a rush: a page costs the query for the site and one for all the rest, a sent form one for the
training. What comes back is an unsaved `TrainingEvent` with the fields that these pages use.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, QuerySet
from django.http import Http404
from django.urls import reverse

from cms import prepared
from cms.cards import moment
from cms.crumbs import crumbs
from cms.prepared import Arm
from cms.references import rows
from cms.visit import Visit
from network.models import TrainingEvent, Venue

HEAD = ("slug", "title", "form", "starts_at", "ends_at", "venue__place")
RULES = (
    *("capacity", "seats_per_organisation", "has_waiting_list", "asks_access_needs", "asks_dietary_needs"),
    *("registration_opens_at", "registration_closes_at", "cancelled_at", "cancellation_reason"),
    *("seats_taken", "people_waiting"),
)
MOMENTS = {"starts_at", "ends_at", "registration_opens_at", "registration_closes_at", "cancelled_at"}
ANSWERS_YES_OR_NO = {"has_waiting_list", "asks_access_needs", "asks_dietary_needs"}
COUNTS = ("seats_taken", "people_waiting")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a form got, and the training of the page with the answer."""

    event: TrainingEvent
    outcome: list[dict]
    user_pk: int | None  # the coordinator who sent the form


def find_training(slug: str, visit: Visit) -> TrainingEvent:
    """The public training, fetched with all else that the page has asked for. Raises Http404."""
    _ask_crumbs(slug, visit)
    found = visit.references.want_rows("to-register", _trainings, _build_training, slug=slug, at=visit.at)
    return _only(list(found))


def find_training_alone(slug: str, visit: Visit) -> TrainingEvent:
    """As `find_training`, without a page. Raises Http404."""
    values = {"slug": slug, "at": visit.at}
    arm = Arm(lambda **given: rows("alone", *_trainings(**given)), values, "training to register for")
    return _only([_build_training(pk, data) for _kind, pk, data in prepared.fetch([arm])])


def find_answer(slug: str, submission_id: UUID, visit: Visit) -> Answer:
    """The answer to the form, fetched with all else of the page. Raises Http404."""
    _ask_crumbs(slug, visit)
    values = {"slug": slug, "submission_id": submission_id}
    return _only(list(visit.references.want_rows("answer", _answers, _build_answer, **values)))


def _only(found: list):
    if not found:
        raise Http404("No such training, or no such form for it")
    return found[0]


def _ask_crumbs(slug: str, visit: Visit) -> None:
    """Asked for before anything is fetched, they come with the same query."""
    crumbs(visit, reverse("network:training", args=[slug]), "")


def _trainings(slug: str, at) -> tuple[QuerySet, dict]:
    public = TrainingEvent.objects.visible(at).with_seats_taken().filter(slug=slug)
    return public, {name: F(name) for name in HEAD + RULES}


def _answers(slug: str, submission_id: UUID) -> tuple[QuerySet, dict]:
    fields = {name: F(name) for name in HEAD}
    answer = {"outcome": F("submissions__outcome"), "user_pk": F("submissions__user")}
    return TrainingEvent.objects.filter(slug=slug, submissions=submission_id), fields | answer


def _build_training(pk: int, data: dict) -> TrainingEvent:
    values = {name: _value(name, value) for name, value in data.items()}
    place, counts = values.pop("venue__place"), {name: values.pop(name, 0) for name in COUNTS}
    event = TrainingEvent(pk=pk, venue=Venue(place=place) if place else None, **values)
    event.seats_taken, event.people_waiting = counts["seats_taken"], counts["people_waiting"]
    return event


def _value(name: str, value):
    """A value of JSON as the field has it."""
    if name in MOMENTS:
        return moment(value)
    return bool(value) if name in ANSWERS_YES_OR_NO else value


def _build_answer(pk: int, data: dict) -> Answer:
    outcome, user_pk = data.pop("outcome"), data.pop("user_pk")
    # SQLite gives JSON inside JSON as text.
    outcome = json.loads(outcome) if isinstance(outcome, str) else outcome
    return Answer(_build_training(pk, data), outcome, user_pk)
