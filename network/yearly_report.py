"""The yearly report: what was done in a year, on one page, with what each number means (`participation`)."""

from __future__ import annotations

import io

from django.template.loader import get_template, render_to_string
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl import Workbook

from cms.models import SiteSettings
from cms.spreadsheets import cell
from network.calendars import ZONE
from network.participation import Line, Participation, participation

MOST_YEARS = 5  # beside each other: this one and those before it
DEFINITIONS = (
    (
        gettext_lazy("Training"),
        gettext_lazy(
            "Every training, meeting and information session that was published, was not called off, and has "
            "ended. It counts in the year in which it began."
        ),
    ),
    (
        gettext_lazy("Participant"),
        gettext_lazy(
            "Somebody with a place at such a training. Did the organiser note who was there? Then only they "
            "count. Who came to three trainings counts three times. Who waited or cancelled does not count."
        ),
    ),
    (
        gettext_lazy("Organisation"),
        gettext_lazy(
            "An organisation of which somebody took part. It counts once in each line, so the lines together "
            "can be more than the total."
        ),
    ),
)
TABLES = (
    ("kind", gettext_lazy("By kind")),
    ("form", gettext_lazy("By form")),
    ("region", gettext_lazy("By region")),
)


def context(found: Participation) -> dict:
    """What the page, the PDF and the spreadsheet show of ``found``, the numbers of one year."""
    at = localtime(found.at, ZONE)
    by_year = [line for line in participation(found.at).by["year"] if int(line.label) <= found.year]
    site = SiteSettings.objects.filter(site__is_default_site=True).first() or SiteSettings()
    return {
        "title": _("Yearly report %(year)s") % {"year": found.year},
        "site_name": site.name,
        "year": found.year,
        "is_unfinished": found.year == at.year,
        "as_of": _("Counted on %(day)s at %(time)s.")
        % {"day": date_format(at, "j F Y"), "time": date_format(at, "H.i")},
        "total": found.total,
        "tables": [
            *({"title": title, "lines": found.by[name]} for name, title in TABLES),
            {"title": _("By year"), "lines": by_year[-MOST_YEARS:]},
        ],
        "definitions": DEFINITIONS,
    }


def as_pdf(found: Participation) -> bytes:
    """One tagged A4 (PDF/UA). Raises ImportError or OSError where WeasyPrint or Pango is missing."""
    from cms.pdf import make_pdf  # heavy, and optional

    stylesheet = get_template("network/yearly_report.css").template.source
    return make_pdf(render_to_string("network/yearly_report_print.html", context(found)), stylesheet).content


def as_xlsx(found: Participation) -> bytes:
    """One sheet; numbers are numbers, and every other cell is text, never a formula."""
    told = context(found)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(str(found.year))
    for letter, width in zip("ABCD", (44, 14, 14, 14), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.append([cell(sheet, told["title"], bold=True)])
    sheet.append([cell(sheet, told["as_of"])])
    _append_table(sheet, _("Total"), [found.total])
    for table in told["tables"]:
        _append_table(sheet, str(table["title"]), table["lines"])
    sheet.append([])
    sheet.append([cell(sheet, _("What the numbers mean"), bold=True)])
    for word, meaning in DEFINITIONS:
        sheet.append([cell(sheet, f"{word}: {meaning}")])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _append_table(sheet, title: str, lines: list[Line]) -> None:
    headings = [title, _("Trainings"), _("Participants"), _("Organisations")]
    sheet.append([])
    sheet.append([cell(sheet, heading, bold=True) for heading in headings])
    for line in lines:
        label = cell(sheet, line.label or _("Together"))
        sheet.append([label, line.trainings, line.participants, line.organisations])
