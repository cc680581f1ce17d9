"""How fast search is: ``make bench-search``. Prints every goal and ends with 1 when one is missed.

``--database sqlite|postgres`` measures one of them, ``--sizes 1000,10000 --pages 2000`` with fewer documents,
``--only-server`` the pages with the search server (which needs Java and Maven) and nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import databases, postgres, search_server
from tests.rush.fresh import OnPostgres, OnSqlite, databases_of

KINDS = ("sqlite", "postgres")
MEASURE = "from tests.search_bench.measure import main; main({what!r}, {size})"
HOSTILE = "from tests.search_bench.hostile import main; main({size})"
SERVED = "from tests.search_bench.served import main; main({size})"
GROWTH = 1.5  # times the growth of the number of documents: a larger database fits the caches less


def run(
    there: OnSqlite | OnPostgres, what: str, size: int, *, command: str = MEASURE, **environment: str
) -> tuple[bool, str]:
    """Whether the goals of one measurement were met, and its last line."""
    database = there.planted(f"{what}{size}")
    done = subprocess.Popen(
        [
            sys.executable,
            "manage.py",
            "shell",
            "--no-imports",
            "--command",
            command.format(what=what, size=size),
        ],
        cwd=databases.ROOT,
        env={
            **os.environ,
            "ZIN_ENV": "test",
            "DJANGO_SETTINGS_MODULE": "cms.settings.test",
            "DATABASE_URL": database,
            **environment,
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    last = ""
    for line in done.stdout:
        last = line
        if not line.startswith("{"):
            print(line, end="", flush=True)
    return done.wait() == 0, last


def ratios(there: OnSqlite | OnPostgres, sizes: list[int]) -> bool:
    """Measure each size; whether a page stays near the floor and grows no faster than the content."""
    met, before = True, None
    for size in sizes:
        is_done, line = run(there, "ratio", size)
        if not is_done:
            return False
        found = json.loads(line)
        met &= not found["missed"]
        if before:
            most = GROWTH * size / before["size"]
            grown = {word: time / before["page"][word] for word, time in found["page"].items()}
            worst = max(grown, key=grown.get)
            met &= grown[worst] <= most
            print(f"from {before['size']} to {size} documents at most {grown[worst]:.1f} times ({worst})")
        before = found
    return met


def served(there: OnSqlite | OnPostgres, size: int) -> bool:
    """Measure pages with a search server of their own; whether the goal was met."""
    with search_server.server() as url:
        return run(there, "served", size, command=SERVED, ELASTICSEARCH_URL=url)[0]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--database", choices=KINDS, action="append")
    options.add_argument("--sizes", default="10000,100000")
    options.add_argument("--pages", type=int, default=20_000)
    options.add_argument("--only-server", action="store_true")
    chosen = options.parse_args()
    met = True
    for kind in chosen.database or KINDS:
        if kind == "postgres" and (why := postgres.missing()):
            print(f"left out: {why}")
            continue
        with tempfile.TemporaryDirectory() as folder, databases_of(kind, Path(folder)) as there:
            if not chosen.only_server:
                met &= ratios(there, [int(size) for size in chosen.sizes.split(",") if size])
                met &= run(there, "page", chosen.pages)[0]
                met &= run(there, "hostile", chosen.pages, command=HOSTILE)[0]
            if why := search_server.missing():
                print(f"left out: {why}")
            else:
                met &= served(there, chosen.pages)
    print("every goal is met" if met else "a goal is missed")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
