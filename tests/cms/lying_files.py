"""Files that are not what they say they are, made when a test asks for them."""

import struct
import zipfile
import zlib
from io import BytesIO

SCRIPT = b"<script>alert(1)</script>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def png_of(width: int, height: int) -> bytes:
    """A valid PNG of any size in a few kilobytes: black-and-white rows that compress to nothing."""
    rows = zlib.compressobj(9)
    row = b"\x00" + bytes((width + 7) // 8)
    data = b"".join(rows.compress(row) for _number in range(height)) + rows.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part)) + kind + part + struct.pack(">I", zlib.crc32(kind + part))
        for kind, part in ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    )


def office(extra: dict[str, bytes] | None = None, types: bytes = b"wordprocessingml", **options) -> bytes:
    """A zip file that looks like a Word document, with ``extra`` members."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types>" + types + b"</Types>")
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return buffer.getvalue()


def bomb() -> bytes:
    """A Word document of some hundred kilobytes that unpacks to 120 MB."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", b"wordprocessingml")
        with archive.open("word/document.xml", "w") as member:
            for _megabyte in range(120):
                member.write(bytes(1024 * 1024))
    return buffer.getvalue()


def pdf(pages: int = 1) -> bytes:
    from pypdf import PdfWriter

    writer, buffer = PdfWriter(), BytesIO()
    for _page in range(pages):
        writer.add_blank_page(width=72, height=72)
    writer.write(buffer)
    return buffer.getvalue()


def word() -> bytes:
    from docx import Document

    buffer = BytesIO()
    Document().save(buffer)
    return buffer.getvalue()


MP4 = b"\x00\x00\x00\x18ftypmp42" + bytes(32)
WEBM = b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm" + bytes(32)
MP3 = b"ID3\x04\x00\x00\x00\x00\x00\x00" + bytes(32)
CAPTIONS = b"WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nWelkom bij de buren\n"
