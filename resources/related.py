"""What belongs to a story: other stories and coming trainings with the same themes or organisations."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from cms import cards
from cms.models import Theme
from cms.page_context import linked
from network.models import Organisation, TrainingEvent
from resources.models import StoryPage

PER_KIND = 3
MOST_STORIES = 6
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
    at = request.visit.at
    themes, organisations = (
        _own(page, "themes", Theme, request),
        _own(page, "organisations", Organisation, request),
    )
    stories = []
    for kind in cards.kinds():
        model = cards.model_of(kind)
        if issubclass(model, StoryPage):
            shared = _shares(model, themes=themes) | _shares(model, organisations=organisations)
            found = model.objects.visible(at).filter(shared).exclude(pk=page.pk).newest_first()
            stories.append(cards.want(f"related-{kind}", _first(found, PER_KIND)))
    shared = (
        _shares(TrainingEvent, themes=themes)
        | _shares(TrainingEvent, co_organisers=organisations)
        | Q(host__in=organisations)
    )
    events = TrainingEvent.objects.visible(at).filter(shared, cancelled_at=None).upcoming(at)
    return Related(stories, cards.want("related-trainings", _first(events, MOST_TRAININGS)))


def _own(page: StoryPage, field: str, model, request) -> QuerySet:
    """What the page is linked to: as stored, and in a preview as the editor ticked it."""
    if getattr(request, "is_preview", False):
        return model.objects.filter(pk__in=[one.pk for one in getattr(page, field).all()])
    return linked(page, field)


def _shares(model, **relation) -> Q:
    (name, wanted), *_none = relation.items()
    return Q(pk__in=model._default_manager.filter(**{f"{name}__in": wanted}).order_by().values("pk"))


def _first(found: QuerySet, number: int) -> QuerySet:
    """The first rows of an ordered set, as a set that a union takes (no slice inside a union on SQLite)."""
    return found.model._default_manager.filter(pk__in=found.values("pk")[:number])
