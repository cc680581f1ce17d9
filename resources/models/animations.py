from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from cms.blocks.media import player_url
from cms.cards import CardSpec
from cms.durations import minutes_and_seconds
from resources.models.stories import StoryIndexPage, StoryPage


class AnimationIndexPage(StoryIndexPage):
    subpage_types = ["resources.AnimationPage"]

    class Meta:
        verbose_name = _("list of animations")


def with_length(meta: dict, at: datetime) -> dict:
    """A card says how long the film takes, when that is known."""
    if meta["duration"]:
        meta["note"] = gettext("%(length)s minutes") % {"length": minutes_and_seconds(meta["duration"])}
    return meta


class AnimationPage(StoryPage):
    """An animated film: our own file with captions and transcript, or a film elsewhere behind a click."""

    video = models.ForeignKey(
        "cms.SiteMedia",
        verbose_name=_("film"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    embed_url = models.URLField(
        _("or a film on YouTube or Vimeo"),
        blank=True,
        help_text=_("Nothing is loaded from there before the visitor clicks."),
    )
    embed_transcript = models.TextField(_("transcript of the film elsewhere"), blank=True)
    can_download = models.BooleanField(_("visitors may download the film"), default=True)

    parent_page_types = ["resources.AnimationIndexPage"]
    subpage_types = []
    content_panels = [
        *StoryPage.content_panels[:-1],
        MultiFieldPanel(
            [
                FieldPanel("video"),
                FieldPanel("can_download"),
                FieldPanel("embed_url"),
                FieldPanel("embed_transcript"),
            ],
            heading=_("Film"),
        ),
        StoryPage.content_panels[-1],
    ]
    card = CardSpec(
        kind="animation",
        label=_("animation"),
        on="published_on",
        meta={"duration": F("video__duration"), "video": F("video")},
        finish=with_length,
    )

    class Meta:
        verbose_name = _("animation")
        verbose_name_plural = _("animations")

    def clean(self):
        super().clean()
        if self.video_id and self.embed_url:
            raise ValidationError({"embed_url": _("Choose a film of our own or one elsewhere, not both.")})
        if self.embed_url and player_url(self.embed_url) is None:
            raise ValidationError({"embed_url": _("This is not the address of a film on YouTube or Vimeo.")})
