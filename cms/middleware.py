"""What happens to every request of the public site, as function middleware."""

from django.http import HttpResponseBadRequest
from django.utils.translation import gettext as _

from cms.visit import Visit, visiting

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
