"""Send uploaded images, films and captions. Documents have a view of their own that knows who may read them.

A film is asked for in pieces, so one range a request is answered (RFC 9110, 14); several ranges get the
whole file.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.utils import timezone
from django.utils.http import http_date, parse_http_date_safe
from django.views.decorators.http import require_safe

from cms.consent import is_withheld

FOLDERS = ("images", "original_images", "media", "media_captions", "media_thumbnails")
PICTURES = ("images/", "original_images/")
TYPES = {
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".vtt": "text/vtt; charset=utf-8",
    ".webm": "video/webm",
}
SHOWN = ("image/", "video/", "audio/", "text/vtt")  # anything else is a download
KEPT_SECONDS = 7 * 24 * 3600  # in a cache; a picture whose consent ends is gone from caches a week later
CHUNK = 64 * 1024  # bytes
RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})$")
POLICY = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'"


@require_safe
def media(request, path: str):
    """Answer a file in one of ``FOLDERS``; 404 for every other path, 416 for a range outside the file."""
    file = find(path)
    withheld = path.startswith(PICTURES) and is_withheld(path, timezone.localdate())
    if withheld and not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
    response = _answer(request, file)
    if withheld:  # editors see it, to decide about it; nobody else may get it from a cache
        response.headers["Cache-Control"] = "private, no-store"
    return response


def _answer(request, file: Path):
    details = file.stat()
    modified = http_date(details.st_mtime)
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    if since is not None and int(details.st_mtime) <= since and "Range" not in request.headers:
        return _finish(HttpResponseNotModified(), file, modified)
    part = _range(request, details.st_size, modified)
    if part is None:
        whole = HttpResponse if request.method == "HEAD" else FileResponse
        response = whole(b"" if request.method == "HEAD" else file.open("rb"), content_type=_type(file))
        response.headers["Content-Length"] = details.st_size
    elif not part:
        response = HttpResponse(status=416, headers={"Content-Range": f"bytes */{details.st_size}"})
    else:
        response = StreamingHttpResponse(_read(file, part), status=206, content_type=_type(file))
        response.headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{details.st_size}"
        response.headers["Content-Length"] = len(part)
    return _finish(response, file, modified)


def find(path: str) -> Path:
    """The file at ``path`` below MEDIA_ROOT.

    Raises Http404 for anything that is not an ordinary public file.
    """
    root = Path(settings.MEDIA_ROOT).resolve()
    steps = path.split("/")
    if steps[0] not in FOLDERS or any(step in ("", ".", "..") or step.startswith(".") for step in steps):
        raise Http404
    try:
        file = (root / path).resolve()
        if file.is_relative_to(root / steps[0]) and file.is_file():
            return file
    except (OSError, ValueError):  # a name too long, a NUL byte, a loop of links
        pass
    raise Http404


def _range(request, size: int, modified: str) -> range | None:
    """The bytes asked for: None for the whole file, an empty range when there are no such bytes."""
    header = request.headers.get("Range", "").strip()
    if request.method == "HEAD" or request.headers.get("If-Range", modified) != modified:
        return None
    found = RANGE.match(header)
    if not found or not (found[1] or found[2]):
        return None
    if not found[1]:
        return range(max(0, size - int(found[2])), size) if int(found[2]) else range(0)
    first = int(found[1])
    last = min(int(found[2]), size - 1) if found[2] else size - 1
    if found[2] and int(found[2]) < first:
        return None  # not a valid range, so it is ignored
    return range(first, last + 1) if first < size else range(0)


def _read(file: Path, part: range) -> Iterator[bytes]:
    with file.open("rb") as stream:
        stream.seek(part.start)
        left = len(part)
        while left and (chunk := stream.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk


def _type(file: Path) -> str:
    return TYPES.get(file.suffix.lower()) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"


def _finish(response, file: Path, modified: str):
    shown = _type(file).startswith(SHOWN) and not _type(file).startswith("image/svg")
    response["Accept-Ranges"] = "bytes"
    response["Last-Modified"] = modified
    response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = POLICY
    response["Content-Disposition"] = "inline" if shown else "attachment"
    return response
