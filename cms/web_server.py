"""The web process: gunicorn with the site loaded once and shared by its workers."""

import gc
import socket
import sys

from django.conf import settings
from django.db import connections
from gunicorn.app.base import BaseApplication
from setproctitle import setproctitle

from cms.ending import worker_ends
from cms.server import BACKLOG, DRAIN_SECONDS

REQUEST_SECONDS = 30  # a worker that does not report for this long is replaced
LONGEST_REQUEST_LINE = 8190  # bytes; the most gunicorn reads, longer lines get 414
# A thread that holds the lock of a training must not wait long for its turn after each answer of the
# database; Python's own 5 ms add up to most of the time that the lock is held.
SWITCH_SECONDS = 0.0005
REQUESTS_PER_WORKER = 20_000  # then it is replaced, so that a slow leak never grows


class SiteServer(BaseApplication):
    """gunicorn, set up in code so that no file or environment variable can change it unseen."""

    def __init__(self, *, listener: socket.socket, workers: int, threads: int, announce: str):
        self.announce = announce
        self.options = {
            "bind": f"fd://{listener.fileno()}",
            "workers": workers,
            "threads": threads,
            "worker_class": "gthread",
            "preload_app": True,
            "backlog": BACKLOG,
            "timeout": REQUEST_SECONDS,
            "graceful_timeout": DRAIN_SECONDS,
            "keepalive": 5,
            "limit_request_line": LONGEST_REQUEST_LINE,
            "max_requests": REQUESTS_PER_WORKER,
            "max_requests_jitter": REQUESTS_PER_WORKER // 10,
            "forwarded_allow_ips": ",".join(settings.TRUSTED_PROXIES),
            "control_socket_disable": True,
            "loglevel": "warning",
            "when_ready": self.when_ready,
            "pre_fork": self.pre_fork,
            "post_fork": self.post_fork,
            "worker_exit": self.worker_exit,
        }
        super().__init__()

    def load_config(self):
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self):
        from cms.wsgi import application  # loads every app, so only in the process that serves

        warm_up()
        # What is loaded now stays for good: the collector need not walk it at every turn, and the memory that
        # the processes share is not written to.
        gc.collect()
        gc.freeze()
        return application

    def when_ready(self, _arbiter):
        if self.announce:
            print(
                f"The site is at {self.announce}/ and the editors' side at {self.announce}/cms/", flush=True
            )

    @staticmethod
    def pre_fork(_arbiter, _worker):
        setproctitle("mbo-zin: web")  # gunicorn has set its own title after when_ready

    @staticmethod
    def post_fork(_arbiter, _worker):
        setproctitle("mbo-zin: web worker")
        sys.setswitchinterval(SWITCH_SECONDS)

    @staticmethod
    def worker_exit(_arbiter, _worker):
        worker_ends.send_robust(sender=None)


def warm_up() -> None:
    """Load the urls and translations before the workers split off, then let go of the database.

    A connection must not be shared between processes; each worker opens its own.
    """
    from django.urls import get_resolver
    from django.utils.translation import gettext

    get_resolver()._populate()
    gettext("Home")
    connections.close_all()
