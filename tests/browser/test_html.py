"""The HTML of every kind of page, judged by the checker of the HTML standard's authors."""

import json
import shutil
import subprocess

import pytest

from tests.browser.samples import SAMPLES
from tests.browser.web import Client
from tests.databases import ROOT

CHECKER = ROOT / ".tools" / "vnu" / "build" / "dist" / "vnu.jar"


@pytest.fixture(scope="module")
def checker():
    if not shutil.which("java"):
        pytest.skip("no Java on this machine (Debian: default-jre-headless)")
    if not CHECKER.exists():
        pytest.skip("the HTML checker is not fetched (tests/setup_ci.sh does it)")
    return ["java", "-Xss8m", "-XX:TieredStopAtLevel=1", "-jar", str(CHECKER)]


def test_html_is_valid(checker, demo_site, tmp_path):
    client = Client(demo_site.url)
    names = {}
    for number, sample in enumerate(SAMPLES):
        answer = client.sample(sample)
        assert answer.status == sample.status, str(sample)
        names[f"{number}.html"] = str(sample)
        (tmp_path / f"{number}.html").write_bytes(answer.body)

    done = subprocess.run([*checker, "--format", "json", str(tmp_path)], capture_output=True, text=True)

    messages = json.loads(done.stderr)["messages"]
    wrong = [
        (names[one["url"].rpartition("/")[2]], one["message"], one.get("extract", "")[:120])
        for one in messages
        if one["type"] != "info" or one.get("subType") == "warning"
    ]
    assert wrong == []
