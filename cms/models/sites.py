from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from cms.choices import Tone


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    """Who this network is: name, region, contact and what stands on every page."""

    name = models.CharField(_("name of the network"), max_length=100, default="MBO Zorginnovatienetwerk")
    abbreviation = models.CharField(_("abbreviation"), max_length=30, default="MBO-ZIN")
    tagline = models.CharField(_("tagline"), max_length=160, blank=True)
    region = models.CharField(_("region"), max_length=80, blank=True)
    contact_email = models.EmailField(
        _("contact address"), blank=True, help_text=_("Messages of the contact form go to this address.")
    )
    contact_phone = models.CharField(_("telephone"), max_length=30, blank=True)
    contact_address = models.TextField(_("postal address"), blank=True)
    security_contact = models.EmailField(
        _("address for security reports"), blank=True, help_text=_("Shown in /.well-known/security.txt.")
    )
    logo = models.ForeignKey(
        "cms.SiteImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Without a logo the three arches are shown."),
    )
    footer_text = RichTextField(_("footer text"), blank=True)

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldRowPanel([FieldPanel("abbreviation"), FieldPanel("region")])],
            heading=_("Name"),
        ),
        FieldPanel("tagline"),
        FieldPanel("logo"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_phone")]),
                FieldPanel("contact_address"),
                FieldPanel("security_contact"),
            ],
            heading=_("Contact"),
        ),
        FieldPanel("footer_text"),
    ]

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")


@register_setting(icon="list-ul")
class SiteMenus(BaseSiteSetting, ClusterableModel):
    """The main and footer menu, in the order that an editor gives them."""

    panels = [
        InlinePanel("main_items", heading=_("Main menu"), label=_("menu item"), max_num=9),
        InlinePanel("footer_items", heading=_("Footer menu"), label=_("menu item"), max_num=12),
    ]

    class Meta:
        verbose_name = _("menus")
        verbose_name_plural = _("menus")


class MenuItem(Orderable):
    """A link in a menu: to a page of the site, or to any other address."""

    label = models.CharField(
        _("label"), max_length=40, blank=True, help_text=_("Leave empty to use the page's own title.")
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    url = models.CharField(
        _("other address"), max_length=250, blank=True, help_text=_("For example /zoeken/ or https://…")
    )

    panels = [FieldPanel("label"), FieldPanel("page"), FieldPanel("url")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self):
        return self.label or self.url or str(self.page_id)

    def clean(self):
        super().clean()
        if bool(self.page_id) == bool(self.url):
            raise ValidationError({"page": _("Choose a page or type an address: one of the two.")})
        if self.url and not self.label:
            raise ValidationError({"label": _("Give this link a label.")})
        if self.url and not self.url.startswith(("/", "https://", "http://", "mailto:")):
            raise ValidationError({"url": _("Start the address with / or https://.")})


class MainMenuItem(MenuItem):
    menu = ParentalKey(SiteMenus, on_delete=models.CASCADE, related_name="main_items")


class FooterMenuItem(MenuItem):
    menu = ParentalKey(SiteMenus, on_delete=models.CASCADE, related_name="footer_items")


class SiteNoticeQuerySet(models.QuerySet):
    def current(self, at):
        """Notices whose time window holds the aware datetime ``at``, the newest first."""
        return self.filter(
            models.Q(shown_until=None) | models.Q(shown_until__gt=at), shown_from__lte=at
        ).order_by("-shown_from")


class SiteNotice(models.Model):
    """A message on top of every page for as long as it matters."""

    text = models.CharField(_("text"), max_length=200)
    tone = models.CharField(_("tone"), max_length=10, choices=Tone, default=Tone.INFO)
    link_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page to read more"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    link_label = models.CharField(_("label of the link"), max_length=40, blank=True)
    shown_from = models.DateTimeField(_("shown from"))
    shown_until = models.DateTimeField(_("shown until"), null=True, blank=True)

    objects = SiteNoticeQuerySet.as_manager()

    panels = [
        FieldPanel("text"),
        FieldPanel("tone"),
        FieldRowPanel([FieldPanel("link_page"), FieldPanel("link_label")]),
        FieldRowPanel([FieldPanel("shown_from"), FieldPanel("shown_until")]),
    ]

    class Meta:
        verbose_name = _("site notice")
        verbose_name_plural = _("site notices")
        ordering = ["-shown_from"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(shown_until=None) | models.Q(shown_until__gt=models.F("shown_from")),
                name="notice_ends_after_it_begins",
                violation_error_message=_("The notice must end after it begins."),
            )
        ]

    def __str__(self):
        return self.text
