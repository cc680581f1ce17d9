from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    ListBlock,
    StructBlock,
    StructValue,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from cms.blocks.choosers import PageChooser
from cms.blocks.previews import POINT, WRITE, PreviewsWithRecords
from cms.blocks.text import TextBlock


class LinkValue(StructValue):
    @property
    def href(self) -> str:
        """The address of the chosen page, or the typed one; empty when the page is not public."""
        page = self.get("page")
        return page.url if page else self.get("url", "")


class CallToActionBlock(StructBlock):
    title = CharBlock(max_length=100, label=_("title"))
    text = CharBlock(max_length=250, required=False, label=_("text"))
    page = PageChooser(required=False, label=_("page"))
    url = CharBlock(max_length=250, required=False, label=_("other address"))
    label = CharBlock(max_length=40, label=_("label of the button"))

    def clean(self, value):
        value = super().clean(value)
        if bool(value["page"]) == bool(value["url"]):
            raise ValidationError(_("Choose a page or type an address: one of the two."))
        if value["url"] and not value["url"].startswith(("/", "https://", "mailto:")):
            raise ValidationError(_("Start the address with / or https://."))
        return value

    class Meta:
        icon = "link"
        group = POINT
        label = _("Call to action")
        help_text = _(
            "Choose a page, or type an address such as /trainingen/. The button says what happens: "
            "“Read the guide”, not “Click here”."
        )
        description = _("One clear next step, with a button.")
        template = "blocks/call_to_action.html"
        value_class = LinkValue
        preview_value = {
            "title": "Ook een kijkje nemen?",
            "text": "Vraag je praktijkopleider naar een uitwisselingsstage.",
            "page": None,
            "url": "/handreikingen/",
            "label": "Lees de handreiking",
        }


class QuestionBlock(StructBlock):
    question = CharBlock(max_length=200, label=_("question"))
    answer = TextBlock(label=_("answer"))

    class Meta:
        icon = "help"
        label = _("Question")


class QuestionsBlock(StructBlock):
    heading = CharBlock(max_length=120, required=False, label=_("heading"))
    items = ListBlock(QuestionBlock(), label=_("questions"), min_num=1)
    folded = BooleanBlock(
        required=False,
        label=_("fold the answers"),
        help_text=_("Visitors open an answer themselves. Not for interviews."),
    )

    class Meta:
        icon = "help"
        group = WRITE
        label = _("Questions and answers")
        description = _("An interview, or questions that visitors often ask.")
        template = "blocks/questions.html"
        preview_value = {
            "heading": "Veelgestelde vragen",
            "items": [{"question": "Hoe lang duurt het?", "answer": "<p>Vier weken.</p>"}],
            "folded": False,
        }


class StepBlock(StructBlock):
    title = CharBlock(max_length=150, label=_("title"))
    text = TextBlock(required=False, features=["bold", "italic", "ul", "link"], label=_("text"))

    class Meta:
        icon = "list-ol"
        label = _("Step")


class StepsBlock(StructBlock):
    heading = CharBlock(max_length=120, required=False, label=_("heading"))
    kind = ChoiceBlock(
        choices=[("ordered", _("Numbered steps")), ("checklist", _("Checklist to tick"))],
        default="ordered",
        label=_("kind"),
    )
    items = ListBlock(StepBlock(), label=_("steps"), min_num=1)

    class Meta:
        icon = "list-ol"
        group = WRITE
        label = _("Steps or checklist")
        description = _("Numbered steps, or a checklist that can be printed and ticked.")
        template = "blocks/steps.html"
        preview_value = {
            "heading": "Voorbereiden",
            "kind": "checklist",
            "items": [{"title": "Vraag wie er mee wil", "text": ""}, {"title": "Prik een datum", "text": ""}],
        }


class TableBlock(StructBlock):
    caption = CharBlock(max_length=150, label=_("what the table shows"))
    table = TypedTableBlock([("text", CharBlock(required=False, label=_("text")))], label=_("table"))

    class Meta:
        icon = "table"
        group = WRITE
        label = _("Table")
        help_text = _("The first line says what the table shows. It is read aloud before the table.")
        description = _("For facts in rows and columns. On a phone a list reads better.")
        template = "blocks/table.html"
        preview_value = {
            "caption": "Wie doet wat",
            "table": {
                "columns": [{"type": "text", "heading": "Wie"}, {"type": "text", "heading": "Wat"}],
                "rows": [
                    {"values": ["Leerling", "Kiest een leervraag"]},
                    {"values": ["Begeleider", "Kijkt mee"]},
                ],
            },
        }


class RelatedPagesBlock(PreviewsWithRecords, StructBlock):
    heading = CharBlock(max_length=120, default=_("Read on"), label=_("heading"))
    pages = ListBlock(PageChooser(label=_("page")), label=_("pages"), min_num=1, max_num=6)

    preview_records = {"pages": 3}
    preview_texts = {"heading": "Lees verder"}

    class Meta:
        icon = "doc-full-inverse"
        group = POINT
        label = _("Related pages")
        description = _("Cards of one to six pages to read next.")
        template = "blocks/related_pages.html"
