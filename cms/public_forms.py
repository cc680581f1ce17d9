"""Forms for visitors without login: no cookie, and still no form of another site that posts to ours.

A CSRF token needs a cookie on the page that shows the form, and visitors who only look get none. Every
browser names where a POST comes from, so a POST from elsewhere is refused by that. A program that is no
browser (a mail program that ends a subscription) names nothing; it carries nobody's cookies either, so there
is nothing to forge.
Source: OWASP's cheat sheet on cross-site request forgery, "Fetch Metadata" and "Verifying Origin".
"""

from __future__ import annotations

from functools import wraps
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.views.decorators.csrf import csrf_exempt


def public_form(view):
    """Decorate a view whose POST needs no login: no token, but 403 for a POST from another site."""

    @csrf_exempt
    @wraps(view)
    def answer(request, *args, **kwargs):
        if request.method == "POST" and comes_from_elsewhere(request):
            raise PermissionDenied("A form of another site posted to this one")
        return view(request, *args, **kwargs)

    return answer


def comes_from_elsewhere(request) -> bool:
    """Whether the browser says that another site made this request. False when nothing is said."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return bool(origin) and urlsplit(origin).netloc != request.get_host()
