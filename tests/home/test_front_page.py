from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from cms.models import SiteSettings
from home.models import HomePage
from tests.factories import (
    AnimationPageFactory,
    AudienceFactory,
    GuidePageFactory,
    NewsPageFactory,
    OrganisationFactory,
    ResultFigureFactory,
    SiteImageFactory,
    SiteMediaFactory,
    ThemeFactory,
    TrainingEventFactory,
)
from tests.home.hidden import make_hidden


def fill(number):
    host = OrganisationFactory()
    for step in range(number):
        NewsPageFactory(listing_image=SiteImageFactory())
        GuidePageFactory()
        ThemeFactory(is_pillar=True)
        ResultFigureFactory()
        OrganisationFactory()
        TrainingEventFactory(host=host, starts_at=timezone.now() + timedelta(days=10 + step))
        AnimationPageFactory(video=SiteMediaFactory())


@pytest.mark.parametrize("number", [3, 30])
def test_front_page_costs_five_queries_however_much_there_is(site, client, django_assert_num_queries, number):
    fill(number)
    client.get("/")  # reads the content types once for the process

    with django_assert_num_queries(5):
        response = client.get("/")

    assert response.status_code == 200
    assert len(response.context["trainings"]) == 3
    assert len(response.context["stories"]) == 4
    assert len(response.context["figures"]) == min(4, number)
    assert len(response.context["organisations"]) == number + 1


def test_front_page_shows_the_next_trainings_soonest_first_and_no_cancelled_or_past_one(site, client):
    now = timezone.now()
    TrainingEventFactory(title="Over vier weken", starts_at=now + timedelta(days=28))
    TrainingEventFactory(title="Morgen", starts_at=now + timedelta(days=1))
    TrainingEventFactory(title="Gisteren", starts_at=now - timedelta(days=1))
    TrainingEventFactory(title="Gaat niet door", cancelled_at=now, cancellation_reason="Te weinig mensen")

    response = client.get("/")

    assert [card.title for card in response.context["trainings"]] == ["Morgen", "Over vier weken"]


def test_number_of_organisations_counts_who_takes_part_today(site, client):
    OrganisationFactory(name="Doet mee")
    OrganisationFactory(name="Is gestopt", left_on="2020-01-01")
    OrganisationFactory(name="Komt nog", joined_on=timezone.localdate() + timedelta(days=9))

    response = client.get("/")

    assert [one.name for one in response.context["organisations"]] == ["Doet mee"]


def test_front_page_shows_nothing_that_is_hidden(site, client):
    NewsPageFactory(title="Gewoon nieuws")
    make_hidden()

    text = client.get("/").content.decode()

    assert "Gewoon nieuws" in text
    assert "Verborgen" not in text


def test_featured_animation_is_the_chosen_one_else_the_newest(site, client):
    chosen = AnimationPageFactory(title="Oude film", published_on="2020-01-01", video=SiteMediaFactory())
    AnimationPageFactory(title="Nieuwe film", published_on="2026-01-01")

    newest = client.get("/").context["animation"]
    HomePage.objects.update(featured_animation=chosen)
    picked = client.get("/").context["animation"]

    assert (newest["card"].title, newest["film"]) == ("Nieuwe film", None)
    assert (picked["card"].title, picked["film"].title) == ("Oude film", chosen.video.title)


def test_empty_front_page_stands(site, client):
    response = client.get("/")

    assert response.status_code == 200
    assert not response.context["animation"]
    assert list(response.context["stories"]) == []


def test_front_page_says_whose_it_is_and_for_whom(site, client):
    for position, title in ((2, "Studenten"), (1, "Werkbegeleiders")):
        AudienceFactory(title=title, slug=title.lower(), position=position)
    SiteSettings.objects.update(tagline="Samen opleiden in Midden-Brabant")

    page = BeautifulSoup(client.get("/").content, "html.parser")

    assert page.select_one(".hero__network").text == "Samen opleiden in Midden-Brabant"
    links = page.select(".audience-links a")
    assert [(link.text, link["href"]) for link in links] == [
        ("Werkbegeleiders", "/zoeken/?doelgroep=werkbegeleiders"),
        ("Studenten", "/zoeken/?doelgroep=studenten"),
    ]


def test_one_story_stands_alone_and_the_newest_of_many_stands_large(site, client):
    NewsPageFactory(title="Eerste", published_on="2026-01-01")
    alone = BeautifulSoup(client.get("/").content, "html.parser")
    NewsPageFactory.create_batch(6, published_on="2025-01-01")
    many = BeautifulSoup(client.get("/").content, "html.parser")

    assert [title.text for title in alone.select(".front-stories h3")] == ["Eerste"]
    assert alone.select(".front-stories__list") == []
    assert many.select_one(".front-stories .card--large h3").text == "Eerste"
    assert len(many.select(".front-stories__list > li .story-row")) == 3


def test_guide_in_the_making_is_no_fresh_story(site, client):
    GuidePageFactory(title="Komt nog", is_in_the_making=True, published_on="2026-02-01")
    GuidePageFactory(title="Is er al", published_on="2026-01-01")

    assert [card.title for card in client.get("/").context["stories"]] == ["Is er al"]
