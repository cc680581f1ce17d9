from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.cards import CardSpec
from cms.models import BasePage
from network.blocks import BodyBlock


class HomePage(BasePage):
    """The front page: what the network does in one sentence, and ways into everything else."""

    headline = models.CharField(
        _("headline"),
        max_length=120,
        blank=True,
        help_text=_("One sentence that says what the network does."),
    )
    featured_animation = models.ForeignKey(
        "resources.AnimationPage",
        verbose_name=_("featured animation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    start_title = models.CharField(_("title of the invitation"), max_length=100, blank=True)
    start_text = models.CharField(_("text of the invitation"), max_length=300, blank=True)
    start_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page of the invitation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(BodyBlock(), verbose_name=_("further blocks"), blank=True)

    parent_page_types = ["wagtailcore.Page"]
    content_panels = [
        *BasePage.content_panels[:1],
        FieldPanel("headline"),
        *BasePage.content_panels[1:],
        FieldPanel("featured_animation"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("start_title"), FieldPanel("start_page")]), FieldPanel("start_text")],
            heading=_("Start in your own region"),
        ),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("front page")


class TextPage(BasePage):
    """A page of text and blocks: a statement, an explanation, a part of a section."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    parent_page_types = ["home.HomePage", "home.SectionPage"]
    subpage_types = []
    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    card = CardSpec(kind="page", label=_("page"))

    class Meta:
        verbose_name = _("text page")
        verbose_name_plural = _("text pages")


class SectionPage(BasePage):
    """A page with pages below it, which it shows."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.TextPage", "home.GroupsPage", "home.ResultsPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("section page")
        verbose_name_plural = _("section pages")


class GroupsPage(BasePage):
    """How the network is organised: its working groups, always from the records."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    parent_page_types = ["home.SectionPage"]
    subpage_types = []
    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("page of the working groups")


class ResultsPage(BasePage):
    """What the network achieved: every result figure with its source."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    parent_page_types = ["home.SectionPage"]
    subpage_types = []
    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("page of the results")


class ThemeIndexPage(BasePage):
    """/themas/: the pillars and the other themes. The themes themselves are snippets."""

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of themes")
