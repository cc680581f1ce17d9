"""A stand-in for the site, to test the visitors and the checks on, with its marks, kept in memory.

It breaks connections and puts requests off as a site does whose workers are killed. ``locked=False`` makes it
look first and write later, as the site would without the lock of its rule.
"""

from __future__ import annotations

import asyncio
import gzip
import uuid
from collections import Counter
from contextlib import asynccontextmanager
from urllib.parse import parse_qs

BREAK_EVERY = {"before": 7, "after": 5, "busy": 11}  # of so many requests one


class StubSite:
    def __init__(self, capacity: int, *, locked: bool = True, faulty: bool = False):
        self.capacity, self.faulty = capacity, faulty
        self.lock = asyncio.Lock() if locked else None
        self.rows: list[dict] = []
        self.requests, self.connections = Counter(), 0

    @asynccontextmanager
    async def served(self):
        """The address, while the block lasts."""
        server = await asyncio.start_server(self.serve, "127.0.0.1", 0)
        async with server:
            yield "{}:{}".format(*server.sockets[0].getsockname())

    def truth(self) -> dict:
        training = {"slug": "rush", "capacity": self.capacity, "status": "open"}
        return {"trainings": [training], "registrations": self.rows, "mails": []}

    async def serve(self, reader, writer) -> None:
        self.connections += 1
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                lines = head.decode().split("\r\n")
                headers = {line.partition(": ")[0]: line.partition(": ")[2] for line in lines[1:-2]}
                body = await reader.readexactly(int(headers.get("Content-Length", 0)))
                method, path, _version = lines[0].split()
                self.requests[method] += 1
                answer = await self.answer(method, path, body.decode())
                if answer is None:
                    break
                writer.write(answer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def answer(self, method: str, path: str, body: str) -> bytes | None:
        """The answer, or None to break the connection."""
        number = sum(self.requests.values())
        if self.faulty and number % BREAK_EVERY["busy"] == 0:
            return b"HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"
        if self.faulty and number % BREAK_EVERY["before"] == 0:
            return None
        if method == "POST":
            answer = await self.register({name: values[0] for name, values in parse_qs(body).items()})
        elif path.endswith("/resultaat/"):
            answer = self.result(path.split("/")[-3])
        else:
            answer = self.form(int(path.partition("personen=")[2] or 1))
        return None if self.faulty and number % BREAK_EVERY["after"] == 0 else answer

    def form(self, people: int) -> bytes:
        """Chunked, with a list to choose the organisation from."""
        names = [f"people-{number}-" for number in range(people)] if people > 1 else [""]
        options = '<option value="">Kies</option><option value="org-b">Org B</option>'
        select = f'<select name="{{}}organisation">{options}</select>'
        hidden = f'<input type="hidden" name="submission_id" value="{uuid.uuid4()}">'
        page = f'<form method="post">{hidden}{"".join(map(select.format, names))}</form>'.encode()
        head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        return head + b"%x\r\n%s\r\n5\r\n<hr/>\r\n0\r\n\r\n" % (len(page), page)

    async def register(self, data: dict[str, str]) -> bytes:
        submission = data["submission_id"]
        people = [name for name in data if name.endswith("email")]
        if self.lock is None:
            stored = await self.store(submission, len(people), data.get("group"))
        else:
            async with self.lock:
                stored = await self.store(submission, len(people), data.get("group"))
        if not stored:
            page = b'<p data-error="full">'
            return b"HTTP/1.1 409 Conflict\r\nContent-Length: %d\r\n\r\n%s" % (len(page), page)
        location = f"http://elders.example.org/trainingen/rush/{submission}/resultaat/"
        return f"HTTP/1.1 303 See Other\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode()

    async def store(self, submission: str, people: int, group: str | None) -> bool:
        if any(row["submission_id"] == submission for row in self.rows):
            return True
        confirmed = sum(row["status"] == "confirmed" for row in self.rows)
        waiting = len(self.rows) - confirmed
        await asyncio.sleep(0.001)  # here the others come in, when nothing is locked
        free = self.capacity - confirmed
        if group == "all" and free < people:
            return False
        for number in range(people):
            has_seat = number < free
            self.rows.append(
                {
                    "reference": f"r{len(self.rows)}",
                    "submission_id": submission,
                    "person": number,
                    "training": "rush",
                    "status": "confirmed" if has_seat else "waiting",
                    "position": None if has_seat else waiting + number - max(free, 0) + 1,
                    "sequence": len(self.rows) + 1,
                }
            )
        return True

    def result(self, submission: str) -> bytes:
        """Compressed."""
        rows = [row for row in self.rows if row["submission_id"] == submission]
        page = gzip.compress("".join(map(shown, rows)).encode())
        head = f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(page)}\r\n\r\n"
        return head.encode() + page


def shown(row: dict) -> str:
    position = f' data-position="{row["position"]}"' if row["position"] else ""
    return (
        f'<li data-registration data-status="{row["status"]}"{position} data-reference="{row["reference"]}">'
    )
