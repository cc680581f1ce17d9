"""Make the document of a guide and store it; what was there stays until the new one is whole."""

from __future__ import annotations

import logging
import secrets
from contextlib import suppress
from datetime import datetime
from functools import partial
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.utils.file import hash_filelike

from cms.models import SiteDocument
from resources.guide_documents.failures import CannotMakeDocuments, TextKeepsChanging, for_editors
from resources.guide_documents.html import GuideHtml, guide_html
from resources.models import EarlierEdition, GuidePage, MadeDocument

if TYPE_CHECKING:
    from cms.pdf import Pdf

logger = logging.getLogger("resources.guide_documents")

ATTEMPTS = 3  # at a text that changes while it is made
LONGEST_SLUG = 60  # characters of it in the name of the file
STORAGE = SiteDocument._meta.get_field("file").storage


def pdf_maker():
    """The function that makes a PDF. Raises `CannotMakeDocuments` where WeasyPrint or Pango is missing."""
    try:
        from resources.guide_documents.pdf import guide_pdf
    except ImportError as missing:
        message = _("The site cannot make documents: WeasyPrint is missing (the extra “pdf”).")
        raise CannotMakeDocuments(message) from missing
    except OSError as missing:
        message = _("The site cannot make documents: the system library Pango is missing.")
        raise CannotMakeDocuments(message) from missing
    return guide_pdf


def make_document(page_pk: int, *, at: datetime | None = None, anew: bool = False) -> bool:
    """Make the document of a public guide that asks for it; True when a new one was stored.

    Nothing happens when no word changed since the last time, unless ``anew``. Text that changes while the PDF
    is made is made again. A failure is logged, noted for the editors (`MadeDocument.error`) and raised; the
    document that was there stays.
    """
    at = at or timezone.now()
    try:
        for _attempt in range(ATTEMPTS):
            guide = asking(at).filter(pk=page_pk).first()
            if guide is None:
                return False
            source = guide_html(page_pk, at=at)
            if not anew and is_up_to_date(guide, source):
                MadeDocument.objects.filter(page=guide).update(error="")
                return False
            if store(page_pk, source, pdf_maker()(source), at):
                return True
        raise TextKeepsChanging
    except Exception as failure:
        logger.exception("The document of guide %s could not be made", page_pk)
        MadeDocument.objects.update_or_create(page_id=page_pk, defaults={"error": for_editors(failure)})
        raise


def asking(at: datetime):
    """The guides of which everybody may see a document made by the site at the aware datetime ``at``."""
    return GuidePage.objects.visible(at).filter(makes_document=True, is_in_the_making=False)


def is_up_to_date(guide: GuidePage, source: GuideHtml) -> bool:
    made = MadeDocument.objects.filter(page=guide, document=guide.document_id).first()
    return bool(guide.document_id and made and made.fingerprint == source.fingerprint)


def renew_documents(at: datetime) -> None:
    """Make every document of which the text changed; whatever goes wrong with one, the next gets its turn."""
    for page_pk in asking(at).values_list("pk", flat=True):
        with suppress(Exception):  # logged and noted by then
            make_document(page_pk, at=at)


def store(page_pk: int, source: GuideHtml, pdf: Pdf, at: datetime) -> bool:
    """Store ``pdf``, made of ``source``, as the document of the guide; False when it is no longer its text.

    One at a time: the guide is locked and looked at again, so that a slow one never replaces a newer one.
    Whatever goes wrong, the file and what is known of it are both the old ones or both the new ones.
    """
    written: list[str] = []
    try:
        with transaction.atomic():
            guide = asking(at).filter(pk=page_pk).select_for_update(of=("self",)).first()
            if guide is None or guide_html(page_pk, at=at).fingerprint != source.fingerprint:
                return False
            _put(guide, source, pdf, at, written)
    except BaseException:
        for name in written:
            remove_file(name)
        raise
    return True


def _put(guide: GuidePage, source: GuideHtml, pdf: Pdf, at: datetime, written: list[str]) -> None:
    """Write the file, its name into ``written``, and the rows.

    As long as the version keeps its number, the file is replaced and its address stays. With a new number the
    old document stays as it is, under the name of its version, for the editor's list of earlier versions.
    """
    made, _is_new = MadeDocument.objects.get_or_create(page=guide)
    document = made.document
    if document and (made.edition != guide.edition or is_earlier_edition(document)):
        if made.edition != guide.edition:
            keep_as_version(document, made.edition)
        document = None
    if document:
        filename = document.filename
        transaction.on_commit(partial(remove_file, document.file.name))
    else:
        document, filename = SiteDocument(), filename_of(guide)
    document.file = write_file(filename, pdf.content)
    written.append(document.file.name)
    document.title = title_of(guide)
    document.page_count, document.file_size = pdf.page_count, len(pdf.content)
    document.file_hash = hash_filelike(BytesIO(pdf.content))
    document.save()
    if guide.document_id != document.pk:
        guide.document = document
        guide.save(clean=False, update_fields=["document"])
    made.document, made.edition, made.made_at = document, guide.edition, at
    made.fingerprint, made.error = source.fingerprint, ""
    made.save()


def is_earlier_edition(document: SiteDocument) -> bool:
    return EarlierEdition.objects.filter(document=document).exists()


def keep_as_version(document: SiteDocument, edition: str) -> None:
    """Name the document of a version that is replaced, so that editors find it in the list."""
    title = _("%(title)s, version %(edition)s") % {"title": document.title, "edition": edition or "1"}
    SiteDocument.objects.filter(pk=document.pk).update(title=title[:255])


def title_of(guide: GuidePage) -> str:
    """The kind before the title, unless the title says itself what it is ("Programma …", "…: folder")."""
    kind = guide.get_kind_display().capitalize()
    says_itself = ":" in guide.title or guide.title.lower().startswith(kind.lower())
    return guide.title if says_itself else f"{kind}: {guide.title}"


def filename_of(guide: GuidePage) -> str:
    edition = slugify(guide.edition.replace(".", "-"))
    return f"{guide.slug[:LONGEST_SLUG]}-{edition}".strip("-") + ".pdf"


def write_file(filename: str, content: bytes) -> str:
    """Write a file in a folder of its own and return its name for the storage.

    The address of a document is its key and ``filename``, so it stays while the one before is still there.
    """
    return STORAGE.save(f"documents/{secrets.token_hex(4)}/{filename}", ContentFile(content), max_length=100)


def remove_file(name: str) -> None:
    """Remove a file that no document has any more, and the folder that `write_file` made for it."""
    STORAGE.delete(name)
    folder = str(PurePosixPath(name).parent)
    if folder != "documents":
        with suppress(OSError):  # not empty
            STORAGE.delete(folder)
