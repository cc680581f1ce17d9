from django import forms

from network.forms.person_fields import name_field, needs_fields, remarks_field, role_field
from network.models import Registration


class OwnDataForm(forms.Form):
    """What the holder of the link may correct; address and organisation decide about seats and stay."""

    def __init__(self, registration: Registration, data=None):
        names = ("name", "role", "remarks", "access_needs", "dietary_needs")
        super().__init__(data, initial={name: getattr(registration, name) for name in names})
        role = data.get("role", "") if data else registration.role
        self.fields |= {"name": name_field(), "role": role_field(role), "remarks": remarks_field()}
        self.fields |= needs_fields(registration.event)
