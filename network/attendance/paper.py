"""A page of ours on paper: a tagged PDF, or the same page as HTML to print where WeasyPrint is missing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import segno
from django.conf import settings
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import translation

STYLES = Path(__file__).resolve().parents[1] / "static" / "network"
FONTS = (
    '@font-face { font-family: "Head"; font-weight: 700; src: url("site:font/bricolage-grotesque.woff2"); }'
    '@font-face { font-family: "Text"; src: url("site:font/atkinson-hyperlegible-next.woff2"); }'
)
SVG = "image/svg+xml"


@dataclass(frozen=True, slots=True)
class Printed:
    content: bytes
    content_type: str

    @property
    def is_pdf(self) -> bool:
        return self.content_type == "application/pdf"


def pdf_maker():
    """`cms.pdf.make_pdf`, or None where WeasyPrint or Pango is missing."""
    try:
        from cms.pdf import make_pdf  # heavy, and it need not be there
    except (ImportError, OSError):
        return None
    return make_pdf


def printed(name: str, context: dict, drawings: Mapping[str, str] | None = None) -> Printed:
    """The page ``network/paper/<name>.html`` in the style ``<name>.css``.

    ``drawings`` are SVG by name; the template shows each as an image at ``drawings.<name>``.
    """
    drawings, make_pdf = drawings or {}, pdf_maker()
    addresses = {
        one: f"site:drawing/{one}" if make_pdf else data_address(svg) for one, svg in drawings.items()
    }
    values = {
        **context,
        "drawings": addresses,
        "style_url": "" if make_pdf else static(f"network/{name}.css"),
    }
    with translation.override(settings.LANGUAGE_CODE):
        markup = render_to_string(f"network/paper/{name}.html", values)
    if make_pdf is None:
        return Printed(markup.encode(), "text/html; charset=utf-8")
    style = FONTS + (STYLES / f"{name}.css").read_text()
    parts = {"drawing": lambda one: (drawings[one].encode(), SVG)}
    return Printed(make_pdf(markup, style, parts).content, "application/pdf")


def data_address(svg: str) -> str:
    return f"data:{SVG};base64,{b64encode(svg.encode()).decode()}"


def qr_svg(address: str, *, border: int = 0) -> str:
    """A QR code as a drawing without colours or styles of its own; a quarter of it may be unreadable."""
    buffer = BytesIO()
    segno.make(address, error="q", micro=False).save(
        buffer,
        kind="svg",
        xmldecl=False,
        border=border,
        omitsize=True,
        svgclass="qr",
        lineclass=None,
        dark="#17282e",
    )
    return buffer.getvalue().decode()
