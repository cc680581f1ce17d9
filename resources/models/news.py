from django.utils.translation import gettext_lazy as _

from cms.cards import CardSpec
from resources.models.stories import StoryIndexPage, StoryPage


class NewsIndexPage(StoryIndexPage):
    subpage_types = ["resources.NewsPage"]

    class Meta:
        verbose_name = _("list of news")


class NewsPage(StoryPage):
    """News of the network (nieuws)."""

    parent_page_types = ["resources.NewsIndexPage"]
    subpage_types = []
    card = CardSpec(kind="news", label=_("news"), on="published_on")

    class Meta:
        verbose_name = _("news story")
        verbose_name_plural = _("news stories")
