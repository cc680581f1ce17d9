"""Fixtures of every test: a quickly made database, the demonstration site, a report of what was left out."""

import json
import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests import databases
from tests.demo_site import DemoSite

CI = os.environ.get("CI") == "true"
DATABASE = {"db", "transactional_db"}  # fixtures that open the database, also by way of another fixture


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request, tmp_path_factory):
    """Give this process a copy of the database with the page tree instead of making one."""
    from django.db import connection

    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    wanted = connection.settings_dict["TEST"]
    try:
        if connection.vendor == "sqlite":
            wanted["NAME"] = str(tmp_path_factory.mktemp("database") / f"{worker}.sqlite3")
            shutil.copyfile(databases.planted_sqlite(), wanted["NAME"])
        else:
            wanted["NAME"] = f"test_{worker}"
            wanted["TEMPLATE"] = databases.planted_postgres(os.environ["DATABASE_URL"])
    except subprocess.CalledProcessError:
        pytest.exit("The migrations or the page tree fail: no test can use the database.", returncode=1)


@pytest.fixture(scope="session")
def django_db_keepdb():
    """On SQLite the copied file is the database; PostgreSQL makes one from the template."""
    from django.db import connection

    return connection.vendor == "sqlite"


@pytest.fixture(autouse=True)
def _own_media(tmp_path, settings):
    """Uploaded files of a test go to its own folder; pytest-django tells the storage of the change."""
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture
def site(db):
    """A network with its fixed pages and nothing else; requests to the test client's host reach it.

    The pages stand in every test database from the start (tests/databases.py).

    What Django asks the database once a process (content types, JSON support) is asked here, so that a test
    that counts queries sees the same number alone and in any order.
    """
    from django.apps import apps
    from django.contrib.contenttypes.models import ContentType
    from django.db import connection
    from wagtail.models import Site

    ContentType.objects.get_for_models(*apps.get_models())
    assert connection.features.supports_json_field
    return Site.objects.get(hostname=databases.HOST)


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory):
    """The running demonstration site in a process of its own; ``demo_site.url`` is its address.

    Each test process has its own copy; a test may change what no other test counts on.
    """
    with DemoSite(tmp_path_factory.mktemp("site")) as site:
        yield site


def pytest_collection_modifyitems(items):
    """Mark tests by what they need: the folder tests/browser needs a browser."""
    for item in items:
        if "browser" in Path(item.fspath).parts:
            item.add_marker("browser")
        if "django_db" in item.keywords or DATABASE.intersection(item.fixturenames):
            item.add_marker("database")


def _left_out(terminal) -> dict[str, str]:
    """Map what was skipped to the reason, one entry for each file and reason."""
    reasons: Counter = Counter()
    for report in terminal.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons[(report.nodeid.split("::")[0], reason.removeprefix("Skipped: "))] += 1
    return {f"{number} of {path}": reason for (path, reason), number in reasons.items()}


def pytest_terminal_summary(terminalreporter, exitstatus):
    """Name what was left out with its reason, and write the counts for `make test`."""
    left_out = _left_out(terminalreporter)
    for what, why in sorted(left_out.items()):
        terminalreporter.write_line(f"left out: {what}: {why}")
    if report := os.environ.get("ZIN_TEST_REPORT"):
        stats = terminalreporter.stats
        counts = {
            "passed": len(stats.get("passed", [])),
            "failed": len(stats.get("failed", [])) + len(stats.get("error", [])),
            "left_out": left_out,
        }
        Path(report).write_text(json.dumps(counts))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    """With CI=true a skipped test is a failure."""
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    on_worker = hasattr(session.config, "workerinput")
    if CI and terminal and not on_worker and terminal.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
