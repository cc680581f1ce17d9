"""The text of a film, taken apart into what is said or read and what is to be seen or heard."""

from typing import NamedTuple


class TranscriptPart(NamedTuple):
    text: str
    described: bool  # seen or heard; False: words that are said or stand on the screen


def transcript_parts(text: str) -> list[TranscriptPart]:
    """The paragraphs of a transcript; one in square brackets describes what is to be seen or heard."""
    paragraphs = [" ".join(part.split()) for part in text.replace("\r\n", "\n").split("\n\n")]
    return [
        TranscriptPart(part[1:-1] if _bracketed(part) else part, _bracketed(part))
        for part in paragraphs
        if part
    ]


def _bracketed(part: str) -> bool:
    return part.startswith("[") and part.endswith("]")
