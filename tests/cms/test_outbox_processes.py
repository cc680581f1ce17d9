"""Mail senders as processes: side by side, killed at the worst moment, stopped by a signal."""

import json
import os
import signal
import subprocess
import sys

import pytest

from tests import databases
from tests.cms.outgoing import got
from tests.smtp_sink import SmtpSink

pytestmark = pytest.mark.database


class Senders:
    """Starts processes of tests/outbox_process.py on one database and one mail server."""

    def __init__(self, database: str, sink: SmtpSink):
        self.sink = sink
        self.running: list[subprocess.Popen] = []
        self.environment = {
            **os.environ,
            "ZIN_ENV": "test",
            "DJANGO_SETTINGS_MODULE": "cms.settings.test",
            "DATABASE_URL": database,
            "EMAIL_URL": sink.url,
        }

    def start(self, *steps: str) -> subprocess.Popen:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.outbox_process", *steps],
            cwd=databases.ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.running.append(process)
        return process

    def run(self, *steps: str) -> list[dict]:
        """The rows of the outbox after ``steps``."""
        printed, errors = self.start(*steps, "report").communicate(timeout=240)
        assert printed, errors
        return json.loads(printed)


@pytest.fixture
def senders(tmp_path):
    with databases.own_copy(tmp_path) as database, SmtpSink() as sink:
        senders = Senders(database, sink)
        yield senders
        for process in senders.running:
            process.kill()
            process.communicate()


def test_senders_side_by_side_send_each_mail_once(senders):
    names = [f"persoon{number}" for number in range(60)]
    senders.run("post:" + ",".join(names))

    together = [senders.start("send") for _sender in range(3)]
    printed = [process.communicate(timeout=240)[1] for process in together]

    assert sorted(got(senders.sink)) == sorted(names)
    assert [process.returncode for process in together] == [0, 0, 0]
    assert sum(int(text.split("sent ")[1].split(",")[0]) for text in printed) == 60
    assert {(row["state"], row["tries"]) for row in senders.run()} == {("sent", 1)}


def test_sender_that_is_killed_between_sending_and_noting_repeats_the_same_mail_once(senders):
    senders.sink.script["an@example.org"] = ["stall", "ok"]
    killed = senders.start("post:an,bo", "send")
    senders.sink.wait_for(1)
    killed.kill()
    killed.wait()

    rows = senders.run("expire", "send")

    assert [(row["state"], row["tries"]) for row in rows] == [("sent", 1), ("sent", 1)]
    assert got(senders.sink) == ["an", "an", "bo"]
    first, again, _other = (mail.message["Message-ID"] for mail in senders.sink.received)
    assert first == again == rows[0]["message_id"]


def test_loop_waits_for_the_mail_server_sends_what_comes_and_ends_on_sigterm(senders):
    senders.sink.stop()
    loop = senders.start("post:an", "loop")
    first_error = next(line for line in loop.stderr if "ERROR" in line)

    senders.sink.start()
    senders.sink.wait_for(1)
    senders.run("post:bo")
    senders.sink.wait_for(2)
    loop.send_signal(signal.SIGTERM)

    assert "No mail goes out, tried again in 1 s: ConnectionRefusedError" in first_error
    assert loop.wait(timeout=20) == 0
    assert [(row["state"], row["tries"]) for row in senders.run()] == [("sent", 1), ("sent", 1)]


def test_once_fails_when_the_mail_server_is_away(senders):
    senders.sink.stop()

    process = senders.start("post:an", "send")
    _printed, errors = process.communicate(timeout=240)

    assert process.returncode != 0
    assert "The mail server is away: ConnectionRefusedError" in errors
    senders.sink.start()
