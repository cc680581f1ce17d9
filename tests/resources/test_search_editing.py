"""Synonyms, compound parts and stem exceptions: what is refused, when they count, what they change."""

import pytest
from django.core.exceptions import ValidationError

from cms.choices import Role
from resources.models import CompoundPart, StemException, SynonymGroup
from resources.search import effects, lexicon
from resources.search.editing import EditorsWords
from tests.cms.editors import browser, somebody
from tests.resources.search_page import news

pytestmark = pytest.mark.usefixtures("site", "fresh_limits")


def group(*words, direction="both"):
    return SynonymGroup(words="\n".join(words), direction=direction)


def refusal(rule):
    with pytest.raises(ValidationError) as refused:
        rule.full_clean()
    return refused.value.message_dict


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["klomp"], "Geef minstens twee woorden, elk op een eigen regel."),
        (["klomp", "van de"], "Op “van de” kun je niet zoeken: er staat geen woord in dat iets zegt."),
        (["klomp", "!!"], "Op “!!” kun je niet zoeken: er staat geen woord in dat iets zegt."),
        (
            ["klomp", "een twee drie vier vijf"],
            "“een twee drie vier vijf” is te lang: gebruik hooguit 4 woorden.",
        ),
        (["Klomp", "schoen", "klómp"], "“klómp” staat er twee keer."),
        (["klomp", "houten klomp"], "In “houten klomp” zit “klomp”: wie “klomp” typt, vindt het al."),
        (["houten klomp", "klomp"], "In “houten klomp” zit “klomp”: wie “klomp” typt, vindt het al."),
    ],
)
def test_synonyms_that_cannot_work_are_refused(words, message):
    assert refusal(group(*words)) == {"words": [message]}


def test_word_has_synonyms_in_one_group_only():
    group("klomp", "muil").save()

    message = "“klómp” heeft al synoniemen: klomp = muil. Zet je woorden daarbij."
    assert refusal(group("klómp", "sandaal")) == {"words": [message]}
    group("schoeisel", "klomp", direction="one").full_clean()  # here "klomp" finds nothing more


def test_synonyms_do_not_stand_in_their_own_way():
    kept = group("klomp", "muil")
    kept.save()

    kept.words = "klomp\nmuil\nsandaal"
    kept.full_clean()

    assert kept.phrases == ["klomp", "muil", "sandaal"]


@pytest.mark.parametrize(
    ("rule", "messages"),
    [
        (CompoundPart(part="twee woorden"), {"part": ["Geef één woord, zonder spaties of streepjes."]}),
        (CompoundPart(part="van"), {"part": ["Naar “van” wordt nooit gezocht."]}),
        (CompoundPart(part="x"), {"part": ["Een deel heeft minstens twee letters."]}),
        (StemException(word="de", base="klomp"), {"word": ["Naar “de” wordt nooit gezocht."]}),
    ],
)
def test_parts_and_stems_that_cannot_work_are_refused(rule, messages):
    assert refusal(rule) == messages


def test_parts_and_stems_are_kept_folded():
    part, stem = CompoundPart(part="Theeën"), StemException(word="Kraampjes", base="Kraam")

    part.full_clean()
    stem.full_clean()

    assert (part.part, stem.word, stem.base) == ("theeen", "kraampjes", "kraam")


def test_stem_exception_does_not_lead_to_another():
    StemException.objects.create(word="kraampjes", base="kraam")

    assert refusal(StemException(word="kraampjesdag", base="kraampjes")) == {
        "base": ["“kraampjes” hoort zelf bij een ander woord. Kies dat woord."]
    }


def test_version_of_the_words_changes_with_every_change(django_assert_num_queries):
    source, seen = EditorsWords(), []

    def note():
        with django_assert_num_queries(1):
            seen.append(source.version())

    note()
    one = group("klomp", "muil")
    one.save()
    note()
    one.words = "klomp\nsandaal"
    one.save()
    note()
    CompoundPart.objects.create(part="klomp")
    note()
    one.delete()
    note()

    assert (seen[0], len(set(seen))) == (0, 5)


def test_words_of_editors_become_the_lexicon():
    group("klomp", "muil").save()
    group("schoeisel", "sandaal", direction="one").save()
    CompoundPart.objects.create(part="klomp")
    StemException.objects.create(word="kraampjes", base="kraam")

    read = EditorsWords().read()

    assert [(one.words, one.one_way) for one in read.synonyms] == [
        (("klomp", "muil"), False),
        (("schoeisel", "sandaal"), True),
    ]
    assert (read.parts, read.stems) == (("klomp",), (("kraampjes", "kraam"),))
    assert read.version == EditorsWords().version()


def test_synonym_counts_at_the_next_search(search):
    page = news("Een dag op klompen")
    assert search("muil").paths == []

    group("klomp", "muil").save()

    assert search("muil").paths == [page.url]
    assert search("klomp").paths == [page.url]


def test_synonym_in_one_direction_is_not_found_the_other_way(search):
    wide, narrow = news("Nieuw schoeisel"), news("Een dag op klompen")
    group("schoeisel", "klomp", direction="one").save()

    assert set(search("schoeisel").paths) == {wide.url, narrow.url}
    assert search("klomp").paths == [narrow.url]


def test_part_has_the_documents_written_anew(search, django_capture_on_commit_callbacks):
    page = news("Een klompendansfeest")
    assert search("klomp", letterlijk="1").paths == []

    with django_capture_on_commit_callbacks(execute=True):
        CompoundPart.objects.create(part="klompen")
        CompoundPart.objects.create(part="dansfeest")

    assert search("dansfeest", letterlijk="1").paths == [page.url]


def test_effect_of_a_synonym_names_the_searches_that_find_more():
    news("Een dag op klompen")
    news("Klompen van hout")

    effect = effects.work_out(group("klomp", "muil"))

    assert effect.number == 2
    assert [(one.query, one.before, one.after) for one in effect.searches] == [("muil", 0, 2)]
    assert set(effect.searches[0].examples) == {"Een dag op klompen", "Klompen van hout"}
    assert effects.in_words(effect) == "Dit verandert 2 resultaten."
    assert lexicon.renew().synonyms == ()


def test_effect_of_a_saved_synonym_is_seen_against_a_search_without_it():
    news("Een dag op klompen")
    kept = group("klomp", "muil")
    kept.save()

    assert effects.work_out(kept).number == 1


def test_effect_of_a_part_names_the_words_and_the_documents():
    news("Een zwibbelknoeper")
    news("Een dans op straat")

    effect = effects.work_out(CompoundPart(part="knoeper"))

    assert (effect.number, effect.titles) == (1, ("Een zwibbelknoeper",))
    assert effect.words == (("zwibbelknoeper", "zwibbel + knoeper"),)
    assert effects.in_words(effect) == "Dit verandert hoe 1 onderdeel wordt gevonden."


def test_effect_of_what_is_nowhere_is_nothing():
    news("Een dag op klompen")

    assert effects.in_words(effects.work_out(group("vliegtuig", "helikopter"))) == (
        "Dit verandert niets aan wat er nu op de site staat."
    )


def saved(path, **fields):
    """What the screen says after a moderator saved the form at ``path``."""
    answer = browser(somebody(Role.MODERATOR)).post(path, fields, follow=True)
    return [str(message).strip() for message in answer.context["messages"]]


def test_saving_says_what_changed(search):
    page = news("Een dag op klompen")

    told = saved("/cms/snippets/resources/synonymgroup/add/", words="klomp\nmuil", direction="both")

    assert "Dit verandert 1 resultaat." in told
    assert not any("leest nu al haar teksten" in one for one in told)
    assert search("muil").paths == [page.url]


def test_saving_a_part_says_that_the_texts_are_read_again(django_capture_on_commit_callbacks):
    news("Een zwibbelknoeper")

    with django_capture_on_commit_callbacks(execute=True):
        told = saved("/cms/snippets/resources/compoundpart/add/", part="Knoeper")

    assert "Dit verandert hoe 1 onderdeel wordt gevonden." in told
    assert any("leest nu al haar teksten" in one for one in told)
    assert [one.part for one in CompoundPart.objects.all()] == ["knoeper"]


def test_preview_shows_the_effect_before_anything_is_saved():
    news("Een dag op klompen")
    client = browser(somebody(Role.MODERATOR))
    fields = {"words": "klomp\nmuil", "direction": "both"}
    address = "/cms/snippets/resources/synonymgroup/preview/"

    assert client.post(address, fields).json() == {"is_valid": True, "is_available": True}
    html = client.get(address).content.decode()

    assert "Dit verandert 1 resultaat." in html
    assert "“muil”: 0 → 1" in html
    assert SynonymGroup.objects.count() == 0
