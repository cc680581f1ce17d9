"""The link of a mail again, for who lost it. Everybody gets the same answer, just as fast (rule 4)."""

from __future__ import annotations

from django.conf import settings
from django.db import OperationalError
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cms.crumbs import crumbs
from cms.limits import allow
from cms.middleware import BUSY_SECONDS
from cms.public_forms import public_form
from network.forms import LostLinkForm
from network.registration.links import ask_lost_links

SENT = "verzonden"  # the parameter of the page that says that a mail is on its way
MAILS_TO_AN_ADDRESS = "5/1d"


@public_form
@require_http_methods(["GET", "HEAD", "POST"])
def lost_link(request):
    """The form, and 303 to the answer that is always the same; 422, 429 or 503 when it was not taken."""
    if request.method == "POST":
        return _send(request, LostLinkForm(request.POST, at=request.visit.at))
    return _page(request, LostLinkForm(at=request.visit.at))


def _send(request, form):
    if form.is_from_a_program:
        form.add_error(None, form.quick)
    if not form.is_valid() or not form.check_time():
        return _page(request, form, code="invalid", status=422)
    if wait := allow(request, "lost-link", settings.LIMIT_REGISTER):
        form.add_error(None, _("That was often. Please try again later."))
        return _page(request, form, code="busy", status=429, retry_after=wait)
    email = form.cleaned_data["email"]
    key = salted_hmac("network.limits", email).hexdigest()
    try:
        if allow(request, "lost-link-address", MAILS_TO_AN_ADDRESS, key=key) is None:
            ask_lost_links(email, at=request.visit.at)
    except OperationalError:
        form.add_error(None, _("It is very busy. Nothing is lost: please send it again."))
        return _page(request, form, code="busy", status=503, retry_after=BUSY_SECONDS)
    return HttpResponseRedirect(f"{reverse('network:lost_link')}?{SENT}=1", status=303)


def _page(request, form, *, code: str = "", status: int = 200, retry_after: int = 0):
    title = _("Get your link again")
    context = {
        "form": form,
        "code": code,
        "title": title,
        "crumbs": crumbs(request.visit, request.path, title),
        "is_sent": SENT in request.GET,
        "seo": {"noindex": True},
    }
    response = render(request, "network/lost_link.html", context, status=status)
    if retry_after:
        response.headers["Retry-After"] = str(retry_after)
    return response
