"""What people search for: most often, more often than before, and without finding anything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Max, Q, Sum

from resources.models import SearchDay

SHOWN_FROM = 3  # searches; what fewer people typed may be about somebody
KEPT_MONTHS = 13
PERIODS = (7, 30, 90, 365)  # days
MOST_LINES = 100
TOP, RISING, WITHOUT_HIT = "meest", "stijgers", "zonder"


@dataclass(frozen=True)
class Line:
    """A search in a period; ``before``: how often in the period of the same length before it."""

    key: str
    shown_as: str
    searches: int
    zero: int
    before: int
    repaired_to: str

    @property
    def more(self) -> int:
        return self.searches - self.before


def lines(kind: str, *, until: date, days: int) -> list[Line]:
    """The searches of the ``days`` up to and including ``until``, from `SHOWN_FROM` up; one query.

    ``kind``: `TOP` by number, `RISING` by how many more than before, `WITHOUT_HIT` by searches without a hit.
    """
    begin = until - timedelta(days=days - 1)
    now, earlier = Q(date__gte=begin), Q(date__lt=begin)
    rows = (
        SearchDay.objects.filter(date__gte=begin - timedelta(days=days), date__lte=until)
        .order_by()
        .values("key")
        .annotate(
            shown=Max("shown_as", filter=now),
            number=Sum("searches", filter=now, default=0),
            without=Sum("zero", filter=now, default=0),
            before=Sum("searches", filter=earlier, default=0),
            repaired=Max("repaired_to", filter=now),
        )
        .filter(number__gte=SHOWN_FROM)
    )
    if kind == RISING:
        rows = rows.annotate(more=F("number") - F("before")).filter(more__gt=0).order_by("-more", "key")
    elif kind == WITHOUT_HIT:
        rows = rows.filter(without__gt=0).order_by("-without", "key")
    else:
        rows = rows.order_by("-number", "key")
    return [
        Line(row["key"], row["shown"], row["number"], row["without"], row["before"], row["repaired"] or "")
        for row in rows[:MOST_LINES]
    ]


def total(*, until: date, days: int) -> tuple[int, int]:
    """All searches of the period, and those without a hit; those that no line shows as well. One query."""
    found = SearchDay.objects.filter(date__gt=until - timedelta(days=days), date__lte=until).aggregate(
        searches=Sum("searches", default=0), zero=Sum("zero", default=0)
    )
    return found["searches"], found["zero"]


def frequent_queries(*, until: date, days: int = 90, most: int = 200) -> list[str]:
    """What was searched for from `SHOWN_FROM` times up in the last ``days``, most often first; one query."""
    return [line.shown_as for line in lines(TOP, until=until, days=days)[:most]]


def forget_old(at: date) -> int:
    """Delete the days that are more than `KEPT_MONTHS` ago; returns how many rows."""
    years, month = divmod(at.year * 12 + at.month - 1 - KEPT_MONTHS, 12)
    before = date(years, month + 1, min(at.day, 28))
    return SearchDay.objects.filter(date__lt=before).delete()[0]
