"""The table of contents of a long text, and the time it takes to read it. Both only look at the blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import slugify

WORDS_A_MINUTE = 200  # an easy pace for adults reading Dutch
TAG = re.compile(r"<[^>]*>")
NO_TEXT = {
    "id",
    "type",
    "level",
    "layout",
    "kind",
    "url",
    "page",
    "image",
    "person",
    "document",
    "video",
    "theme",
}
HEADED = (
    "steps",
    "questions",
    "figures",
    "organisations",
)  # blocks that may begin with a heading of their own
TAKEN = {"main", "filters", "toc-label", "share-label"}  # ids of the page around the text


@dataclass(frozen=True, slots=True)
class Entry:
    id: str
    title: str


def table_of_contents(body: Iterable) -> list[Entry]:
    """The headings of ``body``, each with an id of its own; smaller headings are left out.

    Every heading keeps its id as ``value.anchor``, where the block's template finds it: two headings with the
    same words get different ids. A heading block begins a chapter; steps after it are a part of that chapter,
    so their own heading is one level smaller (``value.level``).
    """
    taken = set(TAKEN)
    entries = []
    in_chapter = False
    for block in body:
        if block.block_type == "heading":
            title, is_entry = block.value["text"], block.value["level"] == "2"
            in_chapter = True
        elif block.block_type == "steps":
            title, is_entry = block.value.get("heading"), not in_chapter
            block.value.level = 3 if in_chapter else 2
        elif block.block_type in HEADED:
            title, is_entry = block.value.get("heading"), True
        else:
            continue
        if title:
            block.value.anchor = _free_id(title, taken)
            if is_entry:
                entries.append(Entry(block.value.anchor, title))
    return entries


def _free_id(title: str, taken: set[str]) -> str:
    wanted = slugify(title) or "deel"
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    taken.add(found)
    return found


def reading_minutes(*texts) -> int:
    """The minutes that ``texts`` take to read, at least 1; each is markup or raw data of a StreamField."""
    return max(1, round(sum(map(_words, texts)) / WORDS_A_MINUTE))


def _words(value) -> int:
    if isinstance(value, str):
        return len(TAG.sub(" ", value).split())
    if isinstance(value, dict):
        return sum(_words(one) for key, one in value.items() if key not in NO_TEXT)
    if isinstance(value, (list, tuple)) or hasattr(value, "__getitem__"):
        return sum(_words(one) for one in value)
    return 0
