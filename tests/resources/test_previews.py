"""The editor's preview shows what is in the form, saved or not."""

import pytest

from resources.models import EarlierEdition, Interviewee
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
)
from tests.resources.blocks import every_block

FACTORIES = [
    NewsPageFactory,
    InterviewPageFactory,
    AnimationPageFactory,
    GuidePageFactory,
    GoodPracticePageFactory,
]


def preview(page) -> str:
    response = page.make_preview_request()
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("factory", FACTORIES)
def test_preview_shows_every_block_as_a_visitor_gets_it(site, client, factory):
    page = factory(body=every_block(), live=False)
    page = type(page).objects.get(pk=page.pk)
    list(page.body)  # as the editor's form leaves it: blocks built outside a visit

    html = preview(page)

    assert "Ik keek mee." in html
    assert "training-row__title" in html
    assert '<source src="/media' in html
    assert 'class="organisation-marks__link" href="/organisaties/' in html


def test_preview_shows_relations_that_are_not_saved(site):
    theme, organisation = ThemeFactory(title="Nieuw thema"), OrganisationFactory(name="Nieuw huis")
    page = InterviewPageFactory(live=False)
    page.themes = [theme]
    page.organisations = [organisation]
    page.interviewees = [
        Interviewee(person=PersonFactory(name="An Jansen")),
        Interviewee(person=PersonFactory(name="Zonder Akkoord", consent_on=None)),
        Interviewee(name="Een bewoner"),
    ]
    page.portrait = SiteImageFactory(description="Lachend in de deur")

    html = preview(page)

    assert "Nieuw thema" in html
    assert "Nieuw huis" in html
    assert "An Jansen" in html
    assert "Een bewoner" in html
    assert "Zonder Akkoord" not in html
    assert "Lachend in de deur" in html


def test_preview_of_a_guide_shows_unsaved_versions(site):
    page = GuidePageFactory(live=False, document=SiteDocumentFactory(title="De nieuwe"))
    page.earlier_editions = [
        EarlierEdition(edition="0.9", published_on="2020-01-01", document=SiteDocumentFactory())
    ]

    html = preview(page)

    assert "0.9" in html
    assert "De nieuwe" in html


def test_preview_of_a_listing_works(site):
    for factory in FACTORIES:
        page = factory()
        assert page.url in preview(page.get_parent().specific)


def test_preview_of_an_animation_shows_the_film(site):
    page = AnimationPageFactory(live=False)
    page.video = SiteMediaFactory(title="De film")

    assert 'aria-label="De film"' in preview(page)
