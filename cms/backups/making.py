"""Make a backup of database and media while the site runs and people register."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from cms.backups import databases
from cms.backups.errors import BackupError
from cms.backups.manifest import MEDIA, Manifest, copy, flush
from cms.choices import MailState
from cms.models import OutgoingMail

SETTLE_SECONDS = 30  # how long a backup waits for mails that were under way
IDLE_SECONDS = 5  # without a single mail that goes
LOOK_AGAIN_SECONDS = 0.2


def make(folder: Path, *, say: Callable[[str], None] = lambda line: None) -> Manifest:
    """Write a backup to ``folder``, which must be new or empty. Raises BackupError; then there is none.

    Everything that was acknowledged before the call is in it. Files of the media store are copied before and
    after the database, so that whatever the database names is there. A mail that was waiting in the copied
    database may go out a moment later; the backup waits for that and notes it, so that a restored site does
    not send it again.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BackupError(f"{folder} is not empty. Give each backup a folder of its own.")
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    if unfinished.exists():
        raise BackupError(f"{unfinished} is left from a backup that was broken off. Remove it first.")
    unfinished.mkdir(parents=True)
    manifest = Manifest(
        vendor=connection.vendor,
        database=databases.name(),
        made_at=timezone.now().isoformat(),
        migrations=[
            f"{app}.{name}" for app, name in sorted(MigrationRecorder(connection).applied_migrations())
        ],
    )
    _copy_media(unfinished)
    waiting = databases.dump(unfinished / manifest.database)
    flush(unfinished / manifest.database)
    _copy_media(unfinished)
    say("Database and media are copied; waiting for mails that are under way.")
    manifest.settled_mails = _settled(waiting)
    for path in sorted(unfinished.rglob("*")):
        if path.is_file():
            manifest.add(unfinished, path)
    manifest.write(unfinished)
    if folder.exists():
        folder.rmdir()
    os.rename(unfinished, folder)
    return manifest


def _copy_media(folder: Path) -> None:
    """Copy what is not there yet. A file that goes away meanwhile was not needed any more."""
    store = Path(settings.MEDIA_ROOT)
    for path in sorted(store.rglob("*")) if store.is_dir() else []:
        target = folder / MEDIA / path.relative_to(store)
        try:
            if path.is_file() and not _is_same(path, target):
                copy(path, target)
        except FileNotFoundError:
            continue


def _is_same(path: Path, target: Path) -> bool:
    """Files of the store are never written over, so a copy of the same length is the same file."""
    return target.is_file() and target.stat().st_size == path.stat().st_size


def _settled(waiting: list[str]) -> list[str]:
    """Of these Message-IDs those that have gone, after waiting for those whose turn it is.

    Nobody waits for a sender that does nothing: then the mails are still to be sent, by whoever is restored.
    """
    mails = OutgoingMail.objects.filter(message_id__in=waiting)
    begun = moved = time.monotonic()
    left = None
    while time.monotonic() < min(begun + SETTLE_SECONDS, moved + IDLE_SECONDS):
        now = mails.due(timezone.now()).count()
        if not now:
            break
        if now != left:
            left, moved = now, time.monotonic()
        time.sleep(LOOK_AGAIN_SECONDS)
    return sorted(mails.filter(state=MailState.SENT).values_list("message_id", flat=True))
