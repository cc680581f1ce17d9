from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from network.choices import LiveCount


class ResultFigure(index.Indexed, models.Model):
    """A number the network is proud of, with the day it was counted and where it comes from."""

    slug = models.SlugField(_("short name"), max_length=80, unique=True)
    live_count = models.CharField(
        _("counted by the site"),
        max_length=30,
        choices=LiveCount,
        blank=True,
        help_text=_("The site counts this at each visit, and says today's date. Empty: the number you type."),
    )
    number = models.PositiveIntegerField(
        _("number"),
        default=0,
        help_text=_("When the site counts: what is added to it, for example what came before the site."),
    )
    qualifier = models.CharField(
        _("qualifier"),
        max_length=30,
        blank=True,
        help_text=_('For example "about". Shown before the number.'),
    )
    unit = models.CharField(
        _("unit"), max_length=60, help_text=_("What is counted, for example: participants.")
    )
    label = models.CharField(_("explanation"), max_length=200, blank=True)
    as_of = models.DateField(_("counted on"), default=timezone.localdate)
    source = models.CharField(_("source"), max_length=200)
    theme = models.ForeignKey(
        "cms.Theme",
        verbose_name=_("pillar"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="figures",
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Lower numbers come first.")
    )

    panels = [
        FieldPanel("live_count"),
        FieldRowPanel([FieldPanel("qualifier"), FieldPanel("number"), FieldPanel("unit")]),
        FieldPanel("label"),
        FieldRowPanel([FieldPanel("as_of"), FieldPanel("theme"), FieldPanel("position")]),
        FieldPanel("source"),
        FieldPanel("slug"),
    ]
    search_fields = [
        index.SearchField("unit"),
        index.AutocompleteField("unit"),
        index.AutocompleteField("label"),
    ]

    class Meta:
        verbose_name = _("result figure")
        verbose_name_plural = _("result figures")
        ordering = ["position", "slug"]

    def __str__(self):
        if self.live_count:
            return f"{self.get_live_count_display()} ({self.unit})"
        return " ".join(part for part in (self.qualifier, str(self.number), self.unit) if part)

    @property
    def colour(self) -> str:
        return self.theme.colour if self.theme_id else "plum"
