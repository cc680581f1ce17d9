from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index


class PersonQuerySet(models.QuerySet):
    def with_consent(self, on):
        """People who agreed to be shown and whose consent still holds on the date ``on``."""
        return self.filter(Q(consent_until=None) | Q(consent_until__gte=on), consent_on__lte=on)


class Person(index.Indexed, models.Model):
    """Somebody the site names: a contact, interviewee, trainer or the source of a quote.

    Shown only from the day of consent until it ends; then the name and photo disappear wherever they stood.
    """

    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(
        _("role"), max_length=120, blank=True, help_text=_("For example: work supervisor.")
    )
    organisation = models.ForeignKey(
        "network.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="people",
    )
    photo = models.ForeignKey(
        "cms.SiteImage",
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    email = models.EmailField(
        _("work e-mail"), blank=True, help_text=_("Shown where this person is a contact.")
    )
    phone = models.CharField(_("work telephone"), max_length=30, blank=True)
    consent_on = models.DateField(
        _("agreed on"),
        null=True,
        blank=True,
        help_text=_("Without this date the person is not shown anywhere."),
    )
    consent_until = models.DateField(_("consent until"), null=True, blank=True)

    objects = PersonQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("role"), FieldPanel("organisation")]),
        FieldPanel("photo"),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("consent_on"), FieldPanel("consent_until")])],
            heading=_("Consent to be shown"),
        ),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.SearchField("role")]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name"]

    def __str__(self):
        return f"{self.name}, {self.role}" if self.role else self.name

    @property
    def may_be_shown(self) -> bool:
        """Agreed to be on the site, today."""
        today = timezone.localdate()
        agreed = self.consent_on is not None and self.consent_on <= today
        return agreed and (self.consent_until is None or self.consent_until >= today)

    @property
    def organisation_name(self) -> str:
        return self.organisation.name if self.organisation_id else ""

    @property
    def picture(self):
        """The portrait, for templates; None without a photo or consent for it."""
        return self.photo.picture if self.photo_id else None
