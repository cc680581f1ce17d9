"""System checks that say in one sentence what is missing."""

import re

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register
from django.db import DatabaseError

from resources.guide_documents.making import CannotMakeDocuments, pdf_maker
from resources.models import GuidePage


@register(Tags.database)
def documents_can_be_made(app_configs, databases=None, **kwargs):
    """Only where the database is checked and a guide asks for it; before the first migration none does."""
    if not databases:  # every command checks, and importing WeasyPrint takes a second
        return []
    try:
        if not GuidePage.objects.filter(makes_document=True).exists():
            return []
    except DatabaseError:
        return []
    try:
        pdf_maker()
    except CannotMakeDocuments as missing:
        hint = "Install the extra 'pdf' and, on Debian, libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0."
        return [Warning(str(missing), hint=hint, id="resources.W001")]
    return []


@register
def search_index_has_a_name(app_configs, **kwargs):
    """Server and aliases take few signs, and our indexes get a moment behind the name."""
    if not settings.ELASTICSEARCH_URL or re.fullmatch(
        r"[a-z0-9][a-z0-9_-]{0,199}", settings.ELASTICSEARCH_INDEX
    ):
        return []
    hint = "Use small letters, digits, hyphens and underscores, as in mbo-zin."
    return [Error("ELASTICSEARCH_INDEX is no name for an index.", hint=hint, id="resources.E001")]
