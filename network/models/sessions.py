from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable


class TrainingSession(Orderable):
    """A further part of a training on another moment (dagdeel)."""

    event = ParentalKey("network.TrainingEvent", on_delete=models.CASCADE, related_name="further_sessions")
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    note = models.CharField(_("subject or place"), max_length=150, blank=True)

    panels = [FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]), FieldPanel("note")]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="session_ends_after_it_begins",
                violation_error_message=_("The session must end after it begins."),
            )
        ]
