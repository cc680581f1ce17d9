"""The PDFs that come with the demonstration content: whole, accessible, and the same text as the pages."""

import os
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from django.utils.html import strip_tags
from pypdf import PdfReader

from home.demo.source import FILES, content
from tests.resources.pdf_files import fonts, nodes, read_words, words

ROOT = Path(__file__).resolve().parents[2]
VERAPDF = ROOT / ".tools" / "verapdf" / "greenfield-apps-1.28.2.jar"
MOST_BYTES = 300_000
FOLDER = FILES / "documents"
DOCUMENTS = sorted(FOLDER.glob("*.pdf"))
MADE = [row for row in content("documents")["document"] if "edition" not in row]
GUIDES = {row["slug"]: row for row in content("guides")["guide"]}


def name(value):
    return value.stem if isinstance(value, Path) else value["key"]


def texts(value) -> list[str]:
    """Every piece of text in the blocks of a guide that a reader must find in its document."""
    if isinstance(value, list):
        return [text for one in value for text in texts(one)]
    if isinstance(value, dict):
        readable = ("heading", "text", "title", "html", "question", "answer", "caption", "header", "rows")
        return [text for key in readable if key in value for text in texts(value[key])]
    return [strip_tags(part) for part in value.split("</p>")]


def test_folder_holds_the_documents_of_the_content_and_nothing_else():
    assert {f"documents/{path.name}" for path in DOCUMENTS} == {
        row["file"] for row in content("documents")["document"]
    }


def test_documents_pass_pdf_ua():
    """Every rule of PDF/UA-1 that a program can judge, for all documents at once."""
    if not VERAPDF.exists() or not shutil.which("java"):
        pytest.skip("veraPDF or Java is not installed (tests/setup_ci.sh fetches both)")
    command = ["java", "-cp", str(VERAPDF), "org.verapdf.apps.GreenfieldCliWrapper", "--format", "text"]
    done = subprocess.run(
        [*command, "-f", "ua1", *map(str, DOCUMENTS)],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )

    lines = [line for line in done.stdout.splitlines() if line.strip()]
    assert lines == [f"PASS {path} ua1" for path in DOCUMENTS], done.stdout + done.stderr


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_document_says_what_it_is(path):
    reader = PdfReader(path)
    root = reader.trailer["/Root"]

    assert path.stat().st_size <= MOST_BYTES
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert reader.metadata.title
    assert reader.metadata.author
    assert re.search(rb'pdfuaid:part(>|=")1\b', root["/Metadata"].get_data())
    assert {page["/Tabs"] for page in reader.pages if "/Annots" in page} <= {"/S"}
    assert all(fonts(reader).values())
    assert not [font for font in fonts(reader) if "Head" not in font and "Text" not in font]


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_document_is_built_as_it_looks(path):
    found = list(nodes(PdfReader(path)))
    levels = [int(node.kind[1]) for node in found if node.kind in ("H1", "H2", "H3", "H4")]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [later for earlier, later in pairwise(levels) if later > earlier + 1] == []
    assert [node for node in found if node.kind == "Figure" and not node.element.get("/Alt")] == []
    assert [node.path[-1] for node in found if node.kind == "LI" and node.path[-1] != "L"] == []
    tables = [node for node in found if node.kind == "Table"]
    headers = [node for node in found if node.kind == "TH"]
    assert len(headers) >= len(tables)
    assert {node.path[-1] for node in headers} <= {"TR"}


@pytest.mark.parametrize("row", MADE, ids=name)
def test_document_has_cover_contents_checklists_and_colophon(row):
    guide = GUIDES[row["guide"]]
    reader = PdfReader(FILES / row["file"])
    texts_of_pages = [words(page.extract_text()) for page in reader.pages]
    outline = [entry.title for entry in reader.outline if not isinstance(entry, list)]

    assert words(guide["title"]) in texts_of_pages[0]
    assert words(f"Versie {guide['version']}") in texts_of_pages[0]
    assert guide["kind"] == "information" or "Inhoud" in texts_of_pages[1]
    assert "Colofon" in texts_of_pages[-1]
    assert words(f"https://mbo-zin.example.org/handreikingen/{row['guide']}/") in texts_of_pages[-1]
    assert outline


@pytest.mark.parametrize("row", MADE, ids=name)
def test_document_has_every_word_of_the_page(row):
    found = read_words(FILES / row["file"])
    body = [block for block in GUIDES[row["guide"]]["body"] if block["type"] != "related_pages"]

    missing = [text for text in texts(body) if words(text) not in found]

    assert missing == []
