from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.search import index

from network.choices import GroupKind, Seat


class WorkingGroup(index.Indexed, ClusterableModel):
    """A steering, project or preparation group. Who is missing is computed by `network.groups`."""

    title = models.CharField(_("title"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=15, choices=GroupKind)
    theme = models.ForeignKey(
        "cms.Theme",
        verbose_name=_("pillar"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="groups",
        help_text=_("For a preparation group: the pillar that it prepares."),
    )
    purpose = models.TextField(_("what the group does"), blank=True)
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Lower numbers come first.")
    )

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("theme"), FieldPanel("position")]),
        FieldPanel("purpose"),
        InlinePanel("members", heading=_("Who sits at the table"), label=_("member")),
    ]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta:
        verbose_name = _("working group")
        verbose_name_plural = _("working groups")
        ordering = ["position", "title"]

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        if self.kind == GroupKind.PREPARATION and not self.theme_id:
            raise ValidationError({"theme": _("Choose the pillar that this group prepares.")})


class GroupMember(Orderable):
    """One seat in a working group. A seat may be taken without a name on the site."""

    group = ParentalKey(WorkingGroup, on_delete=models.CASCADE, related_name="members")
    seat = models.CharField(_("seat"), max_length=20, choices=Seat, default=Seat.DELEGATE)
    organisation = models.ForeignKey(
        "network.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="group_seats",
    )
    person = models.ForeignKey(
        "network.Person",
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="group_seats",
        help_text=_("Optional: leave empty when the name should not be on the site."),
    )

    panels = [FieldRowPanel([FieldPanel("seat"), FieldPanel("organisation"), FieldPanel("person")])]

    def clean(self):
        super().clean()
        if self.seat == Seat.DELEGATE and not self.organisation_id:
            raise ValidationError(
                {"organisation": _("Choose the organisation that this delegate speaks for.")}
            )
