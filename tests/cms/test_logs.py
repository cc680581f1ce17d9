import logging

from django.conf import settings

from cms.logs import HideInPaths


def line(path: str) -> str:
    """What the console would say about ``path``."""
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "%s: %s", ("Not Found", path), None)
    links = HideInPaths(settings.LOGGING["filters"]["links"]["after"])
    assert links.filter(record)
    return record.getMessage()


def test_console_line_holds_no_token_of_a_link():
    assert line("/aanmelding/abcDEF_123-456/annuleren/") == "Not Found: /aanmelding/…/annuleren/"
    assert line("/aanmelding/abcDEF_12") == "Not Found: /aanmelding/…"
    assert line("/trainingen/aanmelding-leren/") == "Not Found: /trainingen/aanmelding-leren/"


def test_console_hides_links():
    assert settings.LOGGING["handlers"]["console"]["filters"] == ["links"]
