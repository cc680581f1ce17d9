"""The document that the site made of a guide goes to who may read the guide, and to nobody else."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.consent import withdraw_images
from cms.models import SiteDocument, SiteImage
from resources import receivers
from resources.models import MadeDocument
from tests.factories import SiteDocumentFactory, SiteImageFactory, UserFactory
from tests.resources.guides import BODY, make_guide

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide(site):
    """A guide with a document that the site made; what is in the file does not matter here."""
    document = SiteDocument.objects.create(title="Kijk mee", file=ContentFile(b"%PDF-", name="kijk-mee.pdf"))
    guide = make_guide(document=document)
    MadeDocument.objects.create(page=guide, document=document)
    return guide


@pytest.fixture
def asked_for(monkeypatch):
    """The keys of the guides of which a document is asked for."""
    keys = []
    monkeypatch.setattr(receivers, "make_document", SimpleNamespace(enqueue=keys.append))
    return keys


def status(client, guide) -> int:
    response = client.get(guide.document.url)
    response.getvalue()  # to its end, so that the file is closed
    return response.status_code


def test_document_of_a_public_guide_is_there(guide, client):
    assert status(client, guide) == 200


def test_document_goes_and_comes_back_with_the_page(guide, client):
    guide.unpublish()
    gone = status(client, guide)

    guide.save_revision().publish()

    assert (gone, status(client, guide)) == (404, 200)


def test_document_goes_when_the_page_expires(guide, client):
    type(guide).objects.filter(pk=guide.pk).update(expire_at=timezone.now() - timedelta(minutes=1))

    assert status(client, guide) == 404


@pytest.mark.parametrize("is_above", [False, True], ids=["page", "page above"])
def test_password_of_the_page_is_that_of_the_document(guide, client, is_above):
    closed = guide.get_parent() if is_above else guide
    restriction = PageViewRestriction.objects.create(
        page=closed, restriction_type=PageViewRestriction.PASSWORD, password="welkom"
    )
    before = status(client, guide)

    session = client.session
    session["passed_page_view_restrictions"] = [restriction.pk]
    session.save()

    assert (before, status(client, guide)) == (404, 200)


def test_editors_get_it_always(guide, client):
    guide.unpublish()
    client.force_login(UserFactory(is_superuser=True))

    assert status(client, guide) == 200


def test_document_of_an_editor_stays(site, client):
    guide = make_guide(document=SiteDocumentFactory())
    MadeDocument.objects.create(page=guide, error="…")
    guide.unpublish()

    assert status(client, guide) == 200


def test_page_without_its_password_gets_a_new_document(guide, asked_for, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        restriction = PageViewRestriction.objects.create(
            page=guide.get_parent(), restriction_type=PageViewRestriction.LOGIN
        )
    asked_for.clear()

    with django_capture_on_commit_callbacks(execute=True):
        restriction.delete()

    assert asked_for == [guide.pk]


def test_end_of_a_consent_asks_for_a_new_document(site, asked_for, django_capture_on_commit_callbacks):
    image = SiteImageFactory()
    guide = make_guide(body=[*BODY, ("image", {"image": image, "caption": "", "layout": "column"})])
    make_guide()
    SiteImage.objects.filter(pk=image.pk).update(consent_until=timezone.localdate() - timedelta(days=1))
    asked_for.clear()

    with django_capture_on_commit_callbacks(execute=True):
        withdraw_images(timezone.now())

    assert asked_for == [guide.pk]
