"""Periodic work: any app registers a function, and the background process calls it when it is due.

An app puts its jobs in a module ``jobs``::

    @periodic(minutes=10)
    def send_reminders(at):
        ...

A job does what is due at the aware datetime ``at`` and may run at any moment, also twice: how often it runs
decides only how soon things happen. Its last run is a row, so several machines can run jobs side by side.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.management import call_command
from django.db.models import F, Q
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules
from django_tasks import task_backends
from django_tasks_db import DatabaseBackend

from cms import privacy
from cms.accounts import login_mail
from cms.consent import withdraw_images
from cms.models import JobRun, OutgoingMail

logger = logging.getLogger("cms.jobs")

ABANDONED_AFTER = timedelta(hours=1)  # a run that has not ended by then has lost its process
LONGEST_ERROR = 2000  # characters kept of an error
TASK_RESULT_DAYS = 14  # finished tasks are kept this long
FAILED_TASK_RESULT_DAYS = 60


@dataclass(frozen=True)
class Job:
    """A registered function, and the least time between two starts of it."""

    name: str
    every: timedelta
    function: Callable[[datetime], None]


registry: dict[str, Job] = {}


def periodic(*, minutes: int):
    """Register the decorated function ``f(at)`` as a job that starts at most once in ``minutes``."""

    def register(function):
        name = f"{function.__module__}.{function.__name__}"
        registry[name] = Job(name, timedelta(minutes=minutes), function)
        return function

    return register


def run_due(*, at: datetime | None = None, everything: bool = False) -> list[str]:
    """Run the jobs that are due at ``at`` (aware, default now), or every job, and return the names that ran.

    A job that another process is running at this moment is left to that process. An error of one job is
    logged and stored with its run; the other jobs still run, and it is tried again when it is next due.
    """
    autodiscover_modules("jobs")
    at = at or timezone.now()
    ran = []
    for job in registry.values():
        if _claim(job, at, everything=everything):
            _run(job, at)
            ran.append(job.name)
    return ran


def _claim(job: Job, at: datetime, *, everything: bool) -> bool:
    """Mark the job as started at ``at`` with one conditional UPDATE, so that only one process wins."""
    JobRun.objects.get_or_create(name=job.name)
    idle = (
        Q(last_started_at__isnull=True)
        | Q(last_finished_at__gte=F("last_started_at"))
        | Q(last_started_at__lte=at - ABANDONED_AFTER)
    )
    runs = JobRun.objects.filter(idle, name=job.name)
    if not everything:
        runs = runs.filter(Q(last_started_at__isnull=True) | Q(last_started_at__lte=at - job.every))
    return runs.update(last_started_at=at) == 1


def _run(job: Job, at: datetime) -> None:
    error = ""
    try:
        job.function(at)
    except Exception as exception:  # whatever one job does wrong, the others must run
        logger.exception("Job %s failed", job.name)
        error = repr(exception)[:LONGEST_ERROR]
    finished_at = max(timezone.now(), at)
    JobRun.objects.filter(name=job.name).update(last_finished_at=finished_at, last_error=error)


@periodic(minutes=1)
def publish_and_expire(_at):
    """Publish what editors scheduled and take off what expired: pages, organisations and trainings."""
    call_command("publish_scheduled", verbosity=0)


@periodic(minutes=24 * 60)
def prune_task_results(_at):
    """Remove the results of finished background tasks. Where tasks run at once (tests) none are kept."""
    if not isinstance(task_backends["default"], DatabaseBackend):
        return
    call_command(
        "prune_db_task_results",
        min_age_days=TASK_RESULT_DAYS,
        failed_min_age_days=FAILED_TASK_RESULT_DAYS,
        queue_name="*",
        verbosity=0,
    )


@periodic(minutes=60)
def withdraw_images_without_consent(at):
    """Take images off whose consent has ended, and tell who can do something about it."""
    withdraw_images(at)


@periodic(minutes=24 * 60)
def forget_old_mails(at):
    """Delete the rows of mails that were written longer than MAIL_KEPT_DAYS ago, whatever became of them.

    Those of who logged in go after a day.
    """
    login_mail.forget_old(at)
    OutgoingMail.objects.filter(created_at__lte=at - timedelta(days=settings.MAIL_KEPT_DAYS)).delete()


@periodic(minutes=24 * 60)
def forget_old_sessions(_at):
    """Delete sessions that have ended: they may hold the address of who tried to log in."""
    call_command("clearsessions", verbosity=0)


@periodic(minutes=60)
def keep_no_longer(at):
    """Remove personal data that is past its term, in every app."""
    privacy.run_retention(at)
