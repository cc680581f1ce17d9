"""The yearly report: its numbers on the screen, on paper and in a spreadsheet, and who may see it."""

import io
from datetime import timedelta

import pytest
from django.utils import timezone
from openpyxl import load_workbook
from pypdf import PdfReader

from cms.choices import Role
from network.models import TrainingEvent
from network.participation import participation
from network.registration.actors import organiser
from network.yearly_report import as_pdf, as_xlsx, context
from tests.cms.editors import browser, somebody
from tests.factories import RegionFactory, TrainingEventFactory
from tests.network.conftest import local
from tests.network.registration.people import join

pytestmark = pytest.mark.django_db
PAGE = "/cms/rapport/jaar/"
NOW = local(2027, 3, 1, 12)


@pytest.fixture
def event():
    """Two people came to one training of 2027, in a region whose name looks like a formula."""
    region = RegionFactory(name='=HYPERLINK("x")', slug="formule")
    at = local(2027, 2, 1, 13)
    event = TrainingEventFactory(starts_at=at, registration_closes_at=None, region=region)
    join(event, "Sanne", "Bilal", actor=organiser(), at=at - timedelta(days=9))
    return event


def test_report_names_its_numbers_and_what_they_mean(event):
    told = context(participation(NOW, 2027))

    assert (told["title"], told["as_of"]) == ("Jaarrapport 2027", "Geteld op 1 maart 2027 om 12.00 uur.")
    assert (told["total"].trainings, told["total"].participants, told["total"].organisations) == (1, 2, 1)
    assert [str(word) for word, _meaning in told["definitions"]] == ["Training", "Deelnemer", "Organisatie"]
    assert told["is_unfinished"] is True


def test_report_puts_the_years_until_then_beside_each_other(event):
    for year in (2018, 2025, 2026):
        at = local(year, 5, 1, 13)
        TrainingEventFactory(starts_at=at, registration_closes_at=None)

    table = context(participation(NOW, 2026))["tables"][-1]

    assert table["title"] == "Per jaar"
    assert [(line.label, line.trainings) for line in table["lines"]] == [
        ("2018", 1),
        ("2025", 1),
        ("2026", 1),
    ]


def test_pdf_is_one_tagged_page(event):
    pdf = PdfReader(io.BytesIO(as_pdf(participation(NOW, 2027))))

    assert len(pdf.pages) == 1
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"] == True  # noqa: E712  # an object of pypdf
    assert pdf.trailer["/Root"]["/Lang"] == "nl"
    text = pdf.pages[0].extract_text()
    assert ("Jaarrapport 2027" in text, "Wat de getallen betekenen" in text) == (True, True)


def test_spreadsheet_has_numbers_as_numbers_and_names_as_text(event):
    sheet = load_workbook(io.BytesIO(as_xlsx(participation(NOW, 2027)))).active
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]

    assert rows[0][0] == "Jaarrapport 2027"
    assert ("Samen", 1, 2, 1) in rows
    (region,) = [row for row in sheet.iter_rows() if row[0].value == '=HYPERLINK("x")']
    assert [cell.data_type for cell in region] == ["s", "n", "n", "n"]


@pytest.mark.parametrize("role", Role.values)
def test_report_is_for_who_keeps_figures(site, role):
    client = browser(somebody(role))
    unknown = client.get("/cms/rapport/bestaat-niet/")

    answer = client.get(PAGE)

    may = role in ("administrator", "moderator", "organiser")
    assert answer.status_code == (200 if may else unknown.status_code)
    menu = client.get("/cms/").content.decode() if role != Role.COORDINATOR else ""
    assert ("Jaarrapport" in menu) is may


def test_screen_shows_the_year_that_was_asked_for(site):
    at = timezone.now() - timedelta(days=400)
    TrainingEventFactory(starts_at=at, registration_closes_at=None)
    client = browser(somebody(Role.ADMINISTRATOR))

    this_year = client.get(PAGE)
    then = client.get(PAGE, {"jaar": at.year})

    assert this_year.context["total"].trainings == 0
    assert (then.context["total"].trainings, then.context["year"]) == (1, at.year)
    assert TrainingEvent.objects.count() == 1


@pytest.mark.parametrize("query", ["jaar=1999", "jaar=x", "als=docx", "jaar="])
def test_report_of_another_year_or_form_does_not_exist(site, query):
    client = browser(somebody(Role.ADMINISTRATOR))
    assert client.get(PAGE).status_code == 200

    assert client.get(f"{PAGE}?{query}").status_code == 404


@pytest.mark.parametrize(("form", "starts"), [("pdf", b"%PDF-"), ("xlsx", b"PK")])
def test_report_downloads_under_its_name(site, form, starts):
    response = browser(somebody(Role.ADMINISTRATOR)).get(PAGE, {"als": form})

    year = timezone.localdate().year
    assert response.headers["Content-Disposition"] == f'attachment; filename="jaarrapport-{year}.{form}"'
    assert response.content.startswith(starts)
