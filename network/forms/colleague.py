"""One colleague at the desk: who takes over or gets a held place, and corrections of what is known."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from network.choices import Origin
from network.forms.person_fields import AddressField, name_field, remarks_field, role_field
from network.models import Organisation, Registration
from network.registration.people import Participant

COLLEAGUES_ADDRESS = _("Work e-mail address of the colleague")
NOT_OWN = {"autocomplete": "off"}  # the fields are about somebody else than who fills them in


class ColleagueForm(forms.Form):
    """Name, address and role of the colleague who comes in the place of somebody, or of nobody yet."""

    def __init__(self, organisation: Organisation, data=None):
        super().__init__(data, prefix="new")
        self.organisation = organisation
        role = data.get("new-role", "") if data else ""
        self.fields |= {
            "name": name_field(),
            "email": AddressField(label=COLLEAGUES_ADDRESS),
            "role": role_field(role),
        }
        for name in ("name", "email"):
            self.fields[name].widget.attrs |= NOT_OWN

    @property
    def person(self) -> Participant:
        return Participant(**self.cleaned_data, organisation=self.organisation.pk)


class ColleagueDataForm(forms.Form):
    """What a coordinator may correct. Needs are for the organiser alone (rule 10).

    Remarks are shown where the coordinator wrote them: somebody who registered alone wrote to the organiser.
    """

    def __init__(self, registration: Registration, data=None):
        super().__init__(data, initial={"name": registration.name, "role": registration.role})
        role = data.get("role", "") if data else registration.role
        self.fields |= {"name": name_field(), "role": role_field(role)}
        self.fields["name"].widget.attrs |= NOT_OWN
        if registration.origin == Origin.COORDINATOR:
            self.fields["remarks"] = remarks_field()
            self.initial["remarks"] = registration.remarks
