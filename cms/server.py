"""The production server: one parent keeps the web, background and mail process alive.

The parent loads the site once and splits its children off, so that they start at once and share its memory.
It holds the listening socket, so visitors who come while the web process restarts wait for a moment instead
of being refused. Why gunicorn and not another server: README, "The server".
"""

import ctypes
import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from django.db import connections
from setproctitle import setproctitle

logger = logging.getLogger("cms.server")

DRAIN_SECONDS = 15  # given to requests and tasks that are under way after SIGTERM
KILL_SECONDS = 18  # after that a child is killed, so that everything has ended within 20 s
LONGEST_PAUSE_SECONDS = 30  # between two starts of a child that keeps dying
STEADY_SECONDS = 60  # a child that lived this long starts again at once
BACKLOG = 512  # connections that wait for a worker
NICENESS = 10  # of mail and jobs beside the web workers
PR_SET_PDEATHSIG = 1  # from <linux/prctl.h>


def listen(address: str) -> socket.socket:
    """Open the listening socket for ``host:port`` or ``[::1]:port``.

    Raises OSError when the address is taken and ValueError when it is not an address.
    """
    host, _separator, port = address.rpartition(":")
    host = host.strip("[]")
    if not host or not port.isdigit():
        raise ValueError(f"{address!r} is not an address of the form host:port")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, int(port)))
        listener.listen(BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


def fork(run: Callable[[], None]) -> int:
    """Start ``run`` in a process of its own that ends with this one, and return its process id.

    It leads a process group of its own, so that Ctrl-C in a terminal reaches the parent only. A database
    connection must not be shared between processes, so the open ones are closed first.
    """
    connections.close_all()
    sys.stdout.flush()
    parent = os.getpid()
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        os.setsid()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        end_with(parent)
        run()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        logger.exception("A process of the server ended by an error")
    finally:
        logging.shutdown()
        sys.stdout.flush()
        os._exit(code)


def end_with(parent: int) -> None:
    """Let the kernel send SIGTERM to this process when its parent dies, even by kill -9 (Linux only)."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:  # it died before the line above
        sys.exit(0)


def give_way() -> None:
    """Let the web workers go first on a busy machine: a mail may come seconds later, a visitor waits."""
    os.nice(NICENESS)


@dataclass
class Child:
    """A process that must always run: its name, how to start it (gives its id), how often it died lately."""

    name: str
    start: Callable[[], int]
    pid: int | None = None
    deaths: int = 0
    started_at: float = 0.0  # seconds on the monotonic clock
    next_start_at: float = 0.0


class Supervisor:
    """Starts the children, again when one dies (after 1, 2, 4 … 30 s), and ends them together."""

    def __init__(self, children: list[Child], *, clock: Callable[[], float] = time.monotonic):
        self.children = children
        self.clock = clock
        self.stopping = False

    def run(self) -> None:
        """Keep the children alive until SIGTERM or SIGINT; return when all of them have ended."""
        setproctitle("mbo-zin: parent")
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)
        while not self.stopping:
            self.start_due()
            self.reap()
            time.sleep(0.2)
        self.drain()

    def stop(self, *_signal) -> None:
        self.stopping = True

    def start_due(self) -> None:
        for child in self.children:
            if child.pid is None and self.clock() >= child.next_start_at and not self.stopping:
                child.pid = child.start()
                child.started_at = self.clock()

    def reap(self) -> None:
        """Note which children ended; also collects orphans, which is the duty of process 1 in a container."""
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            for child in self.children:
                if child.pid == pid:
                    self.note_death(child, os.waitstatus_to_exitcode(status))

    def note_death(self, child: Child, code: int) -> None:
        child.pid = None
        if self.stopping:
            return
        lived = self.clock() - child.started_at
        child.deaths = 0 if lived >= STEADY_SECONDS else child.deaths + 1
        pause = min(2 ** (child.deaths - 1), LONGEST_PAUSE_SECONDS) if child.deaths else 0
        child.next_start_at = self.clock() + pause
        logger.error(
            "%s ended with code %s after %.0f s; starts again in %s s", child.name, code, lived, pause
        )

    def drain(self) -> None:
        """Ask every child to finish what it is doing, and kill what has not ended after ``KILL_SECONDS``."""
        self._signal_all(signal.SIGTERM)
        deadline = self.clock() + KILL_SECONDS
        while any(child.pid for child in self.children) and self.clock() < deadline:
            self.reap()
            time.sleep(0.05)
        self._signal_all(signal.SIGKILL)

    def _signal_all(self, number: signal.Signals) -> None:
        for child in self.children:
            if child.pid is not None:
                with suppress(ProcessLookupError):
                    os.killpg(child.pid, number)
