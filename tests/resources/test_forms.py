"""What editors must fill in before a film goes public."""

import pytest
from django.core.files.base import ContentFile

from resources.models import AnimationIndexPage, AnimationPage
from tests.factories import SiteMediaFactory


def submit(site, *, is_draft=False, **data):
    """The errors of the editor's form for a new animation, per field."""
    form_class = AnimationPage.get_edit_handler().get_form_class()
    page = AnimationPage()
    formsets = {f"{name}-{part}": "0" for name in ("comments",) for part in ("TOTAL_FORMS", "INITIAL_FORMS")}
    blank = {"title": "Film", "slug": "film", "published_on": "2026-01-01", "body-count": "0"}
    form = form_class(
        {**blank, **formsets, **data}, instance=page, parent_page=AnimationIndexPage.objects.get()
    )
    if is_draft:
        form.defer_required_fields()
    form.is_valid()
    return set(form.errors)


@pytest.fixture
def bare_film(site):
    return SiteMediaFactory()


@pytest.fixture
def whole_film(site):
    return SiteMediaFactory(captions=ContentFile(b"WEBVTT\n", "film.vtt"), transcript="Een deur gaat open.")


def test_film_without_captions_can_be_a_draft_and_not_be_published(site, bare_film):
    assert submit(site, video=bare_film.pk, is_draft=True) == set()
    assert submit(site, video=bare_film.pk) == {"video"}


def test_film_with_captions_and_transcript_can_be_published(site, whole_film):
    assert submit(site, video=whole_film.pk) == set()


def test_film_elsewhere_needs_a_transcript(site):
    address = "https://vimeo.com/123"

    assert submit(site, embed_url=address, is_draft=True) == set()
    assert submit(site, embed_url=address) == {"embed_transcript"}
    assert submit(site, embed_url=address, embed_transcript="Wat je ziet") == set()


def test_animation_needs_a_film(site):
    assert submit(site, is_draft=True) == set()
    assert submit(site) == {"video"}
