"""Periodic work: tell who waits for a guide or follows a search; keep what is made of pages up to date."""

from datetime import timedelta

from django.conf import settings

from cms.jobs import periodic
from resources import alerts, releases
from resources.guide_documents import making
from resources.search import documents

TOMBSTONE_DAYS = 30  # an index from before can be taken back so long


@periodic(minutes=5)
def announce_releases(at):
    """Mail everybody who waits for a guide that is there now."""
    releases.announce(at)


@periodic(minutes=24 * 60)
def renew_documents(at):
    """Make documents again of which the text changed without a publication, as when a consent ends."""
    making.renew_documents(at)


@periodic(minutes=30)
def look_for_alerts(at):
    """Mail everybody whose search found something new, each at most once a day."""
    alerts.look(at)


@periodic(minutes=1)
def feed_search_server(at):
    """Push what still waits for the search server, and make its index when there is none that fits.

    What goes wrong stands on the dashboard of administrators.
    """
    if settings.ELASTICSEARCH_URL:
        from resources.search import rebuilding  # brings the client, which most sites do without

        rebuilding.keep_up()


@periodic(minutes=10)
def renew_search(at):
    """Write search documents anew after an update of the site that reads words in another way."""
    documents.renew(at=at)


@periodic(minutes=24 * 60)
def clear_tombstones(at):
    """Forget what has been gone so long that a search server knows."""
    documents.clear_tombstones(before=at - timedelta(days=TOMBSTONE_DAYS))
