import json

import pytest
from django.utils import timezone

from tests.factories import (
    NewsPageFactory,
    OrganisationFactory,
    PersonFactory,
    ThemeFactory,
    TrainingEventFactory,
    VenueFactory,
)
from tests.home.hidden import make_hidden

LISTS = ["/api/v2/pages/", "/api/v2/trainings/", "/api/v2/organisations/"]
SECRETS = ("geheim-overleg", "persoon@example.org", "Persoon Geheim")


@pytest.mark.parametrize("path", LISTS)
def test_api_shows_nothing_that_is_hidden(site, client, path):
    make_hidden()

    for address in (path, f"{path}?limit=100"):
        response = client.get(address)
        assert response.headers["Content-Type"].startswith("application/json")
        assert "Verborgen" not in response.content.decode()


def test_hidden_things_are_not_found_by_their_number(site, client):
    index = make_hidden()
    hidden = [page.pk for page in index.get_children().filter(title__startswith="Verborgen")]

    statuses = [client.get(f"/api/v2/pages/{pk}/").status_code for pk in hidden]

    assert statuses == [404] * 4


def test_an_editor_gets_what_everybody_gets(site, admin_client):
    make_hidden()

    assert "Verborgen" not in admin_client.get("/api/v2/pages/?limit=100").content.decode()


def test_page_has_full_addresses_from_the_settings(site, client, settings):
    settings.BASE_URL = settings.WAGTAILAPI_BASE_URL = "https://zin.example.org"
    page = NewsPageFactory(slug="kijk", standfirst="Lees dit", themes=[ThemeFactory(slug="stages")])

    found = client.get(f"/api/v2/pages/{page.pk}/").json()

    assert found["meta"]["html_url"] == "https://zin.example.org/nieuws/kijk/"
    assert found["meta"]["detail_url"] == f"https://zin.example.org/api/v2/pages/{page.pk}/"
    assert (found["standfirst"], found["theme_slugs"]) == ("Lees dit", ["stages"])
    assert found["published_on"] == timezone.localdate().isoformat()


def test_pages_of_a_type_with_fields_and_order(site, client):
    NewsPageFactory(title="Oud", published_on="2020-01-01")
    NewsPageFactory(title="Nieuw", published_on="2026-01-01")

    found = client.get("/api/v2/pages/?type=resources.NewsPage&order=-published_on&fields=standfirst").json()

    assert [item["title"] for item in found["items"]] == ["Nieuw", "Oud"]
    assert found["meta"] == {"total_count": 2}


@pytest.mark.parametrize("number", [3, 60])
@pytest.mark.parametrize(
    ("path", "queries"), [("/api/v2/pages/", 3), ("/api/v2/trainings/", 5), ("/api/v2/organisations/", 4)]
)
def test_lists_cost_the_same_with_few_and_many(
    site, client, django_assert_num_queries, number, path, queries
):
    host = OrganisationFactory()
    NewsPageFactory.create_batch(number)
    TrainingEventFactory.create_batch(number, host=host)
    OrganisationFactory.create_batch(number)
    client.get(f"{path}?limit=100")

    with django_assert_num_queries(queries):
        found = client.get(path).json()

    assert len(found["items"]) == min(20, found["meta"]["total_count"])


def test_training_says_what_a_partner_needs_and_nothing_private(site, client):
    person = PersonFactory(name="Persoon Geheim", email="persoon@example.org")
    event = TrainingEventFactory(
        slug="coachen",
        capacity=12,
        form="hybrid",
        venue=VenueFactory(name="De Zaal"),
        online_link="https://meet.example.org/geheim-overleg",
        contact=person,
        host=OrganisationFactory(name="Het Huis", contact=person),
    )
    event.trainers.add(person)
    event.save()

    listing = client.get("/api/v2/trainings/")
    found = client.get(f"/api/v2/trainings/{event.pk}/").json()

    assert (found["title"], found["form"], found["seats_left"]) == (event.title, "hybride", 12)
    assert (found["registration_state"], found["host"], found["venue"]["name"]) == (
        "open",
        "Het Huis",
        "De Zaal",
    )
    assert found["registration_url"].endswith(f"/trainingen/{event.slug}/aanmelden/")
    assert found == listing.json()["items"][0]
    texts = json.dumps(found) + client.get("/api/v2/organisations/").content.decode()
    assert [secret for secret in SECRETS if secret in texts] == []


def test_training_filters(site, client):
    TrainingEventFactory(title="Online", form="online")
    TrainingEventFactory(title="Ter plaatse", form="on_site")

    found = client.get("/api/v2/trainings/?form=online&region=midden-brabant&upcoming=true").json()

    assert [item["title"] for item in found["items"]] == ["Online"]


def test_limit_and_offset_give_a_part(site, client):
    for name in ("A", "B", "C"):
        OrganisationFactory(name=name)

    found = client.get("/api/v2/organisations/?limit=1&offset=1").json()

    assert [item["name"] for item in found["items"]] == ["B"]
    assert found["meta"]["total_count"] == 3


NONSENSE = [
    "limit=-1",
    "limit=x",
    "limit=101",
    "limit=" + "9" * 40,
    "offset=" + "9" * 40,
    "offset=1e5",
    "onzin=1",
    "search=%22",
    "q=" + "x" * 5000,
]


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("query", NONSENSE)
def test_nonsense_is_answered_with_400_and_a_message(site, client, path, query):
    response = client.get(f"{path}?{query}")

    assert response.status_code == 400
    assert response.json()["message"]


@pytest.mark.parametrize(
    "query",
    [
        "id=x",
        "id=" + "9" * 40,
        "first_published_at=gisteren",
        "fields=((((",
        "fields=" + "a(" * 3000,
        "order=onzin",
        "type=onzin.Onzin",
        "child_of=x",
        "child_of=" + "9" * 40,
        "descendant_of=-1",
        "slug=%C0%AF",
    ],
)
def test_pages_never_answer_nonsense_with_a_server_error(site, client, query):
    assert client.get(f"/api/v2/pages/?{query}").status_code in (200, 400)


@pytest.mark.parametrize("query", ["form=fiets", "upcoming=misschien"])
def test_unknown_values_of_a_training_filter_are_refused(site, client, query):
    assert client.get(f"/api/v2/trainings/?{query}").status_code == 400


@pytest.mark.parametrize("path", [f"{path}{pk}/" for path in LISTS for pk in (999_999, 10**30)])
def test_unknown_number_is_not_found_as_json(site, client, path):
    response = client.get(path)

    assert response.status_code == 404
    assert response.headers["Content-Type"].startswith("application/json")


@pytest.mark.parametrize("path", LISTS)
def test_api_is_read_only(site, client, path):
    assert client.post(path, {}).status_code == 405
