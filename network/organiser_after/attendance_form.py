"""What the attendance screen sends: a list of people, or one tap at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from network.attendance.sessions import Session

Marks = dict[int, bool]


@dataclass(frozen=True, slots=True)
class Person:
    """A line of the screen; ``was`` is what it showed: "1", "0", or nothing while nobody has noted it."""

    key: int
    name: str
    about: str
    is_present: bool | None

    @property
    def was(self) -> str:
        return "" if self.is_present is None else str(int(self.is_present))


def chosen_session(sessions: Sequence[Session], number: str, otherwise: Session) -> Session:
    return next((one for one in sessions if str(one.number) == number), otherwise)


def read_list(data: QueryDict) -> Marks:
    """The whole form: what differs from what it showed, so that two phones do not undo each other."""
    present = set(data.getlist("present"))
    marks = {}
    for line in data.getlist("was"):
        key, _colon, was = line.partition(":")
        if key.isdecimal() and str(int(key in present)) != was:
            marks[int(key)] = key in present
    return marks


def read_taps(data: QueryDict) -> Marks:
    """Single taps, as ``12:1`` (present) or ``12:0``; what reads otherwise is passed over."""
    pairs = (tap.partition(":") for tap in data.getlist("tap"))
    return {int(key): is_present == "1" for key, _colon, is_present in pairs if key.isdecimal()}
