from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.models import Page, PageManager, PageQuerySet, PageViewRestriction
from wagtail.search import index

from cms.cards import CardQuerySetMixin
from cms.restrictions import unrestricted
from cms.widgets import CheckboxList


class PageTag(TaggedItemBase):
    """A free tag on a page of any type."""

    content_object = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="tagged_items")


class BasePageQuerySet(CardQuerySetMixin, PageQuerySet):
    def visible(self, at=None):
        """Pages that everybody may see at the aware datetime ``at`` (default now).

        Live, not past their expiry even when the scheduler is late, and neither they nor a page above them
        stands behind a login, group or password. No extra query.
        """
        at = at or timezone.now()
        return self.filter(
            Q(expire_at=None) | Q(expire_at__gt=at), unrestricted(PageViewRestriction, "page"), live=True
        )

    def newest_first(self):
        """By the date that the card shows, else by first publication; undated last."""
        on = self.model.card.on if getattr(self.model, "card", None) and self.model.card.on else None
        return self.order_by(models.F(on or "first_published_at").desc(nulls_last=True), "-pk")


class BasePage(Page):
    """What every page of the site has: a standfirst, an image for lists, themes, tags, audience, an owner."""

    standfirst = models.CharField(
        _("standfirst"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences that say what this is about. Shown on top, in lists and in feeds."),
    )
    listing_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown on top of the page and on cards."),
    )
    themes = ParentalManyToManyField(
        "cms.Theme", verbose_name=_("themes"), blank=True, related_name="%(class)ss"
    )
    audiences = ParentalManyToManyField(
        "cms.Audience", verbose_name=_("for whom"), blank=True, related_name="%(class)ss"
    )
    tags = ClusterTaggableManager(through=PageTag, blank=True, verbose_name=_("tags"))
    social_title = models.CharField(
        _("title for social media"),
        max_length=100,
        blank=True,
        help_text=_("Only when it should differ from the title."),
    )
    social_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("image for social media"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Only when it should differ from the image above."),
    )
    keeper = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("page owner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="kept_%(class)ss",
        help_text=_("Who keeps this page right."),
    )
    review_on = models.DateField(
        _("review on"),
        null=True,
        blank=True,
        help_text=_("On this day the page appears in the dashboard to be read again."),
    )

    objects = PageManager.from_queryset(BasePageQuerySet)()

    content_panels = [
        *Page.content_panels,
        FieldPanel("standfirst", widget=AdminAutoHeightTextInput),
        FieldPanel("listing_image"),
    ]
    finding_panels = [
        FieldPanel(
            "themes",
            widget=CheckboxList,
            help_text=_("The page then also stands on the pages of these themes."),
        ),
        FieldPanel("audiences", widget=CheckboxList),
        FieldPanel("tags", help_text=_("Free words for the search, with commas between them.")),
    ]
    promote_panels = [
        *Page.promote_panels,
        MultiFieldPanel([FieldPanel("social_title"), FieldPanel("social_image")], heading=_("Social media")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("keeper"), FieldPanel("review_on")])], heading=_("Keeping it right")
        ),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("standfirst"),
        index.FilterField("review_on"),
    ]

    api_fields = ["standfirst", "theme_slugs"]

    class Meta:
        abstract = True

    @property
    def theme_slugs(self) -> list[str]:
        """The themes by their web address, for the API. One query."""
        return [theme.slug for theme in self.themes.all()]

    @classproperty
    def edit_handler(cls):
        """Tabs: what it says, how it is found, how it is shared and kept."""
        return TabbedInterface(
            [
                ObjectList(cls.content_panels, heading=_("Content")),
                ObjectList(cls.finding_panels, heading=_("Finding")),
                ObjectList([*cls.promote_panels, *cls.settings_panels], heading=_("Sharing and keeping")),
            ],
            base_form_class=cls.base_form_class,
        )

    def serve(self, request, *args, **kwargs):
        """The page, or the answer of the view that an app registered for its type (`cms.page_context`)."""
        from cms.page_context import answer, answers_forms  # built on these models

        response = answer(self, request) or super().serve(request, *args, **kwargs)
        if answers_forms(type(self)):
            response.headers["Cache-Control"] = "no-store"  # each form has a number of its own
        return response

    def get_context(self, request, *args, **kwargs):
        """The page and what the app's view adds for its type (`cms.page_context`)."""
        from cms.page_context import build_context  # built on these models

        context = super().get_context(request, *args, **kwargs)
        context.update(build_context(self, request))
        return context
