"""Whether everything that is stored fits together: `manage.py verify_data` names each breach in one line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.core.files.storage import default_storage
from django.utils import timezone
from wagtail.models import Page

from cms.models import SiteDocument, SiteImage, SiteMedia
from network.registration import invariants
from resources.search import documents

FILES = {
    SiteImage: ("file",),
    SiteDocument: ("file",),
    SiteMedia: ("file", "file_webm", "captions", "thumbnail"),
}
FOLDERS = ("original_images", "documents", "media")  # where Wagtail puts what editors upload
TREE = ("bad letters", "bad path", "orphan", "wrong depth", "wrong number of children")


def breaches(at: datetime | None = None) -> dict[str, list[str]]:
    """Every breach at the aware datetime ``at`` (default now), by subject. Changes nothing."""
    at = at or timezone.now()
    return {
        "registration": invariants.breaches(at),
        "page tree": list(page_tree()),
        "files": list(files()),
        "search": documents.breaches(at=at),
    }


def page_tree() -> Iterator[str]:
    """What treebeard finds wrong: a page whose path, depth or number of children does not fit."""
    for what, pages in zip(TREE, Page.find_problems(), strict=True):
        for pk in pages:
            yield f"page {pk}: {what}"


def files() -> Iterator[str]:
    """No row without its file, and no uploaded file without its row."""
    known = set()
    for model, fields in FILES.items():
        for row in model.objects.order_by("pk").values("pk", *fields):
            for name in filter(None, (row[field] for field in fields)):
                known.add(name)
                if not default_storage.exists(name):
                    yield f"{model._meta.model_name} {row['pk']}: the file {name} is missing"
    for folder in FOLDERS:
        for name in _stored(folder):
            if name not in known:
                yield f"{name}: no row knows this file"


def _stored(folder: str) -> Iterator[str]:
    if not default_storage.exists(folder):
        return
    folders, names = default_storage.listdir(folder)
    yield from (f"{folder}/{name}" for name in sorted(names))
    for below in sorted(folders):
        yield from _stored(f"{folder}/{below}")
