"""Databases made once and copied for each test process: one migrated and empty, one with the page tree in it.

Running all migrations takes half a minute, and the fixed pages of a network take longer than most tests;
copying either takes a moment. A copy is kept between runs under a name made of everything that it depends on,
so a changed migration makes a new one, and a changed module of ours plants the tree anew.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(tempfile.gettempdir()) / f"zin-test-databases-{os.getuid()}"
APPS = ("cms/**/*.py", "home/**/*.py", "network/**/*.py", "resources/**/*.py")
KEPT = 3  # copies of older states, of each kind
HOST = "testserver"  # whom the test client asks
PLANT = f"from home.structure import build_tree; build_tree(hostname={HOST!r})"


def fingerprint(*patterns: str) -> str:
    """A name for the state of the locked packages and of the files that match ``patterns``."""
    digest = hashlib.sha256((ROOT / "requirements-dev.lock").read_bytes())
    for path in sorted(
        {
            path
            for pattern in patterns
            for path in ROOT.glob(pattern)
            if path.is_file() and "__pycache__" not in path.parts
        }
    ):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def schema() -> str:
    """What a migrated database depends on."""
    return fingerprint("[!.]*/migrations/*.py")


def tree() -> str:
    """What a database with the page tree depends on: a page is saved and indexed by code of every app."""
    return fingerprint(*APPS)


def content() -> str:
    """What the loaded demonstration site depends on."""
    return fingerprint(
        *APPS,
        "home/demo/*/**/*",
        "locale/**/*.po",
        "templates/**/*.html",
        "tests/clock.py",
        "tests/demo_*.py",
    )


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
    """The path of a migrated, empty SQLite file; makes it when it is not there yet."""
    return _kept(f"migrated-{schema()}", _migrate)


def planted_sqlite() -> Path:
    """The path of a SQLite file with the page tree for the test client's host."""
    return _kept(f"planted-{tree()}", _plant)


def _kept(name: str, make: Callable[[Path], None]) -> Path:
    """The file of that name, made by ``make`` at another place first when it is not there."""
    path, kind = FOLDER / f"{name}.sqlite3", name.partition("-")[0]
    with lock(kind):
        if not path.exists():
            unfinished = path.with_suffix(".new")
            for left in FOLDER.glob(f"{unfinished.name}*"):  # with the log of a run that was stopped
                left.unlink()
            make(unfinished)
            settle(unfinished)
            unfinished.rename(path)
            for old in sorted(FOLDER.glob(f"{kind}-*.sqlite3"), key=os.path.getmtime)[:-KEPT]:
                old.unlink()
    return path


def _migrate(path: Path) -> None:
    manage("migrate", "--verbosity", "0", DATABASE_URL=f"sqlite:///{path}", SQLITE_SYNCHRONOUS="OFF")


def _plant(path: Path) -> None:
    shutil.copyfile(migrated_sqlite(), path)
    manage("shell", "--command", PLANT, DATABASE_URL=f"sqlite:///{path}", SQLITE_SYNCHRONOUS="OFF")


def settle(path: Path) -> None:
    """Move everything of the write-ahead log into the file, so that copying the one file is enough."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


@contextmanager
def own_copy(folder: Path) -> Iterator[str]:
    """The DATABASE_URL of a copy of the database with the page tree, for processes that a test starts.

    On SQLite a file in ``folder``; on PostgreSQL a database that is gone afterwards.
    """
    server_url = os.environ.get("DATABASE_URL", "")
    if not server_url.startswith("postgres"):
        shutil.copyfile(planted_sqlite(), folder / "own.sqlite3")
        yield f"sqlite:///{folder}/own.sqlite3"
        return
    import psycopg  # not needed for SQLite

    template, name = planted_postgres(server_url), f"own_{uuid.uuid4().hex}"
    with psycopg.connect(server_url.replace("postgres://", "postgresql://"), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield f"{server_url.rpartition('/')[0]}/{name}"
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def planted_postgres(url: str) -> str:
    """Make a database with the page tree on the server of ``url`` once; its name, for CREATE DATABASE."""
    import psycopg  # not needed for SQLite

    name = f"zin_planted_{tree()}"
    with (
        lock("postgres"),
        psycopg.connect(url.replace("postgres://", "postgresql://"), autocommit=True) as server,
    ):
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            server.execute("DROP DATABASE IF EXISTS zin_unfinished")
            server.execute("CREATE DATABASE zin_unfinished")
            unfinished = f"{url.rpartition('/')[0]}/zin_unfinished"
            manage("migrate", "--verbosity", "0", DATABASE_URL=unfinished)
            manage("shell", "--command", PLANT, DATABASE_URL=unfinished)
            server.execute(f"ALTER DATABASE zin_unfinished RENAME TO {name}")
    return name
