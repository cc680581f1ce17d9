"""A month as a calendar shows it: weeks from Monday to Sunday, and what happens on each day. No database.

A month is the date of its first day. Days are days in Europe/Amsterdam, whatever zone a moment comes in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

MOST_DAYS = 7  # on which one meeting is shown; nothing here lasts longer
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One session of something: ``part`` of ``parts``, both 1 for the only session. ``note`` is its own."""

    starts_at: datetime
    ends_at: datetime
    subject: Any
    part: int = 1
    parts: int = 1
    note: str = ""

    @property
    def days(self) -> list[date]:
        """Every day on which it is held; what ends at midnight is over on the day before."""
        first = timezone.localdate(self.starts_at)
        last = timezone.localdate(self.ends_at - timedelta(microseconds=1))
        return [first + DAY * step for step in range(min((last - first).days + 1, MOST_DAYS))]


@dataclass(frozen=True, slots=True)
class Day:
    """A square of the calendar. A day outside of the month only fills up the week and holds nothing."""

    date: date
    is_in_month: bool
    is_today: bool
    meetings: list[Meeting] = field(default_factory=list)


def month_of(moment: datetime) -> date:
    return timezone.localdate(moment).replace(day=1)


def read_month(word: str) -> date | None:
    """The month of ``2027-01``; None for anything else."""
    if not re.fullmatch(r"[12][0-9]{3}-(0[1-9]|1[0-2])", word):
        return None
    return date(int(word[:4]), int(word[5:]), 1)


def month_word(month: date) -> str:
    return f"{month:%Y-%m}"


def following(month: date) -> date:
    return (month + DAY * 31).replace(day=1)


def preceding(month: date) -> date:
    return (month - DAY).replace(day=1)


def bounds(month: date) -> tuple[datetime, datetime]:
    """The aware moments between which the month lies in Amsterdam; the second is outside of it."""
    begins, ends = (datetime.combine(day, time.min) for day in (month, following(month)))
    return timezone.make_aware(begins), timezone.make_aware(ends)


def weeks(month: date, meetings: Iterable[Meeting], *, today: date) -> list[list[Day]]:
    """The weeks that touch the month, each of seven days, with the meetings of a day soonest first."""
    on_day: dict[date, list[Meeting]] = {}
    for meeting in sorted(meetings, key=lambda one: (one.starts_at, one.ends_at)):
        for day in meeting.days:
            on_day.setdefault(day, []).append(meeting)
    found, monday = [], month - DAY * month.weekday()
    while monday < following(month):
        found.append([_day(monday + DAY * step, month, on_day, today) for step in range(7)])
        monday += DAY * 7
    return found


def _day(day: date, month: date, on_day: dict[date, list[Meeting]], today: date) -> Day:
    is_in_month = day.replace(day=1) == month
    return Day(day, is_in_month, is_in_month and day == today, on_day.get(day, []) if is_in_month else [])


def numbered(subject: Any, sessions: Iterable[tuple[datetime, datetime, str]]) -> list[Meeting]:
    """All sessions (begin, end, note) of one thing as meetings, with their number in order of time."""
    ordered = sorted(sessions)
    return [
        Meeting(starts_at, ends_at, subject, part, len(ordered), note)
        for part, (starts_at, ends_at, note) in enumerate(ordered, start=1)
    ]


def neighbours(month: date, first: date | None, last: date | None) -> tuple[date | None, date | None]:
    """Where "previous" and "next" lead: never past ``first`` and ``last``, between which there is something.

    From far outside, the link back leads to the nearest of the two; None where there is no way on.
    """
    if first is None or last is None:
        return None, None
    previous = min(preceding(month), last) if month > first else None
    after = max(following(month), first) if month < last else None
    return previous, after
