"""Register a whole list of colleagues: first what would happen, row by row, then a button that does it."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import OperationalError
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cms.limits import allow
from cms.middleware import BUSY_SECONDS
from network.choices import Together
from network.desk_access import coordinator_required
from network.desk_people import public_training
from network.forms import PeopleListForm
from network.models import Registration
from network.registration.actors import coordinator
from network.registration.errors import RegistrationError, SubmissionDiffers
from network.registration.foreseeing import foresee
from network.registration.registering import register
from network.registration_pages import places, training_facts

STATUS = {"closed": 409, "full": 409, "duplicate": 409, "busy": 429, "invalid": 422}


@coordinator_required
@require_http_methods(["GET", "HEAD", "POST"])
def register_list(request, slug):
    """GET the empty form; POST ``action`` = ``check`` shows what would happen, ``register`` does it (303)."""
    event = public_training(slug, request.visit.at)
    if request.method != "POST":
        return _page(request, event, PeopleListForm(event, request.organisation, at=request.visit.at))
    form = PeopleListForm(
        event, request.organisation, data=request.POST, files=request.FILES, at=request.visit.at
    )
    if not form.is_right:
        return _page(request, event, form, code="invalid")
    if request.POST.get("action") != "register" or not form.was_checked:
        return _foresee(request, event, form)
    return _register(request, event, form)


def _foresee(request, event, form, *, code: str = "", **options):
    """The page with what would happen to each row, or why nobody would be registered."""
    together = Together.FIT if event.has_waiting_list else Together.ALL
    actor = coordinator(request.user)
    try:
        found = foresee(register, event, form.people, submission_id=uuid4(), together=together, actor=actor)
    except RegistrationError as refusal:
        form.add_error(None, refusal.message)
        return _page(request, event, form, code=refusal.code)
    form.ask_group()
    return _page(request, event, form, outcome=found.result.outcome, code=code, **options)


def _register(request, event, form):
    if form.together is None:
        form.add_error("group", _("Choose what happens if not everybody fits."))
        return _foresee(request, event, form, code="invalid")
    if not form.is_stored and not form.check_time():
        return _foresee(request, event, form, code="invalid")
    if not form.is_stored and (wait := _wait(request)):
        form.add_error(None, _("That was often. Please try again later."))
        return _page(request, event, form, code="busy", retry_after=wait)
    try:
        submission = register(
            event,
            form.people,
            submission_id=form.sent_id,
            together=form.together,
            actor=coordinator(request.user),
            at=request.visit.at,
        )
    except RegistrationError as refusal:
        form.add_error(None, refusal.message)
        if isinstance(refusal, SubmissionDiffers):
            form.renew()
        return _foresee(request, event, form, code=refusal.code)
    except OperationalError:
        form.add_error(None, _("It is very busy. Nothing is lost: please send it again."))
        return _page(request, event, form, code="busy", status=503, retry_after=BUSY_SECONDS)
    return HttpResponseRedirect(reverse("network:registered", args=[event.slug, submission.pk]), status=303)


def _wait(request) -> int | None:
    return allow(request, "register", settings.LIMIT_REGISTER, key=f"user-{request.user.pk}")


def _page(request, event, form, *, outcome=None, code: str = "", status: int = 0, retry_after: int = 0):
    context = {
        **training_facts(event, request.visit, _("Register a list")),
        **places(event, request.visit),
        "organisation": request.organisation,
        "form": form,
        "rows": _rows(event, form, outcome),
        "is_foreseen": outcome is not None,
        "code": code,
    }
    status = status or (STATUS[code] if code else 200)
    response = render(request, "network/desk/list.html", context, status=status)
    if retry_after:
        response.headers["Retry-After"] = str(retry_after)
    return response


def _rows(event, form, outcome) -> list[dict]:
    """Each row of the list with its errors, or with what would become of it."""
    known = _known(event, form)
    rows = []
    for row in form.rows:
        told = outcome[len(rows)] if outcome else {}
        is_known = row.values.get("email") in known
        rows.append(
            {
                "number": row.number,
                "name": row.values.get("name", ""),
                "email": row.values.get("email", ""),
                "errors": row.errors,
                "is_known": is_known,
                "status": "" if is_known else told.get("status", ""),
                "position": told.get("position"),
            }
        )
    return rows


def _known(event, form) -> set[str]:
    """The addresses of the own organisation that are registered already; of others nothing is said."""
    own = Registration.objects.active().filter(event=event, organisation=form.organisation)
    emails = [person.email for person in form.people]
    return set(own.filter(email__in=emails).values_list("email", flat=True)) if emails else set()
