"""Cells of a spreadsheet: whatever text begins with, it is text and is never worked out."""

from __future__ import annotations

from datetime import datetime

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font


def cell(sheet, value, *, bold: bool = False) -> WriteOnlyCell:
    """A moment, a number of our own, nothing, or text: marked as text, so that "=1+1" is no formula."""
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
