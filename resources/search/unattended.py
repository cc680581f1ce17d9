"""A search that no visitor waits for: for feeds, mails, previews and counts. No visit, no page, no marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.http import QueryDict

from resources.models import SearchDocument
from resources.search import finding
from resources.search.engines.base import FACETS
from resources.search.finding import Findings
from resources.search.kinds import BY_NAME, address_of, public_cards
from resources.search.plan import SORTS
from resources.search.published import Key

MOST = 200  # hits that are looked at
RELEVANCE, NEWEST = SORTS
Filters = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Shown:
    """A public thing as mails and feeds show it."""

    kind: str
    pk: int
    kind_label: str
    title: str
    url: str
    summary: str
    on: date | None


def find(
    query: str,
    filters: Filters,
    at: datetime,
    *,
    sort: str = RELEVANCE,
    literal: bool = False,
    most: int = MOST,
) -> Findings:
    """The first ``most`` hits for ``query`` at the aware datetime ``at``."""
    chosen = {name: tuple(values) for name, values in filters.items() if values}
    return finding.find(query, at=at, filters=chosen, sort=sort, literal=literal, per_page=most)


def filters_of(parameters: QueryDict) -> dict[str, list[str]]:
    return {name: parameters.getlist(name) for name in FACETS if name in parameters}


def keys_of(found: Findings) -> list[Key]:
    """The hits that have all words: who follows a search is not told of things that fit half of it."""
    if found.unknown:
        return []
    return [(hit.candidate.kind, hit.candidate.object_pk) for hit in found.hits if not hit.missing]


def found_keys(parameters: QueryDict, at: datetime) -> list[Key]:
    """The newest hits of the search with these parameters of an address."""
    return keys_of(find(parameters.get("q", ""), filters_of(parameters), at, sort=NEWEST))


def shown(keys: Iterable[Key], at: datetime) -> list[Shown]:
    """Those of ``keys`` that are public at ``at``, in their order; two queries."""
    keys = list(keys)
    cards = public_cards(keys, at)
    documents = {
        (one.kind, one.object_pk): one
        for one in SearchDocument.objects.visible(at).filter(
            kind__in={kind for kind, _pk in keys}, object_pk__in={pk for _kind, pk in keys}
        )
    }
    found = []
    for key in keys:
        kind, document, card = BY_NAME[key[0]], documents.get(key), cards.get(key)
        if document is None or (kind.has_card and card is None):
            continue
        label = (card.meta.get("kind_label") if card else None) or kind.one
        found.append(
            Shown(
                *key,
                kind_label=str(label).capitalize(),
                title=document.title,
                url=card.url if card else address_of(key[0], document.path),
                summary=document.summary,
                on=document.dated_on,
            )
        )
    return found
