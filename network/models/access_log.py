"""Who looked at, or took away, personal data of registrations: every view and export is written down."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import AccessKind


class PersonalDataAccess(models.Model):
    """One view or export. ``people`` is how many were shown; it names none of them.

    Without ``user`` it was somebody at the command line, or who has the secret address of the calendar of
    ``organisation``.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    event = models.ForeignKey(
        "network.TrainingEvent",
        verbose_name=_("training"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    organisation = models.ForeignKey(
        "network.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    what = models.CharField(_("what was seen"), max_length=20, choices=AccessKind)
    people = models.PositiveIntegerField(_("number of people"))
    at = models.DateTimeField(_("when"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("look at personal data")
        verbose_name_plural = _("looks at personal data")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["at"], name="personaldataaccess_at")]

    def __str__(self):
        return f"{self.get_what_display()} ({self.at:%Y-%m-%d %H:%M})"
