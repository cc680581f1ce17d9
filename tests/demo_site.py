"""The demonstration site, started as a real server for tests that speak HTTP or drive a browser."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from functools import partial
from pathlib import Path

from cms.server import end_with
from tests import databases
from tests.postgres import free_port

ROOT = databases.ROOT
PASSWORD = "demo-password-for-tests"
START_SECONDS = 60


class DemoSite:
    """Serves a seeded copy of the site on a free loopback port while the ``with`` block lasts.

    The content is loaded once for all test processes of a run, in ``shared``; each serves a copy of it.
    """

    def __init__(self, folder: Path, *, shared: Path):
        self.folder = folder / "data"
        self.seeded = shared / "demo-content"
        self.url = f"http://127.0.0.1:{free_port()}"
        self.password = PASSWORD
        self.process: subprocess.Popen | None = None

    def environment(self, folder: Path) -> dict[str, str]:
        return {
            "ZIN_ENV": "test",
            "DATA_DIR": str(folder),
            "DATABASE_URL": f"sqlite:///{folder}/site.sqlite3",
            "MEDIA_DIR": str(folder / "media"),
            "SQLITE_SYNCHRONOUS": "OFF",
            "BASE_URL": self.url,
            "DEMO_PASSWORD": PASSWORD,
            "DJANGO_SETTINGS_MODULE": "cms.settings.test",
        }

    def seed(self) -> None:
        with databases.lock(f"seed-{self.seeded.parent.parent.name}-{self.seeded.parent.name}"):
            if self.seeded.exists():
                return
            unfinished = self.seeded.with_suffix(".new")
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir(parents=True)
            databases.copy_sqlite(unfinished / "site.sqlite3")
            databases.manage("demo_content", **self.environment(unfinished))
            databases.settle(unfinished / "site.sqlite3")
            unfinished.rename(self.seeded)

    def __enter__(self) -> "DemoSite":
        self.seed()
        shutil.copytree(self.seeded, self.folder)
        address = self.url.removeprefix("http://")
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--only", "web", "--bind", address, "--workers", "1"],
            cwd=ROOT,
            env={**os.environ, **self.environment(self.folder)},
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

    def __exit__(self, *_exception) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
