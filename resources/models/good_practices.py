from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from cms.cards import CardSpec
from resources.models.stories import StoryIndexPage, StoryPage


class GoodPracticeIndexPage(StoryIndexPage):
    subpage_types = ["resources.GoodPracticePage"]

    class Meta:
        verbose_name = _("list of good practices")


class GoodPracticePage(StoryPage):
    """A good practice, told by the three fixed questions of the network's leaflet."""

    what_it_brings = RichTextField(_("What does it bring?"), blank=True)
    what_others_learn = RichTextField(_("What can others learn from it?"), blank=True)
    why_good_example = RichTextField(_("Why is it a good example?"), blank=True)

    parent_page_types = ["resources.GoodPracticeIndexPage"]
    subpage_types = []
    content_panels = [
        *StoryPage.content_panels[:-1],
        MultiFieldPanel(
            [
                FieldPanel("what_it_brings"),
                FieldPanel("what_others_learn"),
                FieldPanel("why_good_example"),
            ],
            heading=_("The three questions"),
        ),
        StoryPage.content_panels[-1],
    ]
    search_fields = [
        *StoryPage.search_fields,
        index.SearchField("what_it_brings"),
        index.SearchField("what_others_learn"),
        index.SearchField("why_good_example"),
    ]
    card = CardSpec(kind="good_practice", label=_("good practice"), on="published_on")

    class Meta:
        verbose_name = _("good practice")
        verbose_name_plural = _("good practices")
