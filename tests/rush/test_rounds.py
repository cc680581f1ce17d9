"""The small races that `make rush` holds by the hundred, a few times; without the lock they go wrong."""

import os
import subprocess
import sys

import pytest

from tests import databases

pytestmark = pytest.mark.database


def rounds(folder, *arguments: str) -> subprocess.CompletedProcess:
    with databases.own_copy(folder) as database:
        return subprocess.run(
            [sys.executable, "-m", "tests.rush.rounds", *arguments],
            cwd=databases.ROOT,
            env={
                **os.environ,
                "ZIN_ENV": "test",
                "DJANGO_SETTINGS_MODULE": "cms.settings.test",
                "DATABASE_URL": database,
            },
            capture_output=True,
            text=True,
            check=False,
        )


def test_every_round_is_right(tmp_path):
    done = rounds(tmp_path, "15", "10")

    assert done.stdout.splitlines() == [
        "five people for one seat: 0 of 15 rounds went wrong",
        "cancelling while somebody comes: 0 of 10 rounds went wrong",
        "five jobs that remind at once: 0 of 10 rounds went wrong",
        "breaches of the rules afterwards: 0",
    ], done.stderr
    assert done.returncode == 0


def test_rounds_go_wrong_without_the_lock(tmp_path):
    done = rounds(tmp_path, "15", "0", "--without-lock")

    assert "five people for one seat: 0 of 15 rounds went wrong" not in done.stdout.splitlines()
    assert done.returncode == 1, done.stderr
