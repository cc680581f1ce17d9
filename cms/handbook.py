"""The editors' handbook (`docs/redactiehandboek.md`) as HTML: one source for the repository and for /cms/.

Knows only the Markdown that the handbook uses: headings, paragraphs, lists, numbered lists, bold, code and
links. Everything else is shown as it is written, and nothing of the text becomes markup by itself.
"""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

HANDBOOK = Path(settings.BASE_DIR) / "docs" / "redactiehandboek.md"
INLINE = (
    (re.compile(r"\*\*(.+?)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"`(.+?)`"), r"<code>\1</code>"),
    (re.compile(r"\[([^\]]+)\]\(((?:https?://|/|#)[^)\s]*)\)"), r'<a href="\2">\1</a>'),
)
ITEM = re.compile(r"^(?:(?P<bullet>[-*])|(?P<number>\d+)\.)\s+(?P<text>.*)$")
HEADING = re.compile(r"^(?P<level>#{1,4})\s+(?P<text>.*)$")


def inline(text: str) -> str:
    text = escape(text)
    for pattern, replacement in INLINE:
        text = pattern.sub(replacement, text)
    return text


def to_html(markdown: str) -> SafeString:
    """``markdown`` as HTML whose headings have ids; the first heading (the title) is left to the page."""
    html: list[str] = []
    for block in re.split(r"\n\s*\n", markdown.strip()):
        lines = block.strip().splitlines()
        if heading := HEADING.match(lines[0]):
            level = len(heading["level"])
            if level > 1:
                html.append(f'<h{level} id="{slugify(heading["text"])}">{inline(heading["text"])}</h{level}>')
            lines = lines[1:]
        if lines:
            html.append(_list(lines) if ITEM.match(lines[0]) else f"<p>{inline(' '.join(lines))}</p>")
    return mark_safe("\n".join(html))  # every piece went through escape() above


def _list(lines: list[str]) -> str:
    items: list[str] = []
    for line in lines:
        if item := ITEM.match(line):
            items.append(item["text"])
        else:
            items[-1] += " " + line.strip()
    tag = "ol" if ITEM.match(lines[0])["number"] else "ul"
    return f"<{tag}>" + "".join(f"<li>{inline(item)}</li>" for item in items) + f"</{tag}>"


def handbook() -> dict:
    """Title, table of contents and text of the handbook."""
    markdown = HANDBOOK.read_text(encoding="utf-8")
    headings = [match for line in markdown.splitlines() if (match := HEADING.match(line))]
    return {
        "title": next(match["text"] for match in headings if len(match["level"]) == 1),
        "contents": [
            {"id": slugify(match["text"]), "title": match["text"]}
            for match in headings
            if len(match["level"]) == 2
        ],
        "text": to_html(markdown),
    }
