"""A mail server for tests that takes every mail, and answers as a script says for each recipient.

    with SmtpSink() as sink:
        sink.script["vol@example.org"] = ["451", "ok"]
        ...
        assert [mail.recipients for mail in sink.received] == [["bo@example.org"]]

An entry is one reply for always, or a list: the first mail gets the first, and the last holds for the rest.

- ``ok``: taken (so is every address without an entry)
- ``550``, ``451``, any other code: the answer to RCPT TO; the mail does not come
- ``hang``: RCPT TO gets no answer
- ``drop``: the mail comes whole, then the connection is closed without an answer
- ``stall``: the mail comes whole, and no answer does: the moment to kill a sender between sending and noting

``sink.is_silent = True`` takes connections and says nothing at all. ``sink.stop()`` refuses them.
"""

import socketserver
import threading
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cached_property


@dataclass(frozen=True)
class Received:
    """A mail as it came over the line; ``raw`` ends its lines with CRLF."""

    sender: str
    recipients: list[str]
    raw: bytes

    @cached_property
    def message(self) -> EmailMessage:
        return message_from_bytes(self.raw, policy=policy.default)


class _Conversation(socketserver.StreamRequestHandler):
    disable_nagle_algorithm = True
    sink: "SmtpSink"

    def handle(self):
        with suppress(OSError):
            self.sink.connections += 1
            if self.sink.is_silent:
                self.wait()
                return
            self.say("220 sink")
            self.sender, self.recipients, self.how = "", [], "ok"
            while (line := self.rfile.readline()) and self.answer(line.decode().rstrip("\r\n")):
                pass

    def say(self, line: str) -> None:
        self.wfile.write(line.encode() + b"\r\n")

    def wait(self) -> None:
        """Say nothing until the sink ends."""
        self.sink.ending.wait()

    def answer(self, line: str) -> bool:
        """Whether the conversation goes on."""
        command = line.upper()
        if command.startswith("MAIL FROM:"):
            self.sender, self.recipients, self.how = address(line), [], "ok"
        elif command.startswith("RCPT TO:"):
            return self.take_recipient(address(line))
        elif command == "DATA":
            return self.take_mail()
        self.say("221 bye" if command == "QUIT" else "250 ok")
        return command != "QUIT"

    def take_recipient(self, recipient: str) -> bool:
        how = self.sink.reply_to(recipient)
        if how == "hang":
            self.wait()
            return False
        if how.isdigit():
            self.say(f"{how} <{recipient}>: not today")
            return how != "421"
        self.recipients.append(recipient)
        self.how = how
        self.say("250 ok")
        return True

    def take_mail(self) -> bool:
        self.say("354 go on")
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return False
            lines.append(line[1:] if line.startswith(b".") else line)
        self.sink.take(Received(self.sender, self.recipients, b"".join(lines)))
        if self.how == "stall":
            self.wait()
        if self.how != "ok":
            return False
        self.say("250 taken")
        return True


def address(line: str) -> str:
    return line.partition("<")[2].partition(">")[0]


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128


class SmtpSink:
    """Listens on 127.0.0.1 at ``port`` (a free one unless given) from ``start`` or ``with`` to ``stop``."""

    def __init__(self, port: int = 0):
        self.port = port
        self.script: dict[str, str | list[str]] = {}
        self.received: list[Received] = []
        self.is_silent = False
        self.connections = 0  # ever opened
        self._change = threading.Condition()

    @property
    def url(self) -> str:
        """For EMAIL_URL."""
        return f"smtp://127.0.0.1:{self.port}"

    def __enter__(self) -> "SmtpSink":
        return self.start()

    def __exit__(self, *_error) -> None:
        self.stop()

    def start(self) -> "SmtpSink":
        self.ending = threading.Event()
        handler = type("Conversation", (_Conversation,), {"sink": self})
        self._server = _Server(("127.0.0.1", self.port), handler)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=[0.02], daemon=True).start()
        return self

    def stop(self) -> None:
        """Refuse connections from now on; those that hang are closed."""
        self.ending.set()
        self._server.shutdown()
        self._server.server_close()

    def reply_to(self, recipient: str) -> str:
        with self._change:
            how = self.script.get(recipient, "ok")
            if isinstance(how, list):
                return how.pop(0) if len(how) > 1 else how[0]
            return how

    def take(self, mail: Received) -> None:
        with self._change:
            self.received.append(mail)
            self._change.notify_all()

    def wait_for(self, number: int, *, seconds: float = 30) -> list[Received]:
        """The mails when there are ``number`` of them; fails after ``seconds``."""
        with self._change:
            assert self._change.wait_for(lambda: len(self.received) >= number, seconds), "too few mails"
            return list(self.received)
