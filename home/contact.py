"""Take a message from the contact form: store it once, mail it after the commit, forget it after a year."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from cms import mail
from cms.models import SiteSettings
from home.models import ContactMessage
from home.tasks import mail_contact_message

KEPT_DAYS = 365
RETRY_MINUTES = 10  # a message that is not mailed by then is offered to the mail server again
GIVE_UP_DAYS = 7


@transaction.atomic
def receive(*, name: str, email: str, subject: str, message: str, submission_id: UUID) -> ContactMessage:
    """Store the message and mail it to the network's contact address once it is committed.

    The same ``submission_id`` again (a double click, a reload) returns the stored message and mails nothing.
    """
    stored, is_new = ContactMessage.objects.get_or_create(
        submission_id=submission_id,
        defaults={"name": name, "email": email, "subject": subject, "message": message},
    )
    if is_new:
        transaction.on_commit(lambda: mail_contact_message.enqueue(stored.pk))
    return stored


def pass_on(message: ContactMessage, *, at: datetime | None = None) -> bool:
    """Mail the message to the contact address of the default site; an answer goes to the sender.

    Returns False and sends nothing when it was mailed already or no address is set. Raises what the mail
    server raises; `home.jobs` tries again.
    """
    settings = SiteSettings.objects.filter(site__is_default_site=True).first()
    if message.mailed_at or settings is None or not settings.contact_email:
        return False
    mail.send("contact_message", settings.contact_email, {"message": message}, reply_to=message.email)
    message.mailed_at = at or timezone.now()
    message.save(update_fields=["mailed_at"])
    return True


def unmailed(at: datetime):
    """Messages that wait for the mail server longer than a normal try takes."""
    return ContactMessage.objects.filter(
        mailed_at=None,
        created_at__lte=at - timedelta(minutes=RETRY_MINUTES),
        created_at__gt=at - timedelta(days=GIVE_UP_DAYS),
    )


def forget_old(at: datetime) -> int:
    """Delete messages of more than a year ago; returns how many."""
    deleted, _by_model = ContactMessage.objects.filter(created_at__lt=at - timedelta(days=KEPT_DAYS)).delete()
    return deleted
