"""Pages go out compressed, also where no web server in front does it."""

from django.middleware.gzip import GZipMiddleware

TEXT = {
    "application/atom+xml",
    "application/javascript",
    "application/json",
    "application/xml",
    "image/svg+xml",
}
PARTIAL_CONTENT = 206  # a part of a file is counted in bytes of the file as it is


class CompressText(GZipMiddleware):
    """Compress text for a browser that takes gzip; leave pictures, fonts and films, which are compressed.

    WhiteNoise has a compressed copy of each static file in production, which passes as it is. Django adds
    some random bytes to each answer, so that its length tells nothing of a secret in it (BREACH).
    """

    def process_response(self, request, response):
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        is_text = kind.startswith("text/") or kind in TEXT
        if not is_text or response.status_code == PARTIAL_CONTENT:
            return response
        return super().process_response(request, response)
