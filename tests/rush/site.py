"""The real site for a rush: a database of its own, the production server, and the ids of its processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from cms.server import end_with
from tests import databases, postgres
from tests.rush import mails
from tests.rush.records import Mail

WORKERS, THREADS = 2, 4
START_SECONDS = 60
STOP_SECONDS = 20
WEB_WORKER, MAIL_SENDER = "mbo-zin: web worker", "mbo-zin: mail"


def scenario(capacities: dict[str, int]) -> dict:
    """A scenario file with one open training, with a waiting list, for each slug and its capacity."""
    starts_at = datetime.now(UTC) + timedelta(days=60)
    training = {
        "starts_at": starts_at.isoformat(),
        "ends_at": (starts_at + timedelta(hours=3)).isoformat(),
        "registration_closes_at": (starts_at - timedelta(days=7)).isoformat(),
        "waiting_list": True,
        "seats_per_organisation": None,
        "region": "midden-brabant",
        "host": "org-a",
    }
    return {
        "organisations": [{"slug": "org-a", "name": "Org A", "kind": "care"}],
        "regions": [{"slug": "midden-brabant", "name": "Midden-Brabant"}],
        "trainings": [
            {**training, "slug": slug, "title": f"Training {slug}", "capacity": capacity}
            for slug, capacity in capacities.items()
        ],
    }


class Site:
    """Serves a seeded site on a free loopback port while the ``with`` block lasts.

    It runs as in production, but for ``ZIN_ENV=test``, which lets `seed_scenario` work, and the limit on
    registering from one address, because here everybody comes from one. ``environment`` adds to that. What
    the server prints is in ``log``.
    """

    def __init__(self, folder: Path, database_url: str, **environment: str):
        self.folder, self.log = folder, folder / "server.log"
        (folder / "static").mkdir(parents=True)  # WhiteNoise warns when it is not there
        self.address = f"127.0.0.1:{postgres.free_port()}"
        self.environment = {
            "ZIN_ENV": "test",
            "DJANGO_SETTINGS_MODULE": "tests.rush.settings",
            "SECRET_KEY": "a fixed one for a site that lives for minutes: 0123456789 abcdefghijklmnop",
            "ALLOWED_HOSTS": "127.0.0.1",
            "BASE_URL": f"http://{self.address}",
            "DATABASE_URL": database_url,
            "SQLITE_SYNCHRONOUS": "FULL",  # a commit waits for the disk
            "DATA_DIR": str(folder),
            "EMAIL_URL": "",
            "REDIS_URL": "",
            "ELASTICSEARCH_URL": "",
            "LIMIT_REGISTER": "1000000/15m",
            **environment,
        }
        self.process: subprocess.Popen | None = None

    def manage(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess:
        """Run a command on the site. Raises RuntimeError with what it printed, unless ``check`` is off."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=databases.ROOT,
            env={**os.environ, **self.environment},
            check=False,
            text=True,
            capture_output=True,
        )
        if check and done.returncode:
            raise RuntimeError(f"manage.py {arguments[0]} failed:\n{done.stderr[-3000:]}")
        return done

    def seed(self, capacities: dict[str, int]) -> None:
        """Make open trainings with these capacities."""
        path = self.folder / "scenario.json"
        path.write_text(json.dumps(scenario(capacities)))
        self.manage("seed_scenario", str(path))

    def truth(self) -> dict:
        return json.loads(self.manage("audit_export").stdout)

    def invariants(self) -> list[str]:
        """What `verify_data` finds wrong, in its own words."""
        done = self.manage("verify_data", check=False)
        return (
            [f"verify_data: {line}" for line in (done.stdout + done.stderr).splitlines()]
            if done.returncode
            else []
        )

    def mails(self) -> list[Mail]:
        return mails.delivered(self.folder / "mail")

    def __enter__(self) -> Site:
        options = ["--bind", self.address, "--workers", str(WORKERS), "--threads", str(THREADS)]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve", *options],
                cwd=databases.ROOT,
                env={**os.environ, **self.environment},
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=partial(end_with, os.getpid()),  # a killed run leaves no server behind
            )
        self._wait()
        return self

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                urllib.request.urlopen(f"http://{self.address}/healthz/live", timeout=5).close()
                return
            except OSError:
                time.sleep(0.2)
        self.__exit__()
        raise RuntimeError(f"the site did not start:\n{self.log.read_text()[-3000:]}")

    def __exit__(self, *_exception) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def processes(self, title: str = "") -> list[int]:
        """The ids of the server's own processes, below its parent only, whose title begins with ``title``."""
        parents = {}
        for status in Path("/proc").glob("[0-9]*/stat"):
            try:
                parents[int(status.parent.name)] = int(status.read_text().rpartition(")")[2].split()[1])
            except OSError:  # it ended meanwhile
                continue
        family = {self.process.pid}
        while more := {pid for pid, parent in parents.items() if parent in family} - family:
            family |= more
        return [pid for pid in sorted(family) if title_of(pid).startswith(title)]

    def processor_seconds(self) -> float:
        """Processor time that the server's living processes have used."""
        used = 0
        for pid in self.processes():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            used += int(fields[11]) + int(fields[12])
        return used / os.sysconf("SC_CLK_TCK")


def title_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode().strip()
    except OSError:
        return ""
