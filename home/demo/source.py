"""Reads the demonstration content: one TOML file a subject, and the files beside it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from django.core.files import File

FOLDER = Path(__file__).resolve().parent
FILES = FOLDER / "files"


@cache
def content(subject: str) -> dict:
    """All of `content/<subject>.toml`."""
    with (FOLDER / "content" / f"{subject}.toml").open("rb") as file:
        return tomllib.load(file)


def open_file(name: str) -> File:
    """A file below `files/`, ready to be stored under its own name."""
    return File((FILES / name).open("rb"), name=Path(name).name)
