from datetime import datetime

from django.db import models
from django.db.models import CharField, F, FloatField, Q, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.admin.widgets.slug import SlugInput
from wagtail.fields import RichTextField
from wagtail.search import index

from cms.cards import CardSpec
from cms.models import PublishableSnippet, PublishableSnippetQuerySet
from cms.widgets import CheckboxList
from network.choices import OrganisationKind
from network.marks import Mark, mark_of
from network.models.positions import Positioned, position_panel


class OrganisationQuerySet(PublishableSnippetQuerySet):
    def participating(self, on):
        """Organisations that take part on the date ``on``; their number is always counted, never typed."""
        return self.filter(Q(left_on=None) | Q(left_on__gte=on), joined_on__lte=on)

    def newest_first(self):
        """Organisations have no date that visitors care about: by name."""
        return self.order_by("name")


def finish_card(meta: dict, at: datetime) -> dict:
    """Turn the raw values of an organisation's card into dates and labels; ``note`` is its place."""
    joined_on = parse_date(meta["joined_on"])
    left_on = parse_date(meta["left_on"]) if meta["left_on"] else None
    today = timezone.localdate(at)
    return {
        **meta,
        "joined_on": joined_on,
        "left_on": left_on,
        "has_left": left_on is not None and left_on < today,
        "takes_part": joined_on <= today and (left_on is None or left_on >= today),
        "kind_label": OrganisationKind(meta["kind"]).label,
        "note": meta["place"],
        "mark": mark_of(meta["name"], meta["kind"]),
    }


class Organisation(Positioned, PublishableSnippet):
    """A care organisation or school that takes part (deelnemende organisatie)."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=OrganisationKind, default=OrganisationKind.CARE)
    region = models.ForeignKey(
        "network.Region", verbose_name=_("region"), on_delete=models.PROTECT, related_name="organisations"
    )
    place = models.CharField(_("place"), max_length=80, blank=True)
    website = models.URLField(_("website"), blank=True)
    logo = models.ForeignKey(
        "cms.SiteImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image = models.ForeignKey(
        "cms.SiteImage",
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    summary = models.CharField(_("summary"), max_length=300, blank=True)
    description = RichTextField(_("description"), blank=True)
    contact = models.ForeignKey(
        "network.Person",
        verbose_name=_("contact"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="contact_for",
    )
    themes = ParentalManyToManyField(
        "cms.Theme", verbose_name=_("themes"), blank=True, related_name="organisations"
    )
    joined_on = models.DateField(_("takes part since"))
    left_on = models.DateField(_("took part until"), null=True, blank=True)

    objects = OrganisationQuerySet.as_manager()

    slug_source = "name"
    panels = [
        TitleFieldPanel("name"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("region"), FieldPanel("place")]),
        FieldPanel(
            "summary",
            widget=AdminAutoHeightTextInput,
            help_text=_("One or two sentences: what kind of place is it, and for whom?"),
        ),
        FieldPanel("description"),
        FieldRowPanel([FieldPanel("logo"), FieldPanel("image")]),
        FieldRowPanel(
            [
                FieldPanel("contact", help_text=_("Whom visitors can ask. Shown with name and work e-mail.")),
                FieldPanel("website"),
            ]
        ),
        FieldPanel("themes", widget=CheckboxList, help_text=_("What this organisation knows much about.")),
        position_panel,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("joined_on"), FieldPanel("left_on")])],
            heading=_("Taking part"),
            help_text=_("After the last day the organisation stands under “took part before”."),
        ),
        FieldPanel("slug", widget=SlugInput),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("kind")]
    card = CardSpec(
        kind="organisation",
        label=_("organisation"),
        title="name",
        path=Concat(Value("/organisaties/"), F("slug"), Value("/"), output_field=CharField()),
        summary="summary",
        image="logo",
        meta={
            "place": F("place"),
            "kind": F("kind"),
            "region": F("region__name"),
            "latitude": Cast("latitude", FloatField()),
            "longitude": Cast("longitude", FloatField()),
            "name": F("name"),
            "joined_on": F("joined_on"),
            "left_on": F("left_on"),
        },
        finish=finish_card,
    )

    class Meta(Positioned.Meta):
        verbose_name = _("participating organisation")
        verbose_name_plural = _("participating organisations")
        ordering = ["name"]
        constraints = [
            *Positioned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(left_on=None) | Q(left_on__gte=F("joined_on")),
                name="left_after_joined",
                violation_error_message=_("An organisation cannot leave before it joined."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def url(self):
        return self.get_absolute_url()

    @property
    def picture(self):
        """The logo, for templates; None without one or without consent."""
        return self.logo.picture if self.logo_id else None

    @property
    def mark(self) -> Mark:
        """What stands for the organisation while it has no logo."""
        return mark_of(self.name, self.kind)

    def get_absolute_url(self):
        return reverse("network:organisation", args=[self.slug])

    def public_paths(self) -> list[str]:
        """Every address that changes with the slug."""
        return [self.get_absolute_url()]

    def get_preview_template(self, request, mode_name):
        return "network/organisation.html"
