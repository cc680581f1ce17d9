"""System checks that say in one sentence what is missing or unsafe."""

from django.conf import settings
from django.core.checks import Error, Warning, register
from django.db import connection

# Releases without the WAL-reset fault: two connections resetting the write-ahead log could corrupt the file.
FIXED_SQLITE = (3, 51, 3)
BACKPORTED_SQLITE = {(3, 50): (3, 50, 7), (3, 44): (3, 44, 6)}


def has_wal_reset_fault(version: tuple[int, int, int]) -> bool:
    """Whether this version of SQLite can corrupt a database in WAL mode. Source: SQLite's release notes."""
    backport = BACKPORTED_SQLITE.get(version[:2])
    return version < FIXED_SQLITE and not (backport and version >= backport)


@register("database")
def sqlite_is_safe(app_configs, **kwargs):
    if connection.vendor != "sqlite":
        return []
    import sqlite3

    if not has_wal_reset_fault(sqlite3.sqlite_version_info):
        return []
    return [
        Warning(
            f"SQLite {sqlite3.sqlite_version} has the WAL-reset fault and can damage the database.",
            hint="Install pysqlite3 (it brings a newer library), or use PostgreSQL by DATABASE_URL.",
            id="cms.W001",
        )
    ]


@register
def search_server_is_known(app_configs, **kwargs):
    if not settings.ELASTICSEARCH_URL or settings.ELASTICSEARCH_URL.startswith(("http://", "https://")):
        return []
    return [
        Error(
            "ELASTICSEARCH_URL must begin with http:// or https://; leave it empty for database search.",
            id="cms.E001",
        )
    ]
