"""Who comes: invented people, alone and in groups, the same crowd for the same numbers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import count

from tests.rush.records import Party, Person

FIRST = (
    "Anouk",
    "Bilal",
    "Carmen",
    "Dirk",
    "Esra",
    "Femke",
    "Guus",
    "Hanna",
    "Ilse",
    "Joris",
    "Karin",
    "Luuk",
)
LAST = (
    "Aalbers",
    "de Bruin",
    "Claassen",
    "van Dongen",
    "El Amrani",
    "de Groot",
    "Hermans",
    "Janssen",
    "Kaya",
)
SMALLEST_GROUP, LARGEST_GROUP = 3, 5  # five is the most that the public form takes
TWICE_EVERY = 5  # of so many parties one sends its form twice


def person(number: int) -> Person:
    first, last = FIRST[number % len(FIRST)], LAST[number // len(FIRST) % len(LAST)]
    return Person(f"{first} {last}", f"deelnemer-{number}@example.org")


def crowd(people: int, *, training: str, in_groups: float) -> list[Party]:
    """So many people in random order, the share ``in_groups`` in groups; every fifth form is sent twice."""
    chance = random.Random(people)
    numbers = iter(range(people))
    sizes: list[int] = []
    while sum(sizes) + SMALLEST_GROUP <= people * in_groups:
        room = int(people * in_groups) - sum(sizes)
        sizes.append(min(chance.randint(SMALLEST_GROUP, LARGEST_GROUP), room))
    groups = [
        Party(training, tuple(person(next(numbers)) for _ in range(size)), "fit" if place % 2 else "all")
        for place, size in enumerate(sizes)
    ]
    parties = groups + [Party(training, (person(number),)) for number in numbers]
    chance.shuffle(parties)
    return [
        Party(one.training, one.people, one.mode, sends=2 if place % TWICE_EVERY == 0 else 1)
        for place, one in enumerate(parties)
    ]


def endless(trainings: list[str]) -> Iterator[Party]:
    """One person after another, over ``trainings`` in turn."""
    for number in count():
        yield Party(trainings[number % len(trainings)], (person(number),))
