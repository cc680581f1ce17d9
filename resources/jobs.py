"""Periodic work for guides in the making."""

from cms.jobs import periodic
from resources import releases


@periodic(minutes=5)
def announce_releases(at):
    """Mail everybody who waits for a guide that is there now."""
    releases.announce(at)


@periodic(minutes=24 * 60)
def forget_unconfirmed_requests(at):
    """Delete addresses that were never confirmed."""
    releases.forget_unconfirmed(at)
