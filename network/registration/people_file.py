"""People from a file or from pasted text: CSV as Excel and others write it, read row by row.

Nothing is stored and no database is asked. Every cell is text: what looks like a formula or a number stays
what it is. What is wrong is said by row, in words.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from network.registration.people import Participant

MOST_ROWS = 200
MOST_BYTES = 500_000
SEPARATORS = "\t;,"  # the first of these that stands in the first row separates the cells
COLUMNS = ("name", "email", "organisation_name", "role", "remarks")  # their order when there is no header
LONGEST = {"name": 120, "email": 254, "organisation_name": 120, "role": 80, "remarks": 1000}
HEADINGS = {
    "naam": "name",
    "e-mail": "email",
    "email": "email",
    "e-mailadres": "email",
    "emailadres": "email",
    "organisatie": "organisation_name",
    "functie": "role",
    "rol": "role",
    "opmerking": "remarks",
    "opmerkingen": "remarks",
}


class PeopleFileError(Exception):
    """The whole text cannot be used; the message is for people."""


@dataclass(slots=True)
class PersonRow:
    """One row with its ``number`` in the file (1 is the first). ``person`` is None when there are errors."""

    number: int
    values: dict[str, str]
    errors: list[str] = field(default_factory=list)
    person: Participant | None = None


def decode(content: bytes) -> str:
    """The text of a file in UTF-8 or, when it is not that, Windows-1252. Raises `PeopleFileError`."""
    if len(content) > MOST_BYTES:
        raise PeopleFileError(_("This file is too big. It may have 200 people at most."))
    if content.startswith(b"PK") or b"\0" in content:
        raise PeopleFileError(_("This is no CSV file. Save it as CSV, or copy the cells and paste them."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def read_people(
    text: str, organisations: Mapping[str, int], *, everybody_of: int | None = None
) -> list[PersonRow]:
    """The people of ``text``, in its order. ``organisations`` gives the key by the name in lower case.

    An unknown organisation becomes "other". With ``everybody_of`` (a key) the column is not looked at.
    Raises `PeopleFileError` when there is nobody in it, or more than 200 people.
    """
    lines = [(number, cells) for number, cells in _cells(text) if any(cells)]
    columns = COLUMNS
    if lines and (named := _columns(lines[0][1])):
        columns, lines = named, lines[1:]
    if not lines:
        raise PeopleFileError(_("There is nobody in this text."))
    if len(lines) > MOST_ROWS:
        raise PeopleFileError(_("More than 200 people in one time is not possible."))
    rows, seen = [], {}
    for number, cells in lines:
        row = PersonRow(number, {name: cell for name, cell in zip(columns, cells, strict=False) if name})
        _check(row, seen, needs_organisation=everybody_of is None)
        if not row.errors:
            row.person = _person(row.values, organisations, everybody_of)
        rows.append(row)
    return rows


def _cells(text: str):
    text = text.lstrip("\ufeff")
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = next((sign for sign in SEPARATORS if sign in first), ";")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for cells in reader:
            yield reader.line_num, [_clean(cell) for cell in cells]
    except csv.Error as error:
        raise PeopleFileError(_("This text cannot be read as a list.")) from error


def _clean(cell: str) -> str:
    """One line of signs that can be seen."""
    return "".join(sign for sign in " ".join(cell.split()) if sign.isprintable())


def _columns(cells: list[str]) -> tuple[str, ...]:
    """What each column holds, when this row is a header; columns that we do not know are left out."""
    found = tuple(HEADINGS.get(cell.casefold().rstrip(":* "), "") for cell in cells)
    return found if {"name", "email"} & set(found) else ()


def _check(row: PersonRow, seen: dict[str, int], *, needs_organisation: bool) -> None:
    values = row.values
    email = values["email"] = values.get("email", "").lower()
    if not values.get("name"):
        row.errors.append(_("The name is missing."))
    if needs_organisation and not values.get("organisation_name"):
        row.errors.append(_("The organisation is missing."))
    if not _is_address(email):
        row.errors.append(_("This is no e-mail address.") if email else _("The e-mail address is missing."))
    elif email in seen:
        row.errors.append(_("This e-mail address also stands in row %(row)s.") % {"row": seen[email]})
    seen.setdefault(email, row.number)
    if any(len(values.get(name, "")) > length for name, length in LONGEST.items()):
        row.errors.append(_("Something in this row is too long."))


def _is_address(email: str) -> bool:
    try:
        validate_email(email)
    except ValidationError:
        return False
    return True


def _person(
    values: dict[str, str], organisations: Mapping[str, int], everybody_of: int | None
) -> Participant:
    typed = values.get("organisation_name", "")
    organisation = everybody_of or organisations.get(typed.casefold())
    return Participant(
        name=values["name"],
        email=values["email"],
        organisation=organisation,
        organisation_name="" if organisation else typed,
        role=values.get("role", ""),
        remarks=values.get("remarks", ""),
    )
