"""The background process: works off the task queue, and runs the periodic jobs beside it."""

import logging
import os
import signal
import threading
import time

from django.db import OperationalError, close_old_connections, connection
from django_tasks_db.management.commands.db_worker import Worker
from setproctitle import setproctitle

from cms.jobs import run_due

logger = logging.getLogger("cms.background")

QUEUE_SECONDS = 1  # between two looks at an empty task queue
JOB_SECONDS = 5  # between two looks at which jobs are due


def job_loop(stopping: threading.Event) -> None:
    """Run due jobs until ``stopping`` is set; a database that is away for a while is only logged."""
    while not stopping.is_set():
        close_old_connections()
        try:
            run_due()
        except OperationalError:
            logger.exception("The database did not answer; jobs are tried again in %s s", JOB_SECONDS)
        stopping.wait(JOB_SECONDS)
    connection.close()


def run_background() -> None:
    """Work until SIGTERM or SIGINT; the task or job under way is finished first."""
    setproctitle("mbo-zin: jobs")
    stopping = threading.Event()
    jobs = threading.Thread(target=job_loop, args=[stopping], name="jobs", daemon=True)
    jobs.start()
    worker = Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=QUEUE_SECONDS,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"{os.uname().nodename[:30]}-{os.getpid()}-{int(time.time())}",
    )
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, worker.shutdown)
    try:
        worker.run()
    finally:
        stopping.set()
        jobs.join()
