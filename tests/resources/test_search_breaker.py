"""The circuit breaker of the search server."""

import threading

from resources.search.engines.breaker import Breaker


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


def failing(times, **options):
    clock = Clock()
    breaker = Breaker(clock=clock, **options)
    for _ in range(times):
        breaker.failed()
    return breaker, clock


def test_breaker_lets_everybody_try_until_the_third_failure_in_a_row():
    breaker, _clock = failing(2)
    allowed_before = breaker.allows()

    breaker.failed()

    assert (allowed_before, breaker.allows(), breaker.is_open) == (True, False, True)


def test_success_in_between_begins_the_count_anew():
    breaker, _clock = failing(2)

    breaker.succeeded()
    breaker.failed()
    breaker.failed()

    assert (breaker.allows(), breaker.is_open) == (True, False)


def test_after_half_a_minute_one_may_try():
    breaker, clock = failing(3)

    clock.now += 29.9
    too_early = breaker.allows()
    clock.now += 0.1

    assert (too_early, breaker.allows(), breaker.allows()) == (False, True, False)


def test_attempt_that_goes_well_closes_it():
    breaker, clock = failing(3)
    clock.now += 30
    breaker.allows()

    breaker.succeeded()

    assert (breaker.is_open, breaker.allows(), breaker.allows()) == (False, True, True)


def test_attempt_that_fails_begins_a_new_pause():
    breaker, clock = failing(3)
    clock.now += 30
    breaker.allows()
    clock.now += 20

    breaker.failed()
    clock.now += 29.9
    early = breaker.allows()
    clock.now += 0.1

    assert (early, breaker.allows()) == (False, True)


def test_attempt_that_never_ends_does_not_close_it_for_good():
    breaker, clock = failing(3)
    clock.now += 30
    breaker.allows()

    clock.now += 30

    assert (breaker.allows(), breaker.allows()) == (True, False)


def test_pauses_grow_up_to_the_last():
    breaker, clock = failing(1, failures=1, pauses=(5, 60))
    waited = []
    for _ in range(4):
        since = clock.now
        while not breaker.allows():
            clock.now += 5
        waited.append(clock.now - since)
        breaker.failed()

    assert waited == [5, 60, 60, 60]


def test_of_many_at_once_one_may_try():
    breaker, clock = failing(3)
    clock.now += 30
    start, allowed = threading.Barrier(8), []

    def ask():
        start.wait()
        allowed.append(breaker.allows())

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(allowed) == [False] * 7 + [True]
