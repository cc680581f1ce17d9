"""One registration of the own organisation: what it stands for, its history, and what can be done with it."""

from __future__ import annotations

from django.db import OperationalError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cms.middleware import BUSY_SECONDS
from network.attendance.own import own_sessions
from network.choices import AccessKind
from network.desk_access import coordinator_required, may_have_link
from network.forms import ColleagueDataForm, ColleagueForm
from network.models import CertificateOfAttendance, Registration
from network.organiser.access import note_access
from network.registration import cancelling, reserving, tokens
from network.registration.actors import coordinator
from network.registration.book import CONFIRMED
from network.registration.errors import AlreadyRegistered, RegistrationError
from network.registration_pages import training_facts

DONE = {"replace": "vervangen", "cancel": "afgemeld", "change": "bewaard", "name": "ingevuld"}


@coordinator_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_registration(request, reference):
    """See it; POST ``action``: ``replace``, ``cancel``, ``change``, ``name`` (303) or ``link`` (200)."""
    registration = _find(request.organisation, reference)
    note_access(request.user, registration.event, AccessKind.PERSON, 1)
    action = request.POST.get("action", "")
    forms = _forms(request, registration, action)
    if request.method != "POST":
        return _page(request, registration, forms)
    if action == "link" and may_have_link(registration):
        link = tokens.link(registration, is_shared=True, at=request.visit.at)
        return _page(request, registration, forms, link=link)
    if action not in DONE or (action in forms and not forms[action].is_valid()):
        return _page(request, registration, forms, status=422)
    return _act(request, registration, forms, action)


def _find(organisation, reference: str) -> Registration:
    own = Registration.objects.filter(organisation=organisation, erased_at=None)
    found = own.select_related("event__venue", "organisation").filter(reference=reference).first()
    if found is None:
        raise Http404("no such registration of this organisation")
    return found


def _forms(request, registration, action: str) -> dict:
    """The forms by their action; the one that was sent holds what was typed."""

    def sent(name):
        return request.POST if action == name else None

    if registration.is_reserved:
        return {"name": ColleagueForm(request.organisation, sent("name"))}
    return {
        "replace": ColleagueForm(request.organisation, sent("replace")),
        "change": ColleagueDataForm(registration, sent("change")),
    }


def _act(request, registration, forms: dict, action: str):
    at, actor = request.visit.at, coordinator(request.user)
    try:
        if action == "cancel":
            cancelling.cancel(registration, actor=actor, at=at)
        elif action not in forms:
            return _page(request, registration, forms, status=422)
        elif action == "replace":
            registration = cancelling.replace(registration, forms[action].person, actor=actor, at=at)
        elif action == "change":
            cancelling.change_data(registration, forms[action].cleaned_data, actor=actor, at=at)
        else:
            reserving.name_seat(registration, forms[action].person, actor=actor, at=at)
    except AlreadyRegistered as refusal:
        forms[action].add_error("email", refusal.message)
        return _page(request, registration, forms, status=409)
    except RegistrationError as refusal:
        return _page(request, registration, forms, refusal=refusal, status=409)
    except OperationalError:
        return _page(request, registration, forms, is_busy=True, status=503)
    path = reverse("network:desk_registration", args=[registration.reference])
    return HttpResponseRedirect(f"{path}?klaar={DONE[action]}", status=303)


def _page(request, registration, forms, *, link="", refusal=None, is_busy=False, status=200):
    at = request.visit.at
    context = {
        **training_facts(registration.event, request.visit, registration.name or _("A held place")),
        "registration": registration,
        "position": registration.position_now(),
        "history": list(registration.log.all()),
        "may_act": registration.is_active and at < registration.event.starts_at,
        "may_have_link": may_have_link(registration),
        "forms": forms,
        "wrong": next((form for form in forms.values() if form.errors), None),
        "link": link,
        "sessions": own_sessions(registration, at) if registration.status == CONFIRMED else [],
        "certificate": CertificateOfAttendance.objects.filter(registration=registration).first(),
        "refusal": refusal,
        "is_busy": is_busy,
        "done": request.GET.get("klaar", ""),
    }
    response = render(request, "network/desk/registration.html", context, status=status)
    response.headers["Referrer-Policy"] = "no-referrer" if link else "same-origin"
    if is_busy:
        response.headers["Retry-After"] = str(BUSY_SECONDS)
    return response
