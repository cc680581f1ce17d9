"""What Lighthouse says of every template, on a slow phone: ``make lighthouse``.

The site runs as in production, with static files collected, compressed and named by their content. Prints a
table and what is wrong; ends with 1 when a page misses a limit. ``--no-timing`` leaves out what depends on
how busy the machine is: performance, largest paint and blocking time.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests import databases
from tests.browser.chromium import CHROMIUM, FLAGS, MISSING
from tests.browser.samples import TEMPLATES, UNLISTED
from tests.demo_site import DemoSite

ROOT = databases.ROOT
HERE = Path(__file__).resolve().parent
TOOLS = ROOT / ".tools" / "lighthouse"
PROGRAM = TOOLS / "node_modules" / "lighthouse" / "cli" / "index.js"

PERFECT = ("accessibility", "best-practices", "seo")
PERFORMANCE = 98  # of 100
LARGEST_PAINT_MS = 1800
TRIES = 3  # of one page: a busy machine blocks the script of the page too, or loses the start of a record
COLUMNS = ("perf", "a11y", "best", "seo", "LCP ms", "CLS", "TBT ms", "kB", "requests")


class ProductionSite(DemoSite):
    """The demonstration site, served as in production."""

    def environment(self, folder: Path, clock: str) -> dict[str, str]:
        if folder != self.folder:  # the content is loaded with the settings of the tests
            return super().environment(folder, clock)
        return {
            **super().environment(folder, clock),
            "ZIN_ENV": "production",
            "DJANGO_SETTINGS_MODULE": "tests.lighthouse.settings",
            "SECRET_KEY": "a fixed one for a site that lives for minutes: 0123456789 abcdefghijklmnop",
            "ALLOWED_HOSTS": "127.0.0.1",
            "STATIC_ROOT": str(folder / "static"),
            "LIMIT_SEARCH": "10000/1m",
        }

    def prepare(self) -> None:
        databases.manage("collectstatic", "--noinput", **self.served())


@dataclass(frozen=True)
class Result:
    """What Lighthouse measured on one page."""

    path: str
    scores: dict[str, int]  # of 100
    largest_paint_ms: float
    shift: float
    blocking_ms: float
    weight: float  # kB over the network
    requests: int
    outside: list[str]
    failed: list[str]  # audits, in words

    @classmethod
    def of(cls, path: str, report: dict) -> Result:
        audits = report["audits"]
        requests = audits["network-requests"]["details"]["items"]
        own = urlsplit(report["finalDisplayedUrl"]).netloc
        return cls(
            path=path,
            scores={name: round(100 * (one["score"] or 0)) for name, one in report["categories"].items()},
            largest_paint_ms=audits["largest-contentful-paint"]["numericValue"],
            shift=audits["cumulative-layout-shift"]["numericValue"],
            blocking_ms=audits["total-blocking-time"]["numericValue"],
            weight=sum(one.get("transferSize", 0) for one in requests) / 1000,
            requests=len(requests),
            outside=[
                one["url"]
                for one in requests
                if one["url"].startswith("http") and urlsplit(one["url"]).netloc != own
            ],
            failed=list(failed_audits(report)),
        )

    def row(self) -> list[str]:
        return [
            *(str(self.scores[name]) for name in ("performance", *PERFECT)),
            f"{self.largest_paint_ms:.0f}",
            f"{self.shift:.4f}",
            f"{self.blocking_ms:.0f}",
            f"{self.weight:.1f}",
            str(self.requests),
        ]

    def faults(self, *, timing: bool) -> list[str]:
        """What is beyond a limit, in words."""
        found = [f"{name} {self.scores[name]}" for name in PERFECT if self.scores[name] < 100]
        if self.shift:
            found.append(f"layout shift {self.shift:.4f}")
        found += [f"asks {address}" for address in self.outside]
        if timing and self.scores["performance"] < PERFORMANCE:
            found.append(f"performance {self.scores['performance']}")
        if timing and self.largest_paint_ms >= LARGEST_PAINT_MS:
            found.append(f"largest paint {self.largest_paint_ms:.0f} ms")
        return found


def failed_audits(report: dict):
    """Each audit that costs points, and what it names."""
    for category in report["categories"].values():
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                items = (audit.get("details") or {}).get("items") or []
                named = [json.dumps(item, ensure_ascii=False)[:240] for item in items[:2]]
                yield " ".join([audit["id"], audit.get("displayValue", ""), *named])


def install() -> None:
    """Put the pinned Lighthouse into .tools, when another one or none is there."""
    lock = HERE / "package-lock.json"
    installed = TOOLS / "package-lock.json"
    if PROGRAM.exists() and installed.exists() and installed.read_bytes() == lock.read_bytes():
        return
    print("Fetching Lighthouse…", flush=True)
    TOOLS.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "package.json", TOOLS)
    shutil.copy(lock, TOOLS)
    subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=TOOLS, check=True)


def look(address: str, path: str, folder: Path, *, timing: bool) -> Result:
    """The first result without fault of a few, or the last one."""
    for attempt in range(1, TRIES + 1):
        try:
            result = look_once(address, path, folder)
        except subprocess.CalledProcessError:  # Lighthouse has said why, and asks to be run again
            if attempt == TRIES:
                raise
            continue
        if not result.faults(timing=timing):
            break
    return result


def look_once(address: str, path: str, folder: Path) -> Result:
    """Let Lighthouse open one page with its own slow phone and network."""
    report = folder / "report.json"
    command = ["node", str(PROGRAM), address + path, "--output=json", f"--output-path={report}", "--quiet"]
    command += ["--no-enable-error-reporting", f"--chrome-flags=--headless=new {' '.join(FLAGS)}"]
    if path in UNLISTED:
        command.append("--skip-audits=is-crawlable")
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": CHROMIUM})
    return Result.of(path, json.loads(report.read_text()))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-timing", action="store_true", help="leave out what a busy machine changes")
    parser.add_argument("paths", nargs="*", help="pages to look at instead of one of every template")
    chosen = parser.parse_args()
    if not CHROMIUM:
        sys.exit(MISSING)
    install()
    wrong, timing = {}, not chosen.no_timing
    with (
        tempfile.TemporaryDirectory(prefix="zin-lighthouse-") as folder,
        ProductionSite(Path(folder)) as site,
    ):
        print(" ".join(f"{name:>8}" for name in COLUMNS), flush=True)
        for path in chosen.paths or TEMPLATES:
            result = look(site.url, path, Path(folder), timing=timing)
            print(" ".join(f"{value:>8}" for value in result.row()), path, flush=True)
            if faults := result.faults(timing=timing):
                wrong[path] = [*faults, *(f"  {audit}" for audit in result.failed)]
    for path, lines in wrong.items():
        print(f"\n{path}\n  " + "\n  ".join(lines))
    print(f"\n{len(wrong)} pages miss a limit" if wrong else "\nEvery page keeps every limit.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
