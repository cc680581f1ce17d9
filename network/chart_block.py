"""A chart that editors fill in: rows with numbers, what one sees in them, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    DateBlock,
    IntegerBlock,
    ListBlock,
    StructBlock,
    StructBlockValidationError,
)

from cms import blocks
from cms.blocks.previews import NETWORK
from cms.visit import current_visit
from network import charts
from network.charts import Shape
from network.choices import LiveCount, LiveSeries

BARS, PICTOGRAM, TIMELINE = "bars", "pictogram", "timeline"
MOST_ROWS = 12
FIRST_YEAR, LAST_YEAR = 1900, 2199
LARGEST = 1_000_000_000


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row as the template shows it. ``shape`` is drawn; ``share`` is the length of a bar in percents."""

    label: str
    number_text: str
    is_about: bool
    shape: Shape | None = None
    share: float = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """``form`` is how it is drawn: doors, bars, pictogram or timeline. ``each``: what one arch stands for."""

    title: str
    summary: str
    form: str
    unit: str
    rows: list[ChartRow]
    source: str
    as_of: date | None
    colour: str
    each: int = 0
    is_live: bool = False  # some number was counted by the site, on the day ``as_of``


class ChartRowBlock(StructBlock):
    label = CharBlock(max_length=120, label=_("what it is"))
    number = IntegerBlock(
        min_value=0,
        max_value=LARGEST,
        label=_("number"),
        help_text=_("How many there are. On a timeline: the year."),
    )
    live = ChoiceBlock(
        choices=LiveCount.choices,
        required=False,
        label=_("counted by the site"),
        help_text=_("The site counts this at each visit and adds the number above, which may be 0."),
    )
    until = IntegerBlock(
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        label=_("until the year"),
        help_text=_("Only on a timeline, when it took more than a year."),
    )
    is_about = BooleanBlock(
        required=False, label=_("about"), help_text=_("Tick this when the number is not exact.")
    )

    class Meta:
        icon = "list-ul"
        label = _("Row")


class ChartBlock(StructBlock):
    title = CharBlock(max_length=120, label=_("title"))
    kind = ChoiceBlock(
        choices=[
            (BARS, _("Doors or bars: compare numbers")),
            (PICTOGRAM, _("Small arches: one for each that was counted")),
            (TIMELINE, _("Timeline: what happened when")),
        ],
        default=BARS,
        label=_("kind"),
    )
    summary = CharBlock(
        max_length=250,
        label=_("what one sees"),
        help_text=_("One sentence that says what the chart shows, for everybody and for who cannot see it."),
    )
    unit = CharBlock(
        max_length=40,
        required=False,
        label=_("unit"),
        help_text=_("What is counted, for example: participants. Not on a timeline."),
    )
    series = ChoiceBlock(
        choices=LiveSeries.choices,
        required=False,
        label=_("rows counted by the site"),
        help_text=_("The site adds a row for each year or region. Not on a timeline."),
    )
    rows = ListBlock(ChartRowBlock(), min_num=0, max_num=MOST_ROWS, label=_("rows"))
    theme = blocks.SnippetChooser(
        "cms.Theme", required=False, label=_("pillar"), help_text=_("Gives the chart its colour.")
    )
    source = CharBlock(max_length=200, label=_("source"), help_text=_("Where the numbers come from."))
    as_of = DateBlock(required=False, label=_("counted on"))

    def clean(self, value):
        value = super().clean(value)
        if not value["rows"] and (value["kind"] == TIMELINE or not value["series"]):
            raise StructBlockValidationError({"rows": ValidationError(_("Give the chart at least one row."))})
        if value["kind"] == TIMELINE and any(map(_is_no_period, value["rows"])):
            message = _("On a timeline every number is a year, and the last year comes after the first.")
            raise StructBlockValidationError({"rows": ValidationError(message)})
        return value

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["chart"] = draw(value)
        return context

    class Meta:
        icon = "sliders"
        label = _("Chart")
        group = NETWORK
        description = _("Numbers to look at, drawn in doorways, with a table of the same numbers.")
        template = "blocks/chart.html"
        preview_value = {
            "title": "Trainingen voor werkbegeleiders",
            "kind": BARS,
            "summary": "Er waren twee keer zoveel trainingen op locatie als online.",
            "unit": "trainingen",
            "rows": [
                {"label": "op locatie", "number": 6, "until": None, "is_about": False},
                {"label": "online", "number": 3, "until": None, "is_about": False},
            ],
            "theme": None,
            "source": "Resultaten van het netwerk",
            "as_of": date(2021, 7, 1),
        }


def _is_no_period(row) -> bool:
    begins, ends = row["number"], row["until"]
    return not FIRST_YEAR <= begins <= LAST_YEAR or bool(ends and ends < begins)


def draw(value) -> Chart:
    """The chart of a block's value. A preview may still lack numbers; such a row counts as zero."""
    rows, kind = list(value["rows"]), value["kind"]
    series = value.get("series") if kind != TIMELINE else None
    is_live = kind != TIMELINE and (bool(series) or any(row.get("live") for row in rows))
    if series:
        rows = [*rows, *_series(LiveSeries(series))][-MOST_ROWS:]
    numbers = _counted(rows) if is_live else [row["number"] or 0 for row in rows]
    theme = value.get("theme")
    each = 0
    if kind == TIMELINE:
        form, shown = TIMELINE, _events(rows)
    elif kind == PICTOGRAM:
        found = charts.pictogram(numbers)
        form, each = PICTOGRAM, found.each
        shown = [_row(*one, shape=shape) for *one, shape in zip(rows, numbers, found.shapes, strict=True)]
    elif len(rows) <= charts.MOST_DOORS:
        form, shapes = "doors", charts.doors(numbers)
        shown = [_row(*one, shape=shape) for *one, shape in zip(rows, numbers, shapes, strict=True)]
    else:
        form, shares = BARS, charts.shares(numbers)
        shown = [_row(*one, share=share) for *one, share in zip(rows, numbers, shares, strict=True)]
    return Chart(
        title=value["title"],
        summary=value["summary"],
        form=form,
        unit=value.get("unit") or "",
        rows=shown,
        source=value["source"],
        as_of=timezone.localdate(_moment()) if is_live else value.get("as_of"),
        colour=theme.colour if theme else "plum",
        each=each,
        is_live=is_live,
    )


def _counted(rows: list) -> list[int]:
    """The number of each row, with what the site counts for it added; a query for each thing counted."""
    from network.participation import live_numbers  # built on the models, which hold this block

    found = live_numbers({row["live"] for row in rows if row.get("live")}, _moment())
    return [(row["number"] or 0) + found.get(row.get("live"), 0) for row in rows]


def _series(series: LiveSeries) -> list[dict]:
    """A row for each year or region, in two queries."""
    from network.participation import live_series  # built on the models, which hold this block

    counted = live_series(series, _moment())
    return [{"label": label, "number": number, "is_about": False} for label, number in counted]


def _moment() -> datetime:
    visit = current_visit()
    return visit.at if visit else timezone.now()


def _row(row, number: int, **drawn) -> ChartRow:
    text = number_format(number, force_grouping=True)
    return ChartRow(row["label"], text, bool(row["is_about"]), **drawn)


def _events(rows: list) -> list[ChartRow]:
    ordered = sorted(rows, key=lambda row: (row["number"] or 0, row["until"] or 0))
    return [
        ChartRow(row["label"], charts.span(row["number"] or 0, row["until"]), bool(row["is_about"]))
        for row in ordered
    ]
