"""How the search server is doing, for operators and administrators. Visitors never notice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from cms.models import JobRun
from resources.search.engines import breaker
from resources.search.feeding import Lag, lag

FEEDER = "resources.jobs.feed_search_server"  # the periodic job


@dataclass(frozen=True)
class ServerState:
    """``is_away``: it failed this process several times in a row; ``trouble``: why the last push failed."""

    is_away: bool
    trouble: str
    lag: Lag

    @property
    def word(self) -> str:
        """``away``, ``late`` when something waits longer than LATE_SECONDS, or ``ok``."""
        if self.is_away or self.trouble:
            return "away"
        return "late" if self.lag.is_late else "ok"


def server_state(at: datetime) -> ServerState | None:
    """The state at the aware datetime ``at``; None without a search server. Asks the database only."""
    if not settings.ELASTICSEARCH_URL:
        return None
    trouble = JobRun.objects.filter(name=FEEDER).values_list("last_error", flat=True).first()
    return ServerState(breaker.is_open, trouble or "", lag(at))
