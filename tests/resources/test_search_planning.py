"""A question meets the words of the index: what is repaired, split, widened and left out."""

import pytest

from resources.search import planning
from resources.search.query import parse
from tests.resources.search_texts import Texts, document

pytestmark = pytest.mark.usefixtures("site", "no_documents")


@pytest.fixture
def no_documents(site):
    """Without the fixed pages of the site."""
    from resources.models import SearchDocument

    SearchDocument.objects.all().delete()


def read(texts, query, **options):
    return planning.resolve(parse(query), texts.vocabulary, **options)


def words(groups):
    return [group.text for group in groups]


def test_known_words_keep_only_the_ways_that_lead_somewhere():
    texts = Texts("Een zeppelin")

    [group] = read(texts, "zeppelins").groups

    assert [one.terms for one in group.alternatives] == [("zeppelin",)]


def test_slip_of_the_pen_is_repaired_and_named():
    texts = Texts("Vergaderingen in het zuiden")

    found = texts.find("vergaderngen")

    assert found.repaired == [("vergaderngen", "vergaderingen")]
    assert found.total == 1
    assert {one.weight for one in found.plan.groups[0].alternatives} == {0.7, 0.42}


def test_literal_question_is_not_repaired():
    found = Texts("Vergaderingen").find("vergaderngen", literal=True)

    assert (found.total, found.repaired, found.unknown) == (0, [], [])


def test_compound_that_nobody_wrote_is_asked_as_its_parts():
    texts = Texts("Muziek en dementie", "Muziek in de tuin", "Een dag")

    found = texts.find("dementiemuziek")

    assert words(found.plan.optional) == ["dementie", "muziek"]
    assert texts.titles("dementiemuziek") == ["Muziek en dementie", "Muziek in de tuin"]
    assert list(found.misses.values()) == [(), ("dementie",)]


def test_unknown_compound_is_cut_by_the_words_of_the_index():
    texts = Texts("De krekelproef", "Krekels", "Een zwaluw")

    assert words(read(texts, "krekelzwaluw").groups) == ["krekel", "zwaluw"]
    assert set(texts.titles("krekelzwaluw")) == {"Een zwaluw", "Krekels", "De krekelproef"}


def test_word_is_found_in_longer_words_that_only_the_index_knows():
    texts = Texts("Xylofonisten gezocht")

    assert texts.titles("xylofonist") == ["Xylofonisten gezocht"]
    assert texts.titles("xylofoon") == []
    assert texts.titles("xylofo") == ["Xylofonisten gezocht"]


def test_words_that_were_written_apart_find_the_compound():
    texts = Texts("Een mantelzorger vertelt", "De verpleeghuisarts")

    assert texts.titles("mantel zorger") == ["Een mantelzorger vertelt"]
    assert texts.titles("verpleeg huis arts") == ["De verpleeghuisarts"]


def test_generic_part_of_a_compound_is_not_demanded():
    texts = Texts("Intervisie voor beginners", "De groep")

    found = texts.find("intervisiegroep")

    assert words(found.reading.weak) == ["groep"]
    assert texts.titles("intervisiegroep") == ["Intervisie voor beginners"]
    assert found.dropped == []


def test_words_around_a_question_are_not_demanded():
    texts = Texts("Een zeppelin", document("Een zeppelin bouwen", text="Wij organiseren het."))

    assert texts.titles("hoe organiseer ik een zeppelin") == ["Een zeppelin bouwen", "Een zeppelin"]
    assert texts.titles("organiseren") == ["Een zeppelin bouwen"]


def test_too_few_hits_who_has_all_words_comes_first_and_the_rest_says_what_it_misses():
    texts = Texts("Muziek bij dementie", "Dementie", "Muziek", "Een tuin")

    found = texts.find("dementie muziek")

    assert texts.titles("dementie muziek")[0] == "Muziek bij dementie"
    assert list(found.misses.values()) == [(), ("dementie",), ("muziek",)]
    assert found.dropped == []


def test_ten_hits_with_all_words_are_enough():
    texts = Texts(*(f"Muziek bij dementie {number}" for number in range(10)), "Dementie", "Muziek")

    assert texts.find("dementie muziek").total == 10


def test_word_of_a_third_of_all_is_only_asked_for_when_nothing_else_helps():
    common = [f"Training {number}" for number in range(20)]
    rare = [f"Dementie {number}" for number in range(10)]
    many, few = Texts(*common, *rare), Texts(*common, "Dementie")

    assert many.find("training dementie").total == 10
    assert few.find("training dementie").total == 21


def test_word_that_nothing_has_is_left_out_and_named():
    texts = Texts("Dementie")

    found = texts.find("dementie zeppelin")

    assert (found.total, found.unknown, found.dropped) == (1, ["zeppelin"], [])


def test_question_of_unknown_words_finds_nothing():
    found = Texts("Dementie").find("zeppelin qwxyz")

    assert (found.total, found.keys, found.unknown) == (0, [], ["zeppelin", "qwxyz"])


def test_phrase_is_demanded_as_long_as_that_finds_anything():
    texts = Texts("Samen zingen in de tuin", "In de tuin samen", "Zingen")

    assert texts.titles('"samen zingen" tuin') == ["Samen zingen in de tuin"]
    assert texts.titles('"zingen samen" zingen') == ["Samen zingen in de tuin", "Zingen"]
    assert texts.find('"zingen samen" zingen').dropped == ["zingen samen"]


def test_filters_do_not_change_what_a_word_finds():
    texts = Texts(
        *(document(f"Muziek bij dementie {number}", facets={"soort": ["nieuws"]}) for number in range(9)),
        document("Muziek bij dementie 9", facets={"soort": ["pagina"]}),
        document("Dementie", facets={"soort": ["pagina"]}),
    )

    found = texts.find("dementie muziek", filters={"soort": ("pagina",)})

    assert (found.total, found.facets["soort"]) == (1, {"nieuws": 9, "pagina": 1})


def test_only_excluded_words_find_the_rest():
    texts = Texts("Muziek", "Dementie")

    assert texts.titles("-muziek") == ["Dementie"]
