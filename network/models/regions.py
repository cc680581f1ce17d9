from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from network.ground import GroundError, read_ground
from network.models.positions import Positioned, position_panel


def validate_ground(value) -> None:
    try:
        read_ground(value)
    except GroundError as refusal:
        raise ValidationError(refusal.message) from refusal


class Region(index.Indexed, models.Model):
    """A part of the country in which organisations train students together."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("web address"), max_length=80, unique=True)
    summary = models.CharField(_("summary"), max_length=250, blank=True)
    map_ground = models.JSONField(
        _("ground of the map"),
        default=dict,
        blank=True,
        validators=[validate_ground],
        help_text=_(
            "GeoJSON, as drawing tools for maps make it: points, lines and areas with a property kind "
            "(place, built, wood, heath, water) and, for a place, a name. Empty: the map shows points only."
        ),
    )

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("summary"), FieldPanel("map_ground")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["name"]

    def __str__(self):
        return self.name


class Venue(index.Indexed, Positioned):
    """A place where trainings are held, described once and chosen many times."""

    name = models.CharField(_("name"), max_length=120)
    street = models.CharField(_("street and number"), max_length=120, blank=True)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True)
    place = models.CharField(_("place"), max_length=80)
    travel_note = models.TextField(
        _("how to get there"), blank=True, help_text=_("Bus stop, parking, entrance, lift, induction loop …")
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("street"),
        FieldRowPanel([FieldPanel("postcode"), FieldPanel("place")]),
        FieldPanel("travel_note"),
        position_panel,
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.AutocompleteField("place"),
    ]

    class Meta(Positioned.Meta):
        verbose_name = _("venue")
        verbose_name_plural = _("venues")
        ordering = ["name"]

    def __str__(self):
        return f"{self.name}, {self.place}"

    @property
    def address(self) -> str:
        """Name, street, postcode and place in one line, for calendars and maps."""
        return ", ".join(
            part for part in (self.name, self.street, f"{self.postcode} {self.place}".strip()) if part
        )
