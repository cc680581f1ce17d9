"""What a PDF says of itself, read from its structure: for tests of the documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

WHITE = re.compile(r"\s+")
LINE_END = re.compile(r"(\w)-\n(\w)")


@dataclass(frozen=True)
class Node:
    """An element of the structure tree: its type, itself, and its place."""

    kind: str
    element: DictionaryObject
    path: tuple[str, ...]


def words(text: str) -> str:
    """``text`` without hyphens and white space, so that line breaks do not matter."""
    return WHITE.sub("", text).replace("-", "").replace("\u00ad", "")


def read_words(path: Path) -> str:
    """All text of the document, as `words`."""
    return words("\n".join(page.extract_text() for page in PdfReader(path).pages))


def nodes(reader: PdfReader) -> Iterator[Node]:
    """Every element of the structure tree, in reading order."""
    yield from _below(reader.trailer["/Root"]["/StructTreeRoot"]["/K"], ())


def _below(kids, path) -> Iterator[Node]:
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    if isinstance(kids, ArrayObject):
        for kid in kids:
            yield from _below(kid, path)
    elif isinstance(kids, DictionaryObject) and "/S" in kids:
        kind = kids["/S"].removeprefix("/")
        yield Node(kind, kids, path)
        if "/K" in kids:
            yield from _below(kids["/K"], (*path, kind))


def fonts(reader: PdfReader) -> dict[str, bool]:
    """The name of each font on each page, and whether it is embedded."""
    found = {}
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            font = font.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            descriptor = inner["/FontDescriptor"]
            embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            found[font["/BaseFont"]] = embedded
    return found
