"""Search in the site's own database by reading every public document."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan
from wagtail.models import Page, PageViewRestriction

from cms.restrictions import unrestricted
from resources.models import SearchDocument
from resources.search.engines.base import FACETS, HAS_OPTIONAL, IN_LABELS, IN_TITLE, RERANKED, Matches
from resources.search.kinds import KINDS
from resources.search.plan import Group, Plan

COLUMNS = (
    "pk",
    "kind",
    "object_pk",
    "facets",
    "dated_on",
    "words",
    "title_terms",
    "label_terms",
    "all_terms",
)


class DatabaseEngine:
    """One query; which documents fit and in what order is worked out here."""

    name = "database"

    def find(self, plan: Plan, *, at: datetime) -> Matches:
        rows = public_documents(at).values_list(*COLUMNS, named=True)
        fitting = [
            row
            for row in rows.iterator(chunk_size=2000)
            if all(_has(row, group, row.all_terms) for group in plan.groups)
            and not any(_has(row, group, row.all_terms) for group in plan.excluded)
        ]
        chosen = [row for row in fitting if not _failing(row, plan)]
        chosen.sort(key=lambda row: _order(row, plan))
        is_late = plan.first + plan.per_page > RERANKED
        page = chosen[plan.first : plan.first + plan.per_page] if is_late else chosen[:RERANKED]
        return Matches(tuple(row.pk for row in page), len(chosen), _counts(fitting, plan))


def _has(row, group: Group, terms: str) -> bool:
    if group.phrase and f" {group.phrase} " not in row.words:
        return False
    return any(all(f" {term} " in terms for term in one.terms) for one in group.alternatives)


def _failing(row, plan: Plan) -> list[str]:
    return [
        name
        for name, values in plan.filters.items()
        if values and not set(values) & set(row.facets.get(name, ()))
    ]


def _order(row, plan: Plan) -> tuple:
    level = 0
    for group in (*plan.groups, *plan.optional):
        if _has(row, group, row.all_terms):
            level += HAS_OPTIONAL * (group in plan.optional)
            level += IN_TITLE * _has(row, group, row.title_terms) + IN_LABELS * _has(
                row, group, row.label_terms
            )
    newest = -row.dated_on.toordinal() if row.dated_on else 0
    first = (newest, -level) if plan.sort == "nieuwste" else (-level, newest)
    return (*first, row.kind, row.object_pk)


def _counts(fitting: list, plan: Plan) -> dict[str, dict[str, int]]:
    counts: dict[str, Counter] = {name: Counter() for name in FACETS}
    for row in fitting:
        failing = _failing(row, plan)
        if len(failing) <= 1:
            for name in failing or FACETS:
                counts[name].update(row.facets.get(name, ()))
    return {name: dict(counter) for name, counter in counts.items()}


def public_documents(at: datetime) -> QuerySet[SearchDocument]:
    """The documents of what is public at ``at``.

    Hits with a card are asked once more when the card is fetched; the pages without one are asked here.
    """
    kinds = [kind.name for kind in KINDS if kind.is_page and not kind.has_card]
    pages = Page.objects.filter(
        Q(expire_at=None) | Q(expire_at__gt=at), unrestricted(PageViewRestriction, "page"), live=True
    )
    is_public = ~Q(kind__in=kinds) | Exists(pages.filter(pk=OuterRef("object_pk")))
    return SearchDocument.objects.visible(at).filter(is_public)


def contains(column: str, words: str) -> GreaterThan:
    """Expression: the column holds the words as whole words. Faster than LIKE, and without wildcards."""
    return GreaterThan(StrIndex(F(column), Value(f" {words} ")), 0)


def begins_with(column: str, start: str) -> GreaterThan:
    """Expression: the column holds a word that begins with ``start``."""
    return GreaterThan(StrIndex(F(column), Value(f" {start}")), 0)
