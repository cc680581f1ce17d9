"""The document that the site makes of a guide: when it is made, and what stays when that fails."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import ReferenceIndex

from cms.models import SiteDocument, SiteImage
from resources.checks import documents_can_be_made
from resources.guide_documents import making
from resources.guide_documents.html import guide_html
from resources.guide_documents.making import CannotMakeDocuments, make_document, renew_documents
from resources.models import EarlierEdition, GuidePage, MadeDocument
from tests.factories import GuidePageFactory, SiteDocumentFactory, SiteImageFactory, UserFactory
from tests.resources.guides import BODY, make_guide, pdf_of, text_of
from tests.resources.pdf_files import words

pytestmark = pytest.mark.django_db


def test_publishing_makes_the_document(site, needs_pango, django_capture_on_commit_callbacks):
    guide = make_guide()

    with django_capture_on_commit_callbacks(execute=True):
        guide.save_revision().publish()

    guide.refresh_from_db()
    document = guide.document
    assert document.title == "Handreiking: Kijk mee"
    assert document.filename == f"{guide.slug}-1-0.pdf"
    assert document.page_count == len(pdf_of(guide).pages)
    assert document.file_size > 10_000
    assert words("Bel de buren") in text_of(guide)
    assert ReferenceIndex.get_references_to(document).exists()


def test_publishing_a_guide_that_does_not_ask_makes_nothing(site, django_capture_on_commit_callbacks):
    own = SiteDocumentFactory()
    guide = make_guide(makes_document=False, document=own)
    making_one = make_guide(is_in_the_making=True)

    with django_capture_on_commit_callbacks(execute=True):
        guide.save_revision().publish()
        making_one.save_revision().publish()

    assert list(SiteDocument.objects.all()) == [own]
    assert not MadeDocument.objects.exists()


def test_nothing_is_made_while_no_word_changes(site, needs_pango):
    guide = make_guide()

    assert make_document(guide.pk) is True
    assert make_document(guide.pk) is False
    assert make_document(guide.pk, anew=True) is True
    assert SiteDocument.objects.count() == 1


def test_changed_text_replaces_the_file_and_keeps_its_address(site, needs_pango):
    guide = make_guide()
    make_document(guide.pk)
    guide.refresh_from_db()
    address, first = guide.document.url, guide.document.file_hash
    guide.body = [*BODY, ("text", "<p>Nodig iedereen uit.</p>")]
    guide.save_revision().publish()

    make_document(guide.pk)

    guide.refresh_from_db()
    assert guide.document.url == address
    assert guide.document.file_hash != first
    assert words("Nodig iedereen uit.") in text_of(guide)
    assert SiteDocument.objects.count() == 1


def test_new_version_leaves_the_old_document_as_it_was(site, needs_pango):
    guide = make_guide()
    make_document(guide.pk)
    guide.refresh_from_db()
    old, guide.edition = guide.document, "2.0"
    guide.save_revision().publish()

    make_document(guide.pk)

    guide.refresh_from_db()
    old.refresh_from_db()
    assert guide.document != old
    assert old.title == "Handreiking: Kijk mee, versie 1.0"
    assert guide.document.filename == f"{guide.slug}-2-0.pdf"


def test_document_of_an_earlier_version_is_never_replaced(site, needs_pango):
    guide = make_guide()
    make_document(guide.pk)
    guide.refresh_from_db()
    old = guide.document
    EarlierEdition.objects.create(page=guide, edition="0.9", published_on="2020-01-01", document=old)

    make_document(guide.pk, anew=True)

    guide.refresh_from_db()
    assert guide.document != old


def test_uploaded_document_is_not_overwritten(site, needs_pango):
    own = SiteDocumentFactory(title="Zelf gemaakt")
    guide = make_guide(document=own)

    make_document(guide.pk)

    guide.refresh_from_db()
    own.refresh_from_db()
    assert guide.document != own
    with own.open_file() as file:
        assert file.read() == b"Een tekst om te lezen."


def test_draft_from_before_keeps_the_document_that_was_made_since(site, needs_pango):
    guide = make_guide()
    draft = guide.save_revision()
    make_document(guide.pk)
    guide.refresh_from_db()
    made = guide.document

    draft.publish()

    guide.refresh_from_db()
    assert guide.document == made


def test_end_of_a_consent_renews_the_document(site, needs_pango):
    image = SiteImageFactory(description="Een student aan tafel")
    guide = make_guide(body=[*BODY, ("image", {"image": image, "caption": "Aan tafel", "layout": "column"})])
    make_document(guide.pk)
    assert words("Aan tafel") in text_of(guide)
    SiteImage.objects.filter(pk=image.pk).update(consent_until=timezone.localdate() - timedelta(days=1))

    renew_documents(timezone.now())

    assert words("Aan tafel") not in text_of(guide)


# --- When it fails ----------------------------------------------------------------------------------------


def test_failure_keeps_the_old_document_and_is_told_to_editors(site, client, without_maker):
    own = SiteDocumentFactory()
    guide = make_guide(document=own)

    with pytest.raises(CannotMakeDocuments):
        make_document(guide.pk)

    guide.refresh_from_db()
    assert guide.document == own
    client.force_login(UserFactory(is_superuser=True))
    home = client.get("/cms/").content.decode()
    assert "Documenten die niet gemaakt konden worden" in home
    assert "WeasyPrint ontbreekt" in home


def test_one_failure_does_not_stop_the_others(site, without_maker):
    guides = [make_guide(), make_guide()]

    renew_documents(timezone.now())

    assert {made.page_id for made in MadeDocument.objects.exclude(error="")} == {one.pk for one in guides}


def test_check_speaks_only_where_a_document_is_wanted(site, without_maker):
    assert documents_can_be_made(None, databases=["default"]) == []

    make_guide()

    found = documents_can_be_made(None, databases=["default"])

    assert [warning.id for warning in found] == ["resources.W001"]


def test_words_of_a_program_stay_in_the_log(site, monkeypatch, caplog):
    def broken(_source):
        raise ValueError("/srv/zin/geheim.woff2 is broken")

    monkeypatch.setattr(making, "pdf_maker", lambda: broken)
    guide = make_guide()

    with pytest.raises(ValueError, match="broken"):
        make_document(guide.pk)

    told = "Het maken van de pdf is mislukt. De beheerder vindt de reden in het logboek."
    assert MadeDocument.objects.get(page=guide).error == told
    assert "geheim.woff2 is broken" in caplog.text


# --- By hand ----------------------------------------------------------------------------------------------


def test_command_makes_all_or_some(site, needs_pango, tmp_path):
    one, other = make_guide(slug="een"), make_guide(slug="twee")
    GuidePageFactory(slug="drie")
    out = StringIO()

    call_command("make_documents", "een", stdout=out)
    call_command("make_documents", to=tmp_path / "uit", stdout=out)

    one.refresh_from_db()
    other.refresh_from_db()
    assert one.document is not None
    assert other.document is None
    written = sorted(path.name for path in (tmp_path / "uit").iterdir())
    assert written == ["een.pdf", "fingerprints.json", "twee.pdf"]
    assert json.loads((tmp_path / "uit" / "fingerprints.json").read_text()) == {
        guide.slug: guide_html(guide.pk).text_fingerprint for guide in (one, other)
    }
    assert out.getvalue().splitlines()[0].startswith(f"een: {one.document.page_count} pages, ")


def test_command_refuses_what_is_not_there(site, needs_pango):
    GuidePageFactory(slug="drie")

    with pytest.raises(CommandError, match="drie"):
        call_command("make_documents", "drie")


def test_command_without_maker_says_what_is_missing(site, without_maker):
    with pytest.raises(CommandError, match="WeasyPrint"):
        call_command("make_documents")


def test_title_does_not_repeat_its_kind(site):
    titles = {"Kijk mee": "Handreiking: Kijk mee", "Kort: folder": "Kort: folder", "Handreiking lezen": None}

    for title, expected in titles.items():
        assert making.title_of(GuidePage(title=title)) == (expected or title)
