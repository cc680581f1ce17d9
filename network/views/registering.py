"""Register for a training: the form, what becomes of it, and the page with the answer.

Visitors need no login. Who is logged in as a coordinator registers people of the own organisation, here and
at the desk: ``request.organisation`` says so, and is None for a visitor.
"""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import OperationalError
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cms import prepared
from cms.limits import allow
from cms.middleware import BUSY_SECONDS
from cms.public_forms import public_form
from network.desk_access import may_have_link, own_organisation
from network.forms import ColleaguesForm, RegistrationForm
from network.kept_pages import kept_page
from network.models import Registration
from network.registration import registering, tokens
from network.registration.actors import VISITOR, coordinator
from network.registration.errors import DoNotAllFit, RegistrationError, SubmissionDiffers
from network.registration.submission_ids import new_submission_id
from network.registration_pages import listed_organisations, places, training_facts
from network.registration_rows import Answer, find_answer, find_training, find_training_alone

FIRST_ROWS = 3  # of a coordinator's form
CROWD = 20  # all visitors together may register so many times as often for one training as one visitor may
STATUS = {"closed": 409, "full": 409, "duplicate": 409, "busy": 429, "invalid": 422}


@public_form
@require_http_methods(["GET", "HEAD", "POST"])
def register(request, slug):
    """The form, and 303 to the answer. Refused: 422, 409, 429 or 503, with what was typed."""
    request.organisation = own_organisation(request)
    return answer(request, slug)


def answer(request, slug):
    """The same for a visitor and for a coordinator of ``request.organisation``."""
    visit = request.visit
    if request.method == "POST":
        return _send(request, find_training_alone(slug, visit))
    with prepared.noting() as read:
        organisations = None if request.organisation else listed_organisations(visit)
        event = find_training(slug, visit)
    if not event.availability(visit.at).is_open:
        return _closed_page(request, event)
    asked = request.GET.get("personen", "")
    if request.organisation:
        rows = int(asked) if asked.isdecimal() and len(asked) < 4 and int(asked) else FIRST_ROWS
        rows = min(rows, ColleaguesForm.most)
        form = ColleaguesForm(event, request.organisation, rows=rows, at=visit.at)
        return _form_page(request, event, form)
    rows = int(asked) if asked in ("2", "3", "4", "5") else 0
    number = new_submission_id(visit.at)

    def draw():
        form = RegistrationForm(event, organisations, rows=rows, at=visit.at)
        form.submission_id = number
        return _form_page(request, event, form)

    words = places(event, visit).values()  # all that depends on the moment
    return kept_page([*_frame(request), "form", rows, *words, *read], [str(number)], draw)


def _frame(request) -> list:
    """What the frame of a page depends on besides the rows that were read."""
    return [request.path, request.visit.site.pk, get_language()]


def _sent_form(request, event):
    at = request.visit.at
    if request.organisation:
        return ColleaguesForm.sent(request.POST, event, request.organisation, at=at)
    return RegistrationForm.sent(request.POST, event, lambda: listed_organisations(request.visit)(), at=at)


def _send(request, event):
    """Judge a form that was sent. One that was stored before gets its answer, whatever else is true now."""
    form = _sent_form(request, event)
    if "more" in request.POST:
        return _form_page(request, event, form.with_more())
    if form.is_from_a_program:
        form.add_error(None, form.quick)
        return _refuse(request, event, form, "invalid")
    if form.is_stored and not form.is_valid():
        return _refuse_other_data(request, event, form)
    if not form.is_stored and not (form.is_valid() and form.check_time()):
        return _refuse(request, event, form, "invalid")
    if not form.is_stored and (wait := _wait(request, event, form)):
        form.add_error(None, _("Many people register at this moment. Nothing is lost: send it again later."))
        return _refuse(request, event, form, "busy", retry_after=wait)
    return _register(request, event, form)


def _register(request, event, form):
    actor = coordinator(request.user) if request.organisation else VISITOR
    try:
        submission = registering.register(
            event,
            form.people,
            submission_id=form.sent_id,
            together=form.together,
            actor=actor,
            at=request.visit.at,
        )
    except SubmissionDiffers:
        return _refuse_other_data(request, event, form)
    except RegistrationError as refusal:
        form.add_error(None, refusal.message)
        if not isinstance(refusal, DoNotAllFit):
            event = find_training(event.slug, request.visit)
            return _closed_page(request, event, refusal)
        return _refuse(request, event, form, refusal.code)
    except OperationalError:
        form.add_error(None, _("It is very busy. Nothing is lost: please send it again."))
        return _refuse(request, event, form, "busy", status=503, retry_after=BUSY_SECONDS)
    return HttpResponseRedirect(reverse("network:registered", args=[event.slug, submission.pk]), status=303)


def _wait(request, event, form) -> int | None:
    """Seconds to wait when there were too many registrations: of this visitor, address or training.

    A coordinator is known, so for them only the number of forms counts.
    """
    if request.organisation:
        return allow(request, "register", settings.LIMIT_REGISTER, key=f"user-{request.user.pk}")
    addresses = [salted_hmac("network.limits", person.email).hexdigest() for person in form.people]
    for key in ["", *addresses]:
        if wait := allow(request, "register", settings.LIMIT_REGISTER, key=key):
            return wait
    # Counted last: what is refused to one visitor uses up nothing of what all the others may.
    number, slash, length = settings.LIMIT_REGISTER.partition("/")
    return allow(request, "register-training", f"{int(number) * CROWD}{slash}{length}", key=str(event.pk))


def _refuse_other_data(request, event, form):
    """The number of this form was used; another try gets another number, so that it can be meant."""
    form.renew()
    message = _("This form was sent before with other data. Is this a new registration? Then send it again.")
    form.add_error(None, message)
    return _refuse(request, event, form, "duplicate")


def _refuse(request, event, form, code: str, *, status: int = 0, retry_after: int = 0):
    event = find_training(event.slug, request.visit)
    response = _form_page(request, event, form, code=code, status=status or STATUS[code])
    if retry_after:
        response.headers["Retry-After"] = str(retry_after)
    return response


def _form_page(request, event, form, *, code: str = "", status: int = 200):
    visit = request.visit
    found = event.availability(visit.at)
    title = _("Register") if found.state != "waiting-list" else _("Onto the waiting list")
    context = {
        **training_facts(event, visit, title),
        **places(event, visit),
        "form": form,
        "code": code,
        "organisation": request.organisation,
    }
    template = "network/desk/register.html" if request.organisation else "network/register.html"
    return render(request, template, context, status=status)


def _closed_page(request, event, refusal: RegistrationError | None = None):
    """Why there is no form: 200 for who looks, 409 for who sent one that came too late."""
    visit = request.visit
    found = event.availability(visit.at)
    code = refusal.code if refusal else ("full" if found.state == "full" else "closed")
    context = {
        **training_facts(event, visit, _("Register")),
        **places(event, visit),
        "code": code,
        "refusal": refusal and refusal.message,
    }
    return render(request, "network/register_closed.html", context, status=409 if refusal else 200)


@require_safe
def registered(request, slug, submission_id):
    """What became of a form: the same page for a newcomer and for somebody who was registered already."""
    with prepared.noting() as read:
        found = find_answer(slug, submission_id, request.visit)
    if found.user_pk is not None:
        return _answer_page(request, submission_id, found)
    blanks = [str(submission_id), *(one["reference"] for one in found.outcome)]
    key = [*_frame(request), "answer", settings.CONFIRM_HOURS, *read]
    return kept_page(key, blanks, lambda: _answer_page(request, submission_id, found))


def _answer_page(request, submission_id: UUID, found: Answer):
    people = [{"number": number, **one} for number, one in enumerate(found.outcome, start=1)]
    organisation = own_organisation(request) if found.user_pk is not None else None
    is_own = organisation is not None and found.user_pk == request.user.pk
    if is_own:
        _add_own(people, submission_id, organisation)
    statuses = {one["status"] for one in people}
    title = _("We have your registration")
    if statuses == {"waiting"}:
        title = _("On the waiting list") if is_own else _("You are on the waiting list")
    context = {
        **training_facts(found.event, request.visit, title),
        "people": people,
        "is_own": is_own,
        "has_seat": "confirmed" in statuses,
        "has_wait": "waiting" in statuses,
        "confirm_hours": 0 if found.user_pk else settings.CONFIRM_HOURS,
    }
    return render(request, "network/registered.html", context)


def _add_own(people: list[dict], submission_id: UUID, organisation) -> None:
    """Names and fresh links, for the coordinator who sent this form and still acts for the organisation."""
    own = Registration.objects.filter(submission=submission_id, organisation=organisation, erased_at=None)
    rows = {row.reference: row for row in own}
    for one in people:
        if row := rows.get(one["reference"]):
            one["name"] = row.name
            if may_have_link(row):
                one["url"] = tokens.link(row, is_shared=True)
