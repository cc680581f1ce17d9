"""What happens to every request of the site."""

import logging

from django.db import OperationalError
from django.http import HttpResponse, HttpResponseBadRequest
from django.template.loader import get_template
from django.utils.translation import gettext as _

from cms.visit import Visit, visiting

logger = logging.getLogger("cms.middleware")

BUSY_SECONDS = 5
EDITORS_PREFIX = "/cms/"
BLOCK_PREVIEW_PREFIX = "/cms/block-preview/"  # shows blocks as visitors see them

# Wagtail's screens carry inline scripts and styles; nothing may come from elsewhere there either.
EDITORS_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; media-src 'self' blob:; frame-src 'self'; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)


def refuse_control_characters(get_response):
    """Answer 400 to a NUL byte in path or query: no database takes it, and no visitor types it."""

    def middleware(request):
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest(_("This address contains characters that are not allowed."))
        return get_response(request)

    return middleware


class BusyDatabase:
    """Answer 503 and "try again" when a write waited too long for another one, or the database is away.

    Views that can keep what somebody typed answer so themselves; this is for all others. Nothing was stored.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, OperationalError):
            return None
        logger.warning(
            "The database did not answer in time: %s", type(exception).__name__, exc_info=exception
        )
        headers = {"Retry-After": str(BUSY_SECONDS), "Cache-Control": "no-store"}
        return HttpResponse(get_template("503.html").render(), status=503, headers=headers)


def public_request(get_response):
    """Open a `Visit` for a visitor's request; give the editors' screens their own security policy."""

    def middleware(request):
        path = request.path_info
        if path.startswith(EDITORS_PREFIX) and not path.startswith(BLOCK_PREVIEW_PREFIX):
            response = get_response(request)
            response.headers.setdefault("Content-Security-Policy", EDITORS_POLICY)
            return response
        host, port = _host_and_port(request)
        visit = Visit(host=host, port=port)
        request.visit = visit
        with visiting(visit):
            return get_response(request)

    return middleware


def _host_and_port(request) -> tuple[str, int]:
    host = request.get_host()
    name, _colon, port = host.rpartition(":") if not host.endswith("]") else (host, "", "")
    return (name or host, int(port)) if port.isdigit() else (host, 443 if request.is_secure() else 80)
