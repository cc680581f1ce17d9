"""Who asked to be erased, kept outside of the database so that a restored backup does not bring them back.

A line of ``erased.log`` in DATA_DIR is a moment and a keyed hash of the address: it names nobody, and finds
the person in a restored database all the same. It is worth something only with the same SECRET_KEY.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.models import EmailField
from django.utils.crypto import salted_hmac


def note(email: str, at: datetime) -> None:
    """Write down that the address was erased at the aware datetime ``at``."""
    with _path().open("a") as file:
        file.write(f"{at.isoformat()} {_mark(email)}\n")


def come_back(since: datetime) -> list[str]:
    """The addresses in the database that were erased at or after ``since``, in lower case."""
    wanted = {mark for at, mark in _noted() if at >= since}
    return [email for email in sorted(set(_addresses())) if _mark(email) in wanted] if wanted else []


def _path() -> Path:
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    return settings.DATA_DIR / "erased.log"


def _mark(email: str) -> str:
    return salted_hmac("cms.erasures", email.lower(), algorithm="sha256").hexdigest()


def _noted() -> Iterator[tuple[datetime, str]]:
    for line in _path().read_text().splitlines() if _path().exists() else []:
        at, _space, mark = line.partition(" ")
        yield datetime.fromisoformat(at), mark


def _addresses() -> Iterator[str]:
    """Every address that is stored in a field for addresses, in lower case."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, EmailField):
                rows = model._base_manager.exclude(**{f"{field.name}": ""}).exclude(**{field.name: None})
                yield from (one.lower() for one in rows.values_list(field.name, flat=True).distinct())
