"""Copy a training with all its content to another day, once, in a series or by a template, as a draft."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, datetime, timedelta

from django.db import models, transaction
from django.utils import timezone
from wagtail.log_actions import log

from network.models import TrainingEvent, TrainingTemplate

MOST_COPIES = 20
MOMENTS = [
    "starts_at",
    "ends_at",
    "shares_released_at",
    "registration_opens_at",
    "registration_closes_at",
]
EMPTIED = {
    "pk": None,
    "slug": "",
    "live": False,
    "has_unpublished_changes": True,
    "first_published_at": None,
    "last_published_at": None,
    "latest_revision": None,
    "live_revision": None,
    "go_live_at": None,
    "expire_at": None,
    "expired": False,
    "locked": False,
    "locked_at": None,
    "locked_by": None,
    "cancelled_at": None,
    "cancellation_reason": "",
    "change_reason": "",
    "planned_from": None,  # who waited for a date is told of the first one
}


class TemplateOutdated(Exception):
    """What the template needs, its organisation for example, does not exist any more."""


@transaction.atomic
def copy_training(
    event: TrainingEvent, starts_on: date, *, user, copies: int = 1, weeks_apart: int = 1
) -> list[TrainingEvent]:
    """Make drafts of ``event``: the first on the day ``starts_on``, each next ``weeks_apart`` weeks later.

    Copied is what the editor shows, so also what was not published yet. Every other moment keeps its distance
    in days and its time on the clock in the Netherlands. Registrations, log and messages are not copied.
    """
    content = content_of(event)
    weeks = [timedelta(weeks=number * weeks_apart) for number in range(copies)]
    return [_draft(content, starts_on + after, user) for after in weeks]


def keep_as_template(event: TrainingEvent, name: str) -> TrainingTemplate:
    """Keep what the editor shows of ``event`` under ``name``, which no other template has."""
    return TrainingTemplate.objects.create(name=name, content=content_of(event))


@transaction.atomic
def make_from_template(template: TrainingTemplate, starts_on: date, *, user) -> TrainingEvent:
    """Make a draft on the day ``starts_on``. Raises `TemplateOutdated`; nothing is stored then."""
    return _draft(template.content, starts_on, user)


def content_of(event: TrainingEvent) -> dict:
    """What a copy of ``event`` holds: everything but what belongs to this one training."""
    source = event.get_latest_revision_as_object() if event.latest_revision_id else event
    content = {**source.serializable_data(), **EMPTIED}
    for session in content["further_sessions"]:
        session.update(pk=None, event=None)
    return content


def _draft(content: dict, starts_on: date, user) -> TrainingEvent:
    if not _has_all_it_needs(content):
        raise TemplateOutdated
    draft = TrainingEvent.from_serializable_data(deepcopy(content))
    days = (starts_on - timezone.localdate(draft.starts_at)).days
    for name in MOMENTS:
        setattr(draft, name, later(getattr(draft, name), days))
    if draft.decides_on:
        draft.decides_on += timedelta(days=days)
    sessions = list(draft.further_sessions.all())
    for session in sessions:
        session.starts_at, session.ends_at = later(session.starts_at, days), later(session.ends_at, days)
    draft.further_sessions.set(sessions)
    draft.slug = draft.free_slug()
    draft.save()
    draft.save_revision(user=user)
    log(draft, "wagtail.create", user=user)
    return draft


def _has_all_it_needs(content: dict) -> bool:
    """Whether every record still exists that a training must have; what it may miss is left out."""
    needed = [
        field
        for field in TrainingEvent._meta.concrete_fields
        if field.remote_field and field.remote_field.on_delete is models.PROTECT
    ]
    return all(
        field.related_model._default_manager.filter(pk=content[field.name]).exists()
        for field in needed
        if content.get(field.name) is not None
    )


def later(moment: datetime | None, days: int) -> datetime | None:
    """The same time on the clock, ``days`` days later, also across the change to summer time."""
    if moment is None:
        return None
    naive = timezone.make_naive(moment) + timedelta(days=days)
    return timezone.make_aware(naive)
