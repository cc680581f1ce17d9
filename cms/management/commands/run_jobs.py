"""Runs the periodic jobs without the rest of the server."""

import signal
import threading

from django.core.management.base import BaseCommand

from cms.background import job_loop
from cms.jobs import run_due


class Command(BaseCommand):
    """``--once`` runs every job now, ``--loop`` each when it is due. Safe to run twice and side by side."""

    help = "Publishes and expires content and does the other periodic work."

    def add_arguments(self, parser):
        how = parser.add_mutually_exclusive_group(required=True)
        how.add_argument("--once", action="store_true", help="run every job now, then stop")
        how.add_argument("--loop", action="store_true", help="run each job when it is due, until SIGTERM")

    def handle(self, *args, once, **options):
        if once:
            for name in run_due(everything=True):
                self.stdout.write(name)
            return
        stopping = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopping.set())
        job_loop(stopping)
