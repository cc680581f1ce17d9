"""The page with a blank registration form: drawn once and kept in this process as long as nothing differs.

A rush begins with everybody opening the same blank form, and drawing it is most of the work. What it shows is
still read at every visit, and the page is drawn again as soon as one value of that is another. Nothing of a
visitor is in it but the number of the form, which is put in each time.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from uuid import UUID

from django.db import connection
from django.http import HttpResponse

_kept: dict[Hashable, tuple[bytes, bytes]] = {}
MOST_KEPT = 100


class Watch:
    """Sees whether a page asks the database for anything while it is drawn."""

    has_asked = False

    def __call__(self, execute, sql, params, many, context):
        self.has_asked = True
        return execute(sql, params, many, context)


def blank_page(key: Hashable, number: UUID, draw: Callable[[UUID], HttpResponse]) -> HttpResponse:
    """The page that ``draw`` makes for the form with this ``number``, or made before for an equal ``key``.

    ``key`` names everything that the page depends on. One that still asks the database for something depends
    on more than its key, and is not kept.
    """
    if found := _kept.get(key):
        return HttpResponse(str(number).encode().join(found))
    watch = Watch()
    with connection.execute_wrapper(watch):
        response = draw(number)
    parts = tuple(response.content.split(str(number).encode()))
    if len(parts) == 2 and not watch.has_asked:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[key] = parts
    return response
