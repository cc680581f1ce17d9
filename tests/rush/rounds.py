"""Small races, many times: `python -m tests.rush.rounds SEATS CANCELS [--without-lock]` on DATABASE_URL.

SEATS rounds of five people for one seat, CANCELS rounds in which a participant cancels while a newcomer
registers and somebody waits, and as many in which five jobs send one reminder. People are threads with
connections of their own that begin together. Prints how many rounds went wrong, and an example; ends with 1
when any did. With ``--without-lock`` the rules run without their transaction and lock, as a careless change
would leave them: then rounds must go wrong.
"""

from __future__ import annotations

import argparse
import sys
import threading
from collections import Counter
from collections.abc import Callable

import django

django.setup()

from django.db import DatabaseError, connection  # noqa: E402  # Django must be set up first
from django.utils import timezone  # noqa: E402

from cms.models import OutgoingMail  # noqa: E402
from network.models import Registration, TrainingEvent  # noqa: E402
from network.registration import invariants  # noqa: E402
from network.registration.cancelling import cancel  # noqa: E402
from network.registration.reminding import due_at, remind  # noqa: E402
from tests.factories import TrainingEventFactory  # noqa: E402
from tests.network.registration.people import join, line, named  # noqa: E402
from tests.rush.unlocked import take_out_the_lock  # noqa: E402

PEOPLE = ("An", "Bo", "Cor", "Dirk", "Els")


class Crowd:
    """Threads that stay, so that a round costs no new connections: each runs one task a round, together."""

    def __init__(self, size: int):
        self.begin, self.end = threading.Barrier(size + 1), threading.Barrier(size + 1)
        self.tasks: list[Callable[[], object]] = []
        self.faults: list[str] = []
        for number in range(size):
            threading.Thread(target=self._work, args=[number], daemon=True).start()

    def _work(self, number: int) -> None:
        connection.ensure_connection()
        while True:
            self.begin.wait()
            try:
                self.tasks[number]()
            except DatabaseError as fault:  # a constraint of the database may still stop a careless rule
                self.faults.append(type(fault).__name__)
            self.end.wait()

    def run(self, *tasks: Callable[[], object]) -> None:
        self.tasks = list(tasks)
        self.begin.wait()
        self.end.wait()


def five_for_one_seat(crowd: Crowd) -> list[str]:
    """One gets the seat, four wait as 1 to 4; returns what is wrong."""
    event = TrainingEventFactory(capacity=1)
    crowd.run(*[lambda name=name: join(event, name) for name in PEOPLE])
    found = line(event)
    positions = sorted(row.position_now() for row in Registration.objects.waiting().filter(event=event))
    return wrong(
        event, len(found["confirmed"]) == 1, positions == [1, 2, 3, 4], len(event.registrations.all()) == 5
    )


def cancel_meets_newcomer(crowd: Crowd) -> list[str]:
    """The seat that is given up goes to who waits, and the newcomer waits; two threads only look on."""
    event = TrainingEventFactory(capacity=1)
    join(event, "Zit", "Wacht")
    leaver = named(event, "Zit")
    idle = [lambda: None] * (len(PEOPLE) - 3)
    crowd.run(lambda: cancel(leaver), lambda: join(event, "Nieuw"), lambda: cancel(leaver), *idle)
    return wrong(event, line(event) == {"confirmed": ["Wacht"], "waiting": ["Nieuw"], "cancelled": ["Zit"]})


def five_remind_at_once(crowd: Crowd) -> list[str]:
    """Five jobs send the reminder of a training at the same moment: each person gets one."""
    event = TrainingEventFactory(capacity=2)
    join(event, "An", "Bo")
    counts: list[int] = []
    crowd.run(*[lambda: counts.append(remind(event, at=due_at(event, 7))) for _name in PEOPLE])
    sent = OutgoingMail.objects.filter(kind="reminder", reference__in=event.registrations.values("reference"))
    return wrong(event, sorted(counts) == [0, 0, 0, 0, 2], sent.count() == 2)


def wrong(event: TrainingEvent, *expected: bool) -> list[str]:
    return [] if all(expected) else [f"{event.slug}: {line(event)}"]


def main() -> int:
    reader = argparse.ArgumentParser()
    reader.add_argument("seats", type=int)
    reader.add_argument("cancels", type=int)
    reader.add_argument("--without-lock", action="store_true")
    chosen = reader.parse_args()
    if chosen.without_lock:
        take_out_the_lock()
    crowd, bad = Crowd(len(PEOPLE)), Counter()
    for name, number, play in (
        ("five people for one seat", chosen.seats, five_for_one_seat),
        ("cancelling while somebody comes", chosen.cancels, cancel_meets_newcomer),
        ("five jobs that remind at once", chosen.cancels, five_remind_at_once),
    ):
        for _round in range(number):
            if found := play(crowd) or crowd.faults:
                bad[name] += 1
                if bad[name] == 1:
                    print(f"  for example: {found[0]}")
            crowd.faults.clear()
        print(f"{name}: {bad[name]} of {number} rounds went wrong", flush=True)
    found = invariants.breaches(timezone.now())
    print(f"breaches of the rules afterwards: {len(found)}")
    return 1 if bad or found else 0


if __name__ == "__main__":
    sys.exit(main())
