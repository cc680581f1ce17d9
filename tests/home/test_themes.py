import pytest

from cms.models import Theme
from tests.factories import (
    GuidePageFactory,
    InterviewPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    SiteImageFactory,
    ThemeFactory,
    TrainingEventFactory,
)
from tests.home.hidden import make_hidden

QUERIES = 3  # site, theme, references


@pytest.mark.parametrize("number", [3, 300])
def test_theme_costs_the_same_with_few_and_many_things(site, client, django_assert_num_queries, number):
    theme = ThemeFactory(slug="stages", image=SiteImageFactory())
    NewsPageFactory.create_batch(3, themes=[theme])
    for _step in range(number // 3):
        GuidePageFactory(themes=[theme])
    event = TrainingEventFactory()
    event.themes.add(theme)
    event.save()
    client.get("/themas/stages/")

    with django_assert_num_queries(QUERIES):
        response = client.get("/themas/stages/")

    counts = {group.kind: len(group.cards) for group in response.context["groups"]}
    assert counts == {"training": 1, "guide": min(6, number // 3), "news": 3}


def test_theme_shows_every_kind_under_its_own_heading_and_nothing_else(site, client):
    theme, other = ThemeFactory(slug="stages"), ThemeFactory()
    NewsPageFactory(title="Hoort erbij", themes=[theme])
    NewsPageFactory(title="Hoort er niet bij", themes=[other])
    InterviewPageFactory(title="Gesprek", themes=[theme, other])
    organisation = OrganisationFactory(name="Het Huis")
    organisation.themes.add(theme)
    organisation.save()

    groups = client.get("/themas/stages/").context["groups"]

    assert [(group.kind, [card.title for card in group.cards]) for group in groups] == [
        ("interview", ["Gesprek"]),
        ("news", ["Hoort erbij"]),
        ("organisation", ["Het Huis"]),
    ]


def test_theme_shows_nothing_that_is_hidden(site, client):
    theme = ThemeFactory(slug="stages")
    NewsPageFactory(title="Gewoon nieuws", themes=[theme])
    make_hidden(themes=[theme])

    text = client.get("/themas/stages/").content.decode()

    assert "Gewoon nieuws" in text
    assert "Verborgen" not in text


def test_theme_with_more_than_it_shows_leads_to_the_listing(site, client):
    theme = ThemeFactory(slug="stages")
    NewsPageFactory.create_batch(7, themes=[theme])

    (group,) = client.get("/themas/stages/").context["groups"]

    assert (len(group.cards), group.more_url) == (6, "/nieuws/?thema=stages")


def test_empty_theme_helps_on(site, client):
    ThemeFactory(slug="leeg", title="Leeg thema")

    response = client.get("/themas/leeg/")

    assert response.status_code == 200
    assert 'class="empty"' in response.content.decode()


def test_unknown_theme_is_not_found(site, client):
    assert Theme.objects.count() == 0

    assert client.get("/themas/bestaat-niet/").status_code == 404
