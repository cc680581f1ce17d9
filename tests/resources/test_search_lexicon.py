"""The words that editors add count for documents and for queries."""

import pytest

from resources.search import lexicon
from resources.search.analysis import compound_parts, stem, terms_of
from resources.search.lexicon import Lexicon


class Kept:
    """A source as editors keep one: its version rises with every change."""

    def __init__(self):
        self.parts = ()
        self.number = 0

    def version(self):
        return self.number

    def read(self):
        return Lexicon(parts=self.parts, version=self.number)


@pytest.fixture
def kept():
    source = Kept()
    before = lexicon.read_from(source)
    yield source
    lexicon.read_from(before)


def test_renew_reads_the_words_when_they_have_changed(kept):
    before = lexicon.renew()
    assert terms_of(("klompenbiggel",)) == ("klompenbiggel",)

    kept.parts, kept.number = ("klomp", "biggel"), 1

    assert lexicon.current() is before
    assert lexicon.renew().version == 1
    assert terms_of(("klompenbiggel",)) == ("klompenbiggel", "klomp0", "biggel0")
    assert lexicon.renew() is lexicon.current()


def test_trial_lexicon_counts_only_inside_its_block():
    with lexicon.using(Lexicon(parts=("Klömp", "biggel"))):
        assert compound_parts("klompenbiggel") == ("klomp", "biggel")

    assert compound_parts("klompenbiggel") == ()


def test_stem_of_an_added_word_is_that_of_the_other():
    with lexicon.using(Lexicon(stems=(("Proeverij", "proeven"), ("Bewoners", "Bewoners")))):
        assert stem("proeverij") == stem("proeven")
        assert stem("bewoners") == "bewoners"

    assert stem("proeverij") != stem("proeven")
