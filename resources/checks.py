"""System checks that say in one sentence what is missing."""

from django.core.checks import Tags, Warning, register
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
