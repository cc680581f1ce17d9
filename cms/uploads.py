"""Whether an uploaded file is what it says it is. Each check raises `ValidationError` in plain words.

Names and content types come from the sender and prove nothing, so each check reads the content too and
leaves the file at its beginning.
"""

from __future__ import annotations

import os
import warnings
import zipfile
from collections.abc import Callable

import webvtt
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageFile
from pypdf import PdfReader

MEGABYTE = 1024 * 1024
MAX_IMAGE_SIZE = 10 * MEGABYTE  # bytes
MAX_IMAGE_PIXELS = 40_000_000  # of all frames together
TOO_MANY_PIXELS = _("This image has too many pixels (at most 40 million). Make it smaller and try again.")
IMAGE_FORMATS = {"avif": "AVIF", "gif": "GIF", "jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
MAX_DOCUMENT_SIZE = 10 * MEGABYTE
MAX_PDF_PAGES = 1_000
MAX_ARCHIVE_MEMBERS = 2_000
MAX_UNPACKED_SIZE = 100 * MEGABYTE
MAX_UNPACKED_RATIO = 100  # unpacked bytes for each packed byte
MAX_MEDIA_SIZE = 500 * MEGABYTE
MAX_CAPTIONS_SIZE = MEGABYTE

# Which member an office file must hold, and what must stand in it.
OFFICE_PARTS = {
    "docx": ("[Content_Types].xml", b"wordprocessingml"),
    "xlsx": ("[Content_Types].xml", b"spreadsheetml"),
    "pptx": ("[Content_Types].xml", b"presentationml"),
    "odt": ("mimetype", b"application/vnd.oasis.opendocument.text"),
}
MACRO_PARTS = ("vbaproject.bin",)


def extension_of(file) -> str:
    return os.path.splitext(file.name)[1].lower().lstrip(".")


def check_image(file) -> None:
    """Allowed by extension and content, both the same; at most 10 MB and 40 megapixels; whole."""
    check_size(file, MAX_IMAGE_SIZE)
    expected = IMAGE_FORMATS.get(extension_of(file))
    if expected is None:
        raise ValidationError(_("Choose an image as AVIF, GIF, JPG, PNG or WebP. Other kinds are not safe."))
    found = read_image(file)
    if found != expected:
        raise ValidationError(_("This file says it is one kind of image, but it is another or none."))


def read_image(file) -> str:
    """Return Pillow's name of the format. The size is looked at before a pixel is decoded."""
    formats = sorted(set(IMAGE_FORMATS.values()))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is lower
            file.seek(0)
            image = Image.open(file, formats=formats)
            check_pixels(image.width * image.height)
            check_pixels(image.width * image.height * getattr(image, "n_frames", 1))
            image.verify()
            # A verified image cannot be read any more, and not every damage shows without reading.
            file.seek(0)
            image = Image.open(file, formats=formats)
            image.draft(None, (100, 100))  # a JPEG can be read at a smaller size
            ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, once imported, lets Pillow take half
            image.load()
            return image.format or ""
    except ValidationError:
        raise
    except Image.DecompressionBombError as bomb:
        raise ValidationError(TOO_MANY_PIXELS) from bomb
    except Exception as damaged:  # Pillow raises many types on a damaged or lying file
        raise ValidationError(_("This is not an image, or the file is damaged.")) from damaged
    finally:
        file.seek(0)


def check_pixels(pixels: int) -> None:
    if pixels > MAX_IMAGE_PIXELS:
        raise ValidationError(TOO_MANY_PIXELS)


def check_document(file) -> None:
    """PDF, Word, Excel, PowerPoint, OpenDocument text or plain text, by extension and by content."""
    check_size(file, MAX_DOCUMENT_SIZE)
    extension = extension_of(file)
    check = DOCUMENT_CHECKS.get(extension)
    if check is None:
        raise ValidationError(_("Choose a document as PDF, DOCX, ODT, PPTX, XLSX or TXT."))
    file.seek(0)
    try:
        check(file, extension)
    finally:
        file.seek(0)


def check_pdf(file, _extension: str) -> None:
    if not file.read(5).startswith(b"%PDF-"):
        raise ValidationError(_("This file is called PDF, but it is none."))
    file.seek(0)
    try:
        pages = len(PdfReader(file).pages)
    except Exception as damaged:  # pypdf raises many types on a damaged file
        raise ValidationError(_("This PDF cannot be read. Save it again and try once more.")) from damaged
    if not 0 < pages <= MAX_PDF_PAGES:
        raise ValidationError(_("This PDF has no pages, or more than a thousand."))


def check_office(file, extension: str) -> None:
    """A zip file with the parts of its kind, that does not unpack to something huge and holds no macros."""
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            packed = sum(member.compress_size for member in members) or 1
            if (
                len(members) > MAX_ARCHIVE_MEMBERS
                or unpacked > MAX_UNPACKED_SIZE
                or (unpacked > MEGABYTE and unpacked / packed > MAX_UNPACKED_RATIO)
            ):
                raise ValidationError(
                    _("This document is far bigger inside than it looks, so it is refused.")
                )
            if any(member.filename.lower().endswith(MACRO_PARTS) for member in members):
                raise ValidationError(_("This document holds macros. Save it without macros."))
            name, mark = OFFICE_PARTS[extension]
            with archive.open(name) as part:
                content = part.read(MEGABYTE)
            # Office files never declare entities; expanding them is how a small file fills the memory.
            if mark not in content or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
                raise ValidationError(_("This file is not the kind of document that its name says."))
    except ValidationError:
        raise
    except Exception as damaged:  # zipfile and zlib raise many types on a damaged file
        raise ValidationError(_("This file is not the kind of document that its name says.")) from damaged


def check_text(file, _extension: str) -> None:
    content = file.read(MAX_DOCUMENT_SIZE)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as wrong:
        raise ValidationError(_("This is not a text file. Save it as text in UTF-8.")) from wrong
    if "\x00" in text:
        raise ValidationError(_("This is not a text file. Save it as text in UTF-8."))


DOCUMENT_CHECKS: dict[str, Callable] = {
    "pdf": check_pdf,
    "txt": check_text,
    **dict.fromkeys(OFFICE_PARTS, check_office),
}


def check_media(file) -> None:
    """MP4, WebM or MP3 by extension and by the first bytes; at most 500 MB."""
    check_size(file, MAX_MEDIA_SIZE)
    file.seek(0)
    beginning = file.read(4096)
    file.seek(0)
    known = {
        "mp4": beginning[4:8] == b"ftyp",
        "webm": beginning.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in beginning,
        "mp3": beginning.startswith(b"ID3") or is_mpeg_audio(beginning),
    }
    extension = extension_of(file)
    if extension not in known:
        raise ValidationError(_("Choose a film as MP4 or WebM, or sound as MP3."))
    if not known[extension]:
        raise ValidationError(_("This file is not the kind of film or sound that its name says."))


def is_mpeg_audio(beginning: bytes) -> bool:
    """Whether this is a frame header of MPEG audio layer III: eleven ones, then layer bits 01."""
    return len(beginning) > 1 and beginning[0] == 0xFF and beginning[1] & 0xE6 == 0xE2


def check_captions(file) -> None:
    """WebVTT with at least one caption, in UTF-8; at most 1 MB."""
    check_size(file, MAX_CAPTIONS_SIZE)
    if extension_of(file) != "vtt":
        raise ValidationError(_("Choose captions as a WebVTT file (.vtt)."))
    file.seek(0)
    content = file.read()
    file.seek(0)
    try:
        captions = webvtt.from_string(content.decode("utf-8-sig")).captions
    except Exception as wrong:  # webvtt-py and the decoder raise several types
        raise ValidationError(_("This is not a WebVTT file, so the captions would not be shown.")) from wrong
    if not any(caption.text.strip() for caption in captions):
        raise ValidationError(_("This caption file holds no captions."))


def check_size(file, limit: int) -> None:
    if file.size > limit:
        raise ValidationError(
            _("This file is too big (%(size)s). At most %(limit)s is allowed."),
            params={"size": filesizeformat(file.size), "limit": filesizeformat(limit)},
        )
    if not file.size:
        raise ValidationError(_("This file is empty."))
