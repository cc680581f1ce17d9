"""Pages of a rush that differ in a few numbers only: drawn once, and kept in this process while they hold.

A rush begins with everybody opening the same blank form, and drawing it is most of the work; the answers
differ in their reference alone. What such a page shows is still read at every visit, and the page is drawn
again as soon as one value of that is another. What belongs to one visitor is a blank in the kept page, and is
filled in each time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from django.db import connection
from django.http import HttpResponse

Piece = bytes | int  # markup, or the number of the blank that stands there
_kept: dict[str, list[Piece]] = {}
MOST_KEPT = 100


class Watch:
    """Sees whether a page asks the database for anything while it is drawn."""

    has_asked = False

    def __call__(self, execute, sql, params, many, context):
        self.has_asked = True
        return execute(sql, params, many, context)


def kept_page(key: Iterable, blanks: Sequence[str], draw: Callable[[], HttpResponse]) -> HttpResponse:
    """The page that ``draw`` makes, or one made before that differs in the ``blanks`` alone, with these.

    ``key`` names everything that the page depends on; ``blanks`` are plain letters, digits and hyphens, and
    are found in the key as well. A page that asks the database for something while it is drawn depends on
    more than its key, and is not kept.
    """
    text = "".join(_cut("\n".join(map(str, key)), blanks, mark="\0{}\0".format))
    if text not in _kept:
        watch = Watch()
        with connection.execute_wrapper(watch):
            response = draw()
        if watch.has_asked or response.status_code != 200:
            return response
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        pieces = _cut(response.content.decode(), blanks, mark=lambda number: number)
        _kept[text] = [piece.encode() if isinstance(piece, str) else piece for piece in pieces]
    values = [blank.encode() for blank in blanks]
    return HttpResponse(b"".join(values[one] if isinstance(one, int) else one for one in _kept[text]))


def _cut(text: str, blanks: Sequence[str], mark: Callable) -> list:
    """``text`` in pieces, each blank as what ``mark`` makes of its number."""
    numbers = {blank: number for number, blank in enumerate(blanks)}
    pieces = re.split(f"({'|'.join(map(re.escape, blanks))})", text)
    return [mark(numbers[piece]) if piece in numbers else piece for piece in pieces]
