"""Search servers as they should not be: one that never answers, and some that answer nonsense."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.postgres import free_port
from tests.rush.outage import hanging

HTML = "text/html", "<h1>It works!</h1>"
EMPTY = "application/json", "{}"
CUT = "application/json", '{"took": 1, "hits": {"total"'
HALF = (  # a shard did not answer, so the numbers are too low
    "application/json",
    '{"timed_out": false, "_shards": {"failed": 1}, "aggregations": {},'
    ' "hits": {"total": {"value": 0, "relation": "eq"}, "hits": []}}',
)
STRANGE = (  # more hits than there are
    "application/json",
    '{"timed_out": false, "_shards": {"failed": 0}, "aggregations": {},'
    ' "hits": {"total": {"value": 0, "relation": "eq"}, "hits": [{"_id": "1"}]}}',
)


@contextmanager
def answering(kind: str, text: str, status: int = 200) -> Iterator[str]:
    """The address of a server that says ``text`` to whatever it is asked."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            body = text.encode()
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_PUT = do_HEAD = do_POST

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def silent() -> Iterator[str]:
    """The address of a server that takes connections and never says a word."""
    with hanging() as port:
        yield f"http://127.0.0.1:{port}"


def refused() -> str:
    """An address where nobody listens."""
    return f"http://127.0.0.1:{free_port()}"
