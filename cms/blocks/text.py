from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, RichTextBlock, StructBlock

from cms.blocks.previews import WRITE
from cms.glossary import ask_for_text


class HeadingBlock(StructBlock):
    """A heading inside the body. The page title is level 1, so these are 2 and 3."""

    text = CharBlock(max_length=120, label=_("text"))
    level = ChoiceBlock(
        choices=[("2", _("Heading")), ("3", _("Smaller heading"))], default="2", label=_("level")
    )

    class Meta:
        icon = "title"
        group = WRITE
        label = _("Heading")
        description = _("Divides a long text, and makes the table of contents of a guide.")
        template = "blocks/heading.html"
        preview_value = {"text": "Een dag meekijken bij de buren", "level": "2"}


class TextBlock(RichTextBlock):
    """Running text with the few formats that survive copy and paste."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", ["bold", "italic", "ol", "ul", "link", "document-link"])
        super().__init__(**kwargs)

    def to_python(self, value):
        ask_for_text(value)
        return super().to_python(value)

    class Meta:
        icon = "pilcrow"
        group = WRITE
        label = _("Text")
        description = _("Paragraphs, lists and links.")
        template = "blocks/text.html"
        preview_value = (
            "<p>Op de werkplek leer je het meest. Daarom kijken leerlingen ook <b>bij een ander</b> "
            "in de keuken.</p><ul><li>Wat doen zij anders?</li><li>Wat neem je mee?</li></ul>"
        )
