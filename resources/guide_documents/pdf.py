"""A guide's HTML as a tagged PDF. Import only to make one: it needs WeasyPrint and Pango (`cms.pdf`)."""

from __future__ import annotations

from io import BytesIO

from django.template.loader import get_template
from PIL import Image, ImageOps

from cms.models import SiteImage, SiteMedia
from cms.pdf import PartUnreadable, Pdf, make_pdf
from resources.guide_documents.covers import back_svg, cover_svg
from resources.guide_documents.failures import PartMissing
from resources.guide_documents.html import GuideHtml

WIDEST_IMAGE = 1100  # pixels: 190 dots an inch over the width of the text
JPEG_QUALITY = 72


def guide_pdf(source: GuideHtml) -> Pdf:
    """The document. Reads the fonts and images of this site and asks nobody else for anything.

    Raises `PartMissing` when one of them cannot be read: a document with a hole in it is not made.
    """
    stylesheet = get_template("resources/guide_document/document.css").template.source
    drawings = {
        "cover": lambda _name: (cover_svg(source.kind, source.colour).encode(), "image/svg+xml"),
        "back": lambda _name: (back_svg(source.kind, source.colour).encode(), "image/svg+xml"),
    }
    try:
        return make_pdf(source.markup, stylesheet, {**drawings, "image": _image, "poster": _poster})
    except PartUnreadable as missing:
        raise PartMissing from missing


def _image(name: str) -> tuple[bytes, str]:
    return for_paper(SiteImage.objects.get(pk=name).file), "image/jpeg"


def _poster(name: str) -> tuple[bytes, str]:
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
