import io
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook

from network.models import Registration
from network.registration.exporting import export_registrations
from tests.factories import TrainingEventFactory
from tests.network.registration.people import join, named, somebody

pytestmark = pytest.mark.django_db
AT = datetime(2026, 7, 1, 10, 30, tzinfo=UTC)  # 12.30 in the Netherlands
TRICKS = ["=1+1", "+31", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠1", " =1+1"]


@pytest.fixture
def event():
    event = TrainingEventFactory(capacity=1)
    join(event, somebody("Zoë", email="zoe@example.org", role="0612", dietary_needs="vegetarisch"), "Bilal")
    Registration.objects.filter(event=event).update(created_at=AT)
    return event


def sheet(event):
    return load_workbook(io.BytesIO(export_registrations(event, "xlsx"))).active


def csv_rows(event):
    text = export_registrations(event, "csv").decode("utf-8-sig")
    return [line.split(";") for line in text.splitlines()]


def test_csv_opens_in_a_dutch_spreadsheet(event):
    content = export_registrations(event, "csv")

    assert content.startswith(b"\xef\xbb\xbf")
    heading, first, second = csv_rows(event)
    assert heading[:7] == [
        "Naam",
        "E-mail",
        "Organisatie",
        "Functie",
        "Status",
        "Plaats op de wachtlijst",
        "Aangemeld op",
    ]
    assert first[:7] == ["Zoë", "zoe@example.org", "Elders", "0612", "ingeschreven", "", "2026-07-01 12:30"]
    assert second[4:6] == ["op de wachtlijst", "1"]


@pytest.mark.parametrize("trick", TRICKS)
def test_no_cell_is_a_formula(event, trick):
    Registration.objects.filter(event=event).update(name=trick, remarks=trick, organisation_name=trick)

    cells = [cell for row in sheet(event).iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n", "d"}
    assert sheet(event)["A2"].value.strip() == trick.strip()
    assert f"'{trick}" in export_registrations(event, "csv").decode("utf-8-sig").replace('"', "")


def test_workbook_keeps_leading_zeros_and_dutch_time(event):
    row = [cell.value for cell in sheet(event)[2]]

    assert row[3] == "0612"
    assert row[6] == datetime(2026, 7, 1, 12, 30)  # noqa: DTZ001  # a spreadsheet knows no time zones


def test_needs_stand_in_it_only_where_they_are_asked_for(event):
    assert "vegetarisch" not in export_registrations(event, "csv").decode()

    event.asks_dietary_needs = True

    heading, first, _second = csv_rows(event)
    assert (heading[-1], first[-1]) == ("Dieetwensen", "vegetarisch")


def test_signs_that_no_workbook_takes_are_left_out(event):
    Registration.objects.filter(pk=named(event, "Bilal").pk).update(remarks="a\x0bb")

    assert sheet(event)["K3"].value == "ab"


def test_other_format_is_refused(event):
    with pytest.raises(ValueError, match="pdf"):
        export_registrations(event, "pdf")
