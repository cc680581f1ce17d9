from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from cms.models import BasePage


class ContactPage(BasePage):
    """/contact/: a form and other ways to reach the network."""

    intro = RichTextField(_("text beside the form"), blank=True)
    thank_you = models.CharField(
        _("thanks after sending"),
        max_length=250,
        blank=True,
        help_text=_("Say when people can expect an answer."),
    )

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    content_panels = [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("thank_you")]

    class Meta:
        verbose_name = _("contact page")


class ContactMessage(models.Model):
    """A message from the contact form. Stored first, mailed after; deleted after twelve months."""

    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"))
    subject = models.CharField(_("subject"), max_length=150, blank=True)
    message = models.TextField(_("message"), max_length=5000)
    submission_id = models.UUIDField(unique=True, editable=False)
    created_at = models.DateTimeField(_("received"), auto_now_add=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True, editable=False)

    panels = [
        FieldPanel("name", read_only=True),
        FieldPanel("email", read_only=True),
        FieldPanel("subject", read_only=True),
        FieldPanel("message", read_only=True),
        FieldPanel("answered_at"),
    ]

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-created_at"]

    def __str__(self):
        return self.subject or self.name
