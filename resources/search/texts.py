"""The text of an object as visitors read it: rich text, blocks, and what its documents and films say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.rich_text import RichText, get_text_for_indexing
from wagtail.search import index
from wagtailmedia.blocks import AbstractMediaChooserBlock

LONGEST_TEXT = 100_000  # characters of one object
ALREADY_SHOWN = frozenset({"title", "standfirst", "seo_title", "search_description"})
NOT_READ = (blocks.ChoiceBlock, blocks.BooleanBlock, blocks.URLBlock)  # settings of a block, not its text
SPACE = re.compile(r"\s+")


def page_texts(page) -> Iterator[str]:
    """The texts of a page, from the fields that the model names as searched."""
    for field in page.get_search_fields():
        if isinstance(field, index.SearchField) and field.field_name not in ALREADY_SHOWN:
            value = getattr(page, field.field_name, None)
            if isinstance(page._meta.get_field(field.field_name), StreamField):
                yield from stream_texts(value)
            elif value:
                yield rich_text(str(value))


def rich_text(source: str) -> str:
    return get_text_for_indexing(source)


def stream_texts(stream) -> Iterator[str]:
    for child in stream or []:
        yield from block_texts(child.block, child.value)


def block_texts(block, value) -> Iterator[str]:
    """What a visitor reads in a block; settings such as the level of a heading are left out."""
    if value is None or isinstance(block, NOT_READ):
        return
    if isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            if name != "url":
                yield from block_texts(child, value.get(name))
    elif isinstance(block, blocks.BaseStreamBlock):
        yield from stream_texts(value)
    elif isinstance(block, blocks.ListBlock):
        for item in value:
            yield from block_texts(block.child_block, item)
    elif isinstance(block, DocumentChooserBlock):
        yield from document_texts(value)
    elif isinstance(block, AbstractMediaChooserBlock):
        yield value.transcript
    elif isinstance(value, RichText):
        yield rich_text(value.source)
    else:
        yield from (str(text) for text in block.get_searchable_content(value))


def document_texts(document) -> Iterator[str]:
    """Title and text of a document that can be downloaded; its text is there once the worker has read it."""
    if document:
        yield document.title
        yield document.extracted_text


def joined(texts) -> str:
    """One text of at most `LONGEST_TEXT` characters, without control characters and runs of white space."""
    text = " ".join(filter(None, (SPACE.sub(" ", text or "").strip() for text in texts)))
    return text.replace("\x00", "")[:LONGEST_TEXT]
