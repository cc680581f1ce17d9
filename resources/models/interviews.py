from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from cms.cards import CardSpec
from resources.models.stories import StoryIndexPage, StoryPage


class InterviewIndexPage(StoryIndexPage):
    subpage_types = ["resources.InterviewPage"]

    class Meta:
        verbose_name = _("list of interviews")


class InterviewPage(StoryPage):
    """A talk with people of the network; questions and answers are blocks of the body."""

    portrait = models.ForeignKey(
        "cms.SiteImage",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Upright, shown in an arch. Without it the image above is used."),
    )

    parent_page_types = ["resources.InterviewIndexPage"]
    subpage_types = []
    content_panels = [
        *StoryPage.content_panels[:-1],
        FieldPanel("portrait"),
        InlinePanel("interviewees", heading=_("Who is interviewed"), label=_("interviewee")),
        StoryPage.content_panels[-1],
    ]
    card = CardSpec(kind="interview", label=_("interview"), on="published_on")

    class Meta:
        verbose_name = _("interview")
        verbose_name_plural = _("interviews")


class Interviewee(Orderable):
    """Who is interviewed: a person of the list, or a name typed here; never both."""

    page = ParentalKey(InterviewPage, on_delete=models.CASCADE, related_name="interviewees")
    person = models.ForeignKey(
        "network.Person",
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="interviews",
    )
    name = models.CharField(_("name, when it is nobody of the list"), max_length=120, blank=True)
    role = models.CharField(_("role"), max_length=120, blank=True)

    panels = [FieldPanel("person"), FieldRowPanel([FieldPanel("name"), FieldPanel("role")])]

    def clean(self):
        super().clean()
        if bool(self.person_id) == bool(self.name):
            raise ValidationError({"person": _("Choose a person or type a name: one of the two.")})
