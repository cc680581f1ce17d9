"""The project's own promises: translations, locks, sizes of modules, the README."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.db.migrations.loader import MigrationLoader

ROOT = Path(__file__).resolve().parent.parent
APPS = ["cms", "home", "network", "resources"]
LONGEST_MODULE = 300  # lines; a longer one stands here with its reason
LONGER = {}


def catalogue() -> polib.POFile:
    return polib.pofile(str(ROOT / "locale" / "nl" / "LC_MESSAGES" / "django.po"))


def test_catalogue_has_no_untranslated_or_doubtful_entry():
    unfinished = [entry.msgid for entry in catalogue() if not entry.obsolete and not entry.translated()]

    assert unfinished == []


def test_catalogue_keeps_every_placeholder():
    pattern = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
    wrong = []
    for entry in catalogue():
        if entry.msgid_plural:
            known = set(pattern.findall(entry.msgid + entry.msgid_plural))
            used = set().union(*(pattern.findall(text) for text in entry.msgstr_plural.values()))
            if not used <= known:
                wrong.append(entry.msgid)
        elif entry.msgstr and set(pattern.findall(entry.msgid)) != set(pattern.findall(entry.msgstr)):
            wrong.append(entry.msgid)

    assert wrong == []


def test_catalogue_has_every_text_of_the_code(tmp_path):
    if not shutil.which("xgettext"):
        pytest.skip("gettext is not installed (Debian: gettext)")
    for folder in [*APPS, "templates"]:
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("static", "demo"))
    for app in APPS:
        shutil.rmtree(tmp_path / app / "locale", ignore_errors=True)
    (tmp_path / "locale").mkdir()
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "--locale", "nl", "--verbosity", "0"],
        cwd=tmp_path,
        check=True,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)},
    )
    extracted = polib.pofile(str(tmp_path / "locale" / "nl" / "LC_MESSAGES" / "django.po"))
    known = {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in catalogue() if not entry.obsolete}

    missing = [
        entry.msgid for entry in extracted if (entry.msgctxt, entry.msgid, entry.msgid_plural) not in known
    ]

    assert missing == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_lock_has_hashes_and_no_address(name):
    text = (ROOT / name).read_text()
    packages = re.findall(r"^[a-z0-9.-]+(?:\[[a-z,]+\])?==\S+.*$", text, re.MULTILINE)

    assert packages
    assert all(line.endswith("\\") for line in packages)
    assert "://" not in text
    assert "index" not in re.sub(r"^\S+==.*$", "", text, flags=re.MULTILINE)


def test_dev_lock_has_the_versions_of_the_run_lock():
    versions = {
        name: dict(re.findall(r"^([a-z0-9.-]+)==([^\s;]+)", (ROOT / name).read_text(), re.MULTILINE))
        for name in ["requirements.lock", "requirements-dev.lock"]
    }
    run, dev = versions["requirements.lock"], versions["requirements-dev.lock"]

    assert {name: dev.get(name) for name in run} == run


def test_modules_are_short_or_have_a_reason():
    long = {
        str(path.relative_to(ROOT))
        for folder in [*APPS, "tests"]
        for path in (ROOT / folder).rglob("*.py")
        if "migrations" not in path.parts and len(path.read_text().splitlines()) > LONGEST_MODULE
    }

    assert long == set(LONGER)


def test_migrations_of_the_foundation_name_no_app():
    migrations = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    needed = {
        (name, needs)
        for (app, name), one in migrations.items()
        if app == "cms"
        for needs, _name in one.dependencies
    }

    assert ("0003_glossary", "cms") in needed
    assert [pair for pair in sorted(needed) if pair[1] in APPS and pair[1] != "cms"] == []


def test_readme_names_only_what_exists():
    text = (ROOT / "README.md").read_text()
    named = set(re.findall(r"`((?:cms|home|network|resources|templates|tests|docs|locale)/[\w./-]*)`", text))

    assert named
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_lock_of_lighthouse_has_hashes_and_no_address():
    packages = json.loads((ROOT / "tests" / "lighthouse" / "package-lock.json").read_text())["packages"]
    del packages[""]  # our own

    assert len(packages) > 100
    assert [name for name, one in packages.items() if "resolved" in one or "integrity" not in one] == []


def test_continuous_integration_runs_make_test():
    script = ROOT / ".ci" / "run"

    assert script.stat().st_mode & 0o111
    assert script.read_text().splitlines()[-4:] == [
        "make test",
        "make test-slow",
        'make rush RUSH="--only rush --people 60"',
        "exec make lighthouse TIMING=no",
    ]
