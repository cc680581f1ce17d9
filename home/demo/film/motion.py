"""How things move: each function gives 0 before ``start``, 1 after ``start + length`` (seconds)."""

from __future__ import annotations

import math


def part(at: float, start: float, length: float) -> float:
    """Evenly from 0 to 1."""
    return min(1.0, max(0.0, (at - start) / length))


def smooth(at: float, start: float, length: float) -> float:
    """Slow, fast, slow: for cameras, doors and what goes its own way."""
    t = part(at, start, length)
    return t * t * t * (t * (6 * t - 15) + 10)


def arrive(at: float, start: float, length: float) -> float:
    """Fast, then ever slower: for what comes into the picture."""
    return 1 - (1 - part(at, start, length)) ** 4


def leave(at: float, start: float, length: float) -> float:
    """Slow, then ever faster: for what goes out of the picture."""
    return part(at, start, length) ** 3


def settle(at: float, start: float, length: float, bounce: float = 1.3) -> float:
    """Arrive, go a little too far and come back: for what lands or grows."""
    t = part(at, start, length) - 1
    if t == -1:
        return 0.0
    return 1 + (bounce + 1) * t**3 + bounce * t**2


def between(one: float, other: float, t: float) -> float:
    return one + (other - one) * t


def sway(at: float, seconds: float, shift: float = 0) -> float:
    """From -1 to 1 and back, once in ``seconds``; keeps what stands still alive."""
    return math.sin(math.tau * (at / seconds + shift))


def hop(at: float, start: float, length: float) -> float:
    """Up and down once: 0, 1 half-way, 0."""
    return math.sin(math.pi * part(at, start, length))
