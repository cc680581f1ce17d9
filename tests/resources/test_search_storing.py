"""What is kept beside the search documents: versions, tombstones, facets as letters, the vocabulary."""

import json
import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from resources.models import NewsPage, SearchCounter, SearchDocument, SearchFacet, SearchTerm, SearchWord
from resources.models.search import mark_of
from resources.search import documents, full_text, storing, vocabulary
from resources.search.analysis import ANALYSIS_VERSION
from tests import databases
from tests.factories import NewsPageFactory, OrganisationFactory, TextPageFactory, ThemeFactory

pytestmark = pytest.mark.usefixtures("site")
PROCESS = "import json; from tests.search_writers import follow, write; print(json.dumps({}))"
SERVER = "http://127.0.0.1:9"  # nobody listens there


def document_of(page) -> SearchDocument:
    return SearchDocument.objects.get(kind="news", object_pk=page.pk)


def last_version() -> int:
    return SearchCounter.objects.get(pk=1).version


def test_each_change_gets_the_next_version_and_nothing_else_does():
    page = NewsPageFactory(title="Iets geels")
    first = document_of(page)
    assert first.version == last_version()

    documents.refresh(NewsPage, [page.pk])
    assert (document_of(page).version, last_version()) == (first.version, first.version)

    page.title = "Iets groens"
    page.save_revision().publish()
    assert document_of(page).version == last_version() == first.version + 1
    assert document_of(page).pk == first.pk


def test_deleted_page_leaves_nothing_without_a_search_server():
    page = NewsPageFactory(title="Iets geels")
    kept = vocabulary.number_of_documents()

    page.delete()

    assert not SearchDocument.objects.filter(kind="news").exists()
    assert vocabulary.number_of_documents() == kept - 1
    assert documents.breaches() == []


def test_unpublished_page_leaves_a_tombstone_for_a_search_server(settings):
    settings.ELASTICSEARCH_URL = SERVER
    page = NewsPageFactory(title="Iets kanariegeels", themes=[ThemeFactory()])
    before = document_of(page)

    page.unpublish()

    gone = document_of(page)
    assert (gone.pk, gone.is_deleted, gone.version) == (before.pk, True, last_version())
    assert gone.version > before.version
    texts = ("title", "path", "summary", "text", "title_words", "words", "facet_marks")
    assert {getattr(gone, name) for name in (*texts, "title_terms", "label_terms", "all_terms")} == {""}
    assert (gone.facets, gone.dated_on) == ({}, None)
    assert not SearchDocument.objects.visible(timezone.now()).filter(pk=gone.pk).exists()
    assert documents.breaches() == []


def test_publication_after_a_deletion_revives_the_row(settings):
    settings.ELASTICSEARCH_URL = SERVER
    page = NewsPageFactory(title="Iets kanariegeels")
    page.unpublish()
    gone = document_of(page)

    page.save_revision().publish()

    back = document_of(page)
    assert (back.pk, back.is_deleted, back.title) == (gone.pk, False, "Iets kanariegeels")
    assert back.version == last_version() > gone.version
    assert documents.breaches() == []


def test_tombstone_stays_until_the_server_has_it_and_a_week_has_passed(settings):
    settings.ELASTICSEARCH_URL = SERVER
    page = NewsPageFactory()
    page.unpublish()
    gone, later = document_of(page), timezone.now() + timedelta(seconds=1)

    assert documents.clear_tombstones(before=later) == 0
    SearchDocument.objects.filter(pk=gone.pk).update(pushed_version=gone.version)
    assert documents.clear_tombstones(before=gone.changed_at) == 0
    assert documents.clear_tombstones(before=later) == 1


def test_tombstones_go_at_once_when_there_is_no_server_any_more(settings):
    settings.ELASTICSEARCH_URL = SERVER
    NewsPageFactory().unpublish()
    settings.ELASTICSEARCH_URL = ""

    assert documents.clear_tombstones(before=timezone.now() - timedelta(days=7)) == 1


def test_letters_say_the_same_as_the_facets():
    themes = [ThemeFactory(), ThemeFactory()]
    page = NewsPageFactory(themes=themes, organisations=[OrganisationFactory()])

    one = document_of(page)

    letters = {(each.name, each.value): each.mark for each in SearchFacet.objects.all()}
    values = [(name, value) for name, found in sorted(one.facets.items()) for value in found]
    assert len(values) == 6  # kind, two themes, organisation, its region, year
    assert one.facet_marks == "".join(letters[value] for value in values)


def test_letters_are_unlike_and_none_is_half_a_letter():
    letters = [mark_of(number) for number in range(70_000)]

    assert len(set(letters)) == 70_000
    assert "".join(letters).encode().decode() == "".join(letters)


def test_vocabulary_counts_documents_and_forgets_words_that_are_gone():
    one, other = NewsPageFactory(title="Kanariegeel"), NewsPageFactory(title="Kanariegeel en pimpelpaars")
    terms = ["kanariegel", "pimpelpar"]
    assert vocabulary.documents_with(terms) == {"kanariegel": 2, "pimpelpar": 1}
    assert vocabulary.nearest("pimpelpars") == "pimpelpaars"

    other.unpublish()

    assert vocabulary.documents_with(terms) == {"kanariegel": 1}
    assert vocabulary.nearest("pimpelpars") is None
    one.title = "Kanarieblauw"
    one.save_revision().publish()
    assert vocabulary.documents_with(terms) == {}
    assert list(vocabulary.differences()) == []


def known(**words: int) -> None:
    vocabulary.add(SearchWord, words)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("zorgg", "zorg"),  # five letters: one mistake
        ("zogr", None),  # four letters: none
        ("stgae", "stage"),
        ("sgtae", None),  # two mistakes need eight letters
        ("mantezlorger", "mantelzorger"),  # two letters swapped
        ("mnatelzorgre", "mantelzorger"),  # two swaps, one in each half
        ("xantelzorgex", "mantelzorger"),  # the first and the last letter
        ("mtezlorger", None),  # three mistakes
        ("mantelzorger", None),  # known
        ("mantelzrger", "mantelzorger"),
        ("mantezzorgar", "mantelzorger"),  # beside the middle and at the end
        ("antelzorgers", "mantelzorger"),
        ("m" * 41, None),
    ],
)
def test_nearest_word(typed, meant):
    known(zorg=2, stage=3, mantelzorger=2)

    assert vocabulary.nearest(typed) == meant


def test_nearest_word_of_equals_is_in_most_documents():
    known(kraanzorg=1, kraakzorg=4, kraatzorg=4)

    assert vocabulary.nearest("kraamzorg") == "kraakzorg"


def test_every_word_with_two_mistakes_is_found():
    known(verpleegkundige=1)
    letters = "verpleegkundige"
    swapped = [f"{letters[:at]}{letters[at + 1]}{letters[at]}{letters[at + 2 :]}" for at in range(14)]
    for one in (*swapped, *(letters[:at] + letters[at + 1 :] for at in range(15))):
        for at in range(len(one)):
            typed = one[:at] + "x" + one[at + 1 :]
            assert vocabulary.nearest(typed) == letters, typed


def test_compounds_of_a_word():
    known(intervisiegroep=1, intervisie=9, groepsintervisie=3, intervisieavond=3, visie=1)

    longer = ["groepsintervisie", "intervisieavond", "intervisiegroep"]
    assert vocabulary.compounds_with("intervisie") == longer
    assert vocabulary.compounds_with("vis") == []


def test_checks_name_what_is_wrong_and_update_puts_it_right():
    NewsPageFactory(title="Kanariegeel")
    assert documents.breaches() == []
    SearchTerm.objects.filter(term="kanariegel").update(documents=5)
    SearchWord.objects.filter(word="kanariegeel").delete()
    SearchCounter.objects.update(documents=1)
    SearchDocument.objects.filter(kind="news").update(facet_marks="?")
    news = SearchDocument.objects.get(kind="news")
    there = SearchDocument.objects.count()

    assert documents.breaches() == [
        f"out of date: {news}",
        f"the counter says 1 documents, there are {there}",
        "search term: 1 numbers are wrong, such as kanariegel",
        "search word: 1 numbers are wrong, such as kanariegeel",
    ]

    documents.refresh_all()
    assert documents.breaches() == []


@pytest.mark.sqlite
def test_index_of_sqlite_that_lost_a_trigger_is_named_and_made_anew():
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER search_inserted")
    NewsPageFactory(title="Kanariegeel")

    assert full_text.breaches() == [
        "the trigger search_inserted is missing",
        "resources_searchindex differs from the documents",
        "resources_searchtitles differs from the documents",
    ]

    full_text.rebuild()
    assert full_text.breaches() == ["the trigger search_inserted is missing"]


def test_documents_of_another_analysis_are_renewed():
    NewsPageFactory()
    assert documents.renew() is False
    SearchDocument.objects.filter(kind="news").update(analysis_version=ANALYSIS_VERSION - 1)

    assert documents.renew() is True
    assert documents.breaches() == []


def test_change_is_told_once_a_write():
    told = []

    def hear(sender, version, **kwargs):
        told.append(version)

    storing.documents_changed.connect(hear)
    try:
        page = NewsPageFactory(title="Iets geels")
        documents.refresh(NewsPage, [page.pk])
    finally:
        storing.documents_changed.disconnect(hear)

    assert told == [document_of(page).version]


def test_write_that_fails_leaves_nothing_behind():
    before, terms = last_version(), SearchTerm.objects.count()

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        NewsPageFactory(title="Kanariegeel")
        raise ZeroDivisionError

    assert (last_version(), SearchTerm.objects.count()) == (before, terms)


def test_long_chain_of_words_is_stored_without_its_joined_form():
    TextPageFactory(title="Kort", standfirst="-".join(["kanariegeel"] * 40)[:250])

    assert documents.breaches() == []


def test_writers_side_by_side_lose_no_version_and_no_count(tmp_path):
    """Three processes publish while a fourth follows by version, as a search server does."""
    with databases.own_copy(tmp_path) as database:
        environment = {
            **os.environ,
            "ZIN_ENV": "test",
            "DJANGO_SETTINGS_MODULE": "cms.settings.test",
            "DATABASE_URL": database,
        }
        command = [sys.executable, "manage.py", "shell", "--no-imports", "--command"]
        options = {"cwd": databases.ROOT, "env": environment, "text": True, "stdout": subprocess.PIPE}
        follower = subprocess.Popen([*command, PROCESS.format("follow(30)")], **options)
        writers = [
            subprocess.Popen([*command, PROCESS.format(f"write({one}, 10)")], **options) for one in range(3)
        ]
        try:
            wrote = [writer.communicate(timeout=240)[0] for writer in writers]
            printed = json.loads(follower.communicate(timeout=240)[0])
        finally:
            for process in (follower, *writers):
                process.kill()
                process.wait()

    assert [json.loads(one) for one in wrote] == [10, 10, 10]
    assert printed == {"seen": 30, "missed": [], "breaches": []}
