"""The papers: tagged PDFs of our own fonts, and a page to print where none can be made."""

import os
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from cms.pdf import PartUnreadable
from network.attendance.certificate_paper import certificate_paper, hours_in_words
from network.attendance.certifying import find_certificate, issue_certificates
from network.attendance.listing import EMPTY_ROWS, attendance_list, needs_sheet
from network.models import CertificateOfAttendance
from network.registration.actors import organiser
from tests.network.attendance.conftest import AFTER
from tests.network.registration.people import named
from tests.resources.pdf_files import fonts

VERAPDF = Path(__file__).resolve().parents[3] / ".tools" / "verapdf" / "greenfield-apps-1.28.2.jar"


@pytest.fixture
def papers(site, event, there):
    """Each paper by name."""
    there(1, "Sanne de Wit")
    issue_certificates(event, 1, actor=organiser(), at=AFTER)
    sanne = named(event, "Sanne de Wit")
    sanne.access_needs, sanne.dietary_needs = "Rolstoel", "Geen noten"
    sanne.save()
    certificate = find_certificate(CertificateOfAttendance.objects.get().code)
    sheet, people = needs_sheet(event)
    assert people == 1
    return {"certificate": certificate_paper(certificate), "list": attendance_list(event), "needs": sheet}


def text(paper) -> str:
    pages = PdfReader(BytesIO(paper.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_papers_say_what_they_must_and_no_more(papers, event, needs_pango):
    code = CertificateOfAttendance.objects.get().code
    said = {name: text(paper) for name, paper in papers.items()}

    assert [
        word in said["certificate"] for word in ("Sanne de Wit", "Coachend begeleiden", code, "1 van 2 delen")
    ] == [True] * 4
    assert [
        name in said["list"] for name in ("Sanne de Wit", "Bilal Kaya", "Fenna van den Berg", "Karim Ali")
    ] == [
        *(True, True, True),
        False,
    ]
    assert [("Rolstoel" in words, "Geen noten" in words) for words in said.values()] == [
        *((False, False), (False, False)),
        (True, True),
    ]
    assert "Bilal" not in said["needs"]


def test_papers_are_tagged_and_in_our_fonts(papers, needs_pango):
    for paper in papers.values():
        reader = PdfReader(BytesIO(paper.content))

        assert reader.trailer["/Root"]["/Lang"] == "nl"
        assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"].value is True
        assert [font for font in fonts(reader) if "Head" not in font and "Text" not in font] == []
    assert len(PdfReader(BytesIO(papers["certificate"].content)).pages) == 1


def test_papers_pass_pdf_ua(papers, needs_pango, tmp_path):
    if not VERAPDF.exists() or not shutil.which("java"):
        pytest.skip("veraPDF or Java is not installed (tests/setup_ci.sh fetches both)")
    files = [tmp_path / f"{name}.pdf" for name in papers]
    for file, paper in zip(files, papers.values(), strict=True):
        file.write_bytes(paper.content)
    command = [
        "java",
        "-cp",
        str(VERAPDF),
        "org.verapdf.apps.GreenfieldCliWrapper",
        "--format",
        "text",
        "-f",
        "ua1",
    ]

    done = subprocess.run(
        [*command, *map(str, files)],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )

    lines = [line for line in done.stdout.splitlines() if line.strip()]
    assert lines == [f"PASS {file} ua1" for file in files], done.stdout + done.stderr


def test_papers_are_pages_to_print_without_weasyprint(monkeypatch, request):
    monkeypatch.setitem(sys.modules, "cms.pdf", None)

    papers = request.getfixturevalue("papers")

    pages = {name: paper.content.decode() for name, paper in papers.items()}
    assert {paper.content_type for paper in papers.values()} == {"text/html; charset=utf-8"}
    assert pages["list"].count("<tr>") == 1 + 3 + EMPTY_ROWS
    assert 'href="/static/network/attendance_list.css"' in pages["list"]
    assert 'src="data:image/svg+xml;base64,' in pages["certificate"]
    assert "style=" not in "".join(pages.values())


def test_paper_takes_nothing_from_outside(needs_pango):
    from cms.pdf import make_pdf

    with pytest.raises(PartUnreadable):
        make_pdf('<html lang="nl"><title>x</title><img src="https://example.org/a.png" alt="x">', "")


@pytest.mark.parametrize(
    ("hours", "words"), [("3.00", "3"), ("3.50", "3,5"), ("1.25", "1,25"), ("10.00", "10")]
)
def test_hours_have_no_zeros_that_say_nothing(hours, words):
    from decimal import Decimal

    assert hours_in_words(Decimal(hours)) == words
