"""Rows that come with the references of a visit, in an order: a union has none of its own."""

from collections.abc import Callable
from typing import Any

from django.utils.functional import SimpleLazyObject


def want_ordered(
    references, name: str, make: Callable, build: Callable, *, key: Callable, **values: Any
) -> list:
    """Ask for the rows of ``make(**values)``; a lazy list of what ``build`` makes of them, by ``key``."""
    found = references.want_rows(name, make, build, **values)
    return SimpleLazyObject(lambda: sorted(found, key=key))
