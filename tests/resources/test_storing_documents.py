"""The document that the site makes of a guide: two that are made at a time, and a failure halfway."""

from pathlib import Path

import pytest
from wagtail.utils.file import hash_filelike

from cms.models import SiteDocument
from resources.guide_documents import making
from resources.guide_documents.making import make_document
from resources.models import GuidePage, MadeDocument
from tests.resources.guides import BODY, make_guide, text_of
from tests.resources.pdf_files import words

pytestmark = pytest.mark.django_db


def interrupted(monkeypatch, happens):
    """Let ``happens()`` come to pass once, between the making of a PDF and its storing."""
    maker, waiting = making.pdf_maker(), [happens]

    def slow(source):
        pdf = maker(source)
        if waiting:
            waiting.pop()()
        return pdf

    monkeypatch.setattr(making, "pdf_maker", lambda: slow)


def test_older_text_never_replaces_a_newer_document(site, needs_pango, monkeypatch):
    guide = make_guide()

    def publish_and_make():
        guide.body = [*BODY, ("text", "<p>Nodig iedereen uit.</p>")]
        guide.save_revision().publish()
        make_document(guide.pk)

    interrupted(monkeypatch, publish_and_make)

    assert make_document(guide.pk) is False  # the newer one is there, so nothing is left to make
    assert words("Nodig iedereen uit.") in text_of(guide)
    assert SiteDocument.objects.count() == 1


def test_text_that_changes_meanwhile_is_made_again(site, needs_pango, monkeypatch):
    guide = make_guide()

    def publish():
        guide.body = [*BODY, ("text", "<p>Nodig iedereen uit.</p>")]
        guide.save_revision().publish()

    interrupted(monkeypatch, publish)

    assert make_document(guide.pk) is True
    assert words("Nodig iedereen uit.") in text_of(guide)


def test_nothing_is_stored_of_a_page_that_was_taken_off_meanwhile(site, needs_pango, monkeypatch):
    guide = make_guide()
    interrupted(monkeypatch, lambda: GuidePage.objects.filter(pk=guide.pk).update(live=False))

    assert make_document(guide.pk) is False
    assert not SiteDocument.objects.exists()


def files(settings) -> list[bytes]:
    return [path.read_bytes() for path in sorted(Path(settings.MEDIA_ROOT, "documents").rglob("*.pdf"))]


def test_failure_at_the_end_leaves_file_and_row_as_they_were(site, needs_pango, monkeypatch, settings):
    guide = make_guide()
    make_document(guide.pk)
    document, before = SiteDocument.objects.get(), files(settings)
    guide.body = [*BODY, ("text", "<p>Nodig iedereen uit.</p>")]
    guide.save_revision().publish()

    def refuse(*args, **kwargs):
        raise OSError("disk full")

    with monkeypatch.context() as patched, pytest.raises(OSError, match="disk full"):
        patched.setattr(MadeDocument, "save", refuse)
        patched.setattr(MadeDocument.objects, "update_or_create", lambda **kwargs: None)
        make_document(guide.pk)

    document.refresh_from_db()
    assert files(settings) == before
    with document.open_file() as file:
        assert hash_filelike(file) == document.file_hash


def test_replaced_file_is_removed_once_the_new_one_is_stored(
    site, needs_pango, settings, django_capture_on_commit_callbacks
):
    guide = make_guide()
    make_document(guide.pk)

    with django_capture_on_commit_callbacks(execute=True):
        make_document(guide.pk, anew=True)

    assert len(files(settings)) == 1
    assert len(list(Path(settings.MEDIA_ROOT, "documents").iterdir())) == 1
