"""The mail sender: a process of the server, or `manage.py send_mail --loop`."""

import logging
import signal
import time

from django.db import InterfaceError, OperationalError, close_old_connections, connection
from setproctitle import setproctitle

from cms.outbox_rounds import run_round

logger = logging.getLogger("cms.outbox")

POLL_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 30


class Stop:
    """Asked for by a signal; checked between two mails."""

    def __init__(self):
        self.is_asked = False

    def ask(self, *_signal) -> None:
        self.is_asked = True

    def wait(self, seconds: float) -> None:
        """Sleep, but not much longer than until somebody asks."""
        end = time.monotonic() + seconds
        while not self.is_asked and (left := end - time.monotonic()) > 0:
            time.sleep(min(left, 0.1))


def send_loop(stop: Stop) -> None:
    """Send what is due until ``stop`` is asked for. While the mail server or the database is away the pauses
    grow from 1 to 30 seconds."""
    pause = 0
    while not stop.is_asked:
        close_old_connections()
        try:
            trouble = run_round(is_stopping=lambda: stop.is_asked).server_away
        except (OperationalError, InterfaceError) as error:
            trouble = f"the database did not answer ({type(error).__name__})"
        pause = min(max(1, 2 * pause), LONGEST_PAUSE_SECONDS) if trouble else 0
        if trouble:
            logger.error("No mail goes out, tried again in %s s: %s", pause, trouble)
        stop.wait(pause or POLL_SECONDS)
    connection.close()


def run_mail_sender() -> None:
    """Send mail until SIGTERM or SIGINT; the mail under way is finished first."""
    setproctitle("mbo-zin: mail")
    send_loop(stop_on_signals())


def stop_on_signals() -> Stop:
    stop = Stop()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop.ask)
    return stop
