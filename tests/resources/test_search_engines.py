"""Every engine gives exactly the hits, order and numbers that the contract asks (engines/base.py).

The fixture ``engine`` names them all; a test that takes it runs on each.
"""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from resources.models import SearchDocument, SearchFacet, SearchTerm
from resources.search import judging, storing, vocabulary
from resources.search.engines import database_engine, engine_named
from resources.search.feeding import feed
from resources.search.finding import find
from resources.search.plan import SORTS, Alternative, Group, Plan
from resources.search.planning import resolve
from resources.search.query import parse
from tests.factories import NewsPageFactory, TextPageFactory
from tests.resources import other_site
from tests.resources.reference_engine import ReferenceEngine, filtered
from tests.search_bench.documents import HAS_CARD, Generator

pytestmark = [pytest.mark.usefixtures("site"), pytest.mark.database]

ENGINES = ["database", pytest.param("elasticsearch", marks=pytest.mark.xdist_group("search server"))]
FAR = 10_000_000  # keys of objects that are no pages
WORDS = 300


class FedServer:
    """The search server, with everything that is in the database at the moment of the question."""

    def find(self, plan, *, at):
        feed()
        return engine_named("elasticsearch").find(plan, at=at)


@pytest.fixture(params=ENGINES)
def engine(request):
    if request.param == "database":
        return database_engine()
    request.getfixturevalue("server_in_use")
    return FedServer()


@pytest.fixture
def library():
    """The documents of another site, and some made up by chance that have all facets; all public."""
    real = [one for one in other_site.documents() if one.kind != "page"]
    for number, one in enumerate(real):
        one.object_pk = FAR + number
    made_up = Generator(HAS_CARD, WORDS).documents(250, FAR * 2)
    with transaction.atomic():
        storing.store(storing.lock(), [*real, *made_up], [], at=timezone.now())


def word(*terms):
    return Group(terms[0], tuple(Alternative((term,), 1.0) for term in terms))


def judged_plans():
    """How the judged queries are read with the present vocabulary, narrow and wide."""
    queries = [*judging.read(), *judging.read(other_site.QUERIES)]
    for one in queries:
        asked = parse(one.query)
        yield from resolve(asked, vocabulary).plans(Plan(query=asked.query))


def made_up_plans():
    """One, two or three words of the made-up documents, with words that need not or must not be there."""
    for document in Generator(HAS_CARD, WORDS).documents(40, FAR * 2):
        one, two, three = document.all_terms.split()[::40][:3]
        said = " ".join(document.words.split()[3:5])
        phrase = Group(said, (Alternative((), 1.0),), said)
        yield from (
            Plan(groups=(word(one),)),
            Plan(groups=(word(one, two),), excluded=(word(three),)),
            Plan(groups=(word(one), word(two)), optional=(word(three),)),
            Plan(groups=(phrase,), optional=(word(one),)),
            Plan(groups=(word(two),), optional=(phrase,), excluded=(word("geenenkelwoord"),)),
            Plan(excluded=(word(one), phrase)),
        )


def facet_values():
    found = {}
    for one in SearchFacet.objects.order_by("number"):
        found.setdefault(one.name, []).append(one.value)
    return found


def assert_all_equal(engine, plans):
    at, reference = timezone.now(), ReferenceEngine(SearchDocument.objects.visible(timezone.now()))

    wrong = [plan for plan in plans if engine.find(plan, at=at) != reference.find(plan, at=at)]

    assert wrong == []


def test_judged_queries_give_what_the_contract_says(engine, library):
    plans = list(judged_plans())

    assert sum(engine.find(plan, at=timezone.now()).total > 0 for plan in plans) > len(plans) / 2
    assert_all_equal(engine, plans)


def test_200_random_filters_give_what_the_contract_says(engine, library):
    plans = filtered([*judged_plans(), *made_up_plans()], facet_values())

    assert len(plans) == 200
    assert_all_equal(engine, plans)


def test_words_that_need_not_or_must_not_be_there_and_phrases(engine, library):
    assert_all_equal(engine, made_up_plans())


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("first", [0, 190, 195, 200, 240])
def test_pages_beyond_those_that_are_ordered_anew(engine, library, sort, first):
    common = SearchTerm.objects.order_by("-documents", "term").first()
    assert common.documents > 240
    plans = [Plan(sort=sort, first=first), Plan(groups=(word(common.term),), sort=sort, first=first)]

    assert_all_equal(engine, plans)


def test_group_that_can_be_found_in_no_way_finds_nothing(engine, library):
    found = engine.find(Plan(groups=(Group("niets"),)), at=timezone.now())

    assert (found.keys, found.total, set(map(len, found.facets.values()))) == ((), 0, {0})


def test_filter_with_an_unknown_value_finds_nothing_and_counts_the_others(engine, library):
    found = engine.find(Plan(filters={"thema": ("bestaat-niet",)}), at=timezone.now())

    assert (found.keys, found.total) == ((), 0)
    assert sorted(found.facets["thema"]) == sorted(f"thema-{number}" for number in range(8))
    assert found.facets["regio"] == {}


def test_facet_has_more_than_ten_values(engine, library):
    found = engine.find(Plan(), at=timezone.now()).facets["organisatie"]

    assert len(found) == SearchFacet.objects.filter(name="organisatie").count() > 10


def private_word():
    """A text page below a section, and a news page, both with a word that nothing else has."""
    TextPageFactory(title="Iets kanariegeel", slug="geel")
    NewsPageFactory(title="Ook kanariegeel", slug="ook-geel")
    return Plan(groups=(word("kanariegel"),))


def numbers(engine, plan, at=None):
    found = engine.find(plan, at=at or timezone.now())
    return found.total, len(found.keys), found.facets["soort"]


def test_what_is_not_public_is_never_counted(engine):
    plan = private_word()
    assert numbers(engine, plan) == (2, 2, {"pagina": 1, "nieuws": 1})

    # Around the rules that keep documents equal, as a crash between two statements would leave it.
    Page.objects.filter(slug="geel").update(live=False)

    assert numbers(engine, plan) == (1, 1, {"nieuws": 1})


def test_page_behind_a_password_is_never_counted(engine):
    plan = private_word()

    for slug in ("geel", "ook-geel"):
        PageViewRestriction.objects.create(
            page=Page.objects.get(slug=slug), restriction_type=PageViewRestriction.PASSWORD, password="geheim"
        )

    assert numbers(engine, plan) == (0, 0, {})
    assert vocabulary.documents_with(["kanariegel"]) == {}
    assert vocabulary.nearest("kanariegeell") is None


def test_page_whose_time_has_run_out_is_not_counted_from_that_moment(engine):
    plan, now = private_word(), timezone.now()
    for document in SearchDocument.objects.filter(kind="news", title="Ook kanariegeel"):
        document.visible_until = now + timedelta(hours=1)
        with transaction.atomic():
            storing.store(storing.lock(), [document], SearchDocument.objects.filter(pk=document.pk), at=now)

    assert numbers(engine, plan, now + timedelta(minutes=59)) == (2, 2, {"pagina": 1, "nieuws": 1})
    assert numbers(engine, plan, now + timedelta(hours=1)) == (1, 1, {"pagina": 1})


def test_tombstone_is_found_in_no_way(engine, settings):
    # A server is configured, which only its own engine asks.
    settings.ELASTICSEARCH_URL = settings.ELASTICSEARCH_URL or "http://127.0.0.1:9"
    plan = private_word()

    Page.objects.get(slug="ook-geel").specific.unpublish()

    assert SearchDocument.objects.filter(is_deleted=True).count() == 1
    assert numbers(engine, plan) == (1, 1, {"pagina": 1})
    total = engine.find(Plan(), at=timezone.now()).total
    assert (
        total == SearchDocument.objects.filter(is_deleted=False).count() == vocabulary.number_of_documents()
    )


@pytest.mark.parametrize("plan", [Plan(), Plan(groups=(word("kanariegel"),))], ids=["all", "word"])
def test_database_answers_in_three_statements_and_writes_nothing(django_assert_num_queries, plan):
    private_word()

    with django_assert_num_queries(3) as captured:
        database_engine().find(plan, at=timezone.now())

    assert {one["sql"].split()[0] for one in captured} <= {"SELECT", "WITH"}


def test_finding_reads_the_hits_once(library, django_assert_num_queries):
    NewsPageFactory(title="Iets kanariegeel")

    # The version of the editors' words, two for the vocabulary, three of the engine, the hits.
    with django_assert_num_queries(7):
        found = find("kanariegeel", at=timezone.now())

    assert found.total == 1
