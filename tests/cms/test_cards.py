from datetime import date, timedelta
from functools import partial

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms import cards
from cms.visit import Visit, visiting
from network.models import TrainingEvent
from resources.models import NewsPage
from tests.factories import (
    GuidePageFactory,
    NewsPageFactory,
    SiteImageFactory,
    ThemeFactory,
    TrainingEventFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit(site):
    with visiting(Visit("testserver", 80)) as visit:
        visit.site  # noqa: B018  # fetched before counting
        yield visit


def test_cards_of_several_kinds_come_with_one_query(visit, django_assert_num_queries):
    theme = ThemeFactory(title="Uitwisselen", colour="coral")
    NewsPageFactory(title="Oud", published_on=date(2020, 1, 1), themes=[theme])
    NewsPageFactory(title="Elders", themes=[ThemeFactory()])
    GuidePageFactory(title="Nieuw", published_on=date(2021, 1, 1), themes=[theme])
    event = TrainingEventFactory(title="Training")
    event.themes.add(theme)
    event.save()

    with django_assert_num_queries(1):
        asked = [
            cards.want(kind, partial(_with_theme, kind), theme=theme.pk)
            for kind in ("training", "guide", "news")
        ]
        found = [card for of_kind in asked for card in of_kind]

    assert [(card.kind, card.title, card.theme.title) for card in found] == [
        ("training", "Training", "Uitwisselen"),
        ("guide", "Nieuw", "Uitwisselen"),
        ("news", "Oud", "Uitwisselen"),
    ]


def _with_theme(kind, at, theme):
    return cards.with_theme(kind, theme, at=at)


def test_card_of_a_page_has_its_address_date_and_picture(visit):
    image = SiteImageFactory()
    page = NewsPageFactory(slug="n1", standfirst="Kort", published_on=date(2026, 1, 2), listing_image=image)

    card = NewsPage.objects.visible().cards()[0]

    assert (card.pk, card.url, card.summary, card.on) == (page.pk, "/nieuws/n1/", "Kort", date(2026, 1, 2))
    assert card.picture.alt == image.description


def test_card_of_a_training_says_what_can_be_done(visit):
    TrainingEventFactory(slug="t1", capacity=7, form="online")

    card = TrainingEvent.objects.visible().cards()[0]

    assert card.url == "/trainingen/t1/"
    assert (card.meta["form"], card.meta["state"], card.meta["seats_left"]) == ("online", "open", 7)
    assert card.meta["starts_at"] == TrainingEvent.objects.get().starts_at


def test_sliced_set_keeps_its_order_in_one_query(visit, django_assert_num_queries):
    for year in (2020, 2022, 2021):
        NewsPageFactory(title=str(year), published_on=date(year, 1, 1))

    with django_assert_num_queries(1):
        found = NewsPage.objects.visible().newest_first()[:2].cards()

    assert [card.title for card in found] == ["2022", "2021"]


@pytest.mark.parametrize("number", [3, 300])
def test_number_of_items_changes_nothing_in_the_number_of_queries(visit, django_assert_num_queries, number):
    parent = NewsPageFactory().get_parent()
    for position in range(number - 1):
        parent.refresh_from_db()
        parent.add_child(instance=NewsPage(title=f"N{position}", slug=f"n{position}"))

    with django_assert_num_queries(1):
        found = list(cards.want("all", lambda at: NewsPage.objects.visible(at)))

    assert len(found) == number


def test_by_keys_keeps_the_order_and_leaves_out_what_is_not_public(visit):
    first, second, private, expired = (NewsPageFactory() for _ in range(4))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    NewsPage.objects.filter(pk=expired.pk).update(expire_at=timezone.now() - timedelta(minutes=1))

    found = cards.by_keys([("news", one.pk) for one in (second, private, expired, first)])

    assert [card.pk for card in found] == [second.pk, first.pk]


def test_expired_consent_takes_the_picture_off_the_card(visit):
    image = SiteImageFactory(consent_until=timezone.localdate() - timedelta(days=1))
    NewsPageFactory(listing_image=image)

    assert NewsPage.objects.visible().cards()[0].picture is None
