import uuid
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.choices import MailState


def new_message_id() -> str:
    """A Message-ID of RFC 5322 in the site's own name, as long as the row lives."""
    return f"<{uuid.uuid4().hex}@{urlsplit(settings.BASE_URL).hostname}>"


class OutgoingMailQuerySet(models.QuerySet):
    def unsent(self):
        """What is still to be sent, now or later; what is dead is not tried again by itself."""
        return self.filter(state__in=[MailState.QUEUED, MailState.FAILED])

    def due(self, at: datetime):
        """Unsent mails whose turn has come at the aware datetime ``at``, the longest waiting first."""
        return self.unsent().filter(next_try_at__lte=at).order_by("next_try_at", "pk")

    def free(self, at: datetime):
        """Mails that no sender works on; the lease of a sender that died runs out by itself."""
        return self.filter(Q(claimed_until=None) | Q(claimed_until__lt=at))

    def in_numbers(self) -> dict[str, int]:
        """How many wait, failed and are dead; the many that were sent are not counted."""
        states = [MailState.QUEUED, MailState.FAILED, MailState.DEAD]
        rows = self.filter(state__in=states).order_by().values_list("state")
        return dict.fromkeys(states, 0) | dict(rows.annotate(number=models.Count("pk")))


class OutgoingMail(models.Model):
    """A mail that must go out, or went. `cms.outbox` makes and sends it; the text itself is never stored.

    The row holds what the maker needs to write the letter at the moment of sending: ``object_id`` and a few
    small plain values in ``data``, never a token or a password. Deleted after MAIL_KEPT_DAYS.
    """

    wagtail_reference_index_ignore = True

    message_id = models.CharField(max_length=255, unique=True, default=new_message_id, editable=False)
    kind = models.CharField(_("kind"), max_length=30)
    reference = models.CharField(_("reference"), max_length=40, blank=True, db_index=True)
    recipient = models.EmailField(_("recipient"))
    maker = models.CharField(max_length=60)  # name of a function registered with `cms.outbox.letter_maker`
    object_id = models.BigIntegerField(null=True, blank=True)
    data = models.JSONField(default=dict, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=MailState.choices, default=MailState.QUEUED)
    tries = models.PositiveIntegerField(_("tries"), default=0)
    next_try_at = models.DateTimeField(_("next try"), default=timezone.now)
    claimed_until = models.DateTimeField(null=True, blank=True)  # a sender works on it, and is its proof
    last_error = models.TextField(_("last error"), max_length=500, blank=True)  # names no address
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mails")
        indexes = [
            models.Index(fields=["state", "next_try_at"], name="outgoingmail_due"),
            models.Index(fields=["maker", "object_id"], name="outgoingmail_object"),
        ]

    def __str__(self):
        return f"{self.kind} {self.reference}".strip()
