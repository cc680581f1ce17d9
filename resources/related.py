"""What belongs to a story: other stories and coming trainings with the same themes or organisations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db.models import Q, QuerySet

from cms import cards
from cms.references import linked_keys
from network.models import TrainingEvent
from resources.models import StoryPage

PER_KIND = 2
MOST_STORIES = 3
MOST_TRAININGS = 3


@dataclass(frozen=True)
class Related:
    """Asked for and not fetched yet; reading it gives cards in the order in which they are shown."""

    asked_stories: list
    asked_trainings: list

    @property
    def stories(self) -> list[cards.Card]:
        """The newest of every kind first, then the second newest, so that no kind crowds out the others."""
        ranked = []
        for of_kind in self.asked_stories:
            newest = sorted(of_kind, key=lambda card: (card.on, card.pk), reverse=True)
            ranked += [(rank, -card.on.toordinal(), card) for rank, card in enumerate(newest)]
        ranked.sort(key=lambda one: one[:2])
        return [card for _rank, _day, card in ranked[:MOST_STORIES]]

    @property
    def trainings(self) -> list[cards.Card]:
        return sorted(self.asked_trainings, key=lambda card: card.meta["starts_at"])


def related_to(page: StoryPage, request) -> Related:
    """Ask for what shares a theme or an organisation with ``page``; it comes with the visit's references.

    Nothing that is not public now, never the page itself, and only trainings that are still to come.
    """
    links = _stored if not getattr(request, "is_preview", False) else partial(_ticked, page)
    model, shape = type(page), (type(page), object() if links is not _stored else "")
    kinds = [kind for kind in cards.kinds() if issubclass(cards.model_of(kind), StoryPage)]
    stories = [
        cards.want(f"related-{kind}", partial(_stories, kind, model, links), shape=shape, pk=page.pk or 0)
        for kind in kinds
    ]
    trainings = cards.want(
        "related-trainings", partial(_trainings, model, links), shape=shape, pk=page.pk or 0
    )
    return Related(stories, trainings)


def _stories(kind: str, model, links: Callable, at: datetime, pk: int) -> QuerySet:
    other, themes, organisations = cards.model_of(kind), *links(model, pk)
    shared = _shares(other, "themes", themes) | _shares(other, "organisations", organisations)
    found = other.objects.visible(at).filter(shared).exclude(pk=pk)
    return cards.first(found.newest_first(), PER_KIND)


def _trainings(model, links: Callable, at: datetime, pk: int) -> QuerySet:
    themes, organisations = links(model, pk)
    shared = (
        _shares(TrainingEvent, "themes", themes)
        | _shares(TrainingEvent, "co_organisers", organisations)
        | Q(host__in=organisations)
    )
    events = TrainingEvent.objects.visible(at).filter(shared, cancelled_at=None)
    return cards.first(events.upcoming(at), MOST_TRAININGS)


def _stored(model, pk: int) -> tuple[QuerySet, QuerySet]:
    """The keys of the themes and organisations that the page is linked to."""
    return linked_keys(model, "themes", pk), linked_keys(model, "organisations", pk)


def _ticked(page: StoryPage, model, pk: int) -> tuple[list[int], list[int]]:
    """As `_stored`, but what the editor ticked in a preview and may not have saved."""
    return [one.pk for one in page.themes.all()], [one.pk for one in page.organisations.all()]


def _shares(model, field: str, wanted) -> Q:
    """The rows that link to one of the keys ``wanted``."""
    relation = model._meta.get_field(field)
    columns = [column for column in relation.remote_field.through._meta.fields if column.is_relation]
    own = next(column.name for column in columns if column.related_model is model)
    other = next(column.name for column in columns if column.related_model is relation.related_model)
    links = relation.remote_field.through.objects.filter(**{f"{other}__in": wanted})
    return Q(pk__in=links.values(own))
