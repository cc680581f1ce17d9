"""When the things that search finds first came on the site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import CharField, F, Value
from wagtail.models import Page

from cms import cards
from resources.search.kinds import BY_NAME

Key = tuple[str, int]  # kind, key of the object
UNDATED = ("theme",)  # kinds of which nobody notes when they came


def published(keys: Iterable[Key]) -> dict[Key, tuple[datetime, datetime]]:
    """When each was first and last published; what was never published is left out. One query."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for kind, pk in keys:
        if kind not in UNDATED:
            wanted[kind].append(pk)
    arms = [_times(kind, pks) for kind, pks in sorted(wanted.items())]
    if not arms:
        return {}
    rows = arms[0].union(*arms[1:], all=True) if len(arms) > 1 else arms[0]
    return {(kind, pk): (first, last or first) for kind, pk, first, last in rows if first}


def _times(kind: str, pks: list[int]):
    model = cards.model_of(kind) if BY_NAME[kind].has_card else Page
    return (
        model.objects.filter(pk__in=pks)
        .order_by()
        .annotate(found_kind=Value(kind, CharField()))
        .values_list("found_kind", F("pk"), "first_published_at", "last_published_at")
    )
