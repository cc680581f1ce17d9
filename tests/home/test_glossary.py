import pytest

from cms.models import GlossaryTerm
from home.demo.load import load_glossary
from tests.factories import GlossaryTermFactory, NewsPageFactory


@pytest.mark.parametrize("number", [1, 30])
def test_glossary_costs_two_queries_and_runs_from_a_to_z(site, client, django_assert_num_queries, number):
    for place in reversed(range(number)):
        GlossaryTermFactory(term=f"begrip {place:02}")
    GlossaryTermFactory(term="Zorg")
    GlossaryTermFactory(term="afdeling", page=NewsPageFactory(title="De afdeling", slug="afdeling"))
    client.get("/begrippen/")

    with django_assert_num_queries(2):
        answer = client.get("/begrippen/")

    terms = [term.term for term in answer.context["terms"]]
    assert terms == ["afdeling", *(f"begrip {place:02}" for place in range(number)), "Zorg"]
    assert '<a href="/nieuws/afdeling/">Lees meer: De afdeling</a>' in answer.content.decode()


def test_glossary_without_terms_says_so(site, client):
    assert "Nog geen begrippen" in client.get("/begrippen/").content.decode()


def test_glossary_stands_in_the_sitemap(site, client):
    assert "/begrippen/</loc>" in client.get("/sitemap.xml").content.decode()


def test_terms_of_the_demonstration_are_as_editors_may_make_them(site):
    load_glossary(site)

    for term in GlossaryTerm.objects.all():
        term.full_clean()
        assert term.slug


@pytest.mark.parametrize(
    "words", ["verzorgende-IG", "medewerker maatschappelijke zorg", "onderzoekend leren", "koploper"]
)
def test_word_opens_an_explanation_of_its_own(site, client, words):
    load_glossary(site)

    [found] = client.get("/zoeken/", {"q": words}).context["terms"]

    assert found.term == words
