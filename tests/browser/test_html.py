"""The HTML of every kind of page, judged by the checker of the HTML standard's authors."""

import json
import shutil
import subprocess
import urllib.error
import urllib.request

import pytest

from tests.databases import ROOT

CHECKER = ROOT / ".tools" / "vnu" / "build" / "dist" / "vnu.jar"


@pytest.fixture(scope="module")
def checker():
    if not shutil.which("java"):
        pytest.skip("no Java on this machine (Debian: default-jre-headless)")
    if not CHECKER.exists():
        pytest.skip("the HTML checker is not fetched (tests/setup_ci.sh does it)")
    return ["java", "-Xss1m", "-jar", str(CHECKER)]


def test_every_template_is_valid_html(checker, demo_site, paths, tmp_path):
    names = {}
    for number, path in enumerate(paths):
        try:
            body = urllib.request.urlopen(demo_site.url + path, timeout=60).read()
        except urllib.error.HTTPError as error:
            body = error.read()
        names[f"{number}.html"] = path
        (tmp_path / f"{number}.html").write_bytes(body)

    done = subprocess.run([*checker, "--format", "json", str(tmp_path)], capture_output=True, text=True)

    messages = json.loads(done.stderr)["messages"]
    wrong = [
        (names[one["url"].rpartition("/")[2]], one["message"], one.get("extract", "")[:120])
        for one in messages
        if one["type"] == "error" or one.get("subType") == "warning"
    ]
    assert wrong == []
