"""What this app adds to `/healthz/ready`."""

from cms.health import part
from resources.search.server_state import server_state


@part("search")
def search(at) -> dict:
    """Which engine the settings ask for; with a search server also how it does (`ServerState.word`).

    ``behind`` counts documents that it does not have yet; the first of them waits ``behind_seconds``.
    The database answers visitors meanwhile, so none of this takes the site out of service.
    """
    state = server_state(at)
    if state is None:
        return {"engine": "database", "state": "ok"}
    return {
        "engine": "elasticsearch",
        "state": state.word,
        "behind": state.lag.rows,
        "behind_seconds": state.lag.seconds,
    }
