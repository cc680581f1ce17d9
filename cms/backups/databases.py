"""Copy the database while the site runs, and put a copy back. PostgreSQL does it with its own tools."""

from __future__ import annotations

import os
import sqlite3  # settings put a newer library in its place
import subprocess
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from cms.backups.errors import BackupError
from cms.models import OutgoingMail

BUSY_SECONDS = 60  # how long a restore waits for whoever works in the database
# Whatever is there goes in the same step in which the copy comes: after an error the old database stands.
EMPTY = "DROP SCHEMA public CASCADE; CREATE SCHEMA public;\n"

# Where the tools look for what Django has in its settings.
PLACES = {
    "HOST": "PGHOST",
    "PORT": "PGPORT",
    "USER": "PGUSER",
    "PASSWORD": "PGPASSWORD",
    "NAME": "PGDATABASE",
}


def name() -> str:
    """The file name of a copy of the present database."""
    return "database.sqlite3" if connection.vendor == "sqlite" else "database.dump"


def dump(path: Path) -> list[str]:
    """Copy the database to ``path`` as it is at one moment; returns the Message-IDs that were unsent then."""
    return _dump_sqlite(path) if connection.vendor == "sqlite" else _dump_postgres(path)


def check(path: Path) -> None:
    """Raises BackupError when the copy cannot be read as a database."""
    if connection.vendor == "sqlite":
        try:
            with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as copy:
                (answer,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
        except sqlite3.DatabaseError as error:
            answer = str(error)
        if answer != "ok":
            raise BackupError(f"The copy of the database is damaged: {answer}")
    else:
        _run(["pg_restore", "--list", str(path)])


def load(path: Path) -> None:
    """Replace all content of the database in one step. Raises BackupError; then it is as before."""
    connection.close()
    if connection.vendor == "sqlite":
        _load_sqlite(path)
    else:
        script = _run(["pg_restore", "--no-owner", "--no-privileges", "--file", "-", str(path)])
        _run(
            ["psql", "--quiet", "--no-psqlrc", "--single-transaction", "--set", "ON_ERROR_STOP=1"],
            given=EMPTY.encode() + script,
        )


def _dump_sqlite(path: Path) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as copy:
        query, parameters = _unsent()
        return [message_id for (message_id,) in copy.execute(query, parameters)]


def _unsent() -> tuple[str, Sequence]:
    states = OutgoingMail.objects.unsent().values_list("message_id").query
    query, parameters = states.sql_with_params()
    return query.replace("%s", "?"), parameters


def _dump_postgres(path: Path) -> list[str]:
    """The tool copies the very moment at which the mails are read."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        unsent = list(OutgoingMail.objects.unsent().values_list("message_id", flat=True))
        _run(["pg_dump", "--format=custom", "--no-owner", f"--snapshot={snapshot}", f"--file={path}"])
    return unsent


def _load_sqlite(path: Path) -> None:
    """SQLite writes the pages of the copy over its own, as one transaction that other processes see whole."""
    target = settings.DATABASES["default"]["NAME"]
    try:
        with (
            closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as copy,
            closing(sqlite3.connect(target, timeout=BUSY_SECONDS)) as present,
        ):
            copy.backup(present)
            present.execute("PRAGMA journal_mode=WAL")
    except sqlite3.Error as error:
        raise BackupError(
            f"The database could not be replaced: {error}. Stop the site and try again."
        ) from None


def _run(command: list[str], given: bytes | None = None) -> bytes:
    """The output of a PostgreSQL tool for the present database. Raises BackupError with what it said."""
    values = settings.DATABASES["default"]
    places = {
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGDATABASE": "NAME",
    }
    known = {place: str(values[name]) for place, name in places.items() if values.get(name)}
    options = {"PGOPTIONS": f"-c lock_timeout={BUSY_SECONDS}s", "PGCONNECT_TIMEOUT": "10"}
    try:
        done = subprocess.run(
            command, env={**os.environ, **known, **options}, input=given, capture_output=True, check=True
        )
    except FileNotFoundError:
        raise BackupError(f"{command[0]} is missing (Debian: postgresql-client).") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines()
        raise BackupError(f"{command[0]}: {said[0] if said else 'failed'}") from None
    return done.stdout
