"""Registering while what the site leans on is away or slow: the search engine, Redis and the mail server.

Each is first refused (nobody listens), then hangs (a server that takes connections and never answers), then
answers rightly but late.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests import postgres
from tests.rush.client import Visitors
from tests.rush.connections import Pool
from tests.rush.people import crowd
from tests.rush.site import Site
from tests.rush.slow import slow

TRAINING, PEOPLE, CONNECTIONS = "outage", 40, 10
LONGEST_SECONDS = 2  # of any answer


@contextmanager
def hanging() -> Iterator[int]:
    """A port on loopback where connections are taken and nothing is ever said."""
    held: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def take() -> None:
            while True:
                try:
                    held.append(server.accept()[0])
                except OSError:  # it was closed: the outage is over
                    return

        threading.Thread(target=take, daemon=True).start()
        try:
            yield server.getsockname()[1]
        finally:
            server.shutdown(socket.SHUT_RDWR)
            for connection in held:
                connection.close()


def addresses(port: int) -> dict[str, str]:
    """Everything that the site leans on, at one port."""
    return {
        "REDIS_URL": f"redis://127.0.0.1:{port}/0",
        "ELASTICSEARCH_URL": f"http://127.0.0.1:{port}",
        "EMAIL_URL": f"smtp://127.0.0.1:{port}",
    }


def run(site: Site, kind: str) -> list[str]:
    """Let people register on ``site``, print how long the slowest answer took, and return every breach.

    How long it took is no breach: the machine may be busy with other things.
    """
    site.seed({TRAINING: PEOPLE})
    with site:
        slowest, refused = asyncio.run(_register(site.address))
        truth = site.truth()
    reached = "reached" if slowest <= LONGEST_SECONDS else "MISSED"
    print(
        f"  {kind}: {PEOPLE} people registered, the slowest answer took {slowest:.2f} s"
        f" (goal of {LONGEST_SECONDS} s {reached})",
        flush=True,
    )
    found = [f"{kind}: {refused} forms were not acknowledged"] if refused else []
    if kind != "slow" and any(mail["state"] in ("sent", "dead") for mail in truth["mails"]):
        found.append(f"{kind}: a mail counts as sent or dead while the mail server is away")
    return found


async def _register(address: str) -> tuple[float, int]:
    async with Pool(address, CONNECTIONS) as pool:
        visitors = Visitors(pool)
        parties = crowd(PEOPLE, training=TRAINING, in_groups=0)
        records = await asyncio.gather(*map(visitors.register, parties))
    slowest = max(one.ended - one.started for one in visitors.traffic.exchanges)
    return slowest, sum(record.outcome != "acknowledged" for record in records)


@contextmanager
def away(kind: str) -> Iterator[dict[str, str]]:
    """The environment of a site for which everything is ``refused``, ``hanging`` or ``slow``."""
    if kind == "refused":
        yield addresses(postgres.free_port())
    elif kind == "slow":
        with slow() as environment:
            yield environment
    else:
        with hanging() as port:
            yield addresses(port)
