"""The proof that no seat is sold twice, and how fast seats are sold: ``make rush``.

Runs the rounds, the rush, the outages and the rate on SQLite and PostgreSQL, prints them, and ends with 1
when there was any breach; how fast it went decides nothing. ``--without-lock`` is the counter-proof: it takes
the lock out of the rule, and ends with 1 when the rush finds no breach then.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import postgres
from tests.rush import bare, outage, rate, rush
from tests.rush.fresh import OnPostgres, OnSqlite, databases_of
from tests.rush.site import THREADS, WORKERS, Site

KINDS = ("sqlite", "postgres")
MOST_SHOWN = 20  # breaches
ROUNDS = ("300", "200")  # five people for one seat; cancelling while somebody comes
TRAININGS = (1, 10)  # of the measurements: one training has one lock, which is the hardest


def run_rush(
    folder: Path, databases: OnSqlite | OnPostgres, people: int, environment: dict[str, str]
) -> list[str]:
    """Hold the rush and print it; the breaches."""
    print(f"\nrush on {databases.name}", *environment, flush=True)
    site = Site(folder / "rush", databases.planted("rush"), **environment)
    return show(rush.run(site, people))


def run_rounds(databases: OnSqlite | OnPostgres) -> list[str]:
    """Play the small races and print how they ended; a line for each that went wrong."""
    print(f"\nrounds on {databases.name}", flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "tests.rush.rounds", *ROUNDS],
        env={
            **os.environ,
            "ZIN_ENV": "test",
            "DJANGO_SETTINGS_MODULE": "cms.settings.test",
            "DATABASE_URL": databases.planted("rounds"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    print("".join(f"  {line}\n" for line in done.stdout.splitlines()), end="", flush=True)
    return show([done.stderr[-500:] or "rounds went wrong"] if done.returncode else [])


def run_outage(folder: Path, databases: OnSqlite | OnPostgres) -> list[str]:
    """Register while search, Redis and mail are away or slow, and print how long it takes; the breaches."""
    print(f"\nsearch, Redis and mail away or slow, on {databases.name}", flush=True)
    found = []
    for kind in ("refused", "hanging", "slow"):
        with outage.away(kind) as environment:
            site = Site(folder / kind, databases.planted(kind), **environment)
            found += outage.run(site, kind)
    return show(found)


def run_rate(folder: Path, databases: OnSqlite | OnPostgres) -> list[str]:
    """Measure the rate, the bare database after it, and print both; the breaches."""
    print(f"\nrate on {databases.name}: {WORKERS} web workers of {THREADS} threads, ", end="")
    print(
        f"{rate.CONNECTIONS} connections, {rate.MEASURED_SECONDS} s; every commit waits for the disk",
        flush=True,
    )
    measured = []
    for number in TRAININGS:
        name = f"rate_{number}"
        measured.append(rate.measure(Site(folder / name, databases.planted(name)), number))
    print(rate.table(databases.name, measured, bare.rate(databases.empty("bare"))), flush=True)
    return show([breach for one in measured for breach in one.breaches])


def show(breaches: list[str]) -> list[str]:
    for breach in breaches[:MOST_SHOWN]:
        print(f"  BREACH: {breach}")
    print(f"  {len(breaches)} breaches" if breaches else "  no breach", flush=True)
    return breaches


def run_kind(kind: str, chosen: argparse.Namespace) -> bool:
    """Whether everything on one kind of database was as it must be."""
    with tempfile.TemporaryDirectory(prefix="zin-rush-") as name, databases_of(kind, Path(name)) as databases:
        folder = Path(name)
        if chosen.without_lock:
            return bool(run_rush(folder, databases, chosen.people, {"ZIN_TEST_WITHOUT_LOCK": "1"}))
        breaches = []
        if chosen.only in (None, "rounds"):
            breaches += run_rounds(databases)
        if chosen.only in (None, "rush"):
            breaches += run_rush(folder, databases, chosen.people, {})
        if chosen.only in (None, "outage"):
            breaches += run_outage(folder, databases)
        if chosen.only in (None, "rate"):
            breaches += run_rate(folder, databases)
        return not breaches


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.rush", description=__doc__)
    parser.add_argument("--only", choices=["rounds", "rush", "outage", "rate"], help="one of these")
    parser.add_argument("--database", choices=KINDS, help="one of the two")
    parser.add_argument("--people", type=int, default=500, help="in the rush (default %(default)s)")
    parser.add_argument(
        "--without-lock", action="store_true", help="the rush, with the lock taken out of the rule"
    )
    chosen = parser.parse_args()
    right = []
    for kind in [chosen.database] if chosen.database else KINDS:
        if kind == "postgres" and postgres.missing():
            print(f"\nleft out: {postgres.missing()}")
        else:
            right.append(run_kind(kind, chosen))
    return 0 if right and all(right) else 1


if __name__ == "__main__":
    sys.exit(main())
