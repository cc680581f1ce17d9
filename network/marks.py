"""The mark of an organisation without a logo: an arch with its initials, always the same for one name.

It is ours and plainly not a logo, so a network can begin before its partners have sent theirs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from zlib import crc32

from network.choices import OrganisationKind

HUES = ("teal", "coral", "ochre", "plum")
SHAPES = ("window", "sun", "leaves", "gable", "steps", "lamp", "twins")
SCHOOL_SHAPE = "book"
WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """``shape`` is what stands above the initials (`components/organisation_mark.html`), ``hue`` a colour."""

    initials: str
    hue: str
    shape: str


def mark_of(name: str, kind: str = OrganisationKind.CARE) -> Mark:
    """The mark that belongs to ``name``; a school has a book."""
    number = crc32(name.encode())  # 38 and 49 spread the names of the first network best
    shape = SCHOOL_SHAPE if kind == OrganisationKind.SCHOOL else SHAPES[number // 49 % len(SHAPES)]
    return Mark(initials(name), HUES[number // 38 % len(HUES)], shape)


def initials(name: str) -> str:
    """At most three letters: a first word in capitals ("ROC"), else those of two words, else two of one."""
    words = WORDS.findall(name)
    if not words:
        return "?"
    if words[0].isupper() and 1 < len(words[0]) < 4:
        return words[0]
    return words[0][0] + words[1][0].upper() if len(words) > 1 else words[0][:2]
