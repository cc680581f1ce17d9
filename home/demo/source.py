"""Reads the demonstration content: one TOML file a subject, and the files beside it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from django.core.files.base import ContentFile

FOLDER = Path(__file__).resolve().parent
FILES = FOLDER / "files"


@cache
def content(subject: str) -> dict:
    """All of `content/<subject>.toml`."""
    with (FOLDER / "content" / f"{subject}.toml").open("rb") as file:
        return tomllib.load(file)


def open_file(name: str) -> ContentFile:
    """A file below `files/`, ready to be stored under its own name."""
    path = FILES / name
    return ContentFile(path.read_bytes(), name=path.name)
