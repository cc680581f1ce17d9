"""The order of hits, and why each stands where it stands."""

import pytest

from resources.models import SearchDocument
from resources.search.ranking import explain, score
from tests.resources.search_texts import AT, Texts, document, on

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture(autouse=True)
def no_documents(site):
    SearchDocument.objects.all().delete()


def test_title_counts_for_more_than_labels_and_those_for_more_than_text():
    texts = Texts(
        document("Een tekst", text="Iets over reflectie."),
        document("Een label", labels=["Reflectie"]),
        document("Reflectie en meer"),
        "Anders",
    )

    assert texts.titles("reflectie") == ["Reflectie en meer", "Een label", "Een tekst"]


def test_exact_title_comes_first():
    texts = Texts("Reflectie reflectie reflectie op het werk", "Reflecties", "Anders")

    assert texts.titles("reflectie")[0] == "Reflecties"


def test_rare_word_counts_for_more():
    texts = Texts(*(f"Tuin {number}" for number in range(9)), "Zeppelin", "Tuin", "Iets", "Niets")

    assert texts.titles("tuin zeppelin")[0] == "Zeppelin"


def test_word_itself_comes_before_a_synonym_and_a_part():
    texts = Texts("De gids", "De handreiking", "De vogelgids", "Anders", "Iets")

    assert texts.titles("handreiking") == ["De handreiking", "De gids", "De vogelgids"]


def test_long_text_gains_less_by_the_same_word():
    long_text = " ".join(f"woord{number}" for number in range(2000))
    texts = Texts(
        document("Lang", text=f"Zeppelin. {long_text}"), document("Kort", text="Zeppelin."), "Anders"
    )

    assert texts.titles("zeppelin") == ["Kort", "Lang"]


def test_past_training_comes_after_a_coming_one():
    texts = Texts(
        document("Tuinieren toen", kind="training", dated_on=on("2026-11-20")),
        document("Tuinieren straks", kind="training", dated_on=on("2026-12-20")),
        "Anders",
    )

    assert texts.titles("tuinieren") == ["Tuinieren straks", "Tuinieren toen"]


def test_fresh_news_comes_before_old_news_but_the_age_of_a_guide_says_nothing():
    fresh, old = on("2026-11-20"), on("2019-01-01")
    guides = [document("Tuin boek", kind="guide", dated_on=day) for day in (old, fresh)]
    news = [document("Tuin dag", dated_on=day) for day in (old, fresh)]
    texts = Texts(*guides, *news, "Anders")

    hits = texts.find("tuin").hits

    assert [(hit.candidate.kind, hit.candidate.dated_on) for hit in hits] == [
        ("news", fresh),
        ("news", old),
        ("guide", fresh),
        ("guide", old),
    ]
    assert hits[2].score == hits[3].score


def test_kind_that_the_question_asks_for_is_preferred():
    texts = Texts(document("Tuinieren", kind="theme"), document("Over tuinieren", kind="guide"), "Anders")

    assert texts.titles("tuinieren") == ["Tuinieren", "Over tuinieren"]
    assert texts.titles("hoe ga ik tuinieren")[0] == "Over tuinieren"


def test_equal_hits_stand_newest_first_then_by_kind_and_key():
    texts = Texts(
        document("Tuin", kind="page", text="iets"),
        document("Tuin", kind="guide"),
        document("Tuin", kind="guide", dated_on=on("2020-01-01")),
        document("Tuin", kind="guide"),
        "Anders",
    )

    assert [hit.candidate.object_pk for hit in texts.find("tuin").hits] == [3, 2, 4, 1]


def test_sorted_by_newest_the_score_says_nothing():
    texts = Texts(
        document("Tuin tuin", dated_on=on("2020-01-01")),
        document("Iets", text="Met een tuin.", dated_on=on("2024-01-01")),
    )

    assert texts.titles("tuin", sort="nieuwste") == ["Iets", "Tuin tuin"]


def test_explanation_names_words_and_places_and_adds_up_to_the_score():
    texts = Texts(document("Tuin en muziek", text="Nog eens de tuin.", dated_on=on("2026-11-01")), "Anders")
    found = texts.find("tuin muziek")
    [hit] = found.hits

    parts = explain(found.plan, found.reading, hit.candidate, AT.date())

    assert [(part.name, part.group) for part in parts] == [
        ("title", "tuin"),
        ("text", "tuin"),
        ("title", "muziek"),
        ("text", "muziek"),
        ("exact_title", ""),
        ("recent", ""),
    ]
    assert round(sum(part.points for part in parts), 6) == hit.score
    assert score(found.plan, found.reading, hit.candidate, AT.date()) == hit.score
