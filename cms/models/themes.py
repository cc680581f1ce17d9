from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from cms.choices import Colour


class Theme(index.Indexed, models.Model):
    """A subject that joins stories, guides, trainings and organisations. The pillars are themes too."""

    title = models.CharField(_("title"), max_length=80, unique=True)
    slug = models.SlugField(
        _("web address"), max_length=80, unique=True, help_text=_("The last part of the address, /themas/…/.")
    )
    summary = models.CharField(
        _("summary"), max_length=250, help_text=_("One or two sentences for cards and search engines.")
    )
    description = RichTextField(_("description"), blank=True, help_text=_("Shown on top of the theme page."))
    is_pillar = models.BooleanField(
        _("is a pillar"),
        default=False,
        help_text=_("Pillars stand on the front page with a colour of their own."),
    )
    colour = models.CharField(_("colour"), max_length=10, choices=Colour, default=Colour.PLUM)
    image = models.ForeignKey(
        "cms.SiteImage",
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Lower numbers come first.")
    )

    panels = [
        FieldPanel("title"),
        FieldPanel("slug"),
        FieldPanel("summary"),
        FieldPanel("description"),
        FieldPanel("image"),
        MultiFieldPanel(
            [FieldPanel("is_pillar"), FieldRowPanel([FieldPanel("colour"), FieldPanel("position")])],
            heading=_("Place on the site"),
        ),
    ]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["position", "title"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("home:theme", args=[self.slug])

    @property
    def url(self) -> str:
        return self.get_absolute_url()


class Audience(index.Indexed, models.Model):
    """For whom something is meant: students, work supervisors, teachers …"""

    title = models.CharField(_("title"), max_length=80, unique=True)
    slug = models.SlugField(_("web address"), max_length=80, unique=True)
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Lower numbers come first.")
    )

    panels = [FieldPanel("title"), FieldPanel("slug"), FieldPanel("position")]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta:
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")
        ordering = ["position", "title"]

    def __str__(self):
        return self.title
