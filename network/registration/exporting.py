"""The registrations of a training as a spreadsheet, of which every cell is text or a moment, never a formula.

Whoever calls this writes down that it was done (`network.organiser.access.note_access`).
"""

from __future__ import annotations

import csv
import io
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook

from network.cells import cell as text_cell
from network.models import Registration, TrainingEvent

CSV, XLSX = "csv", "xlsx"
TYPES = {
    CSV: "text/csv; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# Signs with which a spreadsheet begins a formula, also in the full width that it reads as the same.
DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")
WIDTHS = (28, 34, 28, 24, 20, 12, 18, 18, 14, 14, 40, 40, 40)


def export_registrations(event: TrainingEvent, format: str) -> bytes:
    """Everybody who is or was registered for ``event``, as ``csv`` or ``xlsx``; times are Dutch time.

    CSV is what Excel opens here by itself: UTF-8 with a byte order mark, semicolons. Raises ValueError for
    another format. Needs stand in it only where the training asks for them (rule 10).
    """
    if format not in TYPES:
        raise ValueError(format)
    table = [headings(event), *(cells(event, row) for row in rows(event))]
    return _as_csv(table) if format == CSV else _as_xlsx(table)


def rows(event: TrainingEvent):
    people = Registration.objects.filter(event=event).with_position()
    return people.select_related("organisation").order_by("sequence", "pk")


def headings(event: TrainingEvent) -> list[str]:
    names = [
        _("Name"),
        _("E-mail"),
        _("Organisation"),
        _("Role"),
        _("Status"),
        _("Place in line"),
        _("Registered on"),
        _("Registered by"),
        _("Address confirmed"),
        _("Reference"),
        _("Remark"),
    ]
    if event.asks_access_needs:
        names.append(_("Access needs"))
    if event.asks_dietary_needs:
        names.append(_("Dietary needs"))
    return names


def cells(event: TrainingEvent, row: Registration) -> list:
    found = [
        row.name,
        row.email,
        row.organisation_label,
        row.role,
        str(row.get_status_display()),
        row.position,
        timezone.make_naive(row.created_at).replace(microsecond=0),
        str(row.get_origin_display()),
        _("no") if row.confirm_by else _("yes"),
        row.reference,
        row.remarks,
    ]
    if event.asks_access_needs:
        found.append(row.access_needs)
    if event.asks_dietary_needs:
        found.append(row.dietary_needs)
    return found


def _as_csv(table: list[list]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerows([_plain(cell) for cell in line] for line in table)
    return text.getvalue().encode("utf-8-sig")


def _plain(cell) -> str:
    """What a program reads as text: an apostrophe before whatever could begin a formula."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    text = str(cell)
    return f"'{text}" if text.startswith(DANGEROUS) or text.lstrip().startswith(DANGEROUS) else text


def _as_xlsx(table: list[list]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Registrations"))
    sheet.freeze_panes = "B2"
    for number, _heading in enumerate(table[0]):
        sheet.column_dimensions[chr(ord("A") + number)].width = WIDTHS[number]
    for number, line in enumerate(table):
        sheet.append([text_cell(sheet, value, bold=number == 0) for value in line])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
