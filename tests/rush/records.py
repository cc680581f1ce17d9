"""What is known after a rush: who asked for what, what the site answered, and which mails came."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Outcome = Literal["acknowledged", "refused", "unknown"]  # unknown: no answer, or one that is none (500)


@dataclass(frozen=True)
class Party:
    """One person, or several who are registered with one form. ``mode`` is empty for one person."""

    training: str
    people: tuple[Person, ...]
    mode: Literal["", "fit", "all"] = ""
    sends: int = 1  # how often the form is sent at the same time


@dataclass(frozen=True)
class Person:
    name: str
    email: str


@dataclass(frozen=True)
class Place:
    """What the result page says of one person; ``position`` only while waiting."""

    reference: str
    status: str
    position: int | None = None


@dataclass(frozen=True)
class Answer:
    """How one sending of a form ended; seconds on the monotonic clock.

    ``started`` is when its first try was sent, ``ended`` when the final answer to it came (the 303, not the
    result page). ``error`` is the site's `data-error`, or in words what came instead of an answer.
    """

    outcome: Outcome
    started: float
    ended: float
    places: tuple[Place, ...] = ()
    error: str = ""


@dataclass(frozen=True)
class Record:
    """A party, its submission id and the answer to each sending of its form."""

    party: Party
    submission_id: str
    answers: tuple[Answer, ...]

    @property
    def outcome(self) -> Outcome:
        """Acknowledged as soon as one sending was."""
        found = {answer.outcome for answer in self.answers}
        return next(one for one in ("acknowledged", "refused", "unknown") if one in found)

    @property
    def started(self) -> float:
        return min(answer.started for answer in self.answers)

    @property
    def acknowledged_at(self) -> float:
        return min(answer.ended for answer in self.answers if answer.outcome == "acknowledged")

    @property
    def places(self) -> tuple[Place, ...]:
        return next(answer.places for answer in self.answers if answer.outcome == "acknowledged")


@dataclass(frozen=True)
class Mail:
    """A mail as it arrived."""

    message_id: str
    kind: str
    reference: str
    recipient: str
    has_calendar: bool


@dataclass(frozen=True)
class Exchange:
    """One answered request of the kind ``form``, ``send`` or ``result``; seconds on the monotonic clock."""

    kind: str
    started: float
    ended: float
    status: int


@dataclass
class Traffic:
    """Everything that went over the line."""

    exchanges: list[Exchange] = field(default_factory=list)
    lost: int = 0  # connections that broke before the answer
    put_off: int = 0  # answers 429 and 503
