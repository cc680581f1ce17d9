"""What makes a text hard to read or to find, as pure rules over HTML. Source: the issue, "Editors' life".

The editor's preview runs the same rules in the browser (`static/js/content_checks.js`); both read their word
lists and limits from here, so that the report and the preview agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from django.utils.translation import gettext_lazy as _

MAX_WORDS = 25  # of a sentence; plain language at level B1 asks for 15 on average
VAGUE_LINKS = (
    "deze link",
    "deze pagina",
    "download",
    "hier",
    "klik",
    "klik hier",
    "lees hier",
    "lees meer",
    "lees verder",
    "link",
    "meer",
    "meer informatie",
    "meer lezen",
    "website",
)
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+(?=[\"'“‘(]?[A-ZÀ-Þ0-9'])")
ABBREVIATION = re.compile(
    r"\b(bijv|bv|d\.w\.z|dhr|drs|enz|evt|ir|m\.b\.t|mr|mw|nr|o\.a|prof|t\.a\.v|z\.o\.z)\.$", re.I
)
WORD = re.compile(r"\w[\w'’\-]*")
FILE_NAME = re.compile(r"\.(avif|gif|jpe?g|png|svg|webp)$|_", re.I)

HEADING_ORDER = "heading-order"
LINK_TEXT = "zin-link-text"
ALT_TEXT = "image-alt"
LONG_SENTENCE = "zin-long-sentence"
LABELS = {
    HEADING_ORDER: _("A heading skips a level"),
    LINK_TEXT: _("The link does not say where it goes"),
    ALT_TEXT: _("The image has no alternative text"),
    LONG_SENTENCE: _("The sentence is long"),
}
ADVICE = {
    HEADING_ORDER: _("Use a smaller heading only below a heading."),
    LINK_TEXT: _("Name the page or document in the link: not “click here” but “read the guide”."),
    ALT_TEXT: _("Describe what can be seen, or mark the image as decorative."),
    LONG_SENTENCE: _("Make two sentences of it. Up to fifteen words reads best."),
}


@dataclass(frozen=True)
class Finding:
    """One thing to look at: the rule and the words it is about."""

    rule: str
    about: str

    @property
    def label(self):
        return LABELS[self.rule]

    @property
    def advice(self):
        return ADVICE[self.rule]


def is_vague(link_text: str) -> bool:
    """Whether a link says nothing about where it goes: "klik hier", "lees meer" …"""
    words = re.sub(r"[^\w\s]", " ", link_text.lower())
    return " ".join(words.split()) in VAGUE_LINKS


def sentences(text: str) -> Iterator[str]:
    """The sentences of running text; an abbreviation such as "bijv." ends none."""
    kept = ""
    for part in SENTENCE_END.split(" ".join(text.split())):
        kept = f"{kept} {part}".strip()
        if not ABBREVIATION.search(kept):
            yield kept
            kept = ""
    if kept:
        yield kept


def long_sentences(text: str) -> list[str]:
    """Sentences of more than ``MAX_WORDS`` words."""
    return [sentence for sentence in sentences(text) if len(WORD.findall(sentence)) > MAX_WORDS]


class _Reader(HTMLParser):
    """Walks through HTML once and notes headings, links, images and paragraphs."""

    PARAGRAPHS = {"p", "li", "dd", "td", "figcaption", "blockquote"}
    HEADINGS = {f"h{level}" for level in range(1, 7)}

    def __init__(self, level: int):
        super().__init__()
        self.findings: list[Finding] = []
        self.level = level
        self.link: list[str] | None = None
        self.paragraph: list[str] = []
        self.heading: str | None = None
        self.heading_text: list[str] = []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag in self.PARAGRAPHS or tag in self.HEADINGS:
            self.end_paragraph()
        if tag in self.HEADINGS:
            self.heading, self.heading_text = tag, []
        elif tag == "a":
            self.link = []
        elif tag == "img":
            alt = values.get("alt")
            if alt is None or FILE_NAME.search(alt):
                self.findings.append(Finding(ALT_TEXT, values.get("src", "")))
            elif self.link is not None:
                self.link.append(alt)

    def handle_endtag(self, tag):
        if tag == "a" and self.link is not None:
            text = " ".join("".join(self.link).split())
            if is_vague(text):
                self.findings.append(Finding(LINK_TEXT, text))
            self.link = None
        elif tag == self.heading:
            level = int(tag[1])
            if level > self.level + 1:
                self.findings.append(Finding(HEADING_ORDER, " ".join("".join(self.heading_text).split())))
            self.level, self.heading = level, None
        elif tag in self.PARAGRAPHS:
            self.end_paragraph()

    def handle_data(self, data):
        if self.heading:
            self.heading_text.append(data)
        else:
            self.paragraph.append(data)
        if self.link is not None:
            self.link.append(data)

    def end_paragraph(self):
        text, self.paragraph = "".join(self.paragraph), []
        self.findings += [Finding(LONG_SENTENCE, sentence) for sentence in long_sentences(text)]


def check_html(html: str, *, level: int = 1) -> list[Finding]:
    """What to look at in ``html``, in reading order. ``level``: of the heading that stands before it."""
    reader = _Reader(level)
    reader.feed(html)
    reader.close()
    reader.end_paragraph()
    return reader.findings
