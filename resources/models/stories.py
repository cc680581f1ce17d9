from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.models import BasePage
from cms.widgets import CheckboxList
from network.blocks import BodyBlock


class StoryPage(BasePage):
    """What news, interviews, animations, guides and good practices share: a date, a body, organisations."""

    published_on = models.DateField(
        _("date"), default=timezone.localdate, help_text=_("Shown with the story.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    organisations = ParentalManyToManyField(
        "network.Organisation", verbose_name=_("organisations"), blank=True, related_name="%(class)ss"
    )

    content_panels = [*BasePage.content_panels, FieldPanel("published_on"), FieldPanel("body")]
    finding_panels = [*BasePage.finding_panels, FieldPanel("organisations", widget=CheckboxList)]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.FilterField("published_on"),
    ]
    api_fields = [*BasePage.api_fields, "published_on"]

    class Meta:
        abstract = True


class StoryIndexPage(BasePage):
    """A listing of stories of one kind, with filters."""

    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1

    class Meta:
        abstract = True
