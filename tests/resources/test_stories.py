"""The pages of stories and guides, as visitors get them."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.models import SiteRendition
from network.models import Organisation
from resources.models import EarlierEdition, GuidePage, Interviewee
from tests.factories import (
    AnimationPageFactory,
    GoodPracticePageFactory,
    GuidePageFactory,
    InterviewPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    PersonFactory,
    SiteDocumentFactory,
    SiteImageFactory,
    SiteMediaFactory,
    ThemeFactory,
    TrainingEventFactory,
)
from tests.resources.blocks import every_block

FACTORIES = {
    "news": NewsPageFactory,
    "interview": InterviewPageFactory,
    "animation": AnimationPageFactory,
    "guide": GuidePageFactory,
    "good practice": GoodPracticePageFactory,
}
QUERIES = 4  # site, page, page in its own type, everything it points at


def get(client, page):
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def queries_of(client, page):
    get(client, page)  # content types and the like are read once a process
    with CaptureQueriesContext(connection) as captured:
        get(client, page)
    return len(captured)


@pytest.mark.parametrize("kind", FACTORIES)
@pytest.mark.parametrize("times", [0, 1, 4])
def test_story_costs_the_same_with_any_number_of_blocks(site, client, kind, times):
    theme, organisation = ThemeFactory(), OrganisationFactory()
    shared = {"themes": [theme], "organisations": [organisation]}
    page = FACTORIES[kind](
        body=every_block(times), listing_image=SiteImageFactory(), tags=["leren"], **shared
    )
    for factory in FACTORIES.values():
        for _number in range(times * 2):
            factory(**shared)

    assert queries_of(client, page) == QUERIES


@pytest.mark.parametrize("kind", FACTORIES)
def test_story_with_all_of_its_own_parts_costs_the_same(site, client, kind):
    own = {
        "interview": {"portrait": SiteImageFactory()},
        "animation": {"video": SiteMediaFactory()},
        "guide": {"document": SiteDocumentFactory()},
        "good practice": {"what_it_brings": "<p>Rust</p>"},
    }.get(kind, {})
    page = FACTORIES[kind](**own)
    if kind == "interview":
        for number in range(3):
            Interviewee.objects.create(page=page, person=PersonFactory(), sort_order=number)
    if kind == "guide":
        for number in range(3):
            EarlierEdition.objects.create(
                page=page, edition=f"{number}", published_on="2020-01-01", document=SiteDocumentFactory()
            )

    assert queries_of(client, page) == QUERIES


def test_first_view_makes_no_rendition(site, client):
    image = SiteImageFactory()
    page = NewsPageFactory(
        listing_image=image, body=[("image", {"image": image, "caption": "", "layout": "arch"})]
    )
    SiteRendition.objects.all().delete()

    assert "<img" in get(client, page)

    assert SiteRendition.objects.count() == 0


def test_news_shows_date_reading_time_themes_and_organisations(site, client):
    theme = ThemeFactory(title="Uitwisselen", slug="uitwisselen")
    organisation = OrganisationFactory(name="Het Huis", slug="huis")
    page = NewsPageFactory(
        standfirst="Kort gezegd",
        published_on=date(2026, 3, 1),
        body=[("text", "<p>" + "woord " * 600 + "</p>")],
        themes=[theme],
        organisations=[organisation],
    )

    html = get(client, page)

    assert '<time datetime="2026-03-01">1 maart 2026</time>' in html
    assert re.search(r"<span>3 ", html)
    assert 'href="/themas/uitwisselen/"' in html
    assert 'href="/organisaties/huis/"' in html


def test_related_items_share_a_theme_or_an_organisation_both_ways(site, client):
    theme, organisation = ThemeFactory(), OrganisationFactory()
    guide = GuidePageFactory(title="De handreiking", themes=[theme])
    interview = InterviewPageFactory(title="Het gesprek", themes=[theme], organisations=[organisation])
    news = NewsPageFactory(title="Het nieuws", organisations=[organisation])
    NewsPageFactory(title="Iets anders")
    event = TrainingEventFactory(title="De training", host=organisation)
    past = TrainingEventFactory(
        title="Voorbij", host=organisation, starts_at=timezone.now() - timedelta(days=3)
    )
    TrainingEventFactory(title="Andere training")

    shown = {
        page: re.findall(r'class="card__link" href="([^"]+)"', get(client, page))
        for page in (guide, interview, news)
    }

    assert past.get_absolute_url() not in str(shown)
    assert shown == {
        guide: [interview.url],
        interview: [event.get_absolute_url(), guide.url, news.url]
        if shown[interview][1] == guide.url
        else [event.get_absolute_url(), news.url, guide.url],
        news: [event.get_absolute_url(), interview.url],
    }


@pytest.mark.parametrize("hide", ["draft", "scheduled", "expired", "private", "below private"])
def test_what_is_not_public_is_neither_reachable_nor_related(site, client, hide):
    theme = ThemeFactory()
    seen = NewsPageFactory(themes=[theme])
    hidden = GuidePageFactory(title="Verborgen", themes=[theme])
    assert hidden.url in get(client, seen)
    now = timezone.now()
    if hide == "draft":
        hidden.unpublish()
    elif hide == "scheduled":
        GuidePage.objects.filter(pk=hidden.pk).update(live=False, go_live_at=now + timedelta(days=1))
    elif hide == "expired":  # the scheduler has not run yet
        GuidePage.objects.filter(pk=hidden.pk).update(expire_at=now - timedelta(minutes=1))
    else:
        owner = hidden if hide == "private" else hidden.get_parent()
        PageViewRestriction.objects.create(page=owner, restriction_type="login")

    assert hidden.url not in get(client, seen)
    assert client.get(hidden.url).status_code in (302, 404)
    assert hidden.url not in client.get("/handreikingen/").content.decode()


def test_organisation_that_is_a_draft_is_not_shown(site, client):
    organisation = OrganisationFactory(name="Nog Geheim")
    page = NewsPageFactory(organisations=[organisation])
    assert "Nog Geheim" in get(client, page)

    Organisation.objects.update(live=False)

    assert "Nog Geheim" not in get(client, page)


def test_image_without_consent_leaves_page_and_card(site, client):
    image = SiteImageFactory(description="Een blij gezicht")
    page = NewsPageFactory(
        listing_image=image, body=[("image", {"image": image, "caption": "", "layout": "wide"})]
    )
    file = image.file.name.rsplit("/")[-1].split(".")[0]
    assert file in get(client, page)
    assert file in client.get("/nieuws/").content.decode()

    image.consent_until = timezone.localdate() - timedelta(days=1)
    image.save()

    assert file not in get(client, page)
    assert file not in client.get("/nieuws/").content.decode()


def test_interview_names_who_agreed_to_it(site, client):
    page = InterviewPageFactory()
    agreed = PersonFactory(name="An Jansen", role="leerling")
    silent = PersonFactory(name="Bob de Vries", consent_on=None)
    Interviewee.objects.create(page=page, person=agreed, role="nu verzorgende", sort_order=1)
    Interviewee.objects.create(page=page, person=silent, sort_order=2)
    Interviewee.objects.create(page=page, name="Een bewoner", role="bewoner", sort_order=0)

    names = re.findall(r'person__name">([^<]+)<', get(client, page))

    assert names == ["Een bewoner", "An Jansen"]
    assert "nu verzorgende" in get(client, page)


def test_headings_with_the_same_words_get_their_own_address(site, client):
    heading = ("heading", {"text": "Zo doe je het", "level": "2"})
    page = GuidePageFactory(body=[heading, ("text", "<p>Een</p>"), heading])

    html = get(client, page)

    ids = re.findall(r'<h2 class="block-heading" id="([^"]+)"', html)
    assert ids == ["zo-doe-je-het", "zo-doe-je-het-2"]
    assert re.findall(r'<a href="#([^"]+)">Zo doe je het</a>', html) == ids


def test_guide_shows_document_and_earlier_versions(site, client):
    document = SiteDocumentFactory(title="Handreiking uitwisselen")
    old = SiteDocumentFactory(title="De oude")
    page = GuidePageFactory(document=document, edition="2.0", change_note="Nieuwe stappen")
    edition = EarlierEdition.objects.create(
        page=page, edition="1.0", published_on=date(2019, 5, 1), document=old
    )
    address = f"/handreikingen/{page.slug}/versies/{edition.pk}/"

    html = get(client, page)
    assert "Handreiking uitwisselen" in html
    assert "Nieuwe stappen" in html
    assert f'href="{address}"' in html

    old_html = client.get(address).content.decode()
    assert "De oude" in old_html
    assert f'href="{page.url}"' in old_html
    assert '<meta name="robots" content="noindex">' in old_html


def test_earlier_version_of_a_guide_that_is_not_public_is_not_found(site, client):
    page = GuidePageFactory()
    other = GuidePageFactory()
    edition = EarlierEdition.objects.create(
        page=page, edition="1.0", published_on=date(2019, 5, 1), document=SiteDocumentFactory()
    )
    assert client.get(f"/handreikingen/{page.slug}/versies/{edition.pk}/").status_code == 200

    assert client.get(f"/handreikingen/{other.slug}/versies/{edition.pk}/").status_code == 404
    page.unpublish()
    assert client.get(f"/handreikingen/{page.slug}/versies/{edition.pk}/").status_code == 404


def test_good_practice_asks_the_three_questions(site, client):
    page = GoodPracticePageFactory(
        what_it_brings="<p>Rust op de gang</p>",
        what_others_learn="<p>Vraag door</p>",
        why_good_example="<p>Het werkt</p>",
    )

    html = get(client, page)

    answers = re.findall(r'<div class="rich-text"><p[^>]*>([^<]+)</p>', html)
    assert answers == ["Rust op de gang", "Vraag door", "Het werkt"]
