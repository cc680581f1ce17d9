"""The kinds of things that search finds, with their word in addresses and their label in filters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms import cards
from cms.visit import page_path


@dataclass(frozen=True)
class Kind:
    """``name`` is that of the card and the mark ``data-type``; ``word`` stands in addresses (``soort``)."""

    name: str
    word: str
    label: Any  # plural, for filters
    one: Any  # singular, for a hit
    is_page: bool
    has_card: bool = True


KINDS = (
    Kind("news", "nieuws", _("News"), _("news"), is_page=True),
    Kind("interview", "interview", _("Interviews"), _("interview"), is_page=True),
    Kind("animation", "animatie", _("Animations"), _("animation"), is_page=True),
    Kind("guide", "handreiking", _("Guides and playbooks"), _("guide"), is_page=True),
    Kind("good_practice", "goed-voorbeeld", _("Good practices"), _("good practice"), is_page=True),
    Kind("training", "training", _("Trainings"), _("training"), is_page=False),
    Kind("organisation", "organisatie", _("Organisations"), _("organisation"), is_page=False),
    Kind("theme", "thema", _("Themes"), _("theme"), is_page=False, has_card=False),
    Kind("group", "groep", _("Working groups"), _("working group"), is_page=False, has_card=False),
    # Several models: text pages, sections, lists. Whether they are public is part of the search itself.
    Kind("page", "pagina", _("Pages"), _("page"), is_page=True, has_card=False),
)
BY_NAME = {kind.name: kind for kind in KINDS}
BY_WORD = {kind.word: kind for kind in KINDS}
WITHOUT_CARD = {"theme": "theme", "workinggroup": "group"}  # model: kind
PAGE_KINDS = tuple(kind.name for kind in KINDS if kind.is_page)


def kind_of(model) -> str:
    """The name of the kind of a model's objects; "page" for pages without a kind of their own."""
    card = getattr(model, "card", None)
    return card.kind if card else WITHOUT_CARD.get(model._meta.model_name, "page")


def address_of(kind: str, path: str) -> str:
    """The address of a document: a page's place in the tree becomes one, a snippet's path is one."""
    return page_path(path) if BY_NAME[kind].is_page else path


def public_cards(keys: list[tuple[str, int]], at) -> dict[tuple[str, int], cards.Card]:
    """The cards of those (kind, key) pairs that have one and are public at ``at``; one query."""
    found = cards.by_keys([key for key in keys if BY_NAME[key[0]].has_card], at=at)
    return {(card.kind, card.pk): card for card in found}
