"""Servers that answer rightly, but each time only after a while: a mail server, Redis and a search engine."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

PAUSE_SECONDS = 1.5  # before every answer
NO_HITS = b'{"hits": {"total": {"value": 0, "relation": "eq"}, "hits": []}}'


class _Slow(socketserver.StreamRequestHandler):
    """Answers a line or a request at a time, after the pause; ends with the server."""

    server: _Server

    def handle(self):
        with suppress(OSError, ValueError):
            self.talk()

    def say(self, *parts: bytes) -> None:
        if self.server.ending.wait(self.server.pause):
            raise OSError("the server ends")
        self.wfile.write(b"".join(parts))

    def talk(self) -> None:
        raise NotImplementedError


class _Mail(_Slow):
    """SMTP that takes every mail."""

    def talk(self):
        self.say(b"220 slow\r\n")
        is_text = False
        while line := self.rfile.readline():
            command = line.strip().upper()
            if is_text and command != b".":
                continue
            is_text = command == b"DATA"
            answers = {b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n"}
            self.say(answers.get(command, b"250 ok\r\n"))


class _Redis(_Slow):
    """RESP with nothing in it: a key is never there, whatever is kept is forgotten."""

    nothing = b"$-1\r\n"

    def talk(self):
        while head := self.rfile.readline():
            command = [self._bulk() for _part in range(int(head[1:]))]
            self.say(self._answer(command[0].upper(), command[1:]))

    def _bulk(self) -> bytes:
        length = int(self.rfile.readline()[1:])
        return self.rfile.read(length + 2)[:-2]

    def _answer(self, command: bytes, values: list[bytes]) -> bytes:
        if command == b"HELLO":
            self.nothing = b"_\r\n"  # of the newer protocol
            return b"%1\r\n$5\r\nproto\r\n:" + values[0] + b"\r\n"
        if command == b"GET":
            return self.nothing
        return b":1\r\n" if command.startswith((b"INCR", b"EXISTS", b"DEL")) else b"+OK\r\n"


class _Search(_Slow):
    """HTTP that finds nothing."""

    def talk(self):
        while self.rfile.readline():
            length = 0
            while line := self.rfile.readline().strip().lower():
                if line.startswith(b"content-length:"):
                    length = int(line.partition(b":")[2])
            self.rfile.read(length)
            head = (
                f"HTTP/1.1 200 OK\r\nX-Elastic-Product: Elasticsearch\r\nContent-Length: {len(NO_HITS)}\r\n"
            )
            self.say(head.encode(), b"Content-Type: application/json\r\n\r\n", NO_HITS)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, handler: type[_Slow], pause: float):
        super().__init__(("127.0.0.1", 0), handler)
        self.pause = pause
        self.ending = threading.Event()


@contextmanager
def _served(handler: type[_Slow], pause: float) -> Iterator[int]:
    with _Server(handler, pause) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.server_address[1]
        finally:
            server.ending.set()
            server.shutdown()


@contextmanager
def slow(pause: float = PAUSE_SECONDS) -> Iterator[dict[str, str]]:
    """The environment of a site for which mail server, Redis and search engine are slow."""
    with ExitStack() as stack:
        mail, redis, search = (stack.enter_context(_served(one, pause)) for one in (_Mail, _Redis, _Search))
        yield {
            "REDIS_URL": f"redis://127.0.0.1:{redis}/0",
            "ELASTICSEARCH_URL": f"http://127.0.0.1:{search}",
            "EMAIL_URL": f"smtp://127.0.0.1:{mail}",
        }
