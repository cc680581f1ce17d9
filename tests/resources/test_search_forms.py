"""Forms of verbs, separated verbs and spellings that sound alike, with which a query finds more."""

import pytest

from resources.models import SearchDocument
from resources.search.forms import forms, past_forms, separated, sounds_like
from tests.resources.search_texts import Texts, document

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture(autouse=True)
def no_documents(site):
    SearchDocument.objects.all().delete()


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("denkt", "denk"),
        ("denken", "denkt"),
        ("uitwisselen", "uitgewisseld"),
        ("uitgewisseld", "uitwissel"),
        ("aanmelden", "aangemeld"),
    ],
)
def test_forms_of_a_verb_lead_to_each_other(word, other):
    assert other in forms(word)


def test_numbers_and_short_words_have_no_forms():
    assert forms("2024") == forms("eet") == ()


def test_past_tense_leads_to_the_verb():
    assert past_forms("coachte") == ("coach",)


def test_particle_at_the_end_of_a_clause_belongs_to_a_verb_before_it():
    assert (0, "aanmeld") in separated(["meld", "ik", "mij", "aan"])
    assert (0, "inschrijf") in separated(["schrijf", "ik", "me", "in", "voor", "iets"])
    assert list(separated(["werken", "in", "de", "zorg"])) == []


def test_spellings_that_sound_alike():
    assert {"wijk"} <= set(sounds_like("weik"))
    assert {"contact"} <= set(sounds_like("kontakt")) | set(sounds_like("kontact"))
    assert {"afspraak"} <= set(sounds_like("afsspraak"))
    assert sounds_like("2024") == ()


def test_separated_verb_finds_the_whole_one_and_its_synonyms():
    texts = Texts("Aanmelden voor de tuin", "Inschrijving", "Over het weer")

    assert set(texts.titles("hoe meld ik mij aan")) == {"Aanmelden voor de tuin", "Inschrijving"}


def test_other_form_of_a_verb_is_found_behind_the_word_itself():
    texts = Texts("Wie mee denkt", "Samen denken", "Over het weer")

    assert texts.titles("denken") == ["Samen denken", "Wie mee denkt"]


def test_word_that_sounds_the_same_is_taken_for_it():
    found = Texts("In de wijk", "Over het weer").find("weik")

    assert found.repaired == [("weik", "wijk")]
    assert found.total == 1


def test_right_word_is_not_repaired_into_another():
    found = Texts("Samen leren", "De projectgroep").find("projectgroep leden")

    assert found.repaired == []
    assert found.unknown == ["leden"]
    assert found.total == 1


def test_other_letter_in_a_short_word_is_no_slip_beside_a_known_word():
    texts = Texts("Een krekel", "De tuin van Hanka")

    assert texts.find("krekel hansa").repaired == []
    assert texts.find("hansa").repaired == [("hansa", "hanka")]
    assert texts.find("krekel hakna").repaired == [("hakna", "hanka")]


def test_slip_of_a_part_that_stands_alone_nowhere_is_repaired():
    found = Texts("Een uitwisselingsstage", "Over het weer").find("stgae")

    assert found.repaired == [("stgae", "stage")]
    assert found.total == 1


def test_slip_of_four_letters_is_repaired_alone_only():
    texts = Texts("Een uitwisselingsstage", "Over het weer")

    assert texts.find("stge").repaired == [("stge", "stage")]
    assert texts.find("weer stge").repaired == []


def test_page_that_lacks_the_rare_word_comes_after_the_one_that_has_it():
    texts = Texts(
        "Goede voorbeelden",
        document("Mantelzorg", text="Wat zij vertellen."),
        *(f"Voorbeeld {number}" for number in range(5)),
        *("Een tuin", "Een huis"),
    )

    found = texts.find("goed voorbeeld mantelzorg")

    assert texts.titles("goed voorbeeld mantelzorg")[0] == "Mantelzorg"
    assert found.dropped == ["voorbeeld"]
