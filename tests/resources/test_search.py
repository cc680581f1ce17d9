"""/zoeken/: what is found, in which order, and what the page says."""

from datetime import date

import pytest

from tests.factories import (
    AnimationPageFactory,
    AudienceFactory,
    GuidePageFactory,
    InterviewPageFactory,
    OrganisationFactory,
    SiteDocumentFactory,
    SiteMediaFactory,
    TextPageFactory,
    ThemeFactory,
    TrainingEventFactory,
)
from tests.resources.search_page import news

pytestmark = pytest.mark.usefixtures("site", "fresh_limits")


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Een uitwisselingsstage bij de buren", "uitwisselingsstages"),
        ("Verslag van twee uitwisselingsstages", "uitwisselingsstage"),
        ("Verslag van twee uitwisselingsstages", "stage"),
        ("Een stage bij de buren", "uitwisselingsstages"),
        ("Intervisie met collega's", "intervisiegroep"),
        ("Werkbegeleiders aan zet", "WERKBEGELEIDER"),
        ("Onze cliënten vertellen", "client"),
        ("Wat is MBO-ZIN?", "mbozin"),
        ("Wat is MBO-ZIN?", "mbo zin"),
        ("Een dag bij 't Heem", "heem"),
        ("De BBL'er aan het woord", "bbl"),
        ("E-health op de werkplek", "ehealth"),
        ("Hoe organiseren we lessen?", "hoe organiseer ik een les"),
    ],
)
def test_search_finds_the_words_of_the_site(search, written, asked):
    page = news(written)

    assert search(asked, soort="nieuws").paths == [f"/nieuws/{page.slug}/"]


def test_search_for_another_word_finds_nothing(search):
    news("Begeleiding op de werkplek")

    found = search("beleid")

    assert (found.total, found.paths) == (0, [])


def test_search_shows_marks_and_escapes(search):
    page = news("Stages <b>& meer</b>", standfirst='Over "stages" & <script>alert(1)</script>')

    found = search("stage")

    assert found.engine == "database"
    assert found.hits == [("news", f"/nieuws/{page.slug}/")]
    assert "<mark>Stages</mark> &lt;b&gt;&amp; meer&lt;/b&gt;" in found.html
    assert "Over &quot;<mark>stages</mark>&quot; &amp; &lt;script&gt;alert(1)&lt;/script&gt;" in found.html


def test_search_escapes_the_query(search):
    found = search('"><script>alert(1)</script>')

    assert "<script>alert" not in found.html


def test_search_shows_the_piece_of_text_with_the_word(search):
    long_text = "<p>" + "Veel woorden vooraf. " * 60 + "Hier staat het dementiecafé vermeld.</p>"
    news("Een verslag", standfirst="Kort gezegd.", body=[("text", long_text)])

    found = search("dementiecafé")

    assert "<mark>dementiecafé</mark> vermeld." in found.html
    assert "Kort gezegd" not in found.html


def test_search_ranks_title_above_summary_above_body(search):
    body = news("Verslag van de dag", body=[("text", "<p>Over reflectie.</p>")])
    summary = news("Verslag van de avond", standfirst="Over reflectie")
    title = news("Reflectie op het werk")

    assert search("reflectie").paths == [f"/nieuws/{page.slug}/" for page in (title, summary, body)]


def test_search_needs_all_words_and_says_what_it_left_out(search):
    some = news("Dementie en beweging")
    both = news("Dementie en muziek")

    assert search("dementie muziek").paths == [f"/nieuws/{both.slug}/", f"/nieuws/{some.slug}/"]
    found = search("dementie muziek zeppelin")
    assert found.paths == [f"/nieuws/{both.slug}/", f"/nieuws/{some.slug}/"]
    assert found.dropped == "zeppelin"


def test_search_finds_phrases_and_leaves_excluded_words_out(search):
    exact = news("De werkplek is de leerplek")
    other = news("De leerplek is ook een werkplek")

    assert search('"werkplek is de leerplek"').paths == [f"/nieuws/{exact.slug}/"]
    assert search("leerplek -ook").paths == search("leerplek").paths  # a stop word excludes nothing
    assert search('leerplek -"de werkplek"').paths == [f"/nieuws/{other.slug}/"]
    assert search("-muziek werkplek").total == 2
    news("Muziek op de werkplek")
    assert search("-muziek werkplek").total == 2


def test_search_repairs_a_typing_mistake_and_offers_the_literal_word(search):
    page = news("Werkbegeleider van het jaar")

    found = search("werkbegelijder")

    assert found.paths == [f"/nieuws/{page.slug}/"]
    assert found.repaired == ["werkbegeleider"]
    assert "letterlijk=1" in found.html
    assert search("werkbegelijder", letterlijk="1").total == 0


def test_search_without_words_shows_everything_newest_first(search):
    old = news("Oud", published_on=date(2020, 1, 1))
    new = news("Nieuw", published_on=date(2024, 1, 1))

    found = search(soort="nieuws")

    assert found.paths == [f"/nieuws/{new.slug}/", f"/nieuws/{old.slug}/"]


def test_search_sorts_by_date_when_asked(search):
    old = news("Muziek muziek", published_on=date(2020, 1, 1))
    new = news("Een verslag", standfirst="met muziek", published_on=date(2024, 1, 1))

    assert search("muziek").paths == [f"/nieuws/{old.slug}/", f"/nieuws/{new.slug}/"]
    assert search("muziek", sorteer="nieuwste").paths == [f"/nieuws/{new.slug}/", f"/nieuws/{old.slug}/"]
    assert search("muziek", sorteer="onzin").paths == [f"/nieuws/{old.slug}/", f"/nieuws/{new.slug}/"]


def test_search_finds_every_kind(search):
    film = SiteMediaFactory(transcript="In deze film gaat het over klaprozen.")
    file = SiteDocumentFactory()
    type(file).objects.filter(pk=file.pk).update(extracted_text="In dit document gaat het over klaprozen.")
    file.refresh_from_db()
    host = OrganisationFactory(name="Huis De Klaproos", slug="klaproos")
    made = {
        ("news", f"/nieuws/{news('Klaprozen').slug}/"),
        ("interview", f"/interviews/{InterviewPageFactory(title='Een klaproos').slug}/"),
        ("animation", f"/animaties/{AnimationPageFactory(title='Film', video=film).slug}/"),
        ("guide", f"/handreikingen/{GuidePageFactory(title='Gids', document=file).slug}/"),
        ("page", f"/{TextPageFactory(title='Tekst', standfirst='Over klaprozen').slug}/"),
        ("training", f"/trainingen/{TrainingEventFactory(title='Training', host=host).slug}/"),
        ("organisation", "/organisaties/klaproos/"),
        ("theme", f"/themas/{ThemeFactory(title='Klaprozen').slug}/"),
    }

    found = search("klaproos")

    assert set(found.hits) == made
    assert found.total == len(made)


def test_search_finds_the_text_of_a_document_when_it_is_read(search, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        file = SiteDocumentFactory()
        guide = GuidePageFactory(title="Handreiking", document=file)
    assert search("tekst lezen").paths == [f"/handreikingen/{guide.slug}/"]

    file.title = "Vogelgids"
    file.save()

    assert search("vogelgids").paths == [f"/handreikingen/{guide.slug}/"]


def test_facets_count_or_within_and_across(search):
    theme, other = ThemeFactory(slug="muziek"), ThemeFactory(slug="dementie")
    audience = AudienceFactory(slug="leerlingen")
    host = OrganisationFactory(slug="org-a")
    news("Koor een", themes=[theme], organisations=[host], published_on=date(2023, 5, 1))
    news("Koor twee", themes=[theme, other], audiences=[audience], published_on=date(2024, 5, 1))
    InterviewPageFactory(title="Koor drie", themes=[other], published_on=date(2024, 5, 1))

    found = search("koor")
    assert found.total == 3
    assert found.facets == {
        "soort": {"nieuws": 2, "interview": 1},
        "thema": {"muziek": 2, "dementie": 2},
        "organisatie": {"org-a": 1},
        "regio": {"midden-brabant": 1},
        "jaar": {"2024": 2, "2023": 1},
        "doelgroep": {"leerlingen": 1},
    }
    found = search("koor", soort="nieuws")
    assert found.total == 2
    assert found.facets["soort"] == {"nieuws": 2, "interview": 1}
    assert found.facets["thema"] == {"muziek": 2, "dementie": 1}
    found = search("koor", soort=["nieuws", "interview"], jaar="2023")
    assert found.total == 1
    assert found.facets["soort"] == {"nieuws": 1, "interview": 0}
    assert found.facets["jaar"] == {"2024": 2, "2023": 1}
    assert search("koor", thema=["muziek", "dementie"]).total == 3
    found = search("koor", soort="nieuws", thema="dementie", doelgroep="leerlingen", jaar="2023")
    assert (found.total, found.facets["jaar"]) == (0, {"2024": 1, "2023": 0})


def test_facets_have_more_than_ten_values(search):
    for number in range(14):
        news(f"Koor {number}", themes=[ThemeFactory()])

    assert len(search("koor").facets["thema"]) == 14


def test_facet_that_does_not_exist_is_named_and_not_used(search):
    news("Koor")

    found = search("koor", thema="<b>onzin", jaar="20x4", soort="raket", regio=["a"] * 500)

    assert found.total == 1
    assert "&lt;b&gt;onzin, 20x4" in found.html or "&lt;b&gt;onzin" in found.html
    assert "<b>onzin" not in found.html
