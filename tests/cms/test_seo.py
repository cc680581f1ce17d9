import json
import re

import pytest

from cms.models import SiteImage
from cms.seo import embed
from network.models import TrainingSession
from tests.factories import (
    AnimationPageFactory,
    GuidePageFactory,
    NewsPageFactory,
    OrganisationFactory,
    SiteDocumentFactory,
    SiteImageFactory,
    SiteMediaFactory,
    TextPageFactory,
    ThemeFactory,
    TrainingEventFactory,
    VenueFactory,
)

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(autouse=True)
def _address(settings):
    settings.BASE_URL = "https://zin.example.org"


def graph(client, path):
    """The things that a page describes, by their type."""
    text = client.get(path).content.decode()
    (data,) = SCRIPT.findall(text)
    return {thing["@type"]: thing for thing in json.loads(data)["@graph"]}


def meta(text, name):
    return re.findall(rf'<meta (?:name|property)="{name}" content="([^"]*)">', text)


def test_page_tells_title_description_address_and_picture(site, client):
    image = SiteImageFactory()
    SiteImage.objects.filter(pk=image.pk).update(sources={"social": "images/deur.social.jpg"})
    NewsPageFactory(
        title="Kijk & leer", slug="kijk", standfirst="Waarom je <b>kijkt</b>", listing_image=image
    )

    text = client.get("/nieuws/kijk/", HTTP_HOST="testserver").content.decode()

    assert "<title>Kijk &amp; leer – MBO-ZIN</title>" in text
    assert meta(text, "description") == ["Waarom je &lt;b&gt;kijkt&lt;/b&gt;"]
    assert meta(text, "og:title") == ["Kijk &amp; leer"]
    assert meta(text, "og:type") == ["article"]
    assert meta(text, "og:image") == ["https://zin.example.org/media/images/deur.social.jpg"]
    assert '<link rel="canonical" href="https://zin.example.org/nieuws/kijk/">' in text


def test_social_image_goes_before_the_listing_image(site, client):
    images = SiteImageFactory.create_batch(2)
    for name, image in zip(("lijst", "sociaal"), images, strict=True):
        SiteImage.objects.filter(pk=image.pk).update(sources={"social": f"images/{name}.jpg"})
    NewsPageFactory(slug="kijk", listing_image=images[0], social_image=images[1])

    assert meta(client.get("/nieuws/kijk/").content.decode(), "og:image")[0].endswith("/sociaal.jpg")


def test_picture_without_consent_is_not_told_either(site, client):
    image = SiteImageFactory(consent_until="2020-01-01")
    SiteImage.objects.filter(pk=image.pk).update(sources={"social": "images/oud.jpg"})
    NewsPageFactory(slug="kijk", listing_image=image)

    (shown,) = meta(client.get("/nieuws/kijk/").content.decode(), "og:image")
    assert shown.startswith("https://zin.example.org/deelplaatje/")


def test_search_title_and_description_go_before_the_page_s_own(site, client):
    NewsPageFactory(slug="kijk", standfirst="Eigen", seo_title="Voor zoekers", search_description="Gevonden")

    text = client.get("/nieuws/kijk/").content.decode()

    assert meta(text, "og:title") == ["Voor zoekers"]
    assert meta(text, "description") == ["Gevonden"]


def test_front_page_describes_site_search_and_network_with_its_members(site, client):
    OrganisationFactory(name="Het Huis", slug="het-huis")

    found = graph(client, "/")["WebSite"]

    assert found["potentialAction"]["target"]["urlTemplate"] == (
        "https://zin.example.org/zoeken/?q={search_term_string}"
    )
    assert found["publisher"]["member"] == [
        {"@type": "Organization", "name": "Het Huis", "url": "https://zin.example.org/organisaties/het-huis/"}
    ]


def test_news_is_described_with_date_network_themes_and_way_back(site, client):
    NewsPageFactory(
        title="Kijk", slug="kijk", published_on="2026-01-05", themes=[ThemeFactory(title="Stages")]
    )

    found = graph(client, "/nieuws/kijk/")

    assert found["NewsArticle"]["headline"] == "Kijk"
    assert found["NewsArticle"]["datePublished"] == "2026-01-05"
    assert found["NewsArticle"]["about"] == ["Stages"]
    assert [item["item"] for item in found["BreadcrumbList"]["itemListElement"]] == [
        "https://zin.example.org/",
        "https://zin.example.org/nieuws/",
        "https://zin.example.org/nieuws/kijk/",
    ]


def test_film_is_described_with_its_file(site, client):
    AnimationPageFactory(
        slug="film", video=SiteMediaFactory(transcript="Een deur gaat open."), published_on="2026-01-05"
    )

    found = graph(client, "/animaties/film/")["VideoObject"]

    assert found["contentUrl"].startswith("https://zin.example.org/media/media/film")
    assert (found["duration"], found["uploadDate"]) == ("PT24S", "2026-01-05")
    assert found["transcript"] == "Een deur gaat open."


def test_guide_is_described_with_licence_and_document(site, client):
    GuidePageFactory(slug="gids", edition="2.0", document=SiteDocumentFactory())

    found = graph(client, "/handreikingen/gids/")["LearningResource"]

    assert found["license"] == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert (found["version"], found["isAccessibleForFree"]) == ("2.0", True)
    assert found["encoding"]["contentUrl"].startswith("https://zin.example.org/documents/")


def test_training_is_described_with_sessions_and_place_but_without_its_online_link(site, client):
    event = TrainingEventFactory(
        slug="coachen",
        form="hybrid",
        venue=VenueFactory(name="De Zaal", place="Tilburg"),
        online_link="https://meet.example.org/geheim",
    )
    TrainingSession.objects.create(
        event=event, starts_at=event.starts_at.replace(year=2040), ends_at=event.ends_at.replace(year=2040)
    )

    found = graph(client, "/trainingen/coachen/")["EducationEvent"]

    assert found["eventStatus"] == "https://schema.org/EventScheduled"
    assert found["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert len(found["subEvent"]) == 2
    assert found["endDate"].startswith("2040-")
    assert found["location"][0]["address"]["addressLocality"] == "Tilburg"
    assert found["location"][1]["url"] == "https://zin.example.org/trainingen/coachen/"
    assert found["remainingAttendeeCapacity"] == 2
    assert found["offers"]["url"] == "https://zin.example.org/trainingen/coachen/aanmelden/"
    assert found["offers"]["availability"] == "https://schema.org/InStock"
    assert "geheim" not in json.dumps(found)


def test_cancelled_training_says_so(site, client):
    event = TrainingEventFactory(slug="coachen", cancellation_reason="Ziek")
    event.cancelled_at = event.starts_at
    event.save()

    assert graph(client, "/trainingen/coachen/")["EducationEvent"]["eventStatus"].endswith("EventCancelled")


def test_organisation_is_described_without_anybody_s_name(site, client):
    OrganisationFactory(slug="het-huis", name="Het Huis", place="Tilburg", website="https://huis.example.org")

    found = graph(client, "/organisaties/het-huis/")["Organization"]

    assert (found["name"], found["sameAs"]) == ("Het Huis", "https://huis.example.org")
    assert found["memberOf"]["name"] == "MBO Zorginnovatienetwerk"


def test_nothing_in_a_text_can_close_the_script(site, client):
    evil = '</script><script>alert("&")</script><!-- \u2028'
    TextPageFactory(slug="boos", title=evil, standfirst=evil)

    text = client.get("/boos/").content.decode()

    assert '<script>alert("' not in text
    assert graph(client, "/boos/")["WebPage"]["name"] == evil


def test_embedded_json_has_no_sign_that_ends_a_script():
    assert embed({"a": "</script>&\u2028"}) == '{"a": "\\u003c/script\\u003e\\u0026\\u2028"}'
