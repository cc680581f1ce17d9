"""Periodic work of this app (`cms.jobs`)."""

import logging

from cms.jobs import periodic
from home import contact

logger = logging.getLogger("home.jobs")


@periodic(minutes=10)
def mail_waiting_messages(at):
    """Offer waiting messages to the mail server again; one bad message does not hold up the others."""
    for message in contact.unmailed(at):
        try:
            contact.pass_on(message, at=at)
        except Exception:  # whatever the mail server says, the next message gets its turn
            logger.exception("Contact message %s could not be mailed", message.pk)
