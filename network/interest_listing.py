"""Trainings without a date as cards, for the end of the list of trainings."""

from __future__ import annotations

from django.utils.text import capfirst
from django.utils.translation import ngettext

from cms.cards import Card
from cms.templatetags.long_words import long_words
from network.models import TrainingIdea

SHOWN_FROM = 3  # fewer people are not named: one or two could be recognised


def idea_cards() -> list[Card]:
    """Every idea that people can sign up for, by title; one query."""
    ideas = TrainingIdea.objects.filter(is_open=True).with_interest().order_by("title", "pk")
    return [_card(idea) for idea in ideas]


def interested_in_words(number: int) -> str:
    """How many people are interested; nothing below `SHOWN_FROM`."""
    if number < SHOWN_FROM:
        return ""
    return ngettext("%(number)d person is interested", "%(number)d people are interested", number) % {
        "number": number
    }


def _card(idea: TrainingIdea) -> Card:
    return Card(
        kind="calendar",
        kind_label=long_words(capfirst(idea.get_kind_display())),
        pk=idea.pk,
        title=idea.title,
        url=idea.get_absolute_url(),
        summary=idea.summary,
        on=None,
        picture=None,
        theme=None,
        meta={"note": interested_in_words(idea.interested)},
    )
