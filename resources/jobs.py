"""Periodic work for guides and search: tell who waits, and keep documents equal to what they are made of."""

from datetime import timedelta

from cms.jobs import periodic
from resources import releases
from resources.guide_documents import making
from resources.search import documents

TOMBSTONE_DAYS = 7  # longer than a search server takes to be filled anew


@periodic(minutes=5)
def announce_releases(at):
    """Mail everybody who waits for a guide that is there now."""
    releases.announce(at)


@periodic(minutes=24 * 60)
def renew_documents(at):
    """Make documents again of which the text changed without a publication, as when a consent ends."""
    making.renew_documents(at)


@periodic(minutes=10)
def renew_search(at):
    """Write search documents anew after an update of the site that reads words in another way."""
    documents.renew(at=at)


@periodic(minutes=24 * 60)
def clear_tombstones(at):
    """Forget what has been gone so long that a search server knows."""
    documents.clear_tombstones(before=at - timedelta(days=TOMBSTONE_DAYS))
