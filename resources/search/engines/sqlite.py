"""Search in SQLite: FTS5 finds the terms, two narrow indexes give the rest of each document."""

from __future__ import annotations

from collections.abc import Sequence

from resources.search.engines.sql import Sql, SqlEngine
from resources.search.plan import Group

INDEX = "resources_searchindex"


class SqliteEngine(SqlEngine):
    # SQLite would rather read the whole rows, of which the pages of text make fifty times as much to read.
    narrow = "resources_searchdocument AS d INDEXED BY search_narrow"
    by_date = "resources_searchdocument AS d INDEXED BY search_newest"
    position = "instr"
    put_together = "group_concat(facet_marks, '')"

    def hits(self, groups: Sequence[Group], beside: str = "") -> Sql:
        """The index first and a document for each of its rows, instead of a list of keys in between."""
        match = f"all_terms : ({self.expression(groups)})"
        return Sql(
            f"FROM {INDEX} AS x CROSS JOIN {self.narrow} ON d.id = x.rowid {beside} WHERE x.{INDEX} MATCH %s",
            (match,),
        )

    def having(self, column: str, groups: Sequence[Group]) -> Sql:
        match = f"{column} : ({self.expression(groups)})"
        return Sql(f"SELECT rowid AS id FROM {INDEX} WHERE {INDEX} MATCH %s", (match,))

    def expression(self, groups: Sequence[Group]) -> str:
        return " AND ".join(
            "("
            + " OR ".join(
                "(" + " AND ".join(f'"{term}"' for term in one.terms) + ")" for one in group.alternatives
            )
            + ")"
            for group in groups
        )
