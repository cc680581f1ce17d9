"""Everything a page points at, fetched with one query.

A page shows images, documents, films, people, organisations and other pages that editors chose in blocks or
linked in text, besides the menus and the notice. Fetching them by kind costs a query each; here each kind is
one arm of a single ``UNION ALL`` with three columns (kind, key, values as JSON). A block asks with ``want``
while the page is read and gets a lazy value; the first that is really used fetches all that were asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db.models import F, QuerySet, Value
from django.db.models.functions import JSONObject
from django.utils.functional import SimpleLazyObject

if TYPE_CHECKING:
    from datetime import datetime

    from cms.visit import Visit

COLUMNS = ("reference_kind", "reference_pk", "reference_data")


@dataclass(frozen=True)
class Referencable:
    """How a kind of object is fetched and built when a page points at it."""

    rows: Callable[[datetime], QuerySet]  # the objects that may be shown at the moment
    data: Callable[[], dict[str, Any]]  # JSON key -> expression
    build: Callable[[int, dict], Any]  # key and values -> what templates get


_kinds: dict[type, Referencable] = {}
_always: list[Callable[[References], None]] = []


def register_referencable(model, *, rows, data, build) -> None:
    """Let pages point at ``model`` through `want`. ``rows`` must leave out what is not public."""
    _kinds[model] = Referencable(rows, data, build)


def ask_always(ask: Callable[[References], None]) -> Callable:
    """Decorate a function that asks for what every page shows; it is called when a visit begins to ask."""
    _always.append(ask)
    return ask


def is_referencable(model) -> bool:
    return model in _kinds


def arm(kind: str, queryset: QuerySet, data: dict[str, Any]) -> QuerySet:
    """One arm of the union: ``queryset`` as rows of kind, key and values."""
    return (
        queryset.order_by()
        .annotate(reference_kind=Value(kind), reference_pk=F("pk"), reference_data=JSONObject(**data))
        .values_list(*COLUMNS)
    )


class References:
    """The references of one visit."""

    def __init__(self, visit: Visit):
        self.visit = visit
        self._wanted: dict[type, set[int]] = {}
        self._lists: dict[str, tuple[QuerySet, Callable]] = {}
        self._found: dict[tuple[str, int], Any] = {}
        self._found_lists: dict[str, list] = {}
        for ask in _always:
            ask(self)

    def want(self, model, pk):
        """Ask for one object; returns a lazy value that is falsy when it does not exist or is not public."""
        key = (model._meta.label, pk)
        if key not in self._found:
            self._wanted.setdefault(model, set()).add(pk)
        return SimpleLazyObject(partial(self.get, model, pk))

    def want_list(self, name: str, queryset: QuerySet, data: dict[str, Any], build: Callable) -> list:
        """Ask for all rows of ``queryset``; returns a lazy list of what ``build(pk, values)`` makes of them.

        Unordered: a union has no order of its own, so put a sort key into the values where it matters.
        """
        if name not in self._found_lists:
            self._lists[name] = (arm(name, queryset, data), build)
        return SimpleLazyObject(partial(self.get_list, name))

    def want_public(self, name: str, model, keys) -> list:
        """Ask for all public objects of a registered ``model`` whose key is in ``keys``, a set or a subquery.

        Returns a lazy list, unordered, of what is registered for the model.
        """
        kind = _kinds[model]
        return self.want_list(name, kind.rows(self.visit.at).filter(pk__in=keys), kind.data(), kind.build)

    def get(self, model, pk):
        """The object, fetched together with everything else asked for so far; None when it is not public."""
        key = (model._meta.label, pk)
        if key not in self._found:
            self._wanted.setdefault(model, set()).add(pk)
            self.fetch()
        return self._found[key]

    def get_list(self, name: str) -> list:
        if name not in self._found_lists:
            self.fetch()
        return self._found_lists[name]

    def fetch(self) -> None:
        """Fetch what was asked for since the last time: one query, or none when there is nothing new."""
        wanted, self._wanted = self._wanted, {}
        lists, self._lists = self._lists, {}
        arms, builders = [], {}
        for model, pks in wanted.items():
            kind, label = _kinds[model], model._meta.label
            arms.append(arm(label, kind.rows(self.visit.at).filter(pk__in=pks), kind.data()))
            builders[label] = kind.build
            self._found.update({(label, pk): None for pk in pks})
        for name, (rows, build) in lists.items():
            arms.append(rows)
            builders[name] = build
            self._found_lists[name] = []
        if not arms:
            return
        for kind, pk, data in arms[0].union(*arms[1:], all=True):
            built = builders[kind](pk, data)
            if kind in self._found_lists:
                self._found_lists[kind].append(built)
            else:
                self._found[(kind, pk)] = built
