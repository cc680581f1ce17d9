"""Fixtures of the tests about mail: a mail server, and a letter to send."""

import pytest

from cms import letter
from tests.smtp_sink import SmtpSink


@pytest.fixture
def plain_letters(monkeypatch):
    """Only the maker "plain" is registered, until the test registers more."""
    monkeypatch.setattr(letter, "makers", {})
    monkeypatch.setattr(letter, "autodiscover_modules", lambda *_: None)
    letter.letter_maker("plain")(lambda mail: letter.Letter("example", mail.data))


@pytest.fixture
def sink(settings):
    """A mail server; the site sends to it, and waits half a second for an answer."""
    with SmtpSink() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, 0.5
        yield server
