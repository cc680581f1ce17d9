from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput

from cms.fields import OneLineField
from network.forms.opened_forms import OpenedForm
from network.forms.person_fields import AddressField
from network.models import TrainingEvent


class InterestForm(OpenedForm):
    """The address of who wants to hear when a training gets a date."""

    email = AddressField(
        label=_("Your e-mail address"), help_text=_("We use it for this one mail and delete it afterwards.")
    )
    organisation_name = OneLineField(
        label=_("Your organisation"),
        help_text=_("This helps us to choose the place."),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )


class PlanForm(forms.ModelForm):
    """When and by whom a training is given that had no date yet."""

    class Meta:
        model = TrainingEvent
        fields = ["starts_at", "ends_at", "host", "region"]
        widgets = {"starts_at": AdminDateTimeInput, "ends_at": AdminDateTimeInput}

    def clean(self):
        found = super().clean()
        begins, ends = found.get("starts_at"), found.get("ends_at")
        if begins and ends and ends <= begins:
            self.add_error("ends_at", _("The training must end after it begins."))
        return found

    def _post_clean(self):
        """The rest of the training comes from the idea, so the row is not checked here."""
