"""Search by SQL on the table of the documents; SQLite and PostgreSQL differ in how they find terms.

Three statements answer a plan: the letters of the facets, the numbers, the first order. None writes, and none
reads a column that is long: the terms are looked up in the index of the database (migration 0005).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL
from wagtail.models import Page, PageViewRestriction

from cms.restrictions import unrestricted
from resources.models import SearchFacet
from resources.search.engines.base import FACETS, HAS_OPTIONAL, IN_LABELS, IN_TITLE, RERANKED, Matches
from resources.search.kinds import KINDS
from resources.search.plan import SORTS, Group, Plan

ASKED_AGAIN = tuple(kind.name for kind in KINDS if kind.is_page and not kind.has_card)
NEWEST = "d.dated_on DESC NULLS LAST, d.kind, d.object_pk"
Letters = Mapping[str, Mapping[str, str]]  # facet: value: letter


class Sql(NamedTuple):
    """A piece of a statement and the values of its placeholders."""

    text: str
    values: tuple = ()


def joined(pieces: Iterable[Sql], between: str) -> Sql:
    pieces = list(pieces)
    return Sql(between.join(one.text for one in pieces), tuple(v for one in pieces for v in one.values))


def together(*pieces: Sql | str) -> Sql:
    return joined((Sql(one) if isinstance(one, str) else one for one in pieces), " ")


class SqlEngine:
    """What both databases do alike. A subclass says how documents with terms are found."""

    name = "database"
    narrow = "resources_searchdocument AS d"  # read by key
    by_date = narrow  # read from the newest on
    position: str  # function: where one text stands in another, 0 for nowhere
    put_together: str  # aggregate: the letters of all rows

    def find(self, plan: Plan, *, at: datetime) -> Matches:
        """Answer ``plan``; see `resources.search.engines.base.Engine`. Raises no EngineUnavailable."""
        if not all(group.alternatives for group in plan.groups):
            return Matches((), 0, {name: {} for name in FACETS})
        letters = facet_letters()
        chosen = self._chosen(plan, letters)
        total, facets = self._numbers(plan, at, chosen, letters)
        keys = self._first_order(plan, at, list(chosen.values())) if total else ()
        return Matches(tuple(keys), total, facets)

    # --- How terms are found --------------------------------------------------------------------------------
    def having(self, column: str, groups: Sequence[Group]) -> Sql:
        """SELECT of the ids (column ``id``) of the documents with each of the groups in ``column``."""
        raise NotImplementedError

    def expression(self, groups: Sequence[Group]) -> str:
        """The groups in the language of the index; terms are plain letters and digits, so nothing gets in."""
        raise NotImplementedError

    # --- What fits ------------------------------------------------------------------------------------------
    def hits(self, groups: Sequence[Group], beside: str = "") -> Sql:
        """FROM and the beginning of WHERE: the documents, as ``d``, that have the terms of all ``groups``.

        ``beside`` is what else to join to them.
        """
        raise NotImplementedError

    def terms(self, plan: Plan, beside: str = "") -> Sql:
        groups = in_index(plan.groups)
        return self.hits(groups, beside) if groups else Sql(f"FROM {self.by_date} {beside} WHERE 1 = 1")

    def conditions(self, plan: Plan, at: datetime) -> Sql:
        """What else must hold of a document: it is public, has the phrases, and nothing that is excluded."""
        found = [public(at)]
        found += [self._says(group) for group in plan.groups if group.phrase]
        found += [together("NOT (", self._has(group), ")") for group in plan.excluded if group.alternatives]
        return together("AND", joined(found, " AND "))

    def _says(self, group: Group) -> Sql:
        return Sql(f"{self.position}(d.words, %s) > 0", (f" {group.phrase} ",))

    def _has(self, group: Group, column: str = "all_terms") -> Sql:
        """Condition: the document has the group. Every document has a way without terms."""
        found = []
        if in_index([group]):
            found.append(together("d.id IN (", self.having(column, [group]), ")"))
        if group.phrase:
            found.append(self._says(group))
        return joined(found, " AND ") if found else Sql("1 = 1")

    def _chosen(self, plan: Plan, letters: Letters) -> dict[str, Sql]:
        """For each filter the condition that a document has one of its values."""
        found = {}
        for name, values in plan.filters.items():
            if values:
                known = [letters[name][value] for value in values if value in letters.get(name, ())]
                has = joined(
                    (Sql(f"{self.position}(d.facet_marks, %s) > 0", (letter,)) for letter in known), " OR "
                )
                found[name] = together("(", has if known else "1 = 0", ")")
        return found

    # --- Numbers --------------------------------------------------------------------------------------------
    def _numbers(
        self, plan: Plan, at: datetime, chosen: Mapping[str, Sql], letters: Letters
    ) -> tuple[int, dict[str, dict[str, int]]]:
        """The total and the counts of the facets, in one pass over what fits without the filters.

        ``failing`` says which filters a document does not pass, one bit for each: with none it counts for
        all facets, with one only for that facet, which leaves its own choice out.
        """
        bits = [
            together("CASE WHEN", has, f"THEN 0 ELSE {1 << place} END")
            for place, has in enumerate(chosen.values())
        ]
        failing = joined(bits, " + ") if bits else Sql("0")
        columns = ["count(*) FILTER (WHERE failing = 0)"] + [
            f"{self.put_together} FILTER (WHERE failing = {mask})"
            for mask in (0, *(1 << place for place in range(len(chosen))))
        ]
        rows = together(
            "SELECT d.facet_marks,", failing, "AS failing", self.terms(plan), self.conditions(plan, at)
        )
        ((total, *marks),) = ask(together(f"SELECT {', '.join(columns)} FROM (", rows, ") AS h"))
        all_pass, *one_fails = (Counter(text or "") for text in marks)
        counters = dict.fromkeys(FACETS, all_pass)
        for name, more in zip(chosen, one_fails, strict=True):
            counters[name] = all_pass + more
        return total, {
            name: {
                value: counters[name][letter]
                for value, letter in letters.get(name, {}).items()
                if counters[name][letter]
            }
            for name in FACETS
        }

    # --- Order ----------------------------------------------------------------------------------------------
    def _first_order(self, plan: Plan, at: datetime, chosen: Sequence[Sql]) -> list[int]:
        """The keys of the page, or of the best when the page lies among them."""
        is_late = plan.first + plan.per_page > RERANKED
        start, number = (plan.first, plan.per_page) if is_late else (0, RERANKED)
        fits = joined((self.conditions(plan, at), *chosen), " AND ")
        scored = self.scored(plan)
        if scored is None:
            return self._newest(plan, fits, start, number)
        if plan.sort == SORTS[0] and not is_late:
            return self._best(plan, fits, scored, number)
        levels = "coalesce(s.level, 0) DESC"
        order = (
            f"d.dated_on DESC NULLS LAST, {levels}"
            if plan.sort != SORTS[0]
            else f"{levels}, d.dated_on DESC NULLS LAST"
        )
        return self.keys(
            together("WITH s AS MATERIALIZED (", scored, ") SELECT d.id"),
            self.terms(plan, "LEFT JOIN s ON s.id = d.id"),
            fits,
            Sql(f"ORDER BY {order}, d.kind, d.object_pk LIMIT %s OFFSET %s", (number, start)),
        )

    def _newest(self, plan: Plan, fits: Sql, start: int, number: int) -> list[int]:
        limit = Sql(f"ORDER BY {NEWEST} LIMIT %s OFFSET %s", (number, start))
        return self.keys("SELECT d.id", self.terms(plan), fits, limit)

    def _best(self, plan: Plan, fits: Sql, scored: Sql, number: int) -> list[int]:
        """The best: those with a level, and the newest as far as these are too few.

        So a word that very many documents have somewhere orders only those that have it in title or labels.
        The database asks for the newest only when they are needed.
        """
        groups = in_index(plan.groups)
        with_terms = Sql("")
        if len(groups) > 1 or (groups and plan.optional):  # else who has it in the title has it
            with_terms = together("AND d.id IN (", self.having("all_terms", groups), ")")
        order = "d.id, {} AS level, d.dated_on, d.kind, d.object_pk"
        found = self.keys(
            f"WITH best AS MATERIALIZED (SELECT {order.format('s.level')} FROM (",
            scored,
            f") AS s CROSS JOIN {self.narrow} WHERE d.id = s.id",
            with_terms,
            fits,
            Sql(f"ORDER BY s.level DESC, {NEWEST} LIMIT %s)", (number,)),
            "SELECT d.id FROM (SELECT * FROM best UNION ALL SELECT * FROM (",
            f"SELECT {order.format('0')}",
            self.terms(plan),
            fits,
            Sql(f"AND (SELECT count(*) FROM best) < %s ORDER BY {NEWEST} LIMIT %s", (number, number)),
            f") AS newest) AS d ORDER BY d.level DESC, {NEWEST}",
        )
        return list(dict.fromkeys(found))[:number]

    def scored(self, plan: Plan) -> Sql | None:
        """SELECT of ``id`` and ``level`` of the documents with a level above 0; None when none has."""
        found = []
        for group in (*plan.groups, *plan.optional):
            is_optional = group in plan.optional
            if not in_index([group]) and not (is_optional and group.phrase):
                continue  # every document that fits has it
            columns = {"all_terms": HAS_OPTIONAL} if is_optional else {}
            for column, points in (columns | {"title_terms": IN_TITLE, "label_terms": IN_LABELS}).items():
                found.append(self._points(group, column, points, with_phrase=is_optional))
        if not found:
            return None
        return together(
            "SELECT id, sum(points) AS level FROM (", joined(found, " UNION ALL "), ") AS p GROUP BY id"
        )

    def _points(self, group: Group, column: str, points: int, *, with_phrase: bool) -> Sql:
        """SELECT of id and points of the documents with the group; what fits has the phrases of the plan."""
        if with_phrase and group.phrase:
            return together(
                f"SELECT d.id, {points} AS points FROM {self.narrow} WHERE", self._has(group, column)
            )
        return together(f"SELECT id, {points} AS points FROM (", self.having(column, [group]), ") AS g")

    # --- Asking ---------------------------------------------------------------------------------------------
    def keys(self, *pieces: Sql | str) -> list[int]:
        return [key for (key,) in ask(together(*pieces))]


def public(at: datetime) -> Sql:
    """Condition: the document ``d`` is of something that everybody may see at ``at``.

    Hits with a card are asked once more when the card is read; pages without one are asked here.
    """
    moment = connection.ops.adapt_datetimefield_value(at)
    pages = Page.objects.filter(
        Q(expire_at=None) | Q(expire_at__gt=at),
        unrestricted(PageViewRestriction, "page"),
        live=True,
        pk=RawSQL("d.object_pk", ()),
    )
    page_is_public = Sql(*pages.order_by().values("pk").query.sql_with_params())
    return together(
        "NOT d.is_deleted AND",
        Sql("(d.visible_until IS NULL OR d.visible_until > %s)", (moment,)),
        Sql(f"AND (d.kind NOT IN ({placeholders(ASKED_AGAIN)}) OR EXISTS (", ASKED_AGAIN),
        page_is_public,
        "))",
    )


def in_index(groups: Sequence[Group]) -> list[Group]:
    """The groups that narrow what is found: not one with a way that demands no terms."""
    return [group for group in groups if group.alternatives and all(one.terms for one in group.alternatives)]


def ask(statement: Sql) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement.text, statement.values)
        return cursor.fetchall()


def facet_letters() -> dict[str, dict[str, str]]:
    """The letter of every value of every facet; one query."""
    found: dict[str, dict[str, str]] = {}
    for one in SearchFacet.objects.order_by("number"):
        found.setdefault(one.name, {})[one.value] = one.mark
    return found


def placeholders(values: Sequence) -> str:
    return ", ".join(["%s"] * len(values))
