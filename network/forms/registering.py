"""The form with which visitors register one person, or several colleagues at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.choices import Together
from network.forms.opened_forms import OpenedForm
from network.forms.organisations import OTHER, key_of_name, keys_of, organisation_field, other_field
from network.forms.person_fields import AddressField, name_field, needs_fields, remarks_field, role_field
from network.models import TrainingEvent
from network.registration.people import Participant

MOST_PEOPLE = 5  # in the public form (README, "Marks")
OF_A_PERSON = re.compile(r"people-([0-9]{1,9})-")
OWN = ("name", "email", "role", "access_needs", "dietary_needs")  # asked of each person
SHARED = ("organisation", "organisation_other", "remarks")  # asked once; may be sent for each person too


class RegistrationForm(OpenedForm):
    """One person with plain names (``email``), or several (``people-0-email``) who share an organisation.

    ``people`` are the `Participant` of a valid form, in order; a row that is left empty is nobody.
    ``organisations`` gives slug and name of what stands in the list, and is asked only to show it.
    """

    most, step = MOST_PEOPLE, 1  # rows at most, and how many a press on "more" adds
    is_for_everybody = True  # whether a blank form is the same whoever opens it
    messages = {
        "twice": gettext_lazy("This e-mail address stands here twice. Everybody needs an own address."),
        "many": gettext_lazy("You can register five people at once. Register the others with another form."),
        "unknown": gettext_lazy("Choose an organisation from the list."),
        "unnamed": gettext_lazy("Fill in the name of the organisation."),
    }

    def __init__(self, event: TrainingEvent, organisations: Callable[[], list], *, rows: int = 0, **options):
        super().__init__(**options)
        self.event, self.people = event, []
        self.is_for_several, self.has_too_many = rows > 0, rows > self.most
        self.prefixes = [f"people-{number}-" for number in range(min(rows, self.most))] or [""]
        self.organisations = organisations
        self._typed = self.data if self.is_bound else self.initial
        if self.is_for_several:
            self._ask_several()
        else:
            self._ask_person("")
            self.fields["remarks"] = remarks_field()

    @classmethod
    def sent(cls, data: Mapping, event: TrainingEvent, organisations, *, at: datetime) -> RegistrationForm:
        return cls(event, organisations, rows=rows_in(data), data=data, at=at)

    def _ask_several(self) -> None:
        filled = [prefix for prefix in self.prefixes if self._is_filled(prefix)]
        have_own = filled and all(self._typed.get(prefix + "organisation") for prefix in filled)
        self._ask_organisation("", required=not have_own)
        for number, prefix in enumerate(self.prefixes, start=1):
            self._ask_person(prefix, number)
        if "role" in self._typed:
            self.fields["role"] = role_field(self._typed["role"])
        self.fields["group"] = forms.ChoiceField(
            label=_("What if there is not a place for everybody?"),
            choices=Together.choices,
            widget=forms.RadioSelect,
            required=self.event.has_waiting_list and not (self.is_bound and len(filled) < 2),
            error_messages={"required": _("Choose what happens if not everybody fits.")},
        )
        self.fields["remarks"] = remarks_field()

    def _ask_person(self, prefix: str, number: int = 0) -> None:
        needed = self._is_needed(prefix, number)
        self.fields[prefix + "name"] = name_field(required=needed)
        self.fields[prefix + "email"] = AddressField(
            label=capfirst(_("work e-mail address")), required=needed
        )
        if not prefix:
            self._ask_organisation("")
        self.fields[prefix + "role"] = role_field(self._typed.get(prefix + "role", ""))
        self.fields |= {prefix + name: field for name, field in needs_fields(self.event).items()}
        if prefix and any(prefix + name in self._typed for name in SHARED):
            self._ask_organisation(prefix, required=False)
            self.fields[prefix + "remarks"] = remarks_field()
        if number:
            for name, field in self.fields.items():
                if name.startswith(prefix):
                    field.label = self._numbered(field.label, number)

    @staticmethod
    def _numbered(question: str, number: int) -> str:
        return _("Person %(number)s: %(question)s") % {"question": question, "number": number}

    def _ask_organisation(self, prefix: str, *, required: bool = True) -> None:
        """The typed name of another organisation says enough without a choice."""
        has_typed = bool(self._typed.get(prefix + "organisation_other", "").strip())
        self.fields[prefix + "organisation"] = organisation_field(
            self.organisations, required=required and not has_typed
        )
        self.fields[prefix + "organisation_other"] = other_field()

    def _is_needed(self, prefix: str, number: int) -> bool:
        return number < 2 or self._is_filled(prefix)

    def _is_filled(self, prefix: str) -> bool:
        return any(self._typed.get(prefix + name, "").strip() for name in OWN)

    def with_more(self) -> RegistrationForm:
        """The same form with further rows, all that was typed, and a new number; nothing is judged."""
        typed = self.data.dict()
        rows = min(len(self.prefixes) + self.step, self.most)
        return type(self)(self.event, self.organisations, rows=rows, initial=typed, at=self.at)

    # --- What was sent ------------------------------------------------------------------------------------

    @property
    def together(self) -> Together:
        default = Together.FIT if self.event.has_waiting_list or not self.is_for_several else Together.ALL
        return Together(self.cleaned_data.get("group") or default)

    def clean(self):
        data = super().clean()
        if self.has_too_many:
            self.add_error(None, self.messages["many"])
        self._check_twice()
        keys = self._check_organisations(data)
        if not self.errors:
            filled = [prefix for prefix in self.prefixes if data.get(prefix + "email")]
            self.people = [self._participant(prefix, keys) for prefix in filled]
        return data

    def _check_twice(self) -> None:
        seen = set()
        for name in [prefix + "email" for prefix in self.prefixes]:
            email = self.cleaned_data.get(name)
            if email in seen:
                self.add_error(name, self.messages["twice"])
            seen |= {email} if email else set()

    def _check_organisations(self, data: dict) -> dict[str, int]:
        """The keys of the organisations that were chosen, by slug; what is not right is noted as an error."""
        places = [""] + [one for one in self.prefixes if one and one + "organisation" in self.fields]
        keys = keys_of([data.get(place + "organisation", "") for place in places], self.at)
        for place in places:
            self._check_organisation(place, keys)
        return keys

    def _check_organisation(self, place: str, keys: dict[str, int]) -> None:
        slug = self.cleaned_data.get(place + "organisation", "")
        other = place + "organisation_other"
        if slug == OTHER and not self.cleaned_data.get(other) and not self.has_error(other):
            self.add_error(other, self.messages["unnamed"])
        elif slug and slug != OTHER and slug not in keys:
            self.add_error(place + "organisation", self.messages["unknown"])

    def _organisation(self, prefix: str) -> tuple[str, str]:
        """The slug, or no slug and the typed name; what a person leaves open stands at the top."""
        for place in (prefix, ""):
            slug = self.cleaned_data.get(place + "organisation", "")
            typed = self.cleaned_data.get(place + "organisation_other", "")
            if slug and slug != OTHER:
                return slug, ""
            if typed:
                return "", typed
        return "", ""

    def _participant(self, prefix: str, keys: dict[str, int]) -> Participant:
        data = self.cleaned_data
        slug, typed = self._organisation(prefix)
        own = {name: data.get(prefix + name, "") for name in OWN}
        own["role"] = own["role"] or data.get("role", "")
        remarks = data.get(prefix + "remarks") or data.get("remarks", "")
        key = keys.get(slug) or (key_of_name(typed, self.at) if typed else None)
        name = "" if key else typed
        return Participant(**own, organisation=key, organisation_name=name, remarks=remarks)

    # --- What is shown ------------------------------------------------------------------------------------

    @property
    def persons(self) -> list[list]:
        """The fields of each person; of one person all of them."""
        return [[self[name] for name in self.fields if name.startswith(one)] for one in self.prefixes]

    @property
    def shared(self) -> list:
        """What several people answer once, before their names."""
        return [self["organisation"], self["organisation_other"]] if self.is_for_several else []

    @property
    def closing(self) -> list:
        """What several people answer once, after their names. Without a waiting list all must fit."""
        names = ["group", "remarks"] if self.event.has_waiting_list else ["remarks"]
        return [self[name] for name in names] if self.is_for_several else []

    @property
    def may_grow(self) -> bool:
        return self.is_for_several and len(self.prefixes) < self.most


def rows_in(data: Mapping) -> int:
    """How many people the names of ``data`` can tell of; 0 when it is a form for one person."""
    return max((int(found[1]) + 1 for found in map(OF_A_PERSON.match, data) if found), default=0)
