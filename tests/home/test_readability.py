"""The demonstration texts read easily, and are written in one way."""

import re

import polib
import pytest

from home.demo.readability import (
    AVERAGE_SENTENCE,
    LONGEST_SENTENCE,
    PASSIVE,
    count_words,
    readings,
    sentences,
    texts,
)
from home.demo.source import FOLDER, content
from tests.test_project import ROOT

SUBJECTS = sorted(path.stem for path in (FOLDER / "content").glob("*.toml"))
STORIES = [("news", "news"), ("interviews", "interview"), ("animations", "animation")]
PAGES = [("site", "page"), ("site", "index"), ("good_practice", "good_practice"), *STORIES]


def test_sentences_are_counted_without_tags_and_abbreviations():
    assert sentences("<p>Bij St. Franciscus om 13.30 uur. Kom je?</p><ul><li>Ja</li></ul>") == [
        "Bij St. Franciscus om 13.30 uur.",
        "Kom je?",
        "Ja",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [("Het idee wordt in het team besproken.", 1), ("Het werd stil.", 0), ("De zorg wordt beter.", 0)],
)
def test_passive_is_found(text, found):
    assert len(PASSIVE.findall(text)) == found


@pytest.mark.parametrize("subject", SUBJECTS)
def test_no_sentence_is_too_long(subject):
    long = [
        sentence
        for reading in readings([subject])
        for sentence in reading.sentences
        if count_words(sentence) > LONGEST_SENTENCE
    ]

    assert long == []


def test_sentences_are_short_on_average():
    found = [sentence for reading in readings() for sentence in reading.sentences]

    assert sum(map(count_words, found)) / len(found) <= AVERAGE_SENTENCE


def test_few_sentences_hide_who_does_something():
    found = list(readings())

    assert sum(len(one.passives) for one in found) / sum(one.words for one in found) < 0.002


@pytest.mark.parametrize("subject", SUBJECTS)
def test_texts_are_typed_in_one_way(subject):
    """No double spaces, ‘ ’ for what somebody says, ' as apostrophe, no stray space before a full stop."""
    wrong = []
    for _key, text in texts(content(subject)):
        plain = re.sub(r"<[^>]+>", "", text)
        if re.search(r"\S  +\S|[“”\"]| [.,;:?!]|\w’\w", plain) or plain.count("‘") != plain.count("’"):
            wrong.append(plain)

    assert wrong == []


@pytest.mark.parametrize(("subject", "kind"), PAGES)
def test_page_says_in_one_glance_what_search_engines_show(subject, kind):
    rows = content(subject)[kind]

    lengths = {row.get("slug", row.get("path")): len(row.get("search_description", "")) for row in rows}

    assert {name: length for name, length in lengths.items() if not 70 <= length <= 160} == {}


def test_explanations_are_short_and_explain_no_term_by_itself():
    for row in content("glossary")["term"]:
        assert count_words(row["explanation"]) <= 40, row["term"]
        assert all(count_words(sentence) <= 20 for sentence in sentences(row["explanation"])), row["term"]


def test_texts_of_the_screens_are_short_too():
    catalogue = polib.pofile(str(ROOT / "locale" / "nl" / "LC_MESSAGES" / "django.po"))
    written = [text for entry in catalogue for text in (entry.msgstr, *entry.msgstr_plural.values())]

    long = [one for text in written for one in sentences(text) if count_words(one) > LONGEST_SENTENCE]

    assert long == []
