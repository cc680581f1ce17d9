"""Register people by hand: one person, or a list from a file or pasted text with a dry run."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from network.choices import RegistrationStatus, Together
from network.models import Organisation, Registration
from network.organiser.access import for_organisers
from network.organiser.forms import AddForm, FileForm
from network.organiser.screens import back_to_list, screen
from network.registration.actors import organiser
from network.registration.book import active_addresses
from network.registration.errors import RegistrationError
from network.registration.foreseeing import foresee
from network.registration.people_file import MOST_BYTES, PeopleFileError, decode, read_people
from network.registration.registering import register
from network.registration.submission_ids import new_submission_id

FORM = require_http_methods(["GET", "HEAD", "POST"])


@FORM
@for_organisers
def add(request, event):
    form = AddForm(request.POST or None, event=event, initial={"submission_id": new_submission_id()})
    if request.method == "POST" and form.is_valid():
        try:
            said = add_person(event, form, organiser(request.user))
        except RegistrationError as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, said)
            return back_to_list(event)
    status = 422 if form.errors else 200
    return screen(request, "add", event, _("Register somebody"), status, form=form)


def add_person(event, form, actor) -> str:
    """Register the person, with a place at once when the form says why. Returns what is said."""
    someone = form.participant()
    submission = register(
        event,
        [someone],
        submission_id=form.cleaned_data["submission_id"],
        at_once=" ".join(form.cleaned_data["force_reason"].split()),
        actor=actor,
    )
    row = submission.registrations.first()
    if row is None:
        return _("%(person)s was registered already and gets the link again.") % {"person": someone.name}
    if row.status == RegistrationStatus.CONFIRMED:
        return _("%(person)s is registered and gets a mail.") % {"person": row}
    values = {"person": row, "position": row.position_now()}
    return _("It is full. %(person)s has place %(position)s in line and gets a mail.") % values


@FORM
@for_organisers
def add_file(request, event):
    """First POST: what would happen. Second POST, with the number of that dry run: register."""
    form = FileForm(request.POST or None, request.FILES or None)
    values = {"form": form}
    if request.method == "POST" and form.is_valid():
        try:
            text = typed(form)
            rows = read_people(text, organisations())
            wrong = sum(bool(row.errors) for row in rows)
            values.update(rows=rows, wrong=wrong, text=text)
            if not wrong:
                submission_id = form.cleaned_data["submission_id"]
                if submission_id and "register" in request.POST:
                    return register_all(request, event, rows, submission_id)
                values.update(submission_id=new_submission_id(), mails=look_ahead(request, event, rows))
        except (PeopleFileError, RegistrationError) as refusal:
            form.add_error(None, str(refusal))
    if "text" in values:  # what the file held can be mended on the spot
        values["form"] = FileForm(initial={"text": values["text"]}) if not form.errors else form
    status = 422 if form.errors or values.get("wrong") else 200
    return screen(request, "add_file", event, _("Register a list"), status, **values)


def typed(form) -> str:
    file = form.cleaned_data["file"]
    return decode(file.read(MOST_BYTES + 1)) if file else form.cleaned_data["text"]


def organisations() -> dict[str, int]:
    names = Organisation.objects.values_list("name", "pk")
    return {" ".join(name.split()).casefold(): key for name, key in names}


def look_ahead(request, event, rows) -> int:
    """Note beside each row what would happen; returns how many mails would go out."""
    people = [row.person for row in rows]
    known = active_addresses(event, [person.email for person in people])
    seen = foresee(
        register,
        event,
        people,
        submission_id=new_submission_id(),
        together=Together.FIT,
        actor=organiser(request.user),
    )
    for row, answer in zip(rows, seen.result.outcome, strict=True):
        row.values["answer"] = "known" if row.person.email in known else answer["status"]
        row.values["position"] = answer["position"]
    return seen.mails


def register_all(request, event, rows, submission_id):
    people = [row.person for row in rows]
    submission = register(
        event, people, submission_id=submission_id, together=Together.FIT, actor=organiser(request.user)
    )
    new = Registration.objects.filter(submission=submission)
    taken = sum(row.status == RegistrationStatus.CONFIRMED for row in new)
    words = ngettext("%(taken)s person is registered", "%(taken)s people are registered", taken)
    waiting = len(new) - taken
    more = ngettext("%(waiting)s person waits", "%(waiting)s people wait", waiting)
    said = [words % {"taken": taken}, *([more % {"waiting": waiting}] if waiting else [])]
    messages.success(request, ", ".join(said) + ".")
    return back_to_list(event)
