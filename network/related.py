"""What belongs to a training or an organisation, of every kind that the site has: one query a page.

Kinds of higher apps are found through the registry of cards, so nothing here knows them by name.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from django.db.models import Q, QuerySet
from django.utils.functional import SimpleLazyObject

from cms import cards
from cms.cards import Card
from cms.references import linked_keys
from network.models import Organisation, TrainingEvent

OWN_KINDS = ("training", "organisation")
STORIES_A_KIND = 2
MOST_STORIES = 6  # two rows of cards; the newest count
MOST_TRAININGS = 6
MOST_PAST = 3
MOST_OTHERS = 3


def story_kinds() -> list[str]:
    """The kinds with themes that are no training, organisation or plain page: news, interviews, guides …"""
    return [kind for kind in cards.kinds() if kind not in (*OWN_KINDS, "page")]


def related_to_training(event: TrainingEvent, *, stored: bool) -> tuple[list[Card], list[Card]]:
    """Ask for stories with a theme of the training, and for the next trainings with one, soonest first.

    Lazy lists. ``stored=False`` takes the themes from the object itself, for a preview.
    """
    themes = _stored_themes if stored else partial(_ticked_themes, event)
    shape, pk = ("" if stored else object()), event.pk or 0
    asked = [
        cards.want(f"related-{kind}", partial(_stories_with, kind, themes), shape=shape, pk=pk)
        for kind in story_kinds()
    ]
    others = cards.want("related-training", partial(_trainings_with, themes), shape=shape, pk=pk)
    return _newest_first(asked), _soonest_first(others)


def _stories_with(kind: str, themes: Callable, at: datetime, pk: int) -> QuerySet:
    found = cards.model_of(kind).objects.visible(at)
    return cards.first(found.filter(themes__in=themes(pk)).distinct().newest_first(), STORIES_A_KIND)


def _trainings_with(themes: Callable, at: datetime, pk: int) -> QuerySet:
    found = TrainingEvent.objects.visible(at).filter(themes__in=themes(pk), cancelled_at=None)
    found = found.exclude(pk=pk).distinct()
    return cards.first(found.upcoming(at), MOST_OTHERS)


def _stored_themes(pk: int) -> QuerySet:
    return linked_keys(TrainingEvent, "themes", pk)


def _ticked_themes(event: TrainingEvent, pk: int) -> list[int]:
    return [theme.pk for theme in event.themes.all()]


def related_to_organisation(
    organisation: Organisation,
) -> tuple[list[Card], list[Card], list[Card]]:
    """Ask for stories in which it is named, its trainings to come, and its latest past ones. Lazy lists."""
    pk = organisation.pk or 0
    stories = [
        cards.want(f"related-{kind}", partial(_stories_of, kind), pk=pk)
        for kind in story_kinds()
        if any(field.name == "organisations" for field in cards.model_of(kind)._meta.get_fields())
    ]
    upcoming = cards.want("upcoming", _upcoming_of, pk=pk)
    past = cards.want("past", _past_of, pk=pk)
    latest_first = SimpleLazyObject(lambda: list(reversed(_soonest_first(past))))
    return _newest_first(stories), _soonest_first(upcoming), latest_first


def _stories_of(kind: str, at: datetime, pk: int) -> QuerySet:
    found = cards.model_of(kind).objects.visible(at).filter(organisations=pk)
    return cards.first(found.newest_first(), STORIES_A_KIND)


def _upcoming_of(at: datetime, pk: int) -> QuerySet:
    return cards.first(_given_by(at, pk).upcoming(at), MOST_TRAININGS)


def _past_of(at: datetime, pk: int) -> QuerySet:
    return cards.first(_given_by(at, pk).past(at), MOST_PAST)


def _given_by(at: datetime, pk: int) -> QuerySet:
    return TrainingEvent.objects.visible(at).filter(Q(host=pk) | Q(co_organisers=pk)).distinct()


def _newest_first(asked: list) -> list[Card]:
    return SimpleLazyObject(
        lambda: sorted(
            (card for of_kind in asked for card in of_kind),
            key=lambda card: (card.on or date.min, card.title),
            reverse=True,
        )[:MOST_STORIES]
    )


def _soonest_first(asked: list) -> list[Card]:
    return SimpleLazyObject(lambda: sorted(asked, key=lambda card: card.meta["starts_at"]))
