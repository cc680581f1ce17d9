"""What belongs to a training or an organisation, of every kind that the site has: one query a page.

Kinds of higher apps are found through the registry of cards, so nothing here knows them by name.
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from cms import cards
from cms.cards import Card
from network.models import Organisation, TrainingEvent

OWN_KINDS = ("training", "organisation")
STORIES_A_KIND = 2
MOST_TRAININGS = 6
MOST_PAST = 3


def story_kinds() -> list[str]:
    """The kinds with themes that are no training, organisation or plain page: news, interviews, guides …"""
    return [kind for kind in cards.kinds() if kind not in (*OWN_KINDS, "page")]


def related_to_training(
    event: TrainingEvent, themes: QuerySet, at: datetime
) -> tuple[list[Card], list[Card]]:
    """Stories with one of the ``themes``, and the next trainings with one of them, soonest first."""
    stories = cards.with_themes(themes, only=story_kinds(), per_kind=STORIES_A_KIND, at=at)
    others = TrainingEvent.objects.visible(at).exclude(pk=event.pk)
    found = cards.fetch([*stories, _cut(others.filter(themes__in=themes).distinct().upcoming(at), 3)], at=at)
    return _without(found, "training"), _soonest_first(found)


def related_to_organisation(
    organisation: Organisation, at: datetime
) -> tuple[list[Card], list[Card], list[Card]]:
    """Stories in which the organisation is named, its trainings to come, and its latest past ones."""
    sets = []
    for kind in story_kinds():
        model = cards.model_of(kind)
        if any(field.name == "organisations" for field in model._meta.get_fields()):
            stories = model.objects.visible(at).filter(organisations=organisation.pk).newest_first()
            sets.append(_cut(stories, STORIES_A_KIND))
    given = Q(host=organisation.pk) | Q(co_organisers=organisation.pk)
    trainings = TrainingEvent.objects.visible(at).filter(given).distinct()
    sets += [_cut(trainings.upcoming(at), MOST_TRAININGS), _cut(trainings.past(at), MOST_PAST)]
    found = cards.fetch(sets, at=at)
    given_cards = [card for card in found if card.kind == "training"]
    upcoming = [card for card in given_cards if card.meta["starts_at"] > at]
    past = [card for card in given_cards if card.meta["starts_at"] <= at]
    return _without(found, "training"), _soonest_first(upcoming), past


def _cut(ordered: QuerySet, most: int) -> QuerySet:
    """The first ``most`` of an ordered set, as a set that can be an arm of a union."""
    return ordered.model.objects.filter(pk__in=ordered.values("pk")[:most])


def _without(found: list[Card], kind: str) -> list[Card]:
    return [card for card in found if card.kind != kind]


def _soonest_first(found: list[Card]) -> list[Card]:
    trainings = [card for card in found if card.kind == "training"]
    return sorted(trainings, key=lambda card: card.meta["starts_at"])
