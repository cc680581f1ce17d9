"""The evaluation of a training, for who was there and has the link of the mail."""

from __future__ import annotations

from django.db import OperationalError
from django.shortcuts import render
from django.utils.translation import gettext as _

from network.attendance.evaluating import answer
from network.forms import EvaluationForm
from network.models import EvaluationInvitation
from network.registration_pages import training_facts
from network.views.own_registration import BUSY_SECONDS, for_holder, see_other


@for_holder
def evaluation(request, registration, token):
    """The questions; thanks once they are answered, also when they are sent a second time."""
    invitation = EvaluationInvitation.objects.filter(registration=registration).first()
    if invitation is None:
        return render(request, "network/registration_unknown.html", status=404)
    form = EvaluationForm(request.POST or None)
    if request.method == "POST" and (invitation.is_answered or form.is_valid()):
        try:
            if not invitation.is_answered:
                answer(invitation, form.scores(), form.cleaned_data["remark"], at=request.visit.at)
        except OperationalError:
            form.add_error(None, _("It is very busy. Nothing is lost: please send it again."))
            response = _page(request, registration, invitation, form, status=503)
            response.headers["Retry-After"] = str(BUSY_SECONDS)
            return response
        return see_other("network:evaluation", token)
    return _page(request, registration, invitation, form, status=422 if form.errors else 200)


def _page(request, registration, invitation, form, *, status):
    context = {
        **training_facts(registration.event, request.visit, _("What did you think of it?")),
        "form": form,
        "is_answered": invitation.is_answered,
    }
    return render(request, "network/evaluation.html", context, status=status)
