"""A registration for who has the link of the mail. GET changes nothing: mail scanners follow links (rule 6).

No token against forged forms and no check of where a POST comes from: nobody can send here without knowing
the link, and with ``no-referrer`` a browser does not say from where it posts.
"""

from __future__ import annotations

from functools import wraps

from django.db import OperationalError
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cms.middleware import BUSY_SECONDS
from network.attendance.own import own_sessions
from network.choices import RegistrationStatus
from network.forms import OwnDataForm
from network.models import CertificateOfAttendance
from network.privacy import registration_as_values
from network.registration import cancelling, tokens
from network.registration.actors import VISITOR
from network.registration.errors import RegistrationError
from network.registration_calendar import PUBLISH, media_type
from network.registration_calendar import registration_calendar as calendar_of
from network.registration_pages import training_facts

CONFIRMED = RegistrationStatus.CONFIRMED


def for_holder(view):
    """Give the view the registration that the link opens, and answer so that the link goes nowhere else."""

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def answer(request, token):
        registration = tokens.find(token)
        if registration is None:
            response = render(request, "network/registration_unknown.html", status=404)
        else:
            response = view(request, registration, token)
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return answer


@for_holder
def registration(request, registration, token):
    """See the registration, confirm the address, and correct the own data."""
    action = request.POST.get("action", "")
    form = OwnDataForm(registration, request.POST if action == "change" else None)
    if action == "confirm" or form.is_valid():
        return _act(request, registration, token, form, action)
    return _page(request, registration, token, form, status=422 if form.errors else 200)


def _act(request, registration, token, form, action: str):
    at = request.visit.at
    try:
        if action == "confirm":
            cancelling.confirm_address(registration, at=at)
        else:
            cancelling.change_data(registration, form.cleaned_data, actor=VISITOR, at=at)
    except RegistrationError:
        pass  # it was cancelled meanwhile: the page that comes next says so
    except OperationalError:
        return _busy(_page(request, registration, token, form, is_busy=True, status=503))
    return see_other("network:registration", token, done="bevestigd" if action == "confirm" else "bewaard")


@for_holder
def registration_cancel(request, registration, token):
    """A button that cancels; sent again it answers the same."""
    refusal = ""
    if request.method == "POST":
        try:
            cancelling.cancel(registration, at=request.visit.at)
            return see_other("network:registration_cancel", token)
        except RegistrationError as error:
            refusal = error.message
        except OperationalError:
            return _busy(_cancel_page(request, registration, token, is_busy=True, status=503))
    return _cancel_page(request, registration, token, refusal=refusal, status=409 if refusal else 200)


@for_holder
def registration_calendar(request, registration, token):
    """The sessions as a calendar file, only for who has a seat: waiting is not being registered (rule 2)."""
    if registration.status != RegistrationStatus.CONFIRMED:
        raise Http404("No seat, no calendar file")
    content = calendar_of(registration, method=PUBLISH, sequence=registration.calendar_sequence)
    response = HttpResponse(content, content_type=media_type(PUBLISH))
    response["Content-Disposition"] = f'attachment; filename="{registration.event.slug}.ics"'
    return response


@for_holder
def registration_data(request, registration, token):
    """Everything that is stored about this registration, to keep or to take along (rule 10)."""
    response = JsonResponse(
        registration_as_values(registration), json_dumps_params={"ensure_ascii": False, "indent": 1}
    )
    response["Content-Disposition"] = f'attachment; filename="{registration.reference}.json"'
    return response


def _page(request, registration, token, form, *, is_busy=False, status=200):
    at, event = request.visit.at, registration.event
    context = {
        **_about(request, registration, token, _("Your registration")),
        "form": form,
        "position": registration.position_now(),
        "done": request.GET.get("klaar", ""),
        "is_busy": is_busy,
        "is_past": at >= event.starts_at,
        "sessions": own_sessions(registration, at) if registration.status == CONFIRMED else [],
        "certificate": CertificateOfAttendance.objects.filter(registration=registration).first(),
    }
    return render(request, "network/registration.html", context, status=status)


def _cancel_page(request, registration, token, *, refusal="", is_busy=False, status=200):
    context = {
        **_about(request, registration, token, _("Cancel your registration")),
        "refusal": refusal,
        "is_busy": is_busy,
        "is_past": request.visit.at >= registration.event.starts_at,
    }
    return render(request, "network/registration_cancel.html", context, status=status)


def _about(request, registration, token, title: str) -> dict:
    return {
        **training_facts(registration.event, request.visit, title),
        "registration": registration,
        "token": token,
    }


def _busy(response):
    response.headers["Retry-After"] = str(BUSY_SECONDS)
    return response


def see_other(name: str, token: str, *, done: str = ""):
    """303 to the page by this name; ``done`` is what it says has been done."""
    return HttpResponseRedirect(reverse(name, args=[token]) + (f"?klaar={done}" if done else ""), status=303)
