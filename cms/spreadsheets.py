"""Tables as files for a spreadsheet program: every cell is text, a number or a moment, never a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

CSV, XLSX = "csv", "xlsx"
TYPES = {
    CSV: "text/csv; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# Signs with which a spreadsheet begins a formula, also in the full width that it reads as the same.
DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")


def as_csv(table: Sequence[Sequence]) -> bytes:
    """What Excel opens here by itself: UTF-8 with a byte order mark, semicolons."""
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


def as_xlsx(table: Sequence[Sequence], *, title: str, widths: Sequence[int]) -> bytes:
    """One sheet called ``title``; the first line and column stay in sight. ``widths`` are in characters."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "B2"
    for number, width in enumerate(widths[: len(table[0])], start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for number, line in enumerate(table):
        sheet.append([cell(sheet, value, bold=number == 0) for value in line])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def cell(sheet, value, *, bold: bool = False) -> WriteOnlyCell:
    """A moment, a whole number of our own, or text: marked as text, so that it is never worked out."""
    if isinstance(value, str):
        made = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value))
        made.data_type, made.number_format = "s", "@"
    else:
        made = WriteOnlyCell(sheet, value)
        if isinstance(value, datetime):
            made.number_format = "yyyy-mm-dd hh:mm"
    if bold:
        made.font = Font(bold=True)
    return made
