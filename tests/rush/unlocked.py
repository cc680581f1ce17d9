"""The rules of registration without their transaction and lock, as a careless change would leave them.

Only for the counter-proof: whoever takes the lock out must see the rush and the rounds fail.
"""

from contextlib import nullcontext

from django.apps import AppConfig


def take_out_the_lock() -> None:
    from network.models import TrainingEvent  # models are there once Django is set up
    from network.registration import book

    book.transaction = type("NoTransaction", (), {"atomic": staticmethod(nullcontext)})
    book._turn = nullcontext
    book.locked = lambda event_pk: TrainingEvent.objects.get(pk=event_pk)


class Unlocked(AppConfig):
    """An app that does nothing else; `tests.rush.settings` adds it when it is asked for."""

    name = "tests.rush"
    label = "unlocked"

    def ready(self):
        take_out_the_lock()
