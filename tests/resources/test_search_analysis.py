"""Dutch for search: which words meet, and which must not."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from resources.search.analysis import Dutch, compound_parts, fold, stem, stored, terms, words
from resources.search.lexicon import Lexicon

MEET = """
stage stages | uitwisselingsstage uitwisselingsstages | organisatie organisaties | animatie animaties
les lessen | innovatie innovaties | zorginnovatie zorginnovaties | handreiking handreikingen
draaiboek draaiboeken | interview interviews | training trainingen | scholing scholingen
bijeenkomst bijeenkomsten | praktijkonderwijsbijeenkomst praktijkonderwijsbijeenkomsten
werkbegeleider werkbegeleiders | praktijkopleider praktijkopleiders | docent docenten | leerling leerlingen
student studenten | client clienten | bewoner bewoners | mantelzorger mantelzorgers | stagiair stagiaires
verbetervoorstel verbetervoorstellen | pijler pijlers | thema themas | foto fotos | regio regios
collega collegas | idee ideeen | verpleeghuis verpleeghuizen | brief brieven | gids gidsen | toets toetsen
module modules | methode methodes | examen examens | advies adviezen | proces processen | cursus cursussen
kans kansen | plaats plaatsen | mens mensen | wens wensen | werkplek werkplekken | school scholen
vraag vragen | dag dagen | week weken | film filmpje | film filmpjes | organiseren organiseer
organiseren organiseert | coachen coachend | groep groepen | resultaat resultaten | reflectie reflecties
rol rollen | klas klassen | professional professionals | netwerk netwerken | verhaal verhalen
"""
APART = """
begeleiding beleid | les lezen | stage staf | zorg zin | organisatie organist | werk week | school scholing
leer leerling | huis huid | innovatie novatie | regio regie | dag dak | training trein | bewoner gewoon
client docent | stuurgroep projectgroep | advies avond | kans kan | mens men
"""


def pairs(text):
    return [tuple(pair.split()) for line in text.split("\n") for pair in line.split("|") if pair.strip()]


@pytest.mark.parametrize(("one", "other"), pairs(MEET))
def test_stem_of_singular_and_plural_is_the_same(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), pairs(APART))
def test_stem_of_different_words_is_different(one, other):
    assert stem(one) != stem(other)


def test_fold_takes_capitals_and_accents_away():
    assert fold("Cliënten Één CAFÉ Ĳsland ﬁlm straße") == "clienten een cafe ijsland film strasse"


def test_words_are_split_at_hyphens_and_apostrophes():
    text = "MBO-ZIN bij 't Heem, BBL’er: e-health (24/7)"

    assert [(text[begin:end], parts) for begin, end, parts in words(text)] == [
        ("MBO-ZIN", ("mbo", "zin")),
        ("bij", ("bij",)),
        ("t", ("t",)),
        ("Heem", ("heem",)),
        ("BBL’er", ("bbl", "er")),
        ("e-health", ("e", "health")),
        ("24", ("24",)),
        ("7", ("7",)),
    ]


def test_terms_hold_the_joined_form_too():
    assert list(terms("mbo-zin en e-health")) == ["mbo", "mbo0", "zin", "zin0", "mbozin", "health", "ehealth"]


def test_terms_leave_stop_words_out():
    assert list(terms("Hoe organiseer ik dat voor de bewoners?")) == [
        stem("organiseren"),
        "bewoner",
        "bewoner0",
    ]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("intervisiegroep", ("intervisie", "groep")),
        ("uitwisselingsstages", (stem("uitwisseling"), stem("stage"))),
        ("praktijkonderwijsbijeenkomst", ("praktijk", "onderwijs", "bijeenkomst")),
        ("deskundigheidsbevordering", (stem("deskundigheid"), stem("bevordering"))),
        ("verpleeghuizen", (stem("verpleeg"), "huis")),
        ("organisatie", ()),
        ("interview", ()),
        ("onderwijs", ()),
        ("zin", ()),
    ],
)
def test_compound_gives_its_known_parts(word, parts):
    assert compound_parts(word) == parts


def test_stored_terms_stand_sorted_between_spaces_with_few_repeats():
    found = stored(["Kennis delen, kennis maken, kennis"], repeats=2)

    assert found == " del del0 kennis kennis kennis0 kennis0 mak "
    assert stored(["de het een"]) == ""


def test_threads_side_by_side_get_whole_stems():
    """The stemmer keeps the word it works on in itself, so threads must take turns."""
    starts = ["begeleid", "uitwissel", "organis", "praktijk", "verzorg"]
    several = [f"{start}{number * 'e'}ingen" for start in starts for number in range(40)]
    together, alone = Dutch(Lexicon()), Dutch(Lexicon())
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(together.stem, several))
    finally:
        sys.setswitchinterval(usual)

    assert found == [alone.stem(word) for word in several]
