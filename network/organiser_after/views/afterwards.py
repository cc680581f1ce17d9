"""Certificates and the evaluation of a training."""

from django import forms
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from network.attendance.certifying import issue_certificates
from network.attendance.evaluating import FEWEST, due_at, outcome
from network.attendance.marking import attendance_of
from network.attendance.sessions import sessions_of
from network.charts import shares
from network.choices import AccessKind
from network.letter_facts import moment
from network.models import CertificateOfAttendance
from network.organiser.access import for_organisers, note_access
from network.organiser_after.screens import screen
from network.registration.actors import organiser
from network.registration.errors import RegistrationError


class IssueForm(forms.Form):
    """How many of the sessions somebody must have been at; with one session there is nothing to choose."""

    def __init__(self, data, number: int):
        super().__init__(data, initial={"sessions": number})
        choices = [(one, share_in_words(one, number)) for one in range(number, 0, -1)]
        self.fields["sessions"] = forms.TypedChoiceField(
            label=_("For who was at"), choices=choices, coerce=int, required=number > 1, empty_value=number
        )


def share_in_words(number: int, total: int) -> str:
    if number == total:
        return ngettext("the session", "all %(total)s sessions", total) % {"total": total}
    words = ngettext(
        "at least %(number)s session of %(total)s", "at least %(number)s sessions of %(total)s", number
    )
    return words % {"number": number, "total": total}


@for_organisers
@require_http_methods(["GET", "HEAD", "POST"])
def certificates(request, event):
    """Who has a certificate, and the button that gives them."""
    sessions = sessions_of(event)
    form = IssueForm(request.POST or None, len(sessions))
    if request.method == "POST" and form.is_valid():
        try:
            given = issue_certificates(event, form.cleaned_data["sessions"], actor=organiser(request.user))
        except RegistrationError as refusal:
            form.add_error(None, refusal.message)
        else:
            words = ngettext("%(number)s certificate given.", "%(number)s certificates given.", given)
            messages.success(request, words % {"number": given})
            return redirect(request.path)
    given = CertificateOfAttendance.objects.filter(registration__event=event).select_related("registration")
    given = list(given.order_by("registration__name", "pk"))
    note_access(request.user, event, AccessKind.LIST, len(given))
    were = [sum(present.values()) for present in attendance_of(event, sessions).values()]
    return screen(
        request,
        "certificates",
        event,
        _("Certificates"),
        422 if form.errors else 200,
        form=form,
        given=given,
        has_choice=len(sessions) > 1,
        counts=[
            (share_in_words(one, len(sessions)), sum(count >= one for count in were))
            for one in form_numbers(sessions)
        ],
        is_over=timezone.now() >= max(one.ends_at for one in sessions),
    )


def form_numbers(sessions) -> range:
    return range(len(sessions), 0, -1)


@for_organisers
@require_safe
def evaluation(request, event):
    """The answers as figures, from a number on that hides who gave them."""
    found = outcome(event)
    bars = [
        {
            "label": figure.label,
            "average": figure.average,
            "rows": [
                {"score": score, "count": count, "length": length}
                for score, (count, length) in enumerate(
                    zip(figure.counts, shares(figure.counts), strict=True), 1
                )
            ],
        }
        for figure in found.figures
    ]
    return screen(
        request,
        "evaluation",
        event,
        _("Evaluation"),
        outcome=found,
        bars=bars,
        fewest=FEWEST,
        asked_at=moment(due_at(event)),
    )
