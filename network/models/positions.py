"""Where something is on the map: optional latitude and longitude, both or none."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

DEGREES = {"max_digits": 8, "decimal_places": 5, "null": True, "blank": True}  # five decimals: about a metre
# The Netherlands, the islands overseas and a good margin of Europe; a swapped pair falls outside.
SOUTH, NORTH, WEST, EAST = Decimal(11), Decimal(72), Decimal(-70), Decimal(32)


class Positioned(models.Model):
    """Degrees in the system of GPS and online maps (WGS 84)."""

    latitude = models.DecimalField(
        _("latitude"),
        **DEGREES,
        validators=[MinValueValidator(SOUTH), MaxValueValidator(NORTH)],
        help_text=_("The first number that a map on the web gives, for example 51.55660."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        **DEGREES,
        validators=[MinValueValidator(WEST), MaxValueValidator(EAST)],
        help_text=_("The second number, for example 5.09190."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="%(class)s_position_is_whole",
                violation_error_message=_("Fill in latitude and longitude, or neither of the two."),
            )
        ]

    @property
    def position(self) -> tuple[float, float] | None:
        """Latitude and longitude; None when nobody filled them in."""
        if self.latitude is None or self.longitude is None:
            return None
        return float(self.latitude), float(self.longitude)


position_panel = MultiFieldPanel(
    [FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")])],
    heading=_("Place on the map"),
    help_text=_(
        "Leave both empty to keep it off the map. Most maps on the web give both numbers when you click with "
        "the right button."
    ),
)
