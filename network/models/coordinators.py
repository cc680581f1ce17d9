from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class Coordinator(models.Model):
    """A user who acts for one participating organisation at /mijn/; an administrator says so."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.CASCADE,
        related_name="coordinator",
    )
    organisation = models.ForeignKey(
        "network.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="coordinators",
        help_text=_("The coordinator sees and registers the people of this organisation only."),
    )
    created_at = models.DateTimeField(_("made on"), auto_now_add=True)

    panels = [FieldPanel("user"), FieldPanel("organisation")]

    class Meta:
        verbose_name = _("coordinator")
        verbose_name_plural = _("coordinators")
        ordering = ["organisation__name", "user__email"]

    def __str__(self):
        return str(self.user)
