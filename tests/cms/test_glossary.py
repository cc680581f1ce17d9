"""Terms explained in place: which words are marked up, where, and what it costs."""

import re
import time

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import mark_safe
from wagtail.models import PageViewRestriction

from cms.glossary import explained
from cms.models import GlossaryTerm
from cms.visit import Visit, visiting
from tests.factories import GlossaryTermFactory, NewsPageFactory, TextPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(site):
    """Show the texts of one page in a visit of its own, and return the marked words of each."""

    def show(*texts):
        with visiting(Visit("testserver", 80)):
            return [words(explained(mark_safe(text))) for text in texts]

    return show


def words(html):
    return [button.get_text() for button in BeautifulSoup(html, "html.parser").select("button.term__word")]


def test_first_of_each_term_on_a_page_is_marked(read):
    GlossaryTermFactory(term="BBL")
    GlossaryTermFactory(term="ROC")

    assert read("<p>BBL en BBL</p>", "<p>Weer BBL, bij het ROC.</p>") == [["BBL"], ["ROC"]]


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("BBL", "Zij doet BBL.", ["BBL"]),
        ("BBL", "De (BBL) en meer", ["BBL"]),
        ("BBL", "bbl is iets anders geschreven", []),
        ("BBL", "Een BBL-klas, een ABBL en BBLers", []),
        ("mantelzorger", "Mantelzorger zijn is werk.", ["Mantelzorger"]),
        ("mantelzorger", "een MANTELZORGER", ["MANTELZORGER"]),
        ("mantelzorger", "de mantelzorgers", []),
        ("mbo", "een mbo'er en een mbo’er", []),
        ("lerend netwerk", "een lerend\n netwerk", ["lerend\n netwerk"]),
        ("R&D", "Onze R&amp;D groeit", ["R&D"]),
        ("amp", "Zorg &amp; welzijn", []),
        ("foto's", "de foto’s van toen", ["foto’s"]),
        ("één", "Met één begin je", ["één"]),
        ("mbo", "Mail info@mbo.example.org of mbo@example.org", []),
        ("mbo", "Kijk op https://example.org/mbo/ en op mbo.example.org", []),
        ("mbo", "Op www.mbo.nl/over, example.org/?zoek=mbo en example.org/mbo.", []),
        ("mbo", "Volg #mbo of @mbo", []),
        ("mbo", "Ga naar het mbo. Daarna het werk", ["mbo"]),
        ("mbo", "Naar het (‘mbo’)?! Ja", ["mbo"]),
        ("mbo", "Een rij: ((((((mbo))))))", ["mbo"]),
    ],
)
def test_whole_words_in_the_case_of_the_term(read, term, text, found):
    GlossaryTermFactory(term=term)

    assert read(f"<p>{text}</p>") == [found]


def test_other_forms_open_the_same_explanation(read):
    GlossaryTermFactory(term="werkbegeleider", other_forms="werkbegeleiders\nbegeleider op de werkvloer")

    assert read("<p>Twee werkbegeleiders en een werkbegeleider.</p>") == [["werkbegeleiders"]]
    assert read("<p>Begeleider op de werkvloer</p>") == [["Begeleider op de werkvloer"]]


def test_longest_form_wins(read):
    GlossaryTermFactory(term="netwerk")
    GlossaryTermFactory(term="lerend netwerk")

    assert read("<p>Een lerend netwerk is een netwerk.</p>") == [["lerend netwerk", "netwerk"]]


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="/x/">BBL</a></p>',
        '<p><a href="/x/"><b>de</b> <i>BBL</i></a></p>',
        "<h2>BBL</h2>",
        "<h3>Wat is <i>BBL</i>?</h3>",
        "<p><button type=button>BBL</button></p>",
        "<details><summary>BBL</summary></details>",
        "<table><tr><th>BBL</th></tr></table>",
        "<figure><figcaption>BBL</figcaption></figure>",
        "<p><cite>BBL</cite> <code>BBL</code></p>",
        '<p><img alt="over BBL > ROC" src="/m/BBL.png"></p>',
    ],
)
def test_no_term_in_links_headings_buttons_and_citations(read, html):
    GlossaryTermFactory(term="BBL")

    assert read(html, "<p>De BBL</p>") == [[], ["BBL"]]


def test_text_is_the_same_and_explanations_follow_it(site):
    GlossaryTermFactory(term="BBL", explanation="Werken én leren <samen>.")
    html = '<p>Kies <b>BBL</b>, of (BBL). <a href="/a/">Zo</a> &amp; meer</p>'

    with visiting(Visit("testserver", 80)):
        marked = BeautifulSoup(explained(mark_safe(html)), "html.parser")

    note = marked.select_one("#begrip-bbl").extract()
    assert str(marked.p.get_text()) == BeautifulSoup(html, "html.parser").get_text()
    assert note.select_one("#begrip-bbl-uitleg").get_text() == "Werken én leren <samen>."
    assert marked.select_one("button")["popovertarget"] == note["id"]


def test_plain_text_stays_escaped(site):
    GlossaryTermFactory(term="BBL")

    with visiting(Visit("testserver", 80)):
        assert explained("<script>BBL</script>").startswith("&lt;script&gt;<span")


def test_outside_a_visit_nothing_is_marked(site):
    GlossaryTermFactory(term="BBL")

    assert explained("BBL") == "BBL"


@pytest.mark.parametrize("form", ["(VO)docent", "+MBO", "?Wat", "^x", "[a]", "&co", "'s Zondags"])
def test_form_that_begins_with_a_sign_takes_no_page_down(site, client, form):
    GlossaryTermFactory(term="school", other_forms=form)
    TextPageFactory(slug="tekst", body=[("text", f"<p>Over school en {escape(form)}.</p>")])

    page = client.get("/tekst/").content.decode()

    assert words(page) == ["school"]


def test_no_terms_leaves_text_as_it_is(read):
    assert read("<p>BBL</p>") == [[]]


def test_note_links_to_a_public_page_only(site):
    page = NewsPageFactory(title="Alles over BBL", slug="over-bbl")
    GlossaryTermFactory(term="BBL", page=page)

    def link():
        with visiting(Visit("testserver", 80)):
            return BeautifulSoup(explained("BBL"), "html.parser").select_one(".term-note a")["href"]

    public = link()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    private = link()
    PageViewRestriction.objects.all().delete()
    type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now())
    expired = link()

    assert (public, private, expired) == ("/nieuws/over-bbl/", "/begrippen/#bbl", "/begrippen/#bbl")


@pytest.mark.parametrize("number", [0, 1, 40])
def test_terms_cost_no_query(site, client, django_assert_num_queries, number):
    for place in range(number):
        GlossaryTermFactory(term=f"woord{place}")
    text = " ".join(f"<p>Over woord{place} hier.</p>" for place in range(number)) or "<p>Tekst</p>"
    TextPageFactory(slug="tekst", body=[("text", text)])
    client.get("/tekst/")

    with django_assert_num_queries(4):
        answer = client.get("/tekst/")

    assert len(words(answer.content.decode())) == number


def test_marking_up_a_long_page_takes_less_than_a_millisecond(site):
    for place in range(30):
        GlossaryTermFactory(term=f"begrip{place}", other_forms=f"begrippen{place}\nander woord{place}")
    paragraph = "<p>" + "Je kijkt een dag mee bij een ander huis en praat er samen over. " * 8 + "</p>"
    texts = [mark_safe(paragraph * 2)] * 8 + [
        mark_safe("<p>Dit is begrip1, begrip2 en begrip3.</p>")
    ]  # over 8 kB

    def once():
        with visiting(Visit("testserver", 80)) as visit:
            explained("<p>Eerst</p>")  # fetches the terms, as the page does with all else
            begin = time.process_time()
            marked = [words for text in texts if "<button" in (words := explained(text))]
            assert visit.glossary and len(marked) == 1
            return time.process_time() - begin

    once()

    assert min(once() for _time in range(20)) < 0.001


def test_long_row_of_brackets_takes_no_time(read):
    GlossaryTermFactory(term="BBL")
    begin = time.process_time()

    assert read(f"<p>{'(' * 20_000} {'(' * 20_000}BBL{')' * 20_000}</p>") == [["BBL"]]
    assert time.process_time() - begin < 1


# --- Searching ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("query", "shown"),
    [("bbl", True), ("beroepsbegeleidende leerweg", True), ("bbl student", False), ("", False)],
)
def test_search_for_a_term_explains_it(site, client, query, shown):
    GlossaryTermFactory(term="BBL", other_forms="beroepsbegeleidende leerweg", explanation="Werken en leren.")

    page = client.get("/zoeken/", {"q": query}).content.decode()

    assert ("Werken en leren." in page) is shown


# --- The record ---------------------------------------------------------------------------------------------
def test_term_gets_its_anchor_from_the_term(site):
    term = GlossaryTerm(term="Onderzoekende houding", explanation="Uitleg.")
    term.full_clean()

    assert (term.slug, term.get_absolute_url()) == (
        "onderzoekende-houding",
        "/begrippen/#onderzoekende-houding",
    )


def test_saving_a_term_changes_nothing_in_it(site):
    GlossaryTermFactory(term="Mbo", slug="school")

    assert GlossaryTerm.objects.values_list("term", "slug").get() == ("Mbo", "school")


@pytest.mark.parametrize(
    ("term", "other_forms", "field"),
    [
        ("BBL", "", "term"),
        ("bbl", "", "term"),
        ("leerweg", "BBL-student", "other_forms"),
        ("B.B.L", "", "term"),
        ("!?", "", "term"),
        ("(VO)docent", "", "term"),
        ("+MBO", "", "term"),
        ("?Wat", "", "term"),
        ("^x", "", "term"),
        ("[a]", "", "term"),
        ("mbo", "[a]\nmbo-student", "other_forms"),
        ("mbo", "_mbo", "other_forms"),
    ],
)
def test_form_begins_with_a_letter_or_digit_and_belongs_to_one_term(site, term, other_forms, field):
    GlossaryTermFactory(term="BBL", other_forms="BBL-student")
    with pytest.raises(ValidationError) as refused:
        GlossaryTerm(term=term, other_forms=other_forms, explanation="Uitleg.").full_clean()

    assert set(refused.value.message_dict) >= {field}
    assert GlossaryTerm.objects.count() == 1


def test_forms_are_trimmed_and_each_stands_once():
    term = GlossaryTerm(term="mbo", other_forms=" mbo \n\n middelbaar   beroepsonderwijs\r\nmbo")

    assert term.forms == ["mbo", "middelbaar beroepsonderwijs"]


def test_preview_shows_the_term_in_a_text_and_in_the_list(site):
    term = GlossaryTerm(term="BBL", explanation="Nog niet bewaard.")

    page = term.make_preview_request().content.decode()

    assert words(page) == ["BBL"]
    assert re.findall(r"Nog niet bewaard\.", page) == ["Nog niet bewaard."] * 2


def test_list_of_terms_in_a_component():
    found = render_to_string("components/glossary.html", {"terms": [GlossaryTerm(term="A", slug="a")]})

    assert '<div class="glossary__entry" id="a">' in found
