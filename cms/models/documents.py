from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument

from cms.choices import DocumentLanguage


class SiteDocument(AbstractDocument):
    """A file to download. Page count and text are read from it by the worker (`cms.documents`)."""

    language = models.CharField(
        _("language"), max_length=2, choices=DocumentLanguage, default=DocumentLanguage.DUTCH
    )
    page_count = models.PositiveIntegerField(_("number of pages"), null=True, blank=True, editable=False)
    extracted_text = models.TextField(blank=True, editable=False)

    admin_form_fields = ("title", "file", "language", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]
