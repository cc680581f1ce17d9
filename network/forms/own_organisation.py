from __future__ import annotations

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cms.fields import OneLineField
from network.models import Organisation
from network.organisation_draft import to_text

MOST_SIGNS = 5000


class OwnOrganisationForm(forms.Form):
    """What a coordinator may propose for the page of the own organisation; the rest is the editors'."""

    def __init__(self, organisation: Organisation, data=None):
        """``organisation`` as its newest revision has it."""
        words = {name: getattr(organisation, name) for name in ("summary", "website", "place")}
        super().__init__(data, initial={**words, "description": to_text(organisation.description)})
        self.fields["summary"] = OneLineField(
            label=capfirst(_("summary")),
            help_text=_("One or two sentences: what kind of place is it, and for whom?"),
            max_length=300,
            widget=forms.Textarea(attrs={"rows": 3}),
        )
        self.fields["description"] = forms.CharField(
            label=capfirst(_("description")),
            help_text=_("Plain text; an empty line begins a new paragraph."),
            max_length=MOST_SIGNS,
            required=False,
            widget=forms.Textarea(attrs={"rows": 12}),
        )
        self.fields["website"] = forms.URLField(
            label=capfirst(_("website")), max_length=200, required=False, assume_scheme="https"
        )
        self.fields["place"] = OneLineField(label=capfirst(_("place")), max_length=80, required=False)

    def clean_description(self):
        return "\n".join(self.cleaned_data["description"].splitlines())
