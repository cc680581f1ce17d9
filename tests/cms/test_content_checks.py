from itertools import pairwise

import pytest

from cms.content_checks import (
    ALT_TEXT,
    HEADING_ORDER,
    LINK_TEXT,
    LONG_SENTENCE,
    VAGUE_LINKS,
    Finding,
    check_html,
    is_vague,
    long_sentences,
    sentences,
)

LONG = " ".join(["woord"] * 26) + "."


@pytest.mark.parametrize("text", ["klik hier", "Klik hier!", "  LEES   meer… ", "hier", "meer informatie »"])
def test_link_that_says_nothing_is_vague(text):
    assert is_vague(text) is True


@pytest.mark.parametrize(
    "text", ["Lees de handreiking", "hier staat het programma", "Meer over de pijlers", ""]
)
def test_link_that_says_where_it_goes_is_not(text):
    assert is_vague(text) is False


def test_vague_words_are_in_alphabetical_order_and_once():
    assert all(first < second for first, second in pairwise(VAGUE_LINKS))


def test_sentences_are_cut_at_their_end_and_not_at_an_abbreviation():
    text = "Neem iets mee, bijv. Een vraag. Kijk mee! Wat valt op? Om 13.30 uur is het klaar."

    assert list(sentences(text)) == [
        "Neem iets mee, bijv. Een vraag.",
        "Kijk mee!",
        "Wat valt op?",
        "Om 13.30 uur is het klaar.",
    ]


def test_sentence_of_26_words_is_long_and_of_25_is_not():
    assert long_sentences(LONG) == [LONG]
    assert long_sentences(LONG.replace("woord ", "", 1)) == []


def test_long_sentence_is_found_across_bold_words_and_per_paragraph():
    html = f"<p>{LONG.replace('woord', '<b>woord</b>', 1)}</p><p>{' '.join(['woord'] * 15)}</p>"

    assert check_html(html) == [Finding(LONG_SENTENCE, LONG)]


def test_two_short_list_items_are_not_one_long_sentence():
    item = " ".join(["woord"] * 15)

    assert check_html(f"<ul><li>{item}</li><li>{item}</li></ul>") == []


def test_heading_that_skips_a_level_is_found():
    html = "<h2>Eerst</h2><h3>Dan</h3><h2>Weer</h2><h4>Te <i>diep</i></h4>"

    assert check_html(html) == [Finding(HEADING_ORDER, "Te diep")]


def test_first_heading_is_measured_from_the_title_of_the_page():
    assert check_html("<h3>Begin</h3>") == [Finding(HEADING_ORDER, "Begin")]
    assert check_html("<h3>Begin</h3>", level=2) == []


def test_image_without_alternative_text_is_found_and_a_decorative_one_is_fine():
    named = '<img src="/c.png" alt="IMG_1234"><img src="/d.png" alt="Deur">'
    html = f'<img src="/a.png"><img src="/b.png" alt="">{named}'

    assert check_html(html) == [Finding(ALT_TEXT, "/a.png"), Finding(ALT_TEXT, "/c.png")]


def test_image_in_a_link_counts_as_its_text():
    assert check_html('<a href="/"><img src="/a" alt="Naar de voorpagina"></a>') == []
    assert check_html('<a href="/"><b>Klik</b> hier</a>') == [Finding(LINK_TEXT, "Klik hier")]
