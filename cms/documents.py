"""Read what a document holds: its number of pages and its text, for the download line and for search."""

from __future__ import annotations

import re

from django.dispatch import Signal
from docx import Document as WordDocument
from pypdf import PdfReader

document_read = Signal()  # sent with document= once its text is stored; search takes it up

MAX_PAGES = 300  # of which the text is read
MAX_CHARACTERS = 500_000
HYPHENATED_LINE_END = re.compile(r"(\w)-\n(\w)")


def read(document) -> None:
    """Store page count and text of ``document``. A file that cannot be read keeps both empty."""
    extension = document.file_extension.lower()
    pages, text = None, ""
    try:
        with document.open_file() as file:
            if extension == "pdf":
                pages, text = read_pdf(file)
            elif extension == "docx":
                text = "\n".join(paragraph.text for paragraph in WordDocument(file).paragraphs)
            elif extension == "txt":
                text = file.read(MAX_CHARACTERS).decode("utf-8", errors="replace")
    except Exception:  # the readers raise many types; a damaged file must not stop the worker
        pages, text = None, ""
    text = HYPHENATED_LINE_END.sub(r"\1\2", text.replace("\x00", ""))[:MAX_CHARACTERS]
    type(document).objects.filter(pk=document.pk).update(page_count=pages, extracted_text=text)
    document.page_count, document.extracted_text = pages, text
    document_read.send(type(document), document=document)


def read_pdf(file) -> tuple[int, str]:
    reader = PdfReader(file)
    texts = [page.extract_text() or "" for page in reader.pages[:MAX_PAGES]]
    return len(reader.pages), "\n".join(texts)
