"""HTML of this site as a tagged PDF (PDF/UA-1). Import only to make one: it needs WeasyPrint and Pango.

A document names the fonts as ``site:font/<file>`` and its other parts as ``site:<kind>/<name>``; nothing
outside the site is ever asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

FONTS = Path(settings.BASE_DIR) / "cms" / "static" / "fonts"
OPTIONS = {"pdf_variant": "pdf/ua-1"}
Part = Callable[[str], tuple[bytes, str]]  # the name of a part to its content and media type


class PartUnreadable(RuntimeError):
    """A font or other part of a document cannot be read, or would come from outside the site."""


@dataclass(frozen=True)
class Pdf:
    content: bytes
    page_count: int


def make_pdf(markup: str, stylesheet: str, parts: Mapping[str, Part] | None = None) -> Pdf:
    """The document. ``parts`` gives the parts of each kind besides the fonts.

    Raises `PartUnreadable` when one of them cannot be read: a document with a hole in it is not made.
    """
    try:
        return _render(markup, stylesheet, SiteFetcher(parts or {}))
    except FatalURLFetchingError as missing:  # a BaseException: it would end the worker
        raise PartUnreadable from missing


def _render(markup: str, stylesheet: str, fetcher: SiteFetcher) -> Pdf:
    fonts = FontConfiguration()
    style = CSS(string=stylesheet, font_config=fonts, url_fetcher=fetcher, base_url="site:/")
    page = HTML(string=markup, base_url=settings.BASE_URL + "/", url_fetcher=fetcher)
    document = page.render(font_config=fonts, stylesheets=[style], **OPTIONS)
    return Pdf(document.write_pdf(**OPTIONS), len(document.pages))


class SiteFetcher(URLFetcher):
    """Knows addresses that begin with ``site:`` only: fonts, and the parts that the document brings."""

    def __init__(self, parts: Mapping[str, Part]):
        super().__init__(fail_on_errors=True)
        self.parts = {"font": _font, **parts}

    def fetch(self, url, headers=None):
        scheme, _colon, path = url.partition(":")
        if scheme != "site":
            raise ValueError(f"a document takes nothing from outside the site: {url}")
        kind, _slash, name = path.strip("/").partition("/")
        content, content_type = self.parts[kind](name)
        return URLFetcherResponse(url, content, {"Content-Type": content_type})


def _font(name: str) -> tuple[bytes, str]:
    return (FONTS / Path(name).name).read_bytes(), "font/woff2"
