"""Is the process alive, and can it do its work: for load balancers, containers and operators.

An app adds a part with ``@part("outbox")``: a function that returns plain values and may raise. Only the
database and its migrations decide about readiness: a site whose mail server is away must go on publishing.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult

from cms.choices import MailState
from cms.models import JobRun, OutgoingMail

logger = logging.getLogger("cms.health")

PROBE = "health probe"  # the row that is written and rolled back
LOCK_MILLISECONDS = 3000  # how long the probe waits for another writer on SQLite

_parts: dict[str, Callable[[datetime], object]] = {}
_migrated = False


def part(name: str):
    """Register the decorated function ``f(at)`` as a part of the readiness answer."""

    def register(function):
        _parts[name] = function
        return function

    return register


@require_safe
@never_cache
def live(request):
    """The process answers; nothing else is asked."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def ready(request):
    """200 when the database takes a write and every migration is done, else 503. Names no versions."""
    at = timezone.now()
    report: dict[str, object] = {"database": _database(), "migrations": _migrations()}
    is_ready = all(value == "ok" for value in report.values())
    for name, function in _parts.items():
        try:
            report[name] = function(at)
        except Exception:  # a part that cannot be read must not take the site out of service
            logger.exception("Health part %s failed", name)
            report[name] = "unknown"
    status = 200 if is_ready else 503
    return JsonResponse({"status": "ok" if is_ready else "not ready", **report}, status=status)


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("PRAGMA busy_timeout")
                (usual,) = cursor.fetchone()
                cursor.execute(f"PRAGMA busy_timeout={LOCK_MILLISECONDS}")
            try:
                with transaction.atomic():
                    JobRun.objects.create(name=PROBE)
                    transaction.set_rollback(True)
            finally:
                if connection.vendor == "sqlite":
                    cursor.execute(f"PRAGMA busy_timeout={int(usual)}")
    except DatabaseError:
        logger.exception("The database does not take a write")
        return "not writable"
    return "ok"


def _migrations() -> str:
    """Reading the plan takes a moment, so a process that has seen all migrations done does not look again."""
    global _migrated
    if not _migrated:
        try:
            executor = MigrationExecutor(connection)
            _migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
        except DatabaseError:
            return "unknown"
    return "ok" if _migrated else "missing"


@part("cache")
def _cache(at) -> str:
    cache.set("health", "ok", 10)
    return cache.get("health") or "failed"


@part("mail")
def _mail(at) -> str:
    return "files" if settings.EMAIL_BACKEND.endswith("filebased.EmailBackend") else "server"


@part("outbox")
def _outbox(at) -> dict:
    """Mails still to be sent, and how many seconds the longest waiting of them is past its turn.

    ``failed`` are those of them that were tried; ``dead`` needs a person (`/cms/reports/mails/`).
    """
    number = OutgoingMail.objects.in_numbers()
    late = OutgoingMail.objects.due(at).values_list("next_try_at", flat=True).first()
    return {
        "waiting": number[MailState.QUEUED] + number[MailState.FAILED],
        "oldest_seconds": int((at - late).total_seconds()) if late else 0,
        "failed": number[MailState.FAILED],
        "dead": number[MailState.DEAD],
    }


@part("tasks")
def _tasks(at) -> dict:
    """Waiting background tasks and how long the oldest waits, in seconds."""
    waiting = DBTaskResult.objects.ready().order_by("enqueued_at").values_list("enqueued_at", flat=True)
    oldest = waiting.first()
    return {"waiting": waiting.count(), "oldest_seconds": int((at - oldest).total_seconds()) if oldest else 0}


@part("disk")
def _disk(at) -> dict:
    return {"free_megabytes": shutil.disk_usage(settings.DATA_DIR).free // 2**20}
