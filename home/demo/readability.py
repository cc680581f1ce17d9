"""How easy the demonstration texts read: `python -m home.demo.readability` prints the ten hardest pages.

A simple measure for Dutch at level B1, for writers and for a test: the length of sentences, the share of long
words that the glossary does not explain, and how often something "wordt" done by nobody in particular.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from home.demo.source import FOLDER, content

LONG_WORD = 13  # letters; from here on a word is hard on a phone
LONGEST_SENTENCE, AVERAGE_SENTENCE = 25, 12  # words
TEXTS = {
    *("title", "standfirst", "html", "text", "summary", "short", "long", "purpose", "label", "heading"),
    *("question", "answer", "intro", "description", "footer_text", "explanation", "travel_note", "address"),
    *("what_does_it_bring", "what_can_others_learn", "why_is_it_a_good_example", "learning_goals", "tagline"),
    *("start_text", "start_heading", "search_description", "change_note", "caption", "rows", "transcript"),
    *("bio", "cancellation_reason", "time_needed"),
}
NAMES = {"title", "heading", "label"}  # no sentences: left out of the average
BLOCK_END = re.compile(r"</(?:p|li|h\d)>|<br>")
TAG = re.compile(r"<[^>]+>")
SENTENCE_END = re.compile(r"(?<=[.!?…])['’”)]*\s+(?=[^a-z])")
ABBREVIATION = re.compile(r"\b(St|ca|bijv|nr)\. ")
WORD = re.compile(r"\w[\w'’-]*")
PASSIVE = re.compile(
    r"\b(?:wordt|worden|werd|werden)\b(?:\W+\w+){0,6}?\W+(?:ge|be|ver|ont|her)\w+(?:d|t|en)\b", re.I
)


@dataclass(frozen=True)
class Reading:
    """What was measured of one page; ``page`` names it as file and slug."""

    page: str
    sentences: list[str]
    long_words: list[str]
    passives: list[str]

    @property
    def words(self) -> int:
        return sum(map(count_words, self.sentences))

    @property
    def average(self) -> float:
        """Words in a sentence."""
        return self.words / len(self.sentences) if self.sentences else 0

    @property
    def longest(self) -> str:
        return max(self.sentences, key=count_words, default="")

    @property
    def score(self) -> float:
        """The higher, the harder: words a sentence, the share of long words, passives in a hundred words."""
        hundreds = max(self.words, 40) / 100
        return self.average + (2 * len(self.long_words) + 3 * len(self.passives)) / hundreds / 2


def count_words(text: str) -> int:
    return len(WORD.findall(text))


def sentences(html: str) -> list[str]:
    """The sentences of a text or of HTML; a paragraph or item of a list is at least one."""
    found = []
    for part in BLOCK_END.sub("\n", html).split("\n"):
        text = " ".join(unescape(TAG.sub("", part)).split())
        text = ABBREVIATION.sub(lambda match: match[1] + "\u2024 ", text)
        found += [one.replace("\u2024", ".") for one in SENTENCE_END.split(text) if count_words(one)]
    return found


def texts(value, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text that a visitor reads below ``value``, with the key under which it stands."""
    if isinstance(value, dict):
        for name, below in value.items():
            yield from texts(below, name)
    elif isinstance(value, list):
        for below in value:
            yield from texts(below, key)
    elif isinstance(value, str) and key in TEXTS and value:
        yield key, value


def explained_words() -> set[str]:
    """The long words that readers know or find in the glossary, in lower case."""
    forms = [form for row in content("glossary")["term"] for form in (row["term"], *row["forms"])]
    names = [row["name"] for row in content("organisations")["organisation"]]
    return {word.lower() for form in [*forms, *names, "Zorginnovatienetwerk"] for word in WORD.findall(form)}


def read(page: str, row: dict) -> Reading:
    known, found, everything = explained_words(), [], ""
    for key, text in texts(row):
        everything += f" {TAG.sub(' ', text)}"
        if key not in NAMES:
            found += sentences(text)
    long_words = [
        word
        for word in WORD.findall(everything)
        if any(len(part) >= LONG_WORD for part in word.split("-")) and word.lower() not in known
    ]
    return Reading(page, found, long_words, [match[0] for match in PASSIVE.finditer(everything)])


def readings(subjects: Iterable[str] | None = None) -> Iterator[Reading]:
    """One reading for each record of the content files."""
    for subject in subjects or sorted(path.stem for path in (FOLDER / "content").glob("*.toml")):
        for kind, rows in content(subject).items():
            for row in rows if isinstance(rows, list) else [rows]:
                name = row.get("slug") or row.get("key") or row.get("path") or row.get("term") or kind
                yield read(f"{subject}: {name}", row)


def main() -> None:
    found = [one for one in readings() if one.words]
    words, number = sum(one.words for one in found), sum(len(one.sentences) for one in found)
    print(f"{words} words, {words / number:.1f} in a sentence")
    for one in sorted(found, key=lambda one: -one.score)[:10]:
        print(f"\n{one.score:5.1f}  {one.page}: {one.average:.1f} words in a sentence")
        print(f"       longest ({count_words(one.longest)}): {one.longest}")
        print(f"       long words: {', '.join(dict.fromkeys(one.long_words)) or '–'}")
        print(f"       passive: {'; '.join(one.passives) or '–'}")
    for one in found:
        for sentence in one.sentences:
            if count_words(sentence) > LONGEST_SENTENCE:
                print(f"\nToo long ({count_words(sentence)}) in {one.page}: {sentence}")


if __name__ == "__main__":
    main()
