"""A circuit breaker: whoever failed several times in a row is left in peace for a while."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from threading import Lock


class Breaker:
    """Opens after ``failures`` in a row, for ``pauses`` seconds: one after the other, then the last again.

    After the pause one caller may try while the others go on without; what becomes of it decides. It lives in
    the memory of a process: each web worker learns by itself that a server is away, which costs a visitor of
    each at most ``failures`` waits, and no database or cache has to be up for it.
    """

    def __init__(
        self,
        *,
        failures: int = 3,
        pauses: Sequence[float] = (30,),
        clock: Callable[[], float] = time.monotonic,
    ):
        self.failures, self.pauses, self.clock = failures, pauses, clock
        self._lock = Lock()
        self._failed = 0
        self._closed_again_at = 0.0

    @property
    def is_open(self) -> bool:
        """Whether the last attempts failed, so that at most one caller a pause may try."""
        return self._failed >= self.failures

    def allows(self) -> bool:
        """May the caller try now? Of several who ask after a pause the first may, and has to tell the end."""
        with self._lock:
            if not self.is_open:
                return True
            now = self.clock()
            if now < self._closed_again_at:
                return False
            self._closed_again_at = now + self._pause()  # also when the caller never tells
            return True

    def succeeded(self) -> None:
        """The attempt went well: everybody may try again."""
        with self._lock:
            self._failed = 0

    def failed(self) -> None:
        """The attempt failed; the pause begins now when that were enough in a row."""
        with self._lock:
            self._failed += 1
            if self.is_open:
                self._closed_again_at = self.clock() + self._pause()

    def _pause(self) -> float:
        return self.pauses[min(self._failed - self.failures, len(self.pauses) - 1)]
