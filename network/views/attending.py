"""Who scans the code in the room is noted as present. The site tells nobody who takes part (rule 4)."""

from __future__ import annotations

from functools import wraps

from django.db import OperationalError
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cms.limits import allow
from cms.public_forms import public_form
from network.attendance.marking import mark_own
from network.attendance.own import own_sessions
from network.attendance.scanning import read_code
from network.forms import AttendForm
from network.letter_facts import period
from network.registration_pages import training_facts
from network.views.own_registration import BUSY_SECONDS, for_holder, see_other

SENT = "verzonden"  # the parameter of the page that says that it was taken
FROM_A_ROOM = "120/15m"  # a full room sends from one address
WITH_AN_ADDRESS = "10/1h"


def not_kept(view):
    """A page that no one may keep or list, and of which no other site learns the address."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return answer


@not_kept
@public_form
@require_http_methods(["GET", "HEAD", "POST"])
def attend(request, code):
    """The form around the session, and 303 to the answer that is always the same."""
    scanned = read_code(code)
    if scanned is None:
        return render(request, "network/attend_unknown.html", status=404)
    form = AttendForm(request.POST or None, at=request.visit.at)
    if not scanned.is_open(request.visit.at):
        return _page(request, scanned, form, is_closed=True, status=409 if request.method == "POST" else 200)
    if request.method == "POST":
        return _send(request, scanned, form)
    return _page(request, scanned, form)


def _send(request, scanned, form):
    if form.is_from_a_program:
        form.add_error(None, form.quick)
    if not form.is_valid() or not form.check_time():
        return _page(request, scanned, form, code="invalid", status=422)
    email = form.cleaned_data["email"]
    key = salted_hmac("network.limits", email).hexdigest()
    wait = allow(request, "attend", FROM_A_ROOM) or allow(request, "attend-address", WITH_AN_ADDRESS, key=key)
    if wait:
        form.add_error(None, _("That was often. Please try again later."))
        return _page(request, scanned, form, code="busy", status=429, retry_after=wait)
    try:
        mark_own(scanned.event, scanned.session, email, at=request.visit.at)
    except OperationalError:
        form.add_error(None, _("It is very busy. Nothing is lost: please send it again."))
        return _page(request, scanned, form, code="busy", status=503, retry_after=BUSY_SECONDS)
    return HttpResponseRedirect(f"{request.path}?{SENT}=1", status=303)


def _page(request, scanned, form, *, code="", is_closed=False, status=200, retry_after=0):
    context = {
        **training_facts(scanned.event, request.visit, _("I am here")),
        "form": form,
        "code": code,
        "is_sent": SENT in request.GET,
        "is_closed": is_closed,
        "opens_at": scanned.opens_at,
        "when": period(scanned.session.starts_at, scanned.session.ends_at),
    }
    response = render(request, "network/attend.html", context, status=status)
    if retry_after:
        response.headers["Retry-After"] = str(retry_after)
    return response


@for_holder
def own_attendance(request, registration, token):
    """The same with the link of the own mail: one button, no address. Sent again it answers the same."""
    at = request.visit.at
    open_now = [one.session for one in own_sessions(registration, at) if one.is_open]
    if request.method == "POST" and open_now:
        try:
            mark_own(registration.event, open_now[0], registration.email, at=at)
        except OperationalError:
            return see_other("network:registration", token, done="druk")
        return see_other("network:registration", token, done="aanwezig")
    return see_other("network:registration", token)
