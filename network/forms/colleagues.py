"""The form with which a coordinator registers people of the own organisation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.forms import Field
from django.utils.translation import gettext_lazy

from network.forms.colleague import COLLEAGUES_ADDRESS, NOT_OWN
from network.forms.person_fields import remarks_field
from network.forms.registering import RegistrationForm, rows_in
from network.models import Organisation, TrainingEvent

MOST_COLLEAGUES = 50
CHOSEN = ("organisation", "organisation_other")


class ColleaguesForm(RegistrationForm):
    """As the visitors' form, with the organisation fixed, remarks for each person, and up to fifty rows.

    Where the data name an organisation, it must be the own one (by slug or name).
    """

    most, step = MOST_COLLEAGUES, 3
    is_for_everybody = False
    messages = {
        **RegistrationForm.messages,
        "many": gettext_lazy("You can register fifty people with one form. Use a list for more."),
        "strange": gettext_lazy("You can register people of your own organisation only."),
        "nobody": gettext_lazy("Fill in one person or more."),
    }

    def __init__(self, event: TrainingEvent, organisation: Organisation, **options):
        self.organisation = organisation
        super().__init__(event, organisation, **options)
        for name, field in self.fields.items():
            if name.endswith(("name", "email")):
                field.widget.attrs |= NOT_OWN

    @classmethod
    def sent(
        cls, data: Mapping, event: TrainingEvent, organisation: Organisation, *, at: datetime
    ) -> ColleaguesForm:
        return cls(event, organisation, rows=rows_in(data), data=data, at=at)

    def _ask_person(self, prefix: str, number: int = 0) -> None:
        super()._ask_person(prefix, number)
        email = COLLEAGUES_ADDRESS
        self.fields[prefix + "email"].label = self._numbered(email, number) if number else email
        if prefix and prefix + "remarks" not in self.fields:
            self.fields[prefix + "remarks"] = self._remarks(number)

    def _remarks(self, number: int) -> Field:
        field = remarks_field()
        field.label = self._numbered(field.label, number)
        field.widget.attrs["rows"] = 2
        return field

    def _ask_organisation(self, prefix: str, *, required: bool = True) -> None:
        """It is known."""

    def _is_needed(self, prefix: str, number: int) -> bool:
        """A row is; which one does not matter, as long as there is somebody. The page names the first."""
        return number == 0 or (number == 1 and not self.is_bound) or self._is_filled(prefix)

    def _check_organisations(self, data: dict) -> dict[str, int]:
        own = {"", self.organisation.slug, self.organisation.name}
        named = {self.data.get(place + name, "").strip() for place in {"", *self.prefixes} for name in CHOSEN}
        if named - own:
            self.add_error(None, self.messages["strange"])
        if not self.errors and not any(data.get(prefix + "email") for prefix in self.prefixes):
            self.add_error(None, self.messages["nobody"])
        return {self.organisation.slug: self.organisation.pk}

    def _organisation(self, prefix: str) -> tuple[str, str]:
        return self.organisation.slug, ""

    @property
    def shared(self) -> list:
        return []

    @property
    def closing(self) -> list:
        return [self["group"]] if self.is_for_several and self.event.has_waiting_list else []
