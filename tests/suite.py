"""What `make test` runs: style and architecture checks, the tests on SQLite, and the tests on PostgreSQL.

`make test-slow` runs the tests that take minutes each (marked ``slow``), on the same databases: a sweep over
every page, or whole sites under load.

One search server serves both runs; where there can be none, its tests are left out with the reason.

Every step runs, also after one has failed, so that one run shows everything. The tests write to a report what
they left out, and why; with ``CI=true`` leaving something out is a failure.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, nullcontext
from pathlib import Path

from tests import postgres, search_server

ROOT = Path(__file__).resolve().parent.parent
CI = os.environ.get("CI") == "true"
PYTHON = [sys.executable]
MANAGE = [sys.executable, "manage.py"]
PYTEST = [sys.executable, "-m", "pytest", "-n", "auto", "--dist", "loadgroup"]
CHECKS = {
    "ruff: mistakes": [*PYTHON, "-m", "ruff", "check", "."],
    "ruff: form": [*PYTHON, "-m", "ruff", "format", "--check", "."],
    "djlint: templates": [*PYTHON, "-m", "djlint", "templates", "--lint", "--quiet"],
    "import-linter: architecture": [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
    "catalogues": [*MANAGE, "compile_catalogues"],
    "Django: system checks": [*MANAGE, "check", "--fail-level", "WARNING"],
    "Django: migrations complete": [*MANAGE, "makemigrations", "--check", "--dry-run", "--verbosity", "1"],
}


def run_step(name: str, command: list[str], environment: dict[str, str]) -> bool:
    """Run one command in the project's folder; show its output only when it fails or when it is pytest."""
    print(f"\n--- {name}", flush=True)
    started = time.monotonic()
    quiet = "pytest" not in command
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        text=True,
        stdout=subprocess.PIPE if quiet else None,
        stderr=subprocess.STDOUT if quiet else None,
        check=False,
    )
    if quiet and done.returncode:
        print(done.stdout)
    result = "ok" if done.returncode == 0 else "FAILED"
    print(f"{result}: {name} ({time.monotonic() - started:.0f} s)", flush=True)
    return done.returncode == 0


def run_tests(name: str, extra: list[str], environment: dict[str, str]) -> tuple[bool, dict]:
    """Run pytest and read the report that tests/conftest.py writes: counts, and what was left out."""
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        passed = run_step(name, [*PYTEST, *extra], {**environment, "ZIN_TEST_REPORT": report.name})
        written = Path(report.name).read_text()
    return passed, json.loads(written) if written else {"passed": 0, "failed": 1, "left_out": {}}


def main(slow: bool) -> int:
    """Run everything; return 0 when all of it passed and, with CI=true, nothing was left out."""
    which = "slow" if slow else "not slow"
    environment = {**os.environ, "ZIN_ENV": "test"}
    # What the Makefile or the developer sets for the site is not for the tests.
    for name in ("DATABASE_URL", "BASE_URL", "ELASTICSEARCH_URL", "ELASTICSEARCH_INDEX"):
        environment.pop(name, None)
    started = time.monotonic()
    with ExitStack() as until_the_end:
        data = tempfile.TemporaryDirectory(prefix="zin-tests-")
        environment["DATA_DIR"] = until_the_end.enter_context(data)
        if not search_server.missing():
            try:
                environment[search_server.GIVEN] = until_the_end.enter_context(search_server.server())
            except search_server.CannotStart as failure:  # its tests will fail; the others are still worth it
                print(f"The search server does not start: {failure}")
        checks = {} if slow else CHECKS
        failed = [name for name, command in checks.items() if not run_step(name, command, environment)]
        runs = {"tests on SQLite": (["-m", which], nullcontext(None))}
        reason = postgres.missing()
        if not reason:
            runs["tests on PostgreSQL"] = (
                ["-m", f"{which} and database and not browser and not sqlite"],
                postgres.cluster(),
            )
        left_out: dict[str, str] = {"tests on PostgreSQL": reason} if reason else {}
        counts = {"passed": 0, "failed": 0}
        for name, (extra, database) in runs.items():
            with database as url:
                passed, report = run_tests(
                    name, extra, {**environment, "DATABASE_URL": url} if url else environment
                )
            if not passed:
                failed.append(name)
            left_out |= report["left_out"]
            for key in counts:
                counts[key] += report[key]

    print(f"\n=== {time.monotonic() - started:.0f} s in all")
    for what, why in sorted(left_out.items()):
        print(f"left out: {what}: {why}")
    if failed:
        print("failed: " + ", ".join(failed))
    if CI and left_out:
        print("failed: with CI=true nothing may be left out")
    print(f"{counts['passed']} passed, {counts['failed']} failed")
    return 1 if failed or counts["passed"] == 0 or (CI and left_out) else 0


if __name__ == "__main__":
    sys.exit(main(slow="--slow" in sys.argv))
