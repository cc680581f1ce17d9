"""What touches the training as a whole: its number of places, calling it off, copying it."""

from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from network.organiser.access import for_organisers
from network.organiser.copying import copy_training
from network.organiser.forms import CancelTrainingForm, CapacityForm, CopyForm
from network.organiser.screens import back_to_list, edit_url, screen
from network.registration.actors import organiser
from network.registration.errors import RegistrationError
from network.registration.foreseeing import foresee
from network.registration.organising import cancel_training, change_capacity

FORM = require_http_methods(["GET", "HEAD", "POST"])


@FORM
@for_organisers
def capacity(request, event):
    form = CapacityForm(request.POST or None, initial={"capacity": event.capacity})

    def change(do):
        values = form.cleaned_data
        arguments = (event, values["capacity"])
        return do(change_capacity, *arguments, reason=values["reason"], actor=organiser(request.user))

    return in_two_steps(request, event, "capacity", _("Change the number of places"), form, change)


@FORM
@for_organisers
def call_off(request, event):
    form = CancelTrainingForm(request.POST or None)

    def change(do):
        return do(cancel_training, event, reason=form.cleaned_data["reason"], actor=organiser(request.user))

    return in_two_steps(request, event, "call_off", _("Call the training off"), form, change)


def in_two_steps(request, event, template, title, form, change):
    """Show what the rule would do, and do it when the button below that is pressed.

    ``change`` is called with what carries out a rule: `foresee`, or the rule itself.
    """
    seen = None
    if request.method == "POST" and form.is_valid():
        try:
            if "confirmed" in request.POST:
                change(lambda rule, *args, **kwargs: rule(*args, **kwargs))
                messages.success(request, _("Done. Who has to know it gets a mail."))
                return back_to_list(event)
            seen = change(foresee)
        except RegistrationError as refusal:
            form.add_error(None, refusal.message)
    status = 422 if form.errors else 200
    return screen(request, template, event, title, status, form=form, seen=seen)


@FORM
@for_organisers
def copy(request, event):
    form = CopyForm(request.POST or None)
    if not request.user.has_perm("network.add_trainingevent"):
        return back_to_list(event)
    if request.method == "POST" and form.is_valid():
        copies = copy_training(event, user=request.user, **form.cleaned_data)
        words = ngettext("%(number)s draft is made.", "%(number)s drafts are made.", len(copies))
        messages.success(request, words % {"number": len(copies)})
        if len(copies) == 1:
            return redirect(edit_url(copies[0]))
        return redirect(event.snippet_viewset.get_url_name("list"))
    return screen(
        request, "copy", event, _("Copy"), 422 if form.errors else 200, form=form, today=timezone.localdate()
    )
