"""The slow servers answer rightly, and late."""

import smtplib
import time
from email.message import EmailMessage
from urllib.parse import urlsplit
from urllib.request import urlopen

from redis import Redis

from tests.rush.slow import slow

PAUSE = 0.05  # seconds


def test_slow_servers_answer_rightly_after_the_pause():
    mail = EmailMessage()
    mail["From"] = mail["To"] = "sanne@example.org"

    with slow(PAUSE) as environment:
        port = urlsplit(environment["EMAIL_URL"]).port
        began = time.monotonic()
        with smtplib.SMTP("127.0.0.1", port, timeout=5) as server:
            refused = server.send_message(mail)
        mailed = time.monotonic() - began
        with Redis.from_url(environment["REDIS_URL"], socket_timeout=5) as redis:
            kept = [redis.get("a"), redis.set("a", 1), redis.incr("a")]
        with urlopen(environment["ELASTICSEARCH_URL"] + "/_search", timeout=5) as answer:
            found = answer.read(), answer.headers["X-Elastic-Product"]

    assert (refused, kept) == ({}, [None, True, 1])
    assert found == (b'{"hits": {"total": {"value": 0, "relation": "eq"}, "hits": []}}', "Elasticsearch")
    assert mailed >= 6 * PAUSE  # greeting, EHLO, MAIL, RCPT, DATA and the text
