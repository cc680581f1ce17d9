"""A guide's HTML as a tagged PDF (PDF/UA-1). Import only to make one: it needs WeasyPrint and Pango."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.template.loader import get_template
from PIL import Image, ImageOps
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from cms.models import SiteImage, SiteMedia
from resources.guide_documents.covers import back_svg, cover_svg
from resources.guide_documents.failures import PartMissing
from resources.guide_documents.html import GuideHtml

FONTS = Path(settings.BASE_DIR) / "cms" / "static" / "fonts"
WIDEST_IMAGE = 1100  # pixels: 190 dots an inch over the width of the text
JPEG_QUALITY = 72
OPTIONS = {"pdf_variant": "pdf/ua-1"}


@dataclass(frozen=True)
class GuidePdf:
    content: bytes
    page_count: int


def guide_pdf(source: GuideHtml) -> GuidePdf:
    """The document. Reads the fonts and images of this site and asks nobody else for anything.

    Raises `PartMissing` when one of them cannot be read: a document with a hole in it is not made.
    """
    try:
        return _render(source)
    except FatalURLFetchingError as missing:  # a BaseException: it would end the worker
        raise PartMissing from missing


def _render(source: GuideHtml) -> GuidePdf:
    fonts = FontConfiguration()
    fetcher = SiteFetcher(source)
    stylesheet = CSS(
        string=get_template("resources/guide_document/document.css").template.source,
        font_config=fonts,
        url_fetcher=fetcher,
        base_url="site:/",
    )
    page = HTML(string=source.markup, base_url=settings.BASE_URL + "/", url_fetcher=fetcher)
    document = page.render(font_config=fonts, stylesheets=[stylesheet], **OPTIONS)
    return GuidePdf(document.write_pdf(**OPTIONS), len(document.pages))


class SiteFetcher(URLFetcher):
    """Knows addresses that begin with ``site:`` only: fonts, the cover, and images by their key."""

    def __init__(self, source: GuideHtml):
        super().__init__(fail_on_errors=True)
        self.source = source

    def fetch(self, url, headers=None):
        scheme, _colon, path = url.partition(":")
        if scheme != "site":
            raise ValueError(f"a document takes nothing from outside the site: {url}")
        kind, _slash, name = path.strip("/").partition("/")
        content, content_type = getattr(self, f"_{kind}")(name)
        return URLFetcherResponse(url, content, {"Content-Type": content_type})

    def _font(self, name: str) -> tuple[bytes, str]:
        return (FONTS / Path(name).name).read_bytes(), "font/woff2"

    def _cover(self, _name: str) -> tuple[bytes, str]:
        return cover_svg(self.source.kind, self.source.colour).encode(), "image/svg+xml"

    def _back(self, _name: str) -> tuple[bytes, str]:
        return back_svg(self.source.kind, self.source.colour).encode(), "image/svg+xml"

    def _image(self, name: str) -> tuple[bytes, str]:
        return for_paper(SiteImage.objects.get(pk=name).file), "image/jpeg"

    def _poster(self, name: str) -> tuple[bytes, str]:
        return for_paper(SiteMedia.objects.get(pk=name).thumbnail), "image/jpeg"


def for_paper(file) -> bytes:
    """An image as a JPEG of at most `WIDEST_IMAGE` pixels, what is transparent on the colour of the paper."""
    with file.open("rb") as stream, Image.open(stream) as image:
        upright = ImageOps.exif_transpose(image).convert("RGBA")
    upright.thumbnail((WIDEST_IMAGE, WIDEST_IMAGE))
    paper = Image.new("RGBA", upright.size, "#fffdf9")
    paper.alpha_composite(upright)
    buffer = BytesIO()
    paper.convert("RGB").save(buffer, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)
    return buffer.getvalue()
