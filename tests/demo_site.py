"""The demonstration site, started as a real server for tests that speak HTTP or drive a browser."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from cms.server import end_with
from tests import databases
from tests.postgres import free_port

ROOT = databases.ROOT
PASSWORD = "demo-password-for-tests"
START_SECONDS = 60
# A winter morning in Tilburg, on which nothing in the calendar changes; the visitors come an hour later.
LOADED_AT = "2027-01-12T09:00:00+01:00"
SERVED_AT = "2027-01-12T10:00:00+01:00"


class DemoSite:
    """Serves a seeded copy of the site on a free loopback port while the ``with`` block lasts.

    The content is loaded once and kept, as the databases are; each process serves a copy of it in ``folder``.
    The clock of the site is set (tests/clock.py), so neither content nor pages depend on the day.
    """

    def __init__(self, folder: Path):
        self.folder = folder / "data"
        self.seeded = databases.FOLDER / f"demo-{databases.content()}"
        self.url = f"http://127.0.0.1:{free_port()}"
        self.password = PASSWORD
        self.process: subprocess.Popen | None = None
        self.started = 0.0  # on the monotonic clock

    def environment(self, folder: Path, clock: str) -> dict[str, str]:
        return {
            "ZIN_ENV": "test",
            "DATA_DIR": str(folder),
            "DATABASE_URL": f"sqlite:///{folder}/site.sqlite3",
            "MEDIA_DIR": str(folder / "media"),
            "SQLITE_SYNCHRONOUS": "OFF",
            "BASE_URL": self.url,
            "DEMO_PASSWORD": PASSWORD,
            "DJANGO_SETTINGS_MODULE": "tests.demo_settings",
            "DEMO_CLOCK": clock,
            "LIMIT_LOGIN": "1000/15m",  # many tests log in, all from one address
        }

    def served(self) -> dict[str, str]:
        """The environment of the server."""
        return self.environment(self.folder, SERVED_AT)

    def prepare(self) -> None:
        """What the server needs besides the content."""

    def seed(self) -> None:
        with databases.lock("demo"):
            if self.seeded.exists():
                return
            for old in sorted(databases.FOLDER.glob("demo-*/"), key=os.path.getmtime)[: 1 - databases.KEPT]:
                shutil.rmtree(old)
            unfinished = self.seeded.with_suffix(".new")
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir(parents=True)
            shutil.copyfile(databases.migrated_sqlite(), unfinished / "site.sqlite3")
            databases.manage("demo_content", **self.environment(unfinished, LOADED_AT))
            databases.settle(unfinished / "site.sqlite3")
            unfinished.rename(self.seeded)

    def __enter__(self) -> "DemoSite":
        self.seed()
        shutil.copytree(self.seeded, self.folder)
        self.prepare()
        address = self.url.removeprefix("http://")
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--only", "web", "--bind", address, "--workers", "1"],
            cwd=ROOT,
            env={**os.environ, **self.served()},
            start_new_session=True,
            preexec_fn=partial(end_with, os.getpid()),  # a killed test run leaves no server behind
        )
        self._wait()
        return self

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"the site ended with code {self.process.returncode} instead of starting")
            try:
                urllib.request.urlopen(self.url + "/healthz/live", timeout=5).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.2)
        raise RuntimeError(f"the site did not answer within {START_SECONDS} s")

    def send_mail(self) -> None:
        """Hand over what waits in the outbox; the server has no sender of its own."""
        now = datetime.fromisoformat(SERVED_AT) + timedelta(seconds=time.monotonic() - self.started)
        subprocess.run(
            [sys.executable, "manage.py", "send_mail", "--once"],
            cwd=ROOT,
            env={**os.environ, **self.environment(self.folder, now.isoformat())},
            check=True,
            capture_output=True,
        )

    def __exit__(self, *_exception) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
