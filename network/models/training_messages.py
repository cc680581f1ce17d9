"""What organisers wrote to the people of a training."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from network.choices import Segment


class TrainingMessage(models.Model):
    """A message to some of the people of a training, with its placeholders as they were typed.

    ``key`` is the hidden number of the form, so that a double click sends once.
    ``number`` is how many people it went to; each has a mail of their own in the outbox.
    """

    key = models.UUIDField(unique=True)
    event = models.ForeignKey("network.TrainingEvent", on_delete=models.PROTECT, related_name="messages")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    subject = models.CharField(_("subject"), max_length=150)
    text = models.TextField(_("text"), max_length=5000)
    segment = models.CharField(_("to whom"), max_length=12, choices=Segment)
    organisation = models.ForeignKey(
        "network.Organisation", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    number = models.PositiveIntegerField()
    at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.subject
