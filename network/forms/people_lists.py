"""A list of colleagues, pasted or as a CSV file."""

from __future__ import annotations

import hashlib

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from network.choices import Together
from network.forms.opened_forms import OpenedForm
from network.models import Organisation, TrainingEvent
from network.registration.people import Participant
from network.registration.people_file import (
    MOST_BYTES,
    PeopleFileError,
    PersonRow,
    decode,
    read_people,
)


class PeopleListForm(OpenedForm):
    """Reads a list into ``rows``; ``people`` are the participants when every row is right.

    ``checked`` is a hash of the text that was looked at, so that nothing is registered unseen.
    """

    people_list = forms.CharField(
        label=_("The list"),
        help_text=_(
            "One person a row: name and e-mail address. For roles and remarks too, put this row on top: "
            "naam; e-mail; rol; opmerkingen."
        ),
        required=False,
        max_length=MOST_BYTES,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=_("Or a CSV file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv,text/plain"}),
    )
    group = forms.ChoiceField(
        label=_("What if there is not a place for everybody?"),
        choices=Together.choices,
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, event: TrainingEvent, organisation: Organisation, **options):
        super().__init__(**options)
        self.event, self.organisation = event, organisation
        self.text, self.rows = "", list[PersonRow]()

    def clean(self):
        data = super().clean()
        file = self.files.get("file")
        try:
            self.text = decode(file.read(MOST_BYTES + 1)) if file else data.get("people_list", "")
            if self.text.strip():
                self.rows = read_people(self.text, {}, everybody_of=self.organisation.pk)
            elif not self.errors:
                self.add_error("people_list", _("Paste a list, or choose a file."))
        except PeopleFileError as error:
            self.add_error("file" if file else "people_list", str(error))
        return data

    @property
    def people(self) -> list[Participant]:
        return [row.person for row in self.rows if row.person]

    @property
    def is_right(self) -> bool:
        """Whether everybody on the list can be registered as it stands."""
        return self.is_valid() and all(row.person for row in self.rows)

    @cached_property
    def fingerprint(self) -> str:
        return hashlib.sha256("\n".join(self.text.splitlines()).encode()).hexdigest()

    @property
    def was_checked(self) -> bool:
        return self.data.get("checked") == self.fingerprint

    @property
    def asks_group(self) -> bool:
        return len(self.rows) > 1 and self.event.has_waiting_list

    def ask_group(self) -> None:
        """Say in the page that the choice must be made; before the list is checked it need not be."""
        self.fields["group"].required = self.asks_group

    @property
    def together(self) -> Together | None:
        """None while the coordinator has not chosen and must."""
        if not self.asks_group:
            return Together.FIT if self.event.has_waiting_list or len(self.rows) == 1 else Together.ALL
        chosen = self.cleaned_data.get("group")
        return Together(chosen) if chosen else None
