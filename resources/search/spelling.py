"""A better word for one that nothing on the site has: "werkbegelijder" becomes "werkbegeleider"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

SHORTEST_REPAIRED = 5  # letters; shorter words have too many neighbours
TWO_MISTAKES_FROM = 8  # letters


def nearest(word: str, known: Mapping[str, int]) -> str | None:
    """The known word with the fewest mistakes, the commonest of equals; None when none is near enough."""
    most = 2 if len(word) >= TWO_MISTAKES_FROM else 1
    letters = Counter(word)
    best: tuple[int, int, str] | None = None
    for one, count in known.items():
        if abs(len(one) - len(word)) > most or one.isdigit():
            continue
        if (letters - Counter(one)).total() > most:  # cheap: letters that the other word lacks altogether
            continue
        mistakes = distance(word, one, most)
        if 0 < mistakes <= most and (best is None or (mistakes, -count, one) < best):
            best = (mistakes, -count, one)
    return best[2] if best else None


def distance(one: str, other: str, most: int) -> int:
    """The letters to add, drop, change or swap with a neighbour; beyond ``most`` it only says more."""
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, wanted in enumerate(other, start=1):
            cost = min(
                last[column] + 1,
                current[column - 1] + 1,
                last[column - 1] + (letter != wanted),
            )
            swapped = row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted
            current.append(min(cost, before_last[column - 2] + 1) if swapped else cost)
        if min(current) > most:
            return most + 1
        before_last, last = last, current
    return last[-1]
