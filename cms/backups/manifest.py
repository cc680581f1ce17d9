"""The list of what a backup holds, with a checksum of each file, so that damage is seen before it matters."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath

from cms.backups.errors import BackupError

NAME = "manifest.json"
FORMAT = 1
MEDIA = "media"
CHUNK = 1 << 20  # bytes


@dataclass
class Manifest:
    """What a backup holds. ``files`` maps a path below its folder to size in bytes and SHA-256.

    ``migrations`` are those that the database had, as "app.name". ``settled_mails`` are Message-IDs that
    still waited in the database when it was copied and had gone when the backup was finished.
    """

    vendor: str  # sqlite or postgresql
    database: str  # path of the copy below the folder
    made_at: str  # ISO, the moment after which changes may be missing
    migrations: list[str]
    settled_mails: list[str] = field(default_factory=list)
    files: dict[str, tuple[int, str]] = field(default_factory=dict)
    format: int = FORMAT

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.made_at)

    def write(self, folder: Path) -> None:
        """Write it last: a folder without it is no backup."""
        path = folder / NAME
        path.write_text(json.dumps(asdict(self), indent=1, sort_keys=True))
        flush(path)

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """Read and check every file against it. Raises BackupError at the first that is not as it was."""
        try:
            found = cls(**json.loads((folder / NAME).read_text()))
        except FileNotFoundError:
            raise BackupError(f"{folder} holds no finished backup: there is no {NAME}.") from None
        except (ValueError, TypeError) as error:
            raise BackupError(f"{folder / NAME} cannot be read: {error}") from None
        if found.format != FORMAT:
            raise BackupError(f"The backup has format {found.format}, this site reads format {FORMAT}.")
        if found.database not in found.files:
            raise BackupError("The backup names no database.")
        for name, (size, checksum) in found.files.items():
            found.check(folder, name, size, checksum)
        return found

    @staticmethod
    def check(folder: Path, name: str, size: int, checksum: str) -> None:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts:
            raise BackupError(f"The backup names a file outside of its folder: {name}")
        try:
            same = (folder / path).stat().st_size == size and digest(folder / path) == checksum
        except OSError as error:
            raise BackupError(f"The backup is damaged: {name} cannot be read ({error.strerror}).") from None
        if not same:
            raise BackupError(f"The backup is damaged: {name} is not as it was.")

    def media(self) -> Iterator[str]:
        """The paths of the files of the media store, below the store."""
        return (name.removeprefix(f"{MEDIA}/") for name in self.files if name.startswith(f"{MEDIA}/"))

    def add(self, folder: Path, path: Path) -> None:
        """Note a file that was written below ``folder``."""
        self.files[path.relative_to(folder).as_posix()] = (path.stat().st_size, digest(path))


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copy(source: Path, target: Path) -> None:
    """Copy a file by way of another name, so that ``target`` is never half a file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.unfinished")
    shutil.copyfile(source, unfinished)
    flush(unfinished)
    os.replace(unfinished, target)


def flush(path: Path) -> None:
    """Wait until the disk has the file."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
