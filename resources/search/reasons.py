"""Why a search finds what it finds: how its words are read, and what each hit scores."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resources.search import unattended
from resources.search.analysis import PART
from resources.search.plan import Group
from resources.search.ranking import Part, explain

MOST_HITS = 20
PARTS = {
    "title": _("in the title"),
    "labels": _("in the summary or the labels"),
    "text": _("in the text"),
    "exact_title": _("the title is exactly this"),
    "title_in_order": _("the title has these words in this order"),
    "title_covered": _("the title is mostly about this"),
    "kind": _("the kind that the question asks for"),
    "recent": _("recent news"),
    "past": _("the training is over"),
    "list_page": _("a page that is only a list"),
}


@dataclass(frozen=True)
class WordRead:
    """A word of the query with what may stand for it: terms and what finding them is worth."""

    text: str
    alternatives: list[tuple[str, float]]
    is_optional: bool


@dataclass(frozen=True)
class Scored:
    """A hit with its score and the parts of it: words and points."""

    shown: unattended.Shown
    score: float
    parts: list[tuple[str, float]]
    missing: list[str]


@dataclass(frozen=True)
class Reasons:
    """How a query was read, and its first hits."""

    query: str
    total: int
    words: list[WordRead]
    excluded: list[str]
    repaired: list[tuple[str, str]]
    dropped: list[str]
    unknown: list[str]
    hits: list[Scored]


def reasons(query: str, at: datetime) -> Reasons:
    """The reading of ``query`` and the parts of the score of its first `MOST_HITS` hits at ``at``."""
    found = unattended.find(query, {}, at, most=MOST_HITS)
    hits = {(hit.candidate.kind, hit.candidate.object_pk): hit for hit in found.hits}
    today = timezone.localdate(at)
    return Reasons(
        query=found.query,
        total=found.total,
        words=[*_read(found.plan.groups), *_read(found.plan.optional, is_optional=True)],
        excluded=[group.text for group in found.plan.excluded],
        repaired=found.repaired,
        dropped=found.dropped,
        unknown=found.unknown,
        hits=[
            Scored(
                shown=one,
                score=(hit := hits[one.kind, one.pk]).score,
                parts=[
                    (_in_words(part), part.points)
                    for part in explain(found.plan, found.reading, hit.candidate, today)
                ],
                missing=[group.text for group in hit.missing],
            )
            for one in unattended.shown(hits, at)
        ],
    )


def _read(groups: Iterable[Group], *, is_optional: bool = False) -> list[WordRead]:
    return [
        WordRead(
            group.text,
            [(" + ".join(map(_term, one.terms)), one.weight) for one in group.alternatives if one.terms],
            is_optional,
        )
        for group in groups
    ]


def _term(term: str) -> str:
    """A term as editors read it: what stands for a part of a compound has dots."""
    return f"…{term.removesuffix(PART)}…" if term.endswith(PART) else term


def _in_words(part: Part) -> str:
    label = str(PARTS.get(part.name, part.name))
    terms = " + ".join(map(_term, part.terms))
    named = f"“{part.group}”" + (f" ({terms})" if terms else "")
    return f"{named} {label}" if part.group else label
