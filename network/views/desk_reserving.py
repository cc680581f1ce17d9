from __future__ import annotations

from django.conf import settings
from django.db import OperationalError
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cms.limits import allow
from cms.middleware import BUSY_SECONDS
from network.desk_access import coordinator_required
from network.desk_people import public_training
from network.forms import ReserveForm
from network.registration.actors import coordinator
from network.registration.errors import DoNotAllFit, RegistrationError, SubmissionDiffers
from network.registration.reserving import reserve
from network.registration_pages import places, training_facts

STATUS = {"closed": 409, "full": 409, "duplicate": 409, "busy": 429, "invalid": 422}


@coordinator_required
@require_http_methods(["GET", "HEAD", "POST"])
def reserve_seats(request, slug):
    """Hold places for the own organisation; 303 to the desk, where the names are filled in."""
    event = public_training(slug, request.visit.at)
    if request.method != "POST":
        return _page(request, event, ReserveForm(event, at=request.visit.at))
    form = ReserveForm(event, request.POST, at=request.visit.at)
    if not form.is_valid() or not (form.is_stored or form.check_time()):
        return _page(request, event, form, code="invalid")
    if not form.is_stored and (wait := _wait(request)):
        form.add_error(None, _("That was often. Please try again later."))
        return _page(request, event, form, code="busy", retry_after=wait)
    return _reserve(request, event, form)


def _wait(request) -> int | None:
    return allow(request, "register", settings.LIMIT_REGISTER, key=f"user-{request.user.pk}")


def _reserve(request, event, form):
    try:
        reserve(
            event,
            form.cleaned_data["number"],
            organisation=request.organisation,
            actor=coordinator(request.user),
            submission_id=form.sent_id,
            named_by=form.named_by,
            at=request.visit.at,
        )
    except DoNotAllFit:
        form.add_error("number", _("There are not so many places. Choose a lower number."))
        return _page(request, event, form, code="full")
    except RegistrationError as refusal:
        form.add_error(None, refusal.message)
        if isinstance(refusal, SubmissionDiffers):
            form.renew()
        return _page(request, event, form, code=refusal.code)
    except OperationalError:
        form.add_error(None, _("It is very busy. Nothing is lost: please send it again."))
        return _page(request, event, form, code="busy", status=503, retry_after=BUSY_SECONDS)
    path = reverse("network:desk")
    return HttpResponseRedirect(f"{path}?klaar=vastgehouden#party-{event.pk}", status=303)


def _page(request, event, form, *, code: str = "", status: int = 0, retry_after: int = 0):
    context = {
        **training_facts(event, request.visit, _("Hold places")),
        **places(event, request.visit),
        "organisation": request.organisation,
        "form": form,
        "code": code,
    }
    status = status or (STATUS[code] if code else 200)
    response = render(request, "network/desk/reserve.html", context, status=status)
    if retry_after:
        response.headers["Retry-After"] = str(retry_after)
    return response
