"""The fields for one person who registers, also among several and when the own data are corrected."""

from __future__ import annotations

from django import forms
from django.forms import Field
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cms.fields import OneLineField, OpenChoiceField
from network.choices import Role
from network.models import Registration, TrainingEvent

NEEDS_LENGTH = Registration._meta.get_field("access_needs").max_length
ROLE_LENGTH = Registration._meta.get_field("role").max_length


class AddressField(forms.EmailField):
    """One e-mail address, in lower case: people are known by it (rule 4)."""

    def __init__(self, **options):
        super().__init__(
            max_length=254,
            widget=forms.EmailInput(attrs={"autocomplete": "email"}),
            error_messages={"required": _("Fill in the e-mail address.")},
            **options,
        )

    def clean(self, value):
        return super().clean(value).lower()


def name_field(**options) -> Field:
    return OneLineField(
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Fill in the name.")},
        **{"label": capfirst(_("name")), **options},
    )


def role_field(sent: str = "", **options) -> Field:
    """Roles to choose from; ``sent`` stands among them when it is another one, so that it is kept."""
    choices = [("", _("Choose a role")), *Role.choices]
    if sent and sent not in Role.values:
        choices.append((sent[:ROLE_LENGTH], sent[:ROLE_LENGTH]))
    return OpenChoiceField(
        max_length=ROLE_LENGTH,
        required=False,
        widget=forms.Select(choices=choices),
        **{"label": capfirst(_("role")), **options},
    )


def remarks_field() -> Field:
    return forms.CharField(
        label=capfirst(_("remarks")),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def needs_fields(event: TrainingEvent) -> dict[str, Field]:
    """Questions about needs, only those that the organiser asks (rule 10); each says what becomes of it."""
    fields = {}
    deleted = _("Only the organiser sees this. We delete it the day after the training.")
    if event.asks_access_needs:
        fields["access_needs"] = OneLineField(
            label=_("What do you need to be able to take part?"),
            help_text=_("For example a place for a wheelchair, or a sign interpreter.") + " " + deleted,
            max_length=NEEDS_LENGTH,
            required=False,
        )
    if event.asks_dietary_needs:
        fields["dietary_needs"] = OneLineField(
            label=_("What can you not eat or drink?"),
            help_text=_("For the meal at this training.") + " " + deleted,
            max_length=NEEDS_LENGTH,
            required=False,
        )
    return fields
