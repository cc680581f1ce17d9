"""Periodic work for guides: tell who waits for one, and keep the documents equal to the pages."""

from cms.jobs import periodic
from resources import releases
from resources.guide_documents import making


@periodic(minutes=5)
def announce_releases(at):
    """Mail everybody who waits for a guide that is there now."""
    releases.announce(at)


@periodic(minutes=24 * 60)
def renew_documents(at):
    """Make documents again of which the text changed without a publication, as when a consent ends."""
    making.renew_documents(at)
