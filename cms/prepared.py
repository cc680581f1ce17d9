"""Sets of rows whose SQL is worked out once a process and then only filled with new values.

To build and compile the arms of one page's union takes Django some fifty milliseconds, and the SQL is the
same at every visit but for a key and the moment. So an arm is given as a function of those values: it is
called once, with stand-ins, and what it compiles to is kept with the places where the stand-ins went.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

Values = dict[str, int | str | datetime | UUID]

# No real value equals these: the year 2222, keys below zero, a character that nobody types, and UUIDs without
# a version.
STAND_IN_MOMENT = datetime(2222, 2, 2, 12, 22, 22, tzinfo=UTC)
STAND_IN_KEY = -7_220_000_000
STAND_IN_TEXT = "\uffff"
STAND_IN_UUID = 7_220_000_000


@dataclass(frozen=True)
class Statement:
    """Compiled SQL; ``slots`` gives the position of each parameter that takes a value, and its name."""

    sql: str
    parameters: tuple
    slots: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Arm:
    """A set of rows with the columns kind, key and values (JSON), given by a function of ``values``.

    ``shape`` names all on which the SQL depends besides the values, which are keys (int, UUID), texts that
    are compared as they are, and moments (aware datetime). From a moment the SQL may also hold its local
    date. Without a shape the arm is compiled anew each time.
    """

    make: Callable[..., QuerySet]
    values: Values
    shape: Hashable = None

    def compile(self) -> tuple[str, list] | None:
        """SQL and parameters for the values of this arm; None when the set can never have a row."""
        if self.shape is None:
            return _compile(self.make(**self.values))
        key = (connection.vendor, self.shape)
        if key not in _statements:
            _statements[key] = _prepare(self.make, self.values)
        statement = _statements[key]
        if statement is None:
            return None
        filled, parameters = _adapted(self.values), list(statement.parameters)
        for position, name in statement.slots:
            parameters[position] = filled[name]
        return statement.sql, parameters


_statements: dict[tuple, Statement | None] = {}


def origin(make: Callable) -> str:
    """The name of the function behind ``make``, so that two of them never share a statement."""
    function = make.func if isinstance(make, partial) else make
    return f"{function.__module__}.{function.__qualname__}"


def fetch(arms: Iterable[Arm]) -> Iterator[tuple[str, int, dict]]:
    """The rows of all arms as (kind, key, values), in one query; no query when there can be no row."""
    compiled = [found for found in (arm.compile() for arm in arms) if found]
    if not compiled:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(sql for sql, _parameters in compiled),
            [value for _sql, parameters in compiled for value in parameters],
        )
        rows = _note(cursor.fetchall())
    for kind, pk, data in rows:
        yield kind, pk, json.loads(data) if isinstance(data, str) else data


def select(arm: Arm) -> list[tuple]:
    """The rows of one set in its own order, one query, as the database gives them, not converted."""
    compiled = arm.compile()
    if compiled is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(*compiled)
        return _note(cursor.fetchall())


_noted: ContextVar[list[str] | None] = ContextVar("rows that were read", default=None)


@contextmanager
def noting() -> Iterator[list[str]]:
    """Note the rows that are read inside the block, each set as a text that is equal for equal rows."""
    noted: list[str] = []
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)


def _note(rows: list[tuple]) -> list[tuple]:
    if (noted := _noted.get()) is not None:
        noted.append(repr(rows))
    return rows


def count(arm: Arm) -> int:
    """How many rows the set has, one query."""
    compiled = arm.compile()
    if compiled is None:
        return 0
    sql, parameters = compiled
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM ({sql}) AS counted", parameters)
        return cursor.fetchone()[0]


def _compile(queryset: QuerySet) -> tuple[str, list] | None:
    try:
        sql, parameters = queryset.query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return None
    return sql, list(parameters)


def _stand_in(value: int | str | datetime | UUID, place: int) -> int | str | datetime | UUID:
    if isinstance(value, datetime):
        return STAND_IN_MOMENT.replace(microsecond=place)
    if isinstance(value, UUID):
        return UUID(int=STAND_IN_UUID + place)
    return STAND_IN_TEXT + str(place) if isinstance(value, str) else STAND_IN_KEY - place


def _prepare(make: Callable[..., QuerySet], values: Values) -> Statement | None:
    stand_ins = {name: _stand_in(value, place) for place, (name, value) in enumerate(values.items(), start=1)}
    compiled = _compile(make(**stand_ins))
    if compiled is None:
        return None
    sql, parameters = compiled
    places = {repr(value): name for name, value in _adapted(stand_ins).items()}
    slots = tuple(
        (position, places[repr(parameter)])
        for position, parameter in enumerate(parameters)
        if repr(parameter) in places
    )
    return Statement(sql, tuple(parameters), slots)


def _adapted(values: Values) -> dict[str, Any]:
    """Values as the database takes them, and the local date of each moment beside it."""
    operations, found = connection.ops, {}
    for name, value in values.items():
        if isinstance(value, datetime):
            found[name] = operations.adapt_datetimefield_value(value)
            found[f"{name}, local date"] = operations.adapt_datefield_value(timezone.localdate(value))
        elif isinstance(value, UUID):
            found[name] = value if connection.features.has_native_uuid_field else value.hex
        else:
            found[name] = value
    return found
