"""The rush: 500 people for 25 seats, while web workers and the mail sender are killed."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from tests.rush import checks
from tests.rush.client import UnexpectedAnswer, Visitors
from tests.rush.connections import Pool
from tests.rush.people import crowd
from tests.rush.records import Record, Traffic
from tests.rush.site import MAIL_SENDER, WEB_WORKER, Site

TRAINING, SEATS = "rush", 25
CONNECTIONS = 100
IN_GROUPS = 0.1  # share of the people
KILL_EVERY = {WEB_WORKER: 2, MAIL_SENDER: 3}  # seconds
OUTBOX_SECONDS = 180  # after the last answer; the sender waits up to half a minute after it was killed often


@dataclass
class Rush:
    """What one rush gave."""

    records: list[Record] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    traffic: Traffic = field(default_factory=Traffic)
    killed: Counter = field(default_factory=Counter)
    seconds: float = 0.0  # from the first form that was sent to the last answer


async def storm(address: str, people: int, victims: Callable[[str], list[int]], **patience: float) -> Rush:
    """Let everybody register at ``address``; ``victims`` gives the ids of the processes with a title."""
    rush = Rush()
    async with Pool(address, CONNECTIONS) as pool:
        visitors = Visitors(pool, **patience)
        rush.traffic = visitors.traffic
        killers = [
            asyncio.create_task(kill(visitors.sending, title, every, victims, rush.killed))
            for title, every in KILL_EVERY.items()
        ]
        parties = crowd(people, training=TRAINING, in_groups=IN_GROUPS)
        results = await asyncio.gather(*map(visitors.register, parties), return_exceptions=True)
        for killer in killers:
            killer.cancel()
    for result in results:
        if isinstance(result, UnexpectedAnswer):
            rush.failures.append(str(result))
        elif isinstance(result, BaseException):
            raise result
        else:
            rush.records.append(result)
    if rush.records:
        ends = [answer.ended for record in rush.records for answer in record.answers]
        rush.seconds = max(ends) - min(record.started for record in rush.records)
    return rush


async def kill(begin: asyncio.Event, title: str, every: float, victims, killed: Counter) -> None:
    """From ``begin`` on, end one process of that title by kill -9 every so many seconds, for ever."""
    await begin.wait()
    while True:
        await asyncio.sleep(every)
        if found := victims(title):
            with suppress(ProcessLookupError):
                os.kill(random.choice(found), signal.SIGKILL)
                killed[title] += 1


def wait_for_outbox(site: Site) -> tuple[dict, float]:
    """The truth once nothing waits to be sent, or when that takes too long; and the seconds it took."""
    started = time.monotonic()
    while True:
        truth = site.truth()
        waits = any(mail["state"] in ("queued", "failed") for mail in truth["mails"])
        passed = time.monotonic() - started
        if not waits or passed > OUTBOX_SECONDS:
            return truth, passed
        time.sleep(2)


def run(site: Site, people: int) -> list[str]:
    """Hold the rush on ``site``, print what happened, and return every breach."""
    site.seed({TRAINING: SEATS})
    with site:
        rush = asyncio.run(storm(site.address, people, site.processes))
        truth, waited = wait_for_outbox(site)
    mails = site.mails()
    found = [*rush.failures, *checks.breaches(rush.records, truth, mails), *site.invariants()]
    print(report(rush, truth, len(mails), waited), flush=True)
    return found


def report(rush: Rush, truth: dict, mails: int, waited: float) -> str:
    """What happened, in figures."""
    parties = [record.party for record in rush.records]
    people = sum(len(party.people) for party in parties)
    groups, twice = sum(bool(party.mode) for party in parties), sum(party.sends > 1 for party in parties)
    outcomes = Counter(record.outcome for record in rush.records)
    states = Counter(row["status"] for row in truth["registrations"])
    lines = [
        f"{people} people with {len(parties)} forms ({groups} of groups, {twice} sent twice at once)"
        f" over {CONNECTIONS} connections in {rush.seconds:.1f} s",
        f"killed: {rush.killed[WEB_WORKER]} web workers, {rush.killed[MAIL_SENDER]} mail senders;"
        f" {rush.traffic.lost} connections lost, {rush.traffic.put_off} requests put off",
        f"forms: {outcomes['acknowledged']} acknowledged, {outcomes['refused']} refused (a group that did not"
        f" fit), {outcomes['unknown']} without an answer",
        f"people: {states['confirmed']} confirmed, {states['waiting']} waiting",
        f"mails: {mails} came; the outbox was empty {waited:.0f} s after the last answer",
    ]
    return "\n".join(f"  {line}" for line in lines)
