"""A migrated, empty database made once and copied for each test process.

Running all migrations takes half a minute; copying the result takes a moment. The copy is kept between runs
under a name made of everything that the migrations depend on, so a changed migration makes a new one.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(tempfile.gettempdir()) / f"zin-test-databases-{os.getuid()}"
KEPT = 3  # copies of older states


def fingerprint() -> str:
    """A name for the state of the schema: our migrations and the locked packages."""
    digest = hashlib.sha256((ROOT / "requirements-dev.lock").read_bytes())
    for path in sorted(ROOT.glob("[!.]*/migrations/*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def lock(name: str) -> Iterator[None]:
    """Let one process at a time past; it is freed when the process ends, however that happens."""
    FOLDER.mkdir(mode=0o700, exist_ok=True)
    with open(FOLDER / f"{name}.lock", "w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def manage(*arguments: str, **environment: str) -> None:
    """Run a management command in a process of its own, with test settings."""
    subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**os.environ, "ZIN_ENV": "test", "DJANGO_SETTINGS_MODULE": "cms.settings.test", **environment},
        check=True,
        stdout=subprocess.DEVNULL,
    )


def migrated_sqlite() -> Path:
    """The path of the migrated SQLite file; makes it when it is not there yet."""
    path = FOLDER / f"{fingerprint()}.sqlite3"
    with lock("sqlite"):
        if not path.exists():
            unfinished = path.with_suffix(".new")
            unfinished.unlink(missing_ok=True)
            manage(
                "migrate",
                "--verbosity",
                "0",
                DATABASE_URL=f"sqlite:///{unfinished}",
                SQLITE_SYNCHRONOUS="OFF",
            )
            settle(unfinished)
            unfinished.rename(path)
            for old in sorted(FOLDER.glob("*.sqlite3"), key=os.path.getmtime)[:-KEPT]:
                old.unlink()
    return path


def settle(path: Path) -> None:
    """Move everything of the write-ahead log into the file, so that copying the one file is enough."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def copy_sqlite(target: Path) -> None:
    """Put a migrated SQLite database at ``target``."""
    shutil.copyfile(migrated_sqlite(), target)


def migrated_postgres(url: str, name: str = "zin_template") -> str:
    """Migrate a template database on the server of ``url`` once and return its name, for CREATE DATABASE."""
    import psycopg  # not needed for SQLite

    with (
        lock("postgres"),
        psycopg.connect(url.replace("postgres://", "postgresql://"), autocommit=True) as server,
    ):
        found = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if not found:
            server.execute("CREATE DATABASE zin_template_new")
            base, _slash, _name = url.rpartition("/")
            manage("migrate", "--verbosity", "0", DATABASE_URL=f"{base}/zin_template_new")
            server.execute(f"ALTER DATABASE zin_template_new RENAME TO {name}")
    return name
