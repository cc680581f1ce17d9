from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.models import GroupsPage, SectionPage
from network.models import GroupMember
from tests.factories import (
    OrganisationFactory,
    PersonFactory,
    ResultFigureFactory,
    SiteImageFactory,
    TextPageFactory,
    ThemeFactory,
    WorkingGroupFactory,
)

GROUPS = "/over/organisatie-van-het-netwerk/"


@pytest.fixture
def over(site):
    return SectionPage.objects.get(slug="over")


@pytest.mark.parametrize("number", [1, 30])
def test_section_shows_its_children_in_tree_order_with_four_queries(
    over, client, django_assert_num_queries, number
):
    for step in range(number):
        TextPageFactory(parent=over, title=f"Kind {step}", standfirst="Waarom")
    client.get("/over/")

    with django_assert_num_queries(4):
        response = client.get("/over/")

    titles = [card.title for card in response.context["children"]]
    assert titles[-number:] == [f"Kind {step}" for step in range(number)]
    assert response.context["children"][-1].summary == "Waarom"


def test_section_leaves_out_hidden_children(over, client):
    TextPageFactory(parent=over, title="Concept", live=False)
    TextPageFactory(parent=over, title="Verlopen", expire_at=timezone.now() - timedelta(hours=1))
    private = TextPageFactory(parent=over, title="Besloten")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    TextPageFactory(parent=over, title="Te zien")

    titles = [card.title for card in client.get("/over/").context["children"]]

    assert "Te zien" in titles
    assert not {"Concept", "Verlopen", "Besloten"} & set(titles)


def test_section_shows_the_picture_of_a_child_of_any_type(over, client):
    image = SiteImageFactory(description="Een ronde tafel")
    GroupsPage.objects.update(listing_image=image)
    TextPageFactory(parent=over, listing_image=image)

    children = client.get("/over/").context["children"]

    assert [card.picture and card.picture.alt for card in children] == [
        "Een ronde tafel",
        None,
        "Een ronde tafel",
    ]


def test_crumbs_lead_back_to_the_front_page(over, client):
    TextPageFactory(parent=over, title="Het idee", slug="het-idee")

    crumbs = client.get("/over/het-idee/").context["crumbs"]

    assert [(crumb.title, crumb.url) for crumb in crumbs][1:] == [
        ("Over het netwerk", "/over/"),
        ("Het idee", ""),
    ]
    assert crumbs[0].url == "/"


@pytest.mark.parametrize("number", [1, 20])
def test_groups_cost_four_queries_however_many_sit_in_them(site, client, django_assert_num_queries, number):
    for _step in range(number):
        group = WorkingGroupFactory()
        for position in range(4):
            GroupMember.objects.create(group=group, organisation=OrganisationFactory(), sort_order=position)
    client.get(GROUPS)

    with django_assert_num_queries(4):
        response = client.get(GROUPS)

    assert [len(group["delegates"]) for group in response.context["groups"]] == [4] * number


def test_group_names_only_who_agreed(site, client):
    group = WorkingGroupFactory()
    today = timezone.localdate()
    people = {
        "Anna Akkoord": {"consent_on": "2020-01-01"},
        "Bas Nooit": {"consent_on": None},
        "Cor Voorbij": {"consent_on": "2020-01-01", "consent_until": today - timedelta(days=1)},
        "Dina Later": {"consent_on": today + timedelta(days=1)},
    }
    for name, consent in people.items():
        GroupMember.objects.create(group=group, seat="student", person=PersonFactory(name=name, **consent))

    text = client.get(GROUPS).content.decode()

    assert [name for name in people if name in text] == ["Anna Akkoord"]


def test_group_links_only_to_organisations_that_are_public(site, client):
    group = WorkingGroupFactory()
    GroupMember.objects.create(
        group=group, organisation=OrganisationFactory(name="Open huis", slug="open-huis")
    )
    GroupMember.objects.create(
        group=group, organisation=OrganisationFactory(name="Concept huis", slug="concept-huis", live=False)
    )

    text = client.get(GROUPS).content.decode()

    assert 'href="/organisaties/open-huis/"' in text
    assert "Concept huis" in text
    assert "concept-huis" not in text


@pytest.mark.parametrize("number", [3, 60])
def test_results_stand_by_pillar_with_those_of_the_network_first(
    site, client, django_assert_num_queries, number
):
    pillar = ThemeFactory(title="Stages", is_pillar=True, position=1)
    ResultFigureFactory.create_batch(number, theme=pillar)
    ResultFigureFactory(number=66, unit="studenten", qualifier="ongeveer", source="Eindverslag 2021")
    client.get("/over/resultaten/")

    with django_assert_num_queries(4):
        response = client.get("/over/resultaten/")

    assert [(one["title"], len(one["figures"])) for one in response.context["pillar_figures"]] == [
        ("", 1),
        ("Stages", number),
    ]
    assert "Eindverslag 2021" in response.content.decode()


def test_theme_index_divides_pillars_and_themes(site, client, django_assert_num_queries):
    picture = SiteImageFactory(description="Een deur")
    ThemeFactory(title="Stages", is_pillar=True, image=picture)
    ThemeFactory(title="Onderzoekend leren")
    client.get("/themas/")

    with django_assert_num_queries(4):
        response = client.get("/themas/")

    assert [theme.title for theme in response.context["pillars"]] == ["Stages"]
    assert [theme.title for theme in response.context["other_themes"]] == ["Onderzoekend leren"]
    assert [theme.picture.pk for theme in response.context["pillars"]] == [picture.pk]
    assert [theme.picture for theme in response.context["other_themes"]] == [None]


@pytest.mark.parametrize("blocks", [1, 50])
def test_text_page_costs_four_queries_with_any_number_of_blocks(
    site, client, django_assert_num_queries, blocks
):
    organisations = OrganisationFactory.create_batch(3)
    people = PersonFactory.create_batch(3)
    body = []
    for step in range(blocks):
        quote = {"text": "Zo leer je", "person": people[step % 3], "name": "", "role": ""}
        body += [("quote", quote), ("organisations", {"heading": "Wie", "organisations": organisations})]
    TextPageFactory(slug="veel", body=body)
    client.get("/veel/")

    with django_assert_num_queries(4):
        response = client.get("/veel/")

    assert response.content.decode().count("Zo leer je") == blocks
