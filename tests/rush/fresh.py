"""New databases for each run, with the page tree or empty, whose commits wait for the disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from tests import databases, postgres


class OnSqlite:
    name = "SQLite"

    def __init__(self, folder: Path):
        self.folder = folder

    def empty(self, name: str) -> str:
        """The DATABASE_URL of a new database."""
        return f"sqlite:///{self.folder / name}.sqlite3"

    def planted(self, name: str) -> str:
        """The same, with the page tree in it."""
        url = self.empty(name)
        shutil.copyfile(databases.planted_sqlite(), url.removeprefix("sqlite:///"))
        return url


class OnPostgres:
    name = "PostgreSQL"

    def __init__(self, url: str):
        self.url = url

    def empty(self, name: str, template: str = "template0") -> str:
        import psycopg  # not needed for SQLite

        with psycopg.connect(self.url, autocommit=True) as server:
            server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return f"{self.url.rpartition('/')[0]}/{name}"

    def planted(self, name: str) -> str:
        return self.empty(name, self.template)

    @cached_property
    def template(self) -> str:
        """The name of a database with the page tree; its making need not wait for the disk."""
        import psycopg

        with psycopg.connect(self.url, autocommit=True) as server:
            server.execute("ALTER ROLE CURRENT_USER SET synchronous_commit = off")
            name = databases.planted_postgres(self.url)
            server.execute("ALTER ROLE CURRENT_USER RESET synchronous_commit")
        return name


@contextmanager
def databases_of(kind: str, folder: Path) -> Iterator[OnSqlite | OnPostgres]:
    """Where databases of the kind ``sqlite`` or ``postgres`` are made, while the block lasts."""
    if kind == "sqlite":
        yield OnSqlite(folder)
    else:
        with postgres.cluster(durable=True) as url:
            yield OnPostgres(url)
