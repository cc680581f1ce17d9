"""Search in PostgreSQL: GIN indexes on the terms as they are; no dictionary of PostgreSQL looks at them."""

from __future__ import annotations

from collections.abc import Sequence

from resources.search.engines.sql import Sql, SqlEngine
from resources.search.plan import Group


class PostgresEngine(SqlEngine):
    position = "strpos"
    put_together = "string_agg(facet_marks, '')"

    def hits(self, groups: Sequence[Group], beside: str = "") -> Sql:
        return Sql(
            f"FROM {self.narrow} {beside} WHERE d.all_terms_vector @@ %s::tsquery", (self.expression(groups),)
        )

    def having(self, column: str, groups: Sequence[Group]) -> Sql:
        return Sql(
            f"SELECT id FROM resources_searchdocument WHERE {column}_vector @@ %s::tsquery",
            (self.expression(groups),),
        )

    def expression(self, groups: Sequence[Group]) -> str:
        return " & ".join(
            "("
            + " | ".join(
                "(" + " & ".join(f"'{term}'" for term in one.terms) + ")" for one in group.alternatives
            )
            + ")"
            for group in groups
        )
