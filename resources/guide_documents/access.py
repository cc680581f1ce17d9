"""Who gets the document that the site made of a guide: who may read the guide itself, and the editors.

Asked each time that a document is served, so it also holds when a page above gets a password, when a page
expires, and at once when it is published again: then the document is there at the same address.
"""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone

from cms.models import SiteDocument
from resources.models import MadeDocument


def is_withheld(document: SiteDocument, request: HttpRequest) -> bool:
    """Whether ``document`` was made of a guide that who sent ``request`` cannot read at this moment.

    A document of an editor is never withheld, nor a version from before: both are in the list of documents.
    """
    made = MadeDocument.objects.filter(document=document).select_related("page").first()
    if made is None or request.user.has_perm("wagtailadmin.access_admin"):
        return False
    page = made.page
    if not page.live or (page.expire_at and page.expire_at <= timezone.now()):
        return True
    return not all(rule.accept_request(request) for rule in page.get_view_restrictions())
