"""Blocks that show the network's own records; what they choose comes with the references of the page."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, IntegerBlock, ListBlock, StreamBlock, StructBlock, TextBlock

from cms import blocks, cards
from cms.blocks.previews import NETWORK, WRITE
from cms.visit import current_visit
from network.chart_block import ChartBlock

MOST_TRAININGS = 6  # in one block


class QuoteBlock(StructBlock):
    text = TextBlock(max_length=500, rows=3, label=_("text"))
    person = blocks.SnippetChooser("network.Person", required=False, label=_("person"))
    name = CharBlock(max_length=120, required=False, label=_("name, when it is nobody of the list"))
    role = CharBlock(max_length=120, required=False, label=_("role"))

    def clean(self, value):
        value = super().clean(value)
        if bool(value["person"]) == bool(value["name"]):
            raise ValidationError(_("Choose a person or type a name: one of the two."))
        return value

    class Meta:
        icon = "openquote"
        group = WRITE
        label = _("Quote")
        description = _("What somebody said, with who said it.")
        template = "blocks/quote.html"
        preview_value = {
            "text": "Ik stelde een vraag en opeens dacht het hele team mee.",
            "person": None,
            "name": "Een leerling",
            "role": "derdejaars",
        }


class FiguresBlock(blocks.PreviewsWithRecords, StructBlock):
    heading = CharBlock(max_length=120, required=False, label=_("heading"))
    figures = ListBlock(
        blocks.SnippetChooser("network.ResultFigure"), label=_("figures"), min_num=1, max_num=6
    )

    preview_records = {"figures": 3}
    preview_texts = {"heading": "Wat het opleverde"}

    class Meta:
        icon = "order"
        group = NETWORK
        label = _("Result figures")
        description = _("One to six figures with their source. They change everywhere at once.")
        template = "blocks/figures.html"


class OrganisationsBlock(blocks.PreviewsWithRecords, StructBlock):
    heading = CharBlock(max_length=120, required=False, label=_("heading"))
    organisations = ListBlock(
        blocks.SnippetChooser("network.Organisation"), label=_("organisations"), min_num=1, max_num=12
    )

    preview_records = {"organisations": 4}
    preview_texts = {"heading": "Zij doen mee"}

    class Meta:
        icon = "group"
        group = NETWORK
        label = _("Organisations")
        description = _("The marks of the organisations that you choose.")
        template = "blocks/organisations.html"


class UpcomingTrainingsBlock(StructBlock):
    """The next trainings, of one theme or all. They come with the references of the page."""

    heading = CharBlock(max_length=120, default=_("Trainings to come"), label=_("heading"))
    theme = blocks.SnippetChooser("cms.Theme", required=False, label=_("only of this theme"))
    number = IntegerBlock(min_value=1, max_value=MOST_TRAININGS, default=3, label=_("how many"))

    def to_python(self, value):
        ask_for_trainings(value.get("theme"))
        return super().to_python(value)

    def bulk_to_python(self, values):
        for value in values:
            ask_for_trainings(value.get("theme"))
        return super().bulk_to_python(values)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        theme = value.get("theme")
        found = sorted(
            ask_for_trainings(theme.pk if theme else None), key=lambda card: card.meta["starts_at"]
        )
        context["trainings"] = found[: value.get("number") or MOST_TRAININGS]
        return context

    class Meta:
        icon = "date"
        group = NETWORK
        label = _("Trainings to come")
        description = _("The next trainings, kept up to date by itself.")
        template = "blocks/upcoming_trainings.html"
        preview_value = {"heading": "Trainingen die eraan komen", "theme": None, "number": 3}


def ask_for_trainings(theme_pk: int | None) -> list[cards.Card]:
    """The next trainings of a theme (None: of all), a lazy list without order. Outside a visit: none."""
    if current_visit() is None:
        return []
    if theme_pk:
        return cards.want(f"trainings-{theme_pk}", _trainings, shape="theme", theme=theme_pk)
    return cards.want("trainings-all", _trainings)


def _trainings(at: datetime, **themes: int) -> QuerySet:
    events = cards.model_of("training").objects.visible(at).filter(cancelled_at=None)
    if themes:
        events = events.filter(themes=themes["theme"])
    return cards.first(events.upcoming(at), MOST_TRAININGS)


class EventBodyBlock(StreamBlock):
    """What the body of a training may hold."""

    heading = blocks.HeadingBlock()
    text = blocks.TextBlock()
    steps = blocks.StepsBlock()
    questions = blocks.QuestionsBlock()
    image = blocks.ImageBlock()
    quote = QuoteBlock()
    document = blocks.DocumentBlock()


class BodyBlock(EventBodyBlock):
    """What the body of a story, guide or text page may hold."""

    video = blocks.VideoBlock()
    embed = blocks.EmbedBlock()
    figures = FiguresBlock()
    chart = ChartBlock()
    table = blocks.TableBlock()
    call_to_action = blocks.CallToActionBlock()
    organisations = OrganisationsBlock()
    upcoming_trainings = UpcomingTrainingsBlock()
    related_pages = blocks.RelatedPagesBlock()
