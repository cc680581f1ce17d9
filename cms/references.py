"""Everything a page points at, fetched with one query.

A page shows images, documents, films, people, organisations and other pages that editors chose in blocks or
linked in text, besides the menus and the notice. Fetching them by kind costs a query each; here each kind is
one arm of a single ``UNION ALL`` with three columns (kind, key, values as JSON). A block asks with ``want``
while the page is read and gets a lazy value; the first that is really used fetches all that were asked for.
What an arm asks is worked out once a process (`cms.prepared`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db.models import F, QuerySet, Value
from django.db.models.functions import JSONObject
from django.utils.functional import SimpleLazyObject

from cms import prepared
from cms.prepared import Arm, origin

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from cms.visit import Visit

COLUMNS = ("reference_kind", "reference_pk", "reference_data")


@dataclass(frozen=True)
class Referencable:
    """How a kind of object is fetched and built when a page points at it."""

    rows: Callable[[datetime], QuerySet]  # the objects that may be shown at the moment
    data: Callable[[datetime], dict[str, Any]]  # JSON key -> expression, as they hold at the moment
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


def rows(kind: str, queryset: QuerySet, data: dict[str, Any]) -> QuerySet:
    """``queryset`` with the columns of the union: kind, key and values."""
    return (
        queryset.order_by()
        .annotate(reference_kind=Value(kind), reference_pk=F("pk"), reference_data=JSONObject(**data))
        .values_list(*COLUMNS)
    )


def numbered(pks: Iterable[int]) -> dict[str, int]:
    """Keys by name, as many as a power of two: the last is repeated, so that few shapes serve any number."""
    keys = sorted(pks)
    keys += keys[-1:] * ((1 << (len(keys) - 1).bit_length()) - len(keys))
    return {f"key_{place}": key for place, key in enumerate(keys)}


def linked_keys(model, field: str, pk: int) -> QuerySet:
    """The keys to which the many-to-many ``field`` of the ``model`` with key ``pk`` links, as a subquery."""
    relation = model._meta.get_field(field)
    columns = [column for column in relation.remote_field.through._meta.fields if column.is_relation]
    own = next(column.name for column in columns if column.related_model is model)
    other = next(column.name for column in columns if column.related_model is relation.related_model)
    return relation.remote_field.through.objects.filter(**{own: pk}).values(other)


class References:
    """The references of one visit."""

    def __init__(self, visit: Visit):
        self.visit = visit
        self._wanted: dict[type, set[int]] = {}
        self._lists: dict[str, tuple[Arm, Callable]] = {}
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

        ``data`` maps JSON keys to expressions. Unordered: a union has no order of its own, so put a sort key
        into the values where it matters. Compiled at each visit: for what is shown often use `want_rows`.
        """
        return self._want(name, Arm(lambda: rows(name, queryset, data), {}), build)

    def want_rows(
        self,
        name: str,
        make: Callable[..., tuple[QuerySet, dict[str, Any]]],
        build: Callable,
        *,
        shape: Hashable = "",
        **values: int | str | datetime | UUID,
    ) -> list:
        """As `want_list`, but ``make(**values)`` gives the set and its data, once a process.

        All that differs from visit to visit is in ``values``; ``shape`` names the rest on which the SQL
        depends, such as a page type (`cms.prepared`).
        """
        return self._want(
            name, Arm(lambda **given: rows(name, *make(**given)), values, (name, origin(make), shape)), build
        )

    def _want(self, name: str, arm: Arm, build: Callable) -> list:
        if name not in self._found_lists:
            self._lists[name] = (arm, build)
        return SimpleLazyObject(partial(self.get_list, name))

    def want_linked(self, name: str, owner, field: str) -> list:
        """Ask for all public objects that a many-to-many ``field`` of ``owner`` links to, a lazy list.

        Unordered, and each as it is registered for its model. From the database, not from a preview.
        """
        model = owner._meta.get_field(field).related_model
        kind = _kinds[model]

        def make(at, owner_pk):
            keys = linked_keys(type(owner), field, owner_pk)
            return kind.rows(at).filter(pk__in=keys), kind.data(at)

        values = {"at": self.visit.at, "owner_pk": owner.pk}
        return self.want_rows(name, make, kind.build, shape=(type(owner), field), **values)

    def want_public(self, name: str, model, keys: Iterable[int]) -> list:
        """Ask for all public objects of a registered ``model`` with these keys, as `want_linked`."""
        kind, at = _kinds[model], self.visit.at
        return self.want_list(name, kind.rows(at).filter(pk__in=keys), kind.data(at), kind.build)

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
            label = model._meta.label
            arms.append(self._arm(model, pks))
            builders[label] = _kinds[model].build
            self._found.update({(label, pk): None for pk in pks})
        for name, (arm, build) in lists.items():
            arms.append(arm)
            builders[name] = build
            self._found_lists[name] = []
        for kind, pk, data in prepared.fetch(arms):
            built = builders[kind](pk, data)
            if kind in self._found_lists:
                self._found_lists[kind].append(built)
            else:
                self._found[(kind, pk)] = built

    def _arm(self, model, pks: set[int]) -> Arm:
        kind, label, keys = _kinds[model], model._meta.label, numbered(pks)

        def make(at, **keys):
            return rows(label, kind.rows(at).filter(pk__in=list(keys.values())), kind.data(at))

        return Arm(make, {"at": self.visit.at, **keys}, (label, len(keys)))
