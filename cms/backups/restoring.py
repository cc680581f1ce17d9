"""Put a backup back: look at all of it first, then replace, then make up for what happened since."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from cms import erasures, privacy
from cms.backups import databases
from cms.backups.errors import BackupError
from cms.backups.manifest import MEDIA, Manifest, copy, digest
from cms.choices import MailState
from cms.models import OutgoingMail


@dataclass
class Restored:
    """What was put back. ``erased`` people had been erased since the backup, and are erased again."""

    manifest: Manifest
    files: int
    left_over: int  # files of the media store that the backup does not know; they stay
    mails_gone: int
    mails_held: int
    erased: int


def restore(folder: Path, *, hold_mail: bool = False) -> Restored:
    """Replace database and media by the backup in ``folder``; everybody must log in again.

    Raises BackupError before anything is touched when the backup is damaged, of another kind of database, or
    of a newer version of the site. Older ones are migrated. ``hold_mail``: mails that were still waiting are
    not sent but shown as failed, for when the old site ran on after the backup.
    """
    manifest = Manifest.read(folder)
    if manifest.vendor != connection.vendor:
        raise BackupError(f"The backup is of {manifest.vendor}, this site runs on {connection.vendor}.")
    loader = MigrationLoader(None, ignore_no_migrations=True)
    known = {f"{app}.{name}" for app, name in loader.disk_migrations}
    replaced = {f"{app}.{name}" for one in loader.disk_migrations.values() for app, name in one.replaces}
    if unknown := sorted(set(manifest.migrations) - known - replaced):
        raise BackupError(f"The backup is of a newer version of the site: it knows {unknown[0]}.")
    databases.check(folder / manifest.database)
    files, left_over = _restore_media(folder, manifest)
    databases.load(folder / manifest.database)
    call_command("migrate", interactive=False, verbosity=0)
    mails = OutgoingMail.objects.filter(message_id__in=manifest.settled_mails).unsent()
    gone = mails.update(state=MailState.SENT, sent_at=manifest.moment, claimed_until=None)
    held = _hold() if hold_mail else 0
    OutgoingMail.objects.unsent().update(claimed_until=None)
    Session.objects.all().delete()  # a login that was ended since then must not come back
    come_back = erasures.come_back(since=manifest.moment)
    for email in come_back:
        privacy.erase(email)
    cache.clear()
    return Restored(manifest, files, left_over, gone, held, len(come_back))


def _hold() -> int:
    reason = f"Held: restored from a backup on {timezone.localdate()}"
    return OutgoingMail.objects.unsent().update(state=MailState.DEAD, last_error=reason)


def _restore_media(folder: Path, manifest: Manifest) -> tuple[int, int]:
    """Write the files that are missing or different; returns how many, and how many others there are."""
    store, wanted, written = Path(settings.MEDIA_ROOT), set(manifest.media()), 0
    for name in sorted(wanted):
        target, (size, checksum) = store / name, manifest.files[f"{MEDIA}/{name}"]
        if not (target.is_file() and target.stat().st_size == size and digest(target) == checksum):
            copy(folder / MEDIA / name, target)
            written += 1
    present = {path.relative_to(store).as_posix() for path in store.rglob("*") if path.is_file()}
    return written, len(present - wanted)
