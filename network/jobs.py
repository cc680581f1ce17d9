"""Periodic work for registrations (`cms.jobs`): what is due each minute, one short transaction a piece."""

import logging
from collections.abc import Callable, Iterable

from cms.jobs import periodic
from network import interest
from network.attendance.evaluating import invite, uninvited
from network.registration import unsettled
from network.registration.cancelling import lapse
from network.registration.changes import settle
from network.registration.reminding import remind

logger = logging.getLogger("network.jobs")


@periodic(minutes=1)
def lapse_registrations(at):
    """End what was not confirmed or named in time; the freed places go to who waits (rule 9)."""
    each(unsettled.lapsed(at), lapse, at)


@periodic(minutes=1)
def settle_trainings(at):
    """Finish what a publication or the release of shares left undone (rules 1, 7 and 8)."""
    each(unsettled.unsettled(at), settle, at)


@periodic(minutes=1)
def send_reminders(at):
    """Remind who takes part, a week and a day before."""
    each(unsettled.unreminded(at), remind, at)


@periodic(minutes=10)
def ask_for_evaluations(at):
    """Ask who was there what they thought, from nine o'clock on the day after."""
    each(uninvited(at), invite, at)


@periodic(minutes=5)
def announce_planned(at):
    """Tell who confirmed late, or whom a publication left out, that a training has a date now."""
    each(interest.unannounced(at), interest.announce, at)


def each(things: Iterable, rule: Callable, at) -> None:
    """Call the rule for each thing; what goes wrong with one is logged, and the others get their turn."""
    for thing in things:
        try:
            rule(thing, at=at)
        except Exception:  # whatever it is, nobody else may wait for it; the next run tries it again
            logger.exception("%s failed for %s %s", rule.__name__, type(thing).__name__, thing.pk)
