"""Cards: what listings, related items, theme pages, feeds and search show of anything public.

Every public model says once, as a `CardSpec`, which of its columns a card shows. A set of any kinds is then
one query: each kind is an arm of a union with the same columns. Kinds register themselves, so a lower app can
show cards of a higher one without knowing it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import (
    CharField,
    DateField,
    Exists,
    F,
    JSONField,
    OuterRef,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, JSONObject
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from cms import prepared
from cms.pictures import Picture, build_picture, picture_json
from cms.prepared import Arm, origin
from cms.references import numbered, rows
from cms.visit import current_visit, page_path

COLUMNS = (
    "card_kind",
    "card_pk",
    "card_on",
    "card_title",
    "card_path",
    "card_summary",
    "card_picture",
    "card_theme",
    "card_meta",
)


@dataclass(frozen=True, slots=True)
class CardTheme:
    slug: str
    title: str
    colour: str


@dataclass(frozen=True, slots=True)
class Card:
    """One public thing as a visitor meets it in a list. ``meta`` holds plain values of its own kind."""

    kind: str
    kind_label: str
    pk: int
    title: str
    url: str
    summary: str
    on: date | None
    picture: Picture | None
    theme: CardTheme | None
    meta: dict[str, Any]


@dataclass(frozen=True)
class CardSpec:
    """Which columns of a model make its card. Values of ``meta`` are expressions; ``finish`` may add to them.

    ``path`` gives a full path for a snippet; pages leave it None and use their place in the tree.
    ``image`` is the name of the foreign key to an image, ``on`` an expression that yields a date.
    """

    kind: str
    label: Any
    on: Any = None
    title: str = "title"
    path: Any = None
    summary: str = "standfirst"
    image: str | None = "listing_image"
    meta: dict[str, Any] = field(default_factory=dict)
    finish: Callable[[dict, datetime], dict] = lambda meta, at: meta


class CardQuerySetMixin:
    """Adds cards to the queryset of a model with a ``card`` specification and ``themes``."""

    def with_card_columns(self, at: datetime) -> QuerySet:
        """The set with the columns that all kinds share, unordered."""
        spec = self.model.card
        return self.order_by().annotate(
            card_kind=Value(spec.kind, CharField()),
            card_pk=F("pk"),
            card_on=Cast(spec.on, DateField()) if spec.on else Value(None, DateField()),
            card_title=F(spec.title),
            card_path=spec.path if spec.path is not None else Cast("url_path", TextField()),
            card_summary=Cast(spec.summary, TextField()),
            card_picture=picture_json(spec.image, at) if spec.image else Value(None, JSONField()),
            card_theme=Subquery(_first_theme(self.model)),
            card_meta=JSONObject(**spec.meta),
        )

    def card_rows(self, at: datetime) -> QuerySet:
        """The set as rows of those columns."""
        return self.with_card_columns(at).values_list(*COLUMNS)

    def cards(self, at: datetime | None = None) -> list[Card]:
        """The set as cards in its own order; slice it first. One query."""
        at = at or _now()
        ordering = self.query.order_by or self.model._meta.ordering
        # A slice takes no further columns, so it becomes the condition of a set that does.
        rows = self.model._default_manager.filter(pk__in=self.values("pk")) if self.query.is_sliced else self
        return [_card(row, at) for row in rows.card_rows(at).order_by(*ordering)]


def theme_data(prefix: str = "") -> dict[str, Any]:
    return {name: F(prefix + name) for name in ("slug", "title", "colour")}


def _first_theme(model) -> QuerySet:
    through, owner = _theme_table(model)
    return (
        through.objects.filter(**{owner: OuterRef("pk")})
        .order_by("theme__position", "theme__title")
        .values(data=JSONObject(**theme_data("theme__")))[:1]
    )


def _theme_table(model) -> tuple[type, str]:
    """The table between a model and its themes, and the name of its column for the model."""
    through = model.themes.through
    columns = (column for column in through._meta.fields if column.is_relation)
    return through, next(column.name for column in columns if column.related_model is model)


def _card(row: tuple, at: datetime) -> Card:
    kind, pk, on, title, path, summary, picture, theme, meta = row
    model = _models[kind]
    spec = model.card
    return Card(
        kind=kind,
        kind_label=str(spec.label),
        pk=pk,
        title=title,
        url=path if spec.path is not None else page_path(path),
        summary=summary or "",
        on=on,
        picture=build_picture(picture),
        theme=CardTheme(**theme) if theme else None,
        meta=spec.finish(dict(meta or {}), at),
    )


# --- All kinds together -----------------------------------------------------------------------------------

_models: dict[str, type] = {}


def register_card(model) -> None:
    """Let cards of ``model`` appear wherever cards of all kinds are shown. Called when the app is ready."""
    _models[model.card.kind] = model


def kinds() -> dict[str, Any]:
    """Every registered kind with its label, in the order of registration."""
    return {kind: model.card.label for kind, model in _models.items()}


def model_of(kind: str) -> type:
    return _models[kind]


def want(
    name: str, make: Callable[..., QuerySet], *, shape: Hashable = "", **values: int | str | datetime
) -> list[Card]:
    """Ask for the cards of the set ``make(at=…, **values)`` together with all else of the current visit.

    Returns a lazy list without order. ``make`` is called once a process for each ``name`` and ``shape``
    (`References.want_rows`). Only during a visit; the same name asks once.
    """
    visit = current_visit()

    def columns(at, **given):
        return make(at=at, **given).with_card_columns(at), {column: F(column) for column in COLUMNS}

    return visit.references.want_rows(
        name,
        columns,
        lambda pk, data: _from_json(data, visit.at),
        shape=(origin(make), shape),
        at=visit.at,
        **values,
    )


def select(make: Callable[[datetime], QuerySet], *, at: datetime, shape: Hashable) -> list[Card]:
    """The cards of the ordered set ``make(at)``, one query of which the SQL is kept under ``shape``."""

    def in_order(at: datetime) -> QuerySet:
        found = make(at)
        if found.query.is_sliced:  # a slice takes no further columns, so it becomes a condition
            ordering, keys = found.query.order_by, found.values("pk")
            found = found.model._default_manager.filter(pk__in=keys).order_by(*ordering)
        ordering = found.query.order_by
        columns = JSONObject(**{column: F(column) for column in COLUMNS})
        return found.with_card_columns(at).order_by(*ordering).values_list(columns)

    found = prepared.select(Arm(in_order, {"at": at}, (shape, "cards") if shape else None))
    return [_from_json(json.loads(data) if isinstance(data, str) else data, at) for (data,) in found]


def _from_json(data: dict, at: datetime) -> Card:
    values = {column: data[column] for column in COLUMNS}
    for column in ("card_theme", "card_meta"):  # SQLite hands JSON inside JSON over as text
        if isinstance(values[column], str):
            values[column] = json.loads(values[column])
    values["card_on"] = parse_date(values["card_on"]) if values["card_on"] else None
    return _card(tuple(values.values()), at)


def first(ordered: QuerySet, most: int) -> QuerySet:
    """The first rows of an ordered set, as a set that a union takes (an arm has no limit of its own)."""
    return ordered.model._default_manager.filter(pk__in=ordered.values("pk")[:most])


def by_keys(keys: Iterable[tuple[str, int]], *, at: datetime | None = None) -> list[Card]:
    """Cards for (kind, key) pairs in the given order, one query; what is not public now is left out."""
    at = at or _now()
    keys, wanted = list(keys), {}
    for kind, pk in keys:
        wanted.setdefault(kind, set()).add(pk)
    arms = [_keyed(kind, pks, at) for kind, pks in wanted.items() if kind in _models]
    found = {(kind, pk): _from_json(data, at) for kind, pk, data in prepared.fetch(arms)}
    return [found[key] for key in keys if key in found]


def _keyed(kind: str, pks: set[int], at: datetime) -> Arm:
    def make(at: datetime, **keys: int) -> QuerySet:
        found = _models[kind].objects.visible(at).filter(pk__in=list(keys.values()))
        return rows(kind, found.with_card_columns(at), {column: F(column) for column in COLUMNS})

    keys = numbered(pks)
    return Arm(make, {"at": at, **keys}, ("by keys", kind, len(keys)))


def with_theme(kind: str, theme: int, *, most: int = 6, at: datetime | None = None) -> QuerySet:
    """The newest ``most`` public objects of a kind with the theme of this key."""
    at = at or _now()
    model = _models[kind]
    through, owner = _theme_table(model)
    linked = through.objects.filter(**{owner: OuterRef("pk")}, theme=theme)
    return first(model.objects.visible(at).filter(Exists(linked)).newest_first(), most)


def _now() -> datetime:
    visit = current_visit()
    return visit.at if visit else timezone.now()


def moment(text: str | None) -> datetime | None:
    """A datetime that was put into ``meta``: JSON holds it as text, in UTC on PostgreSQL and SQLite alike."""
    found = parse_datetime(text) if text else None
    return (
        timezone.make_aware(found, timezone.get_fixed_timezone(0))
        if found and timezone.is_naive(found)
        else found
    )
