from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, StructBlock, StructValue, TextBlock, URLBlock

from cms.blocks.choosers import DocumentChooser, ImageChooser, MediaChooser
from cms.blocks.previews import SHOW, PreviewsWithRecords


class ImageBlock(PreviewsWithRecords, StructBlock):
    image = ImageChooser(label=_("image"))
    caption = CharBlock(max_length=250, required=False, label=_("caption"))
    layout = ChoiceBlock(
        choices=[("column", _("As wide as the text")), ("wide", _("Wider")), ("arch", _("In an arch"))],
        default="column",
        label=_("layout"),
    )

    preview_records = {"image": None}
    preview_texts = {"caption": "Drie bogen, drie pijlers", "layout": "column"}
    preview_order = "pk"  # the newest are often marks and portraits

    class Meta:
        icon = "image"
        group = SHOW
        label = _("Image")
        help_text = _("A caption says what the picture adds. It is not the alternative text.")
        description = _("One image with a caption. The credit comes from the image itself.")
        template = "blocks/image.html"


class VideoBlock(PreviewsWithRecords, StructBlock):
    video = MediaChooser(label=_("film"))
    caption = CharBlock(max_length=250, required=False, label=_("caption"))

    preview_records = {"video": None}
    preview_texts = {"caption": "Een korte film met ondertiteling"}

    class Meta:
        icon = "media"
        group = SHOW
        label = _("Film")
        description = _("A film of our own, with captions and transcript.")
        template = "blocks/video.html"


class DocumentBlock(PreviewsWithRecords, StructBlock):
    document = DocumentChooser(label=_("document"))
    intro = TextBlock(max_length=300, required=False, rows=2, label=_("what it is for"))

    preview_records = {"document": None}
    preview_texts = {"intro": "Om te lezen voor je begint."}

    class Meta:
        icon = "doc-full"
        group = SHOW
        label = _("Document")
        description = _("A download, with type, size and number of pages.")
        template = "blocks/document.html"


class EmbedValue(StructValue):
    @property
    def player_url(self) -> str:
        """The address of the player that is loaded after a click, without tracking where that is offered."""
        return player_url(self["url"]) or ""

    @property
    def provider(self) -> str:
        return "YouTube" if "youtube" in self.player_url else "Vimeo"


def player_url(url: str) -> str | None:
    """The player's address for a film on YouTube or Vimeo; None for any other address."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    if host == "youtube.com":
        key = parse_qs(parts.query).get("v", [""])[0]
    elif host in ("youtu.be", "vimeo.com"):
        key = parts.path.strip("/")
    else:
        return None
    if not key.replace("-", "").replace("_", "").isalnum():
        return None
    if host == "vimeo.com":
        return f"https://player.vimeo.com/video/{key}?dnt=1"
    return f"https://www.youtube-nocookie.com/embed/{key}"


class EmbedBlock(StructBlock):
    """A film on another site. Nothing is loaded from there before the visitor clicks."""

    url = URLBlock(label=_("address of the film"), help_text=_("A film on YouTube or Vimeo."))
    title = CharBlock(max_length=150, label=_("title"))
    poster = ImageChooser(required=False, label=_("image shown before the click"))

    def clean(self, value):
        value = super().clean(value)
        if player_url(value["url"]) is None:
            raise ValidationError(_("This is not the address of a film on YouTube or Vimeo."))
        return value

    class Meta:
        icon = "link-external"
        group = SHOW
        label = _("Film on another site")
        help_text = _("The title stands on the button, so that visitors know what they open.")
        description = _("Asks the visitor first: nothing is loaded from the other site before a click.")
        template = "blocks/embed.html"
        value_class = EmbedValue
        preview_value = {"url": "https://vimeo.com/1", "title": "Kijkje bij een bijeenkomst", "poster": None}
