"""A private PostgreSQL server for tests: own folder, own port, loopback only, gone afterwards."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Nothing here outlives the tests. Compiling queries and collecting statistics take longer than they save with
# a handful of rows.
FAST = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal"
    " -c max_wal_senders=0 -c jit=off -c autovacuum=off"
)


def programs() -> Path | None:
    """The folder with initdb and pg_ctl: the newest of Debian's, or the one on the path."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if versions:
        return versions[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def unprivileged_user() -> str | None:
    """PostgreSQL refuses to run as root; the name of a user who may run it, or None for the present one."""
    if os.geteuid():
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def missing() -> str:
    """Why there can be no server here, in a few words; empty when there can."""
    return "" if programs() else "PostgreSQL is not installed (Debian: postgresql)"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def cluster(*, durable: bool = False) -> Iterator[str]:
    """Start a server with an empty database and yield its DATABASE_URL.

    ``durable``: a commit waits for the disk and everything else is as PostgreSQL sets it, for measuring.
    """
    folder = Path(tempfile.mkdtemp(prefix="zin-postgres-"))
    user, port = unprivileged_user(), free_port()
    if user:
        shutil.chown(folder, user)

    def call(name: str, *arguments: str) -> None:
        command = [str(programs() / name), *arguments]
        subprocess.run(
            command, user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL
        )

    data, log = str(folder / "data"), str(folder / "log")
    try:
        call("initdb", "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        start = f"{'' if durable else FAST} -c listen_addresses=127.0.0.1 -c port={port}"
        start += f" -c unix_socket_directories={folder} -c max_connections=50"
        call("pg_ctl", "-D", data, "-l", log, "-w", "-o", start, "start")
        yield f"postgres://tests@127.0.0.1:{port}/postgres"
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            call("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)
