"""Other forms of a Dutch verb, and other spellings that sound the same: for queries. No Django here.

The stems of what is stored leave the forms of verbs apart ("denkt" and "denken", "uitgewisseld" and
"uitwisselen"). A query asks for the others as well; what the index does not have costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resources.search.analysis import stem

SHORTEST_VERB = 4  # letters of a form that others are made of
SHORTEST_SOUND = 4  # letters
# What Dutch verbs are cut behind: *ik meld mij aan*.
PARTICLES = ("aan", "achter", "af", "bij", "door", "in", "mee", "na", "op", "terug", "toe", "uit", "voor")
# A particle of a verb ends its clause: it is the last word, or one of these follows.
BEHIND_A_CLAUSE = frozenset(
    ("als", "bij", "en", "met", "naar", "om", "of", "op", "per", "te", "tot", "via", "voor")
)
SEPARABLE = re.compile(rf"({'|'.join(PARTICLES)})(?=.{{4}})")
PARTICIPLE = re.compile(rf"({'|'.join(PARTICLES)}|)ge(.{{3,}}(?:[dt]|en))")
PAST = re.compile(r"(.{3,}[^aeiou])(?:te|ten|de|den)")
DOUBLE = re.compile(r"(.)\1")
# Letters that sound alike, each taken for the other.
SOUNDS = (
    *(("ij", "ei"), ("y", "ij"), ("au", "ou"), ("c", "k"), ("s", "z"), ("f", "v"), ("g", "ch")),
    *(("d", "t"), ("ks", "x"), ("ie", "i"), ("oe", "u"), ("ei", "e"), ("kw", "qu"), ("t", "th"), ("f", "ph")),
)


def forms(word: str) -> tuple[str, ...]:
    """The stems that other forms of the folded ``word`` may have, if it is a verb; most are no word."""
    if len(word) < SHORTEST_VERB or word.isdigit():
        return ()
    own = stem(word)
    roots = {stem(root) for root in _roots(word)} or ({own} if word.endswith("en") else set())
    found = [form for root in sorted(roots) if len(root) >= SHORTEST_VERB for form in _forms_of(root)]
    return tuple(one for one in dict.fromkeys(found) if one != own)


def past_forms(word: str) -> tuple[str, ...]:
    """The stem of the folded ``word`` as a past tense; for unknown words, as "ruimte" looks like one too."""
    made = PAST.fullmatch(word)
    return (stem(made[1]),) if made else ()


def _roots(word: str) -> Iterator[str]:
    """What is left of a form without its ending: denkt, uitgewisseld."""
    if made := PARTICIPLE.fullmatch(word):
        whole = made[1] + made[2]  # of a strong verb the infinitive: meegelopen, meelopen
        yield from (whole,) if whole.endswith("en") else (whole[:-1], whole)
    elif word.endswith("t") and len(word) > SHORTEST_VERB:
        yield word[:-1]


def _forms_of(root: str) -> Iterator[str]:
    """The stems of the forms of a root: denk, denkt, gedenkt; aanmeld, aangemeld."""
    separable = SEPARABLE.match(root)
    before = separable[1] if separable else ""
    participle = f"{before}ge{root[len(before) :]}"
    yield root
    yield from map(stem, (f"{root}t", f"{participle}t", f"{participle}d", f"{participle}en"))


def separated(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Verbs of which the particle stands apart: the place of the verb in ``words``, and the whole verb.

    "hoe meld ik mijn collega aan" gives "aanmeld", and "aanik" and the like, which no document has.
    """
    for place, particle in enumerate(words):
        follower = words[place + 1] if place + 1 < len(words) else "om"
        if particle in PARTICLES and follower in BEHIND_A_CLAUSE:
            yield from ((before, particle + words[before]) for before in range(place))


def sounds_like(word: str) -> tuple[str, ...]:
    """Spellings of the folded ``word`` that sound the same, with one kind of change in each."""
    if len(word) < SHORTEST_SOUND or word.isdigit():
        return ()
    found = [word[: double.start()] + word[double.start() + 1 :] for double in DOUBLE.finditer(word)]
    for one, other in SOUNDS:
        found += [word.replace(one, other), word.replace(other, one)]
    return tuple(spelled for spelled in dict.fromkeys(found) if spelled != word)
