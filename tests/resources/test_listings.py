"""The five listings, as visitors get them."""

import re

import pytest

from cms.models import SiteDocument
from tests.factories import (
    AnimationPageFactory,
    AudienceFactory,
    GoodPracticePageFactory,
    GuidePageFactory,
    InterviewPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    SiteDocumentFactory,
    SiteImageFactory,
    ThemeFactory,
)

LISTINGS = {
    "/nieuws/": NewsPageFactory,
    "/interviews/": InterviewPageFactory,
    "/animaties/": AnimationPageFactory,
    "/handreikingen/": GuidePageFactory,
    "/goede-voorbeelden/": GoodPracticePageFactory,
}
QUERIES = 7  # site, page, page in its own type, filters, count, items, everything it points at


def links(response):
    return re.findall(r'class="card__link" href="([^"]+)"', response.content.decode())


@pytest.mark.parametrize("path", LISTINGS)
@pytest.mark.parametrize("number", [1, 3, 40])
def test_listing_costs_the_same_with_any_number_of_items(
    site, client, django_assert_num_queries, path, number
):
    shared = {
        "themes": [ThemeFactory()],
        "organisations": [OrganisationFactory()],
        "audiences": [AudienceFactory()],
    }
    image = SiteImageFactory()
    for _one in range(number):
        LISTINGS[path](listing_image=image, **shared)
    client.get(path)

    for query in ("", f"?thema={shared['themes'][0].slug}&jaar=1999"):
        with django_assert_num_queries(QUERIES):
            response = client.get(path + query)
        assert len(links(response)) == min(number, 12)


@pytest.mark.parametrize("path", LISTINGS)
def test_empty_listing_says_so(site, client, path):
    response = client.get(path)

    assert response.status_code == 200
    assert links(response) == []
    assert 'class="empty"' in response.content.decode()
    assert 'data-total="0"' in response.content.decode()


def test_filters_of_guides(site, client):
    theme, audience, organisation = (
        ThemeFactory(slug="stages"),
        AudienceFactory(slug="docent"),
        OrganisationFactory(slug="huis"),
    )
    guide = GuidePageFactory(kind="guide", themes=[theme], published_on="2024-05-01")
    playbook = GuidePageFactory(kind="playbook", audiences=[audience], published_on="2026-05-01")
    other = GuidePageFactory(kind="guide", organisations=[organisation], published_on="2025-05-01")

    def found(query):
        return links(client.get(f"/handreikingen/?{query}"))

    assert found("") == [playbook.url, other.url, guide.url]
    assert found("soort=draaiboek") == [playbook.url]
    assert found("soort=draaiboek&soort=handreiking&jaar=2024") == [guide.url]
    assert found("thema=stages") == [guide.url]
    assert found("doelgroep=docent") == [playbook.url]
    assert found("organisatie=huis") == [other.url]
    assert found("thema=stages&organisatie=huis") == []


def test_card_of_a_guide_says_what_there_is(site, client):
    document = SiteDocumentFactory()
    SiteDocument.objects.filter(pk=document.pk).update(file="documents/gids.pdf", page_count=12)
    GuidePageFactory(kind="playbook", document=document)
    GuidePageFactory(kind="guide", is_in_the_making=True)

    html = client.get("/handreikingen/").content.decode()

    assert "<span>draaiboek, PDF, 12 pagina&#x27;s</span>" in html
    assert "<span>in de maak</span>" in html


def test_newest_comes_first_and_pages_follow(site, client):
    pages = [NewsPageFactory(published_on=f"2026-01-{day:02}") for day in range(1, 16)]
    newest_first = [page.url for page in reversed(pages)]

    assert links(client.get("/nieuws/")) == newest_first[:12]
    assert links(client.get("/nieuws/?pagina=2")) == newest_first[12:]


@pytest.mark.parametrize("number", ["3", "9999", "0", "-1", "x"])
def test_page_that_is_none_is_not_found(site, client, number):
    NewsPageFactory()

    assert client.get(f"/nieuws/?pagina={number}").status_code == 404


@pytest.mark.parametrize(
    "value", ["onbekend", "x" * 5000, "%1B%08", "%27%22%3E%3Cscript%3Ealert(1)%3C/script%3E"]
)
def test_nonsense_in_the_address_is_left_out_and_named(site, client, value):
    NewsPageFactory()

    response = client.get(f"/nieuws/?thema={value}&jaar={value}")

    assert response.status_code == 200
    assert len(links(response)) == 1
    assert "<script>alert" not in response.content.decode()
    assert 'class="notice notice--warning"' in response.content.decode()
