"""Make the document of a guide and store it; what was there stays until the new one is whole."""

from __future__ import annotations

import logging
import os
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.utils.file import hash_filelike

from cms.models import SiteDocument
from resources.guide_documents.html import GuideHtml, guide_html
from resources.models import EarlierEdition, GuidePage, MadeDocument

if TYPE_CHECKING:
    from resources.guide_documents.pdf import GuidePdf

logger = logging.getLogger("resources.guide_documents")


class CannotMakeDocuments(RuntimeError):
    """The libraries that make a PDF are not there; the message says which, for editors too."""


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

    Nothing happens when no word changed since the last time, unless ``anew``. A failure is noted for the
    editors (`MadeDocument.error`) and raised; the document that was there stays.
    """
    at = at or timezone.now()
    guide = asking(at).filter(pk=page_pk).first()
    if guide is None:
        return False
    try:
        source = guide_html(page_pk, at=at)
        if not anew and is_up_to_date(guide, source):
            MadeDocument.objects.filter(page=guide).update(error="")
            return False
        store(guide, source, pdf_maker()(source), at)
    except Exception as failure:
        MadeDocument.objects.update_or_create(page=guide, defaults={"error": str(failure) or repr(failure)})
        raise
    return True


def asking(at: datetime):
    """The guides of which everybody may see a document made by the site at the aware datetime ``at``."""
    return GuidePage.objects.visible(at).filter(makes_document=True, is_in_the_making=False)


def is_up_to_date(guide: GuidePage, source: GuideHtml) -> bool:
    made = MadeDocument.objects.filter(page=guide, document=guide.document_id).first()
    return bool(guide.document_id and made and made.fingerprint == source.fingerprint)


def renew_documents(at: datetime) -> None:
    """Make every document of which the text changed; a failure is logged and noted, the others go on."""
    for page_pk in asking(at).values_list("pk", flat=True):
        try:
            make_document(page_pk, at=at)
        except Exception:  # whatever goes wrong with one guide, the next gets its turn
            logger.exception("The document of guide %s could not be made", page_pk)


@transaction.atomic
def store(guide: GuidePage, source: GuideHtml, pdf: GuidePdf, at: datetime) -> SiteDocument:
    """Store ``pdf`` as the document of ``guide``.

    As long as the version keeps its number, the file is replaced and its address stays. With a new number the
    old document stays as it is, under the name of its version, for the editor's list of earlier versions.
    """
    made, _is_new = MadeDocument.objects.select_for_update().get_or_create(page=guide)
    document = made.document
    if document and (made.edition != guide.edition or is_earlier_edition(document)):
        if made.edition != guide.edition:
            keep_as_version(document, made.edition)
        document = None
    if document:
        replace_file(document, pdf.content)
    else:
        name = f"{guide.slug}-{slugify(guide.edition.replace('.', '-'))}".strip("-")
        document = SiteDocument(file=ContentFile(pdf.content, name=f"{name}.pdf"))
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
    return document


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


def replace_file(document: SiteDocument, content: bytes) -> None:
    """Put ``content`` in the place of the file, in one step, so that no reader ever gets half of it."""
    path = Path(document.file.path)
    fresh = path.with_suffix(".new")
    fresh.write_bytes(content)
    fresh.chmod(0o644)
    os.replace(fresh, path)
