"""What an organiser fills in about registrations: what was typed is checked here."""

from __future__ import annotations

import uuid

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from network.availability import seats_in_words
from network.choices import RegistrationStatus, Segment
from network.models import Organisation, Registration, TrainingEvent, TrainingTemplate
from network.organiser.copying import MOST_COPIES
from network.registration.people import Participant

REASON_LENGTH = 250


def reason_field(*, required: bool, help_text="") -> forms.CharField:
    return forms.CharField(
        label=_("Reason"),
        required=required,
        max_length=REASON_LENGTH,
        help_text=help_text or _("Only organisers see this. It is kept with the registration."),
    )


ORGANISATION, OTHER = _("Organisation"), _("Another organisation")


def organisation_field(label=ORGANISATION, empty=OTHER) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        Organisation.objects.order_by("name"), label=label, required=False, empty_label=empty
    )


class FilterForm(forms.Form):
    """What the list shows. A value that does not exist counts as none."""

    zoek = forms.CharField(label=_("Name or e-mail address"), required=False, max_length=100)
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("All")), *RegistrationStatus.choices]
    )
    organisatie = organisation_field(empty=_("All"))
    functie = forms.ChoiceField(label=_("Role"), required=False)
    behoeften = forms.BooleanField(label=_("Show access and dietary needs"), required=False)

    def __init__(self, *args, event: TrainingEvent, **kwargs):
        super().__init__(*args, **kwargs)
        people = Registration.objects.filter(event=event).exclude(role="")
        roles = people.order_by("role").values_list("role", flat=True).distinct()
        self.fields["functie"].choices = [("", _("All")), *((role, role) for role in roles)]


class CancelForm(forms.Form):
    reason = reason_field(
        required=False, help_text=_("The person reads this in the mail. It may stay empty.")
    )


class ConfirmForm(forms.Form):
    reason = reason_field(required=True, help_text=_("For example: said so on the telephone. It is kept."))


class ForceForm(forms.Form):
    reason = reason_field(required=True)


class PositionForm(forms.Form):
    position = forms.IntegerField(label=_("New place in line"), min_value=1, help_text=_("1 is the first."))
    reason = reason_field(required=True)


class DataForm(forms.Form):
    """What can be corrected without touching seats."""

    name = forms.CharField(label=_("Name"), max_length=120)
    role = forms.CharField(label=_("Role"), max_length=80, required=False)
    remarks = forms.CharField(
        label=_("Remark"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    access_needs = forms.CharField(label=_("Access needs"), max_length=300, required=False)
    dietary_needs = forms.CharField(label=_("Dietary needs"), max_length=300, required=False)

    def __init__(self, *args, event: TrainingEvent, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("access_needs", "dietary_needs"):
            if not getattr(event, f"asks_{name}"):
                del self.fields[name]


class PersonForm(DataForm):
    """One person by hand."""

    email = forms.EmailField(label=_("Work e-mail address"), max_length=254)
    organisation = organisation_field()
    organisation_name = forms.CharField(
        label=_("Name of the other organisation"), max_length=120, required=False
    )
    field_order = ["name", "email", "organisation", "organisation_name", "role", "remarks"]

    def clean(self):
        data = super().clean()
        if not data.get("organisation") and not data.get("organisation_name"):
            self.add_error("organisation", _("Choose the organisation, or write its name."))
        return data

    def participant(self) -> Participant:
        data = self.cleaned_data
        organisation = data["organisation"]
        told = {name: data.get(name, "") for name in ("role", "remarks", "access_needs", "dietary_needs")}
        return Participant(
            name=" ".join(data["name"].split()),
            email=data["email"].lower(),
            organisation=organisation.pk if organisation else None,
            organisation_name="" if organisation else data["organisation_name"],
            **told,
        )


class AddForm(PersonForm):
    submission_id = forms.UUIDField(widget=forms.HiddenInput)
    force_reason = forms.CharField(
        label=_("Full? Give a place at once because …"),
        max_length=REASON_LENGTH,
        required=False,
        help_text=_("Leave this empty and the person joins the end of the waiting list when it is full."),
    )
    field_order = [*PersonForm.field_order, "access_needs", "dietary_needs", "force_reason"]


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("CSV file"), required=False, widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv"})
    )
    text = forms.CharField(
        label=_("Or paste the rows here"),
        required=False,
        max_length=500_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text=_("One person a row: name, e-mail, organisation, role, remark. From a spreadsheet too."),
    )
    submission_id = forms.UUIDField(widget=forms.HiddenInput, required=False)


class MoveForm(forms.Form):
    event = forms.ModelChoiceField(TrainingEvent.objects.none(), label=_("To which training"))
    reason = reason_field(
        required=False, help_text=_("The person reads this in the mail. It may stay empty.")
    )

    def __init__(self, *args, event: TrainingEvent, **kwargs):
        super().__init__(*args, **kwargs)
        at = timezone.now()
        others = TrainingEvent.objects.visible(at).upcoming(at).filter(cancelled_at=None).exclude(pk=event.pk)
        self.fields["event"].queryset = others.with_seats_taken()
        self.fields["event"].label_from_instance = training_label


def training_label(event: TrainingEvent) -> str:
    begins = timezone.localtime(event.starts_at)
    return f"{event.title} – {begins:%d-%m-%Y %H.%M} – {seats_in_words(event.availability())}"


class CapacityForm(forms.Form):
    capacity = forms.IntegerField(label=_("Places"), min_value=1, max_value=2000)
    reason = reason_field(required=False)


class CancelTrainingForm(forms.Form):
    reason = reason_field(
        required=True, help_text=_("Everybody reads this in the mail, and visitors read it on the site.")
    )


class MessageForm(forms.Form):
    segment = forms.ChoiceField(label=_("To whom"), choices=Segment.choices, initial=Segment.CONFIRMED)
    organisation = organisation_field(label=_("Only of"), empty=_("all organisations"))
    subject = forms.CharField(label=_("Subject"), max_length=150)
    text = forms.CharField(
        label=_("Text"), max_length=5000, strip=True, widget=forms.Textarea(attrs={"rows": 12})
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class TemplateForm(forms.Form):
    name = forms.CharField(label=_("Name of the template"), max_length=120)

    def clean_name(self):
        name = " ".join(self.cleaned_data["name"].split())
        if TrainingTemplate.objects.filter(name__iexact=name).exists():
            raise forms.ValidationError(_("There is a template with this name already."))
        return name


class FromTemplateForm(forms.Form):
    starts_on = forms.DateField(label=_("Day on which it begins"), widget=AdminDateInput)


class CopyForm(forms.Form):
    starts_on = forms.DateField(label=_("Day of the first copy"), widget=AdminDateInput)
    copies = forms.IntegerField(label=_("Number of copies"), min_value=1, max_value=MOST_COPIES, initial=1)
    weeks_apart = forms.IntegerField(
        label=_("Weeks between two copies"), min_value=1, max_value=52, initial=1
    )
