"""What a typed query becomes before the index is asked: groups of alternatives."""

import pytest

from resources.search import lexicon
from resources.search.lexicon import Lexicon, Synonyms
from resources.search.plan import Alternative, Group
from resources.search.query import parse


def ways(group: Group) -> dict[str, float]:
    """The alternatives of a group with their weights."""
    return {" ".join(one.terms): one.weight for one in group.alternatives}


def test_word_is_found_whole_or_in_a_compound():
    [group] = parse("Zeppelins").groups

    assert group == Group("Zeppelins", (Alternative(("zeppelin",), 1.0), Alternative(("zeppelin0",), 0.6)))


def test_compound_is_found_by_its_parts_together():
    [group] = parse("kraambezoeken", literal=True).groups

    assert ways(group) == {"kraambezoek": 1.0, "kraambezoek0": 0.6, "kram0 bezoek0": 0.6}


def test_hyphen_and_apostrophe_join_and_split():
    dashed, short = parse("mbo-zin bbl'er", literal=True).groups

    assert ways(dashed) == {"mbozin": 1.0, "mbo zin": 1.0, "mbozin0": 0.6}
    assert ways(short) == {"bbler": 1.0, "bbl": 1.0, "bbler0": 0.6}


def test_stop_words_and_lone_letters_say_nothing():
    assert [group.text for group in parse("hoe organiseer ik een stage x").groups] == ["organiseer", "stage"]


def test_query_of_stop_words_is_a_phrase():
    assert parse("Van wie").groups == (Group("Van wie", (Alternative((), 1.0),), "van wie"),)


def test_quoted_words_are_a_phrase_and_a_minus_excludes():
    asked = parse('"de werkplek" -muziek -"samen zingen"')

    assert asked.groups == (Group("de werkplek", (Alternative(("werkplek",), 1.0),), "de werkplek"),)
    assert [(group.text, group.phrase) for group in asked.excluded] == [
        ("muziek", ""),
        ("samen zingen", "samen zingen"),
    ]


def test_excluded_word_takes_no_compounds_and_no_synonyms_away():
    [group] = parse("stage -film").excluded

    assert ways(group) == {"film": 1.0}


def test_query_is_cut_to_200_characters_and_twelve_words():
    asked = parse(" ".join(f"woord{number}" for number in range(100)))

    assert len(asked.query) <= 200
    assert [group.text for group in asked.groups] == [f"woord{number}" for number in range(12)]


def test_word_that_is_typed_twice_counts_once():
    assert [group.text for group in parse("stages Stage STAGE").groups] == ["stages"]


def test_synonyms_of_editors_lead_both_ways_or_one_way():
    both = Synonyms(("zeppelin", "luchtschip"))
    narrow = Synonyms(("vliegtuig", "zeppelin"), weight=0.5, one_way=True)

    with lexicon.using(Lexicon(synonyms=(both, narrow))):
        found = {word: ways(parse(word).groups[0]) for word in ("luchtschip", "zeppelin", "vliegtuig")}

    assert found["luchtschip"]["zeppelin"] == 0.8
    assert found["zeppelin"]["luchtschip"] == 0.8
    assert found["vliegtuig"]["zeppelin"] == 0.5
    assert "vliegtuig" not in found["zeppelin"]


def test_synonym_of_several_words_is_one_alternative_of_each():
    synonym = Synonyms(("zeppelin", "grote ballon"))

    with lexicon.using(Lexicon(synonyms=(synonym,))):
        whole, first, second = *parse("zeppelin").groups, *parse("grote ballon").groups

    assert ways(whole)["grot ballon"] == 0.8
    assert (ways(first)["zeppelin"], ways(second)["zeppelin"]) == (0.8, 0.8)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("filmpje", "animatie"),
        ("gids", "handreiking"),
        ("leraar", "docent"),
        ("bejaarden", "ouderen"),
        ("praktijkbegeleider", "werkbegeleider"),
        ("certificaat", "bewijs van deelname"),
        ("verwanten", "mantelzorger"),
        ("mbo", "middelbaar beroepsonderwijs"),
    ],
)
def test_built_in_synonyms(asked, meant):
    wanted = [
        " ".join(one.terms) for one in parse(f'"{meant}"' if " " in meant else meant).groups[0].alternatives
    ]

    assert wanted[0] in ways(parse(asked).groups[0])


def test_literal_query_has_no_synonyms():
    assert ways(parse("filmpje", literal=True).groups[0]) == {"film": 1.0, "film0": 0.6}
