"""HTTP/1.1 over a fixed number of kept connections: small, so that the client takes little of the machine."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

ANSWER_SECONDS = 30  # a connection that is silent for longer counts as lost


class LostConnection(Exception):
    """The connection broke, or stayed silent: whether the request was carried out is not known."""


@dataclass(frozen=True)
class Response:
    """``headers`` have names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Connection:
    """One TCP connection, used for one request at a time."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
        self.reader, self.writer = reader, writer
        self.is_open = True

    def close(self) -> None:
        self.is_open = False
        self.writer.close()

    async def exchange(self, request: bytes) -> Response:
        """Send a request and read its answer. Raises LostConnection, and then closes the connection."""
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                self.writer.write(request)
                return await self._read()
        except (OSError, EOFError, TimeoutError, ValueError) as error:
            self.close()
            raise LostConnection(repr(error)) from error

    async def _read(self) -> Response:
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {
            name.lower(): value.strip()
            for name, _colon, value in (line.partition(":") for line in head[1:-2])
        }
        body = await self._read_body(headers)
        if headers.get("connection", "").lower() == "close":
            self.close()
        if headers.get("content-encoding") == "gzip":
            body = zlib.decompress(body, wbits=31)
        return Response(int(head[0].split()[1]), headers, body)

    async def _read_body(self, headers: dict[str, str]) -> bytes:
        if headers.get("transfer-encoding") != "chunked":
            return await self.reader.readexactly(int(headers.get("content-length", 0)))
        parts = []
        while size := int(await self.reader.readuntil(b"\r\n"), 16):
            parts.append(await self.reader.readexactly(size))
            await self.reader.readexactly(2)
        await self.reader.readexactly(2)
        return b"".join(parts)


class Pool:
    """At most ``size`` connections to ``host:port``; who comes when all are in use waits in line.

    They are closed at the end of an ``async with`` block.
    """

    def __init__(self, address: str, size: int):
        self.host, port = address.split(":")
        self.port = int(port)
        self.slots = asyncio.Semaphore(size)
        self.idle: list[Connection] = []

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[Connection]:
        """A connection for as long as the block lasts. Raises LostConnection when none can be made."""
        async with self.slots:
            connection = self._kept() or await self._connect()
            try:
                yield connection
            except BaseException:  # also when the visitor is stopped half-way
                connection.close()
                raise
            if connection.is_open:
                self.idle.append(connection)

    def _kept(self) -> Connection | None:
        """The connection that was used last, unless the server has closed it meanwhile."""
        while self.idle:
            connection = self.idle.pop()
            if not connection.reader.at_eof():
                return connection
            connection.close()
        return None

    async def _connect(self) -> Connection:
        try:
            return Connection(*await asyncio.open_connection(self.host, self.port))
        except OSError as error:
            raise LostConnection(repr(error)) from error

    async def __aenter__(self) -> Pool:
        return self

    async def __aexit__(self, *_exception) -> None:
        while self.idle:
            self.idle.pop().close()
