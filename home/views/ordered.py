"""Rows that come with the references of a visit, in an order: a union has none of its own."""

from collections.abc import Callable

from django.utils.functional import SimpleLazyObject


def want_ordered(references, name: str, queryset, data: dict, build: Callable, *, key: Callable) -> list:
    """Ask for the rows of ``queryset``; a lazy list of what ``build`` makes of them, sorted by ``key``."""
    references.want_list(name, queryset, data, build)
    return SimpleLazyObject(lambda: sorted(references.get_list(name), key=key))


def first(queryset, number: int):
    """The first ``number`` rows as a set that can be an arm of a union (an arm takes no limit of its own)."""
    return queryset.model._default_manager.filter(pk__in=queryset.values("pk")[:number])
