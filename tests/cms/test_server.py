import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request

import pytest

from cms import server
from tests import databases
from tests.postgres import free_port


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def test_listen_takes_an_address_and_refuses_what_is_none():
    listener = server.listen(f"127.0.0.1:{free_port()}")

    with listener, pytest.raises(OSError, match="in use"):
        server.listen("{}:{}".format(*listener.getsockname()))
    for wrong in ("8000", "127.0.0.1:", ":http", "127.0.0.1:80a"):
        with pytest.raises(ValueError, match="host:port"):
            server.listen(wrong)


def test_pauses_grow_while_a_child_keeps_dying_and_end_when_it_lives():
    clock, pauses = Clock(), []
    child = server.Child("web", lambda: 4321)
    supervisor = server.Supervisor([child], clock=clock)
    for lived in (0, 0, 0, 0, 0, 0, 0, server.STEADY_SECONDS, 1):
        supervisor.start_due()
        clock.now += lived
        supervisor.note_death(child, 1)
        pauses.append(child.next_start_at - clock.now)
        clock.now = child.next_start_at

    assert pauses == [1, 2, 4, 8, 16, 30, 30, 0, 1]


def test_a_child_is_not_started_before_its_pause_is_over():
    clock = Clock()
    child = server.Child("web", lambda: 4321, next_start_at=5)
    supervisor = server.Supervisor([child], clock=clock)

    supervisor.start_due()
    assert child.pid is None
    clock.now = 5
    supervisor.start_due()
    assert child.pid == 4321


@pytest.fixture
def serving(tmp_path):
    """The whole server on an empty site: the parent process and its address."""
    shutil.copyfile(databases.migrated_sqlite(), tmp_path / "site.sqlite3")
    address = f"127.0.0.1:{free_port()}"
    environment = {
        **os.environ,
        "ZIN_ENV": "dev",
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path}/site.sqlite3",
    }
    parent = subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--bind", address, "--workers", "1", "--threads", "2"],
        cwd=databases.ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield parent, address
    if parent.poll() is None:
        parent.terminate()
        parent.wait(timeout=25)


def get(address: str) -> int:
    with urllib.request.urlopen(f"http://{address}/healthz/live", timeout=30) as response:
        return response.status


def descendants(pid: int) -> dict[int, str]:
    """Map the process ids below ``pid`` to their titles."""
    listing = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True)
    rows = [line.split(None, 2) for line in listing.stdout.splitlines()]
    found, grown = {pid}, True
    while grown:
        more = {int(row[0]) for row in rows if int(row[1]) in found} - found
        found |= more
        grown = bool(more)
    return {int(row[0]): row[2].strip() for row in rows if int(row[0]) in found and int(row[0]) != pid}


def until(condition, *, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.1)


@pytest.mark.sqlite
def test_serve_runs_its_parts_restarts_what_dies_and_ends_on_sigterm(serving):
    parent, address = serving
    until(lambda: _answers(address))
    titles = {"mbo-zin: web", "mbo-zin: web worker", "mbo-zin: jobs", "mbo-zin: mail"}
    until(lambda: set(descendants(parent.pid).values()) == titles)
    of_title = {title: pid for pid, title in descendants(parent.pid).items()}
    killed = {of_title["mbo-zin: jobs"], of_title["mbo-zin: mail"]}

    for pid in killed:
        os.kill(pid, signal.SIGKILL)
    until(lambda: not killed & set(descendants(parent.pid)))
    until(lambda: set(descendants(parent.pid).values()) == titles)
    below = descendants(parent.pid)
    parent.send_signal(signal.SIGTERM)

    assert parent.wait(timeout=20) == 0
    until(lambda: not any(_exists(pid) for pid in below), seconds=2)


@pytest.mark.sqlite
def test_nothing_is_left_when_the_parent_is_killed(serving):
    parent, address = serving
    until(lambda: _answers(address))
    below = descendants(parent.pid)

    parent.kill()
    parent.wait()

    assert below
    until(lambda: not any(_exists(pid) for pid in below), seconds=20)


def _answers(address: str) -> bool:
    try:
        return get(address) == 200
    except OSError:
        return False


def _exists(pid: int) -> bool:
    """Whether the process runs; one that waits for its parent to collect it does not."""
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
