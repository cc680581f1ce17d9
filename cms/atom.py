"""What the Atom feeds of the site share: ids that never change, and text that XML knows."""

from __future__ import annotations

from urllib.parse import urlsplit

TAG_YEAR = 2026  # of the tag: addresses (RFC 4151); part of every id, so it never changes


def tag(base: str, path: str) -> str:
    """The id of ``path`` on the site whose address is ``base``."""
    return f"tag:{urlsplit(base).hostname},{TAG_YEAR}:{path}"


def printable(text: str) -> str:
    """Without the control characters that XML does not know."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n\r")
