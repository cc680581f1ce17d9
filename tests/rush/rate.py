"""The rate: how many registrations a second go through the whole form, and how long a visitor waits for it.

There are always more visitors than connections, so the site is never idle. Client and site share the machine;
what the client takes of it stands in the table.
"""

from __future__ import annotations

import asyncio
import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from statistics import quantiles

from tests.rush import checks
from tests.rush.client import Visitors
from tests.rush.connections import Pool
from tests.rush.people import endless
from tests.rush.records import Exchange, Party, Record
from tests.rush.site import Site

CONNECTIONS = 50
VISITORS = 500  # under way at once: enough for 200 a second that read for 2 s each
WARM_UP_SECONDS, MEASURED_SECONDS = 8, 22
CAPACITY = 100_000  # everybody gets a seat
KINDS = ("form", "send", "result")
GOAL = {"SQLite": 40, "PostgreSQL": 60}  # acknowledged registrations a second, with p99 of sending below 3 s
GOAL_P99_SECONDS = 3


@dataclass
class Rate:
    """One measurement; processor use in shares of one core."""

    name: str
    registered: float = 0.0  # acknowledged a second
    waits: dict[str, list[float]] = field(default_factory=dict)  # of each kind: p50, p95 and p99 in ms
    client: float = 0.0
    site: float = 0.0  # its own processes, without those of a database server
    breaches: list[str] = field(default_factory=list)

    def row(self) -> list[str]:
        waits = [" ".join(f"{one:5.0f}" for one in self.waits[kind]) for kind in KINDS]
        return [self.name, f"{self.registered:.1f}", *waits, f"{self.client:.0%}", f"{self.site:.0%}"]


async def visit(visitors: Visitors, parties: Iterator[Party], until: float, records: list[Record]) -> None:
    while time.monotonic() < until:
        records.append(await visitors.register(next(parties)))


async def load(
    address: str, trainings: list[str], site_seconds: Callable[[], float]
) -> tuple[Rate, list[Record]]:
    """Let visitors come for the warm-up and the measured time, and count the latter."""
    records, rate = [], Rate("")
    begin = time.monotonic() + WARM_UP_SECONDS
    end = begin + MEASURED_SECONDS
    async with Pool(address, CONNECTIONS) as pool, asyncio.TaskGroup() as everybody:
        visitors, parties = Visitors(pool), endless(trainings)
        for _ in range(VISITORS):
            everybody.create_task(visit(visitors, parties, end, records))
        await asyncio.sleep(begin - time.monotonic())
        client, site = own_seconds(), site_seconds()
        await asyncio.sleep(end - time.monotonic())
        rate.client = (own_seconds() - client) / MEASURED_SECONDS
        rate.site = (site_seconds() - site) / MEASURED_SECONDS
    acknowledged = [
        one for one in records if one.outcome == "acknowledged" and begin <= one.acknowledged_at < end
    ]
    rate.registered = len(acknowledged) / MEASURED_SECONDS
    inside = [one for one in visitors.traffic.exchanges if begin <= one.ended < end]
    rate.waits = {kind: percentiles([one for one in inside if one.kind == kind]) for kind in KINDS}
    return rate, records


def percentiles(exchanges: list[Exchange]) -> list[float]:
    """p50, p95 and p99 of the time between sending and the whole answer, in milliseconds."""
    hundredths = quantiles([1000 * (one.ended - one.started) for one in exchanges], n=100)
    return [hundredths[49], hundredths[94], hundredths[98]]


def own_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def measure(site: Site, trainings: int) -> Rate:
    """Start ``site`` with so many trainings, load it, and check that what it acknowledged is there."""
    capacities = {f"rate-{number}": CAPACITY for number in range(trainings)}
    site.seed(capacities)
    with site:
        rate, records = asyncio.run(load(site.address, list(capacities), site.processor_seconds))
    rate.name = "one training" if trainings == 1 else f"{trainings} trainings"
    rate.breaches = checks.breaches(records, site.truth(), mails=None)
    return rate


def table(database: str, rates: list[Rate], bare: float) -> str:
    """The measurements under each other, with the bare database and the goals."""
    waits = [f"{title} p50/95/99 ms" for title in ("GET form", "POST", "GET result")]
    rows = [["", "a second", *waits, "client", "site"], *(rate.row() for rate in rates)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  " + "  ".join(map(str.rjust, row, widths)) for row in rows]
    ratios = ", ".join(f"{bare / rate.registered:.0f} times {rate.name}" for rate in rates if rate.registered)
    lines.append(f"  the bare database, two processes: {bare:.0f} guarded inserts a second ({ratios})")
    lines += [goal(database, rate) for rate in rates]
    return "\n".join(lines)


def goal(database: str, rate: Rate) -> str:
    p99 = rate.waits["send"][2] / 1000
    reached = rate.registered >= GOAL[database] and p99 < GOAL_P99_SECONDS
    wanted = f"at least {GOAL[database]} a second, p99 of the POST under {GOAL_P99_SECONDS} s"
    return f"  goal of {rate.name} ({wanted}): {'reached' if reached else 'MISSED'}"
