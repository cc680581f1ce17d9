"""What an organiser can do with one registration: a form, and the rule that it calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.choices import ACTIVE, RegistrationStatus
from network.models import Registration
from network.organiser import forms
from network.registration.actors import Actor
from network.registration.cancelling import cancel, change_data, confirm_address, replace
from network.registration.moving import move
from network.registration.organising import give_place_by_hand, place_in_line

WAITING = (RegistrationStatus.WAITING,)


@dataclass(frozen=True)
class RowAction:
    """``do`` takes the registration, the form and the actor, and gives what is said afterwards."""

    key: str
    label: str | Promise
    explanation: str | Promise
    icon: str
    form: type[forms.forms.Form]
    do: Callable[[Registration, forms.forms.Form, Actor], str]
    statuses: tuple = ACTIVE
    is_serious: bool = False
    needs_event: bool = False  # the form wants to know the training
    is_for_unconfirmed: bool = False  # only while the address must still be confirmed

    def fits(self, person: Registration) -> bool:
        return person.status in self.statuses and not (self.is_for_unconfirmed and person.confirm_by is None)

    def make_form(self, person: Registration, data=None):
        options = {"event": person.event} if self.needs_event else {}
        return self.form(data, initial=self.initial(person), **options)

    def initial(self, person: Registration) -> dict:
        if self.key == "gegevens":
            return {name: getattr(person, name) for name in forms.DataForm.base_fields}
        if self.key == "vervangen":
            return {"organisation": person.organisation_id, "organisation_name": person.organisation_name}
        return {"position": person.position_now()} if self.key == "volgorde" else {}


def do_cancel(person, form, actor):
    cancel(person, reason=form.cleaned_data["reason"], actor=actor)
    return _("%(person)s is cancelled and gets a mail.") % {"person": person}


def do_confirm_address(person, form, actor):
    confirm_address(person, reason=form.cleaned_data["reason"], actor=actor)
    return _("The address of %(person)s counts as confirmed.") % {"person": person}


def do_give_place(person, form, actor):
    give_place_by_hand(person, reason=form.cleaned_data["reason"], actor=actor)
    return _("%(person)s has a place and gets a mail.") % {"person": person}


def do_place_in_line(person, form, actor):
    position = form.cleaned_data["position"]
    place_in_line(person, position, reason=form.cleaned_data["reason"], actor=actor)
    person.refresh_from_db()
    if person.status != RegistrationStatus.WAITING:
        return _("%(person)s has a place and gets a mail.") % {"person": person}
    values = {"person": person, "position": person.position_now()}
    return _("%(person)s now has place %(position)s in line.") % values


def do_replace(person, form, actor):
    successor = replace(person, form.participant(), actor=actor)
    values = {"person": person, "successor": successor}
    return _("%(successor)s takes the place of %(person)s. Both get a mail.") % values


def do_change_data(person, form, actor):
    change_data(person, form.cleaned_data, actor=actor)
    return _("The data are changed.")


def do_move(person, form, actor):
    to = form.cleaned_data["event"]
    moved = move(person, to, reason=form.cleaned_data["reason"], actor=actor)
    values = {"person": person, "training": to, "status": moved.get_status_display()}
    return _("%(person)s has moved to “%(training)s” and is %(status)s there.") % values


ACTIONS = [
    RowAction(
        "plaats-geven",
        gettext_lazy("Give a place"),
        gettext_lazy("The person takes part, also out of turn or when it is full. A mail goes out at once."),
        "check",
        forms.ForceForm,
        do_give_place,
        statuses=WAITING,
    ),
    RowAction(
        "volgorde",
        gettext_lazy("Change the place in line"),
        gettext_lazy("The others on the waiting list keep their order."),
        "order",
        forms.PositionForm,
        do_place_in_line,
        statuses=WAITING,
    ),
    RowAction(
        "adres-bevestigen",
        gettext_lazy("Confirm the address"),
        gettext_lazy("Somebody said in another way that this is right. The place does not lapse any more."),
        "mail",
        forms.ConfirmForm,
        do_confirm_address,
        is_for_unconfirmed=True,
    ),
    RowAction(
        "gegevens",
        gettext_lazy("Correct the data"),
        gettext_lazy("Another address or organisation? Then replace the person: that decides about places."),
        "edit",
        forms.DataForm,
        do_change_data,
        needs_event=True,
    ),
    RowAction(
        "vervangen",
        gettext_lazy("Replace by a colleague"),
        gettext_lazy("The colleague gets the same place, or the same place in line. Both get a mail."),
        "user",
        forms.PersonForm,
        do_replace,
        needs_event=True,
    ),
    RowAction(
        "verplaatsen",
        gettext_lazy("Move to another training"),
        gettext_lazy("There the person gets a place or joins the waiting list. A free place here goes on."),
        "arrow-right",
        forms.MoveForm,
        do_move,
        needs_event=True,
    ),
    RowAction(
        "afmelden",
        gettext_lazy("Cancel"),
        gettext_lazy("The person gets a mail. A free place goes to the first person waiting."),
        "cross",
        forms.CancelForm,
        do_cancel,
        is_serious=True,
    ),
]


def actions_for(person: Registration) -> list[RowAction]:
    return [action for action in ACTIONS if action.fits(person)]
