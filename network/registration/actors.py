"""Who does something to a registration, and on whose behalf: what the log remembers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from network.choices import Origin


@dataclass(frozen=True, slots=True)
class Actor:
    origin: Origin
    user: Any = None  # the logged-in user, None for a visitor or the site itself

    @property
    def user_pk(self) -> int | None:
        return self.user.pk if self.user else None


VISITOR = Actor(Origin.SELF)
SITE = Actor(Origin.SYSTEM)


def coordinator(user) -> Actor:
    return Actor(Origin.COORDINATOR, user)


def organiser(user=None) -> Actor:
    """An organiser at the screens, or at the command line (no user)."""
    return Actor(Origin.ORGANISER, user)
