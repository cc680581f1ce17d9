"""Periodic work: tell who waits for a guide or follows a search, and keep documents equal to the pages."""

from cms.jobs import periodic
from resources import alerts, releases
from resources.guide_documents import making


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
