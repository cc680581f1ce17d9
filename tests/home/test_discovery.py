from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from wagtail.models import Page

from cms.models import SiteSettings
from home.models import HomePage
from tests.factories import NewsPageFactory, OrganisationFactory, ThemeFactory, TrainingEventFactory
from tests.home.hidden import make_hidden

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def addresses(client):
    response = client.get("/sitemap.xml")
    return [place.text for place in ElementTree.fromstring(response.content).iter(f"{MAP}loc")]


def test_sitemap_holds_every_public_page_training_organisation_and_theme(site, client, settings):
    settings.BASE_URL = "https://zin.example.org"
    NewsPageFactory(slug="nieuwtje")
    TrainingEventFactory(slug="coachen", host=OrganisationFactory(slug="het-huis"))
    ThemeFactory(slug="stages")
    make_hidden()

    found = addresses(client)

    pages = Page.objects.descendant_of(HomePage.objects.get(), inclusive=True).live()
    hidden = pages.filter(title__startswith="Verborgen")
    expected = {"https://zin.example.org" + page.get_url() for page in pages.exclude(pk__in=hidden)}
    expected |= {
        "https://zin.example.org/trainingen/coachen/",
        "https://zin.example.org/organisaties/het-huis/",
        "https://zin.example.org/themas/stages/",
        "https://zin.example.org/begrippen/",
    }
    assert set(found) - {one for one in found if "/organisaties/zorghuis" in one} == expected
    assert len(found) == len(set(found))


@pytest.mark.parametrize("number", [3, 30])
def test_sitemap_costs_five_queries(site, client, django_assert_num_queries, number):
    NewsPageFactory.create_batch(number)

    with django_assert_num_queries(5):
        client.get("/sitemap.xml")


def test_robots_points_to_the_sitemap_and_closes_what_is_private(site, client, settings):
    settings.BASE_URL = "https://zin.example.org"

    lines = client.get("/robots.txt").content.decode().splitlines()

    assert lines[0] == "User-agent: *"
    assert {"Disallow: /cms/", "Disallow: /zoeken/", "Disallow: /aanmelding/"} <= set(lines)
    assert lines[-1] == "Sitemap: https://zin.example.org/sitemap.xml"


@pytest.mark.parametrize(
    ("security", "contact", "line"),
    [
        ("veilig@example.org", "info@example.org", "Contact: mailto:veilig@example.org"),
        ("", "info@example.org", "Contact: mailto:info@example.org"),
        ("", "", "Contact: http://localhost/contact/"),
    ],
)
def test_security_txt_names_a_contact_and_holds_for_less_than_a_year(site, client, security, contact, line):
    SiteSettings.objects.update(security_contact=security, contact_email=contact)

    lines = client.get("/.well-known/security.txt").content.decode().splitlines()

    assert lines[0] == line
    expires = datetime.fromisoformat(lines[1].removeprefix("Expires: "))
    assert timedelta(days=30) < expires - timezone.now() < timedelta(days=365)
    assert "Preferred-Languages: nl, en" in lines
