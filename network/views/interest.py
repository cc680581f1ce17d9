"""Sign up for a training without a date. A GET changes nothing; a known address gets the same answers."""

from __future__ import annotations

from functools import wraps

from django.conf import settings
from django.db import OperationalError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cms.crumbs import crumbs
from cms.limits import allow
from cms.middleware import BUSY_SECONDS
from cms.public_forms import public_form
from network import interest as rules
from network.forms import InterestForm
from network.interest_listing import interested_in_words
from network.models import TrainingEvent, TrainingIdea

SENT = "gevraagd"  # the parameter of the page that says that a mail is on its way
MAILS_TO_AN_ADDRESS = "3/1d"
SEO = {"noindex": True}


@public_form
@require_http_methods(["GET", "HEAD", "POST"])
def interest(request, slug):
    """The form, and 303 to the answer that is always the same; 422, 429 or 503 when it was not taken."""
    idea = TrainingIdea.objects.with_interest().filter(slug=slug).first()
    if idea is None or not idea.is_open:
        return _to_training(request, idea)
    if request.method == "POST":
        return _send(request, idea, InterestForm(request.POST, at=request.visit.at))
    return _page(request, idea, InterestForm(at=request.visit.at))


def _to_training(request, idea: TrainingIdea | None):
    """The training that came of a closed idea, so that an old link leads on. Raises Http404."""
    at = request.visit.at
    planned = TrainingEvent.objects.visible(at).upcoming(at).filter(planned_from=idea) if idea else None
    if not planned or request.method == "POST":
        raise Http404("No such training without a date")
    return HttpResponseRedirect(planned[0].get_absolute_url())


def _send(request, idea, form):
    if form.is_from_a_program:
        form.add_error(None, form.quick)
    if not form.is_valid() or not form.check_time():
        return _page(request, idea, form, code="invalid", status=422)
    if wait := allow(request, "interest", settings.LIMIT_REGISTER):
        form.add_error(None, _("That was often. Please try again later."))
        return _page(request, idea, form, code="busy", status=429, retry_after=wait)
    email = form.cleaned_data["email"]
    key = salted_hmac("network.limits", email).hexdigest()
    try:
        if allow(request, "interest-address", MAILS_TO_AN_ADDRESS, key=key) is None:
            organisation = form.cleaned_data["organisation_name"]
            rules.ask(idea, email, organisation_name=organisation, at=request.visit.at)
    except OperationalError:
        form.add_error(None, _("It is very busy. Nothing is lost: please send it again."))
        return _page(request, idea, form, code="busy", status=503, retry_after=BUSY_SECONDS)
    return HttpResponseRedirect(f"{idea.get_absolute_url()}?{SENT}=1", status=303)


def _page(request, idea, form, *, code: str = "", status: int = 200, retry_after: int = 0):
    context = {
        "idea": idea,
        "form": form,
        "code": code,
        "facts": [
            {"icon": "training", "label": _("Kind"), "value": capfirst(idea.get_kind_display())},
            {
                "icon": "place",
                "label": _("Where"),
                "value": f"{capfirst(idea.get_form_display())}, {idea.region}",
            },
        ],
        "interested": interested_in_words(idea.interested),
        "crumbs": crumbs(request.visit, f"/trainingen/{idea.slug}/", idea.title),
        "is_sent": SENT in request.GET and not form.errors,
        "seo": {"title": idea.title, "description": idea.summary},
    }
    response = render(request, "network/interest.html", context, status=status)
    if retry_after:
        response.headers["Retry-After"] = str(retry_after)
    return response


def for_holder(view):
    """Give the view the request that the link opens, None when there is none; the link goes nowhere else.

    No token against forged forms: nobody can send here without knowing the link, and a mail program that
    ends a request with one POST (RFC 8058) has none.
    """

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def answer(request, token):
        response = view(request, rules.find(token), token)
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return answer


@for_holder
def interest_link(request, found, token):
    """The link of the mail shows a button that confirms, so a program that opens links confirms nothing."""
    if found is None:
        return render(request, "network/interest_stopped.html", {"is_unknown": True, "seo": SEO}, status=404)
    if request.method == "POST":
        rules.confirm(found, at=request.visit.at)
        return HttpResponseRedirect(reverse("network:interest_link", args=[token]), status=303)
    context = {"idea": found.idea, "is_confirmed": found.confirmed_at, "token": token, "seo": SEO}
    return render(request, "network/interest_confirm.html", context)


@for_holder
def interest_stop(request, found, token):
    """GET shows a button, POST deletes; a second time gives the same answer."""
    if found is not None and request.method != "POST":
        return render(request, "network/interest_stop.html", {"idea": found.idea, "seo": SEO})
    if found is not None:
        rules.withdraw(found)
    return render(request, "network/interest_stopped.html", {"seo": SEO})
