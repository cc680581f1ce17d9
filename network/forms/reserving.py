"""Hold places now and say later for whom."""

from __future__ import annotations

from datetime import datetime, time

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _

from network.forms.opened_forms import OpenedForm
from network.models import TrainingEvent
from network.registration.reserving import HELD_FOR, latest_named_by

MOST_SEATS = 20


class ReserveForm(OpenedForm):
    """How many, and until the end of which day in the Netherlands; the last day is that of the rule."""

    def __init__(self, event: TrainingEvent, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.last_day = timezone.localdate(latest_named_by(event))
        usual = min(timezone.localdate(self.at + HELD_FOR), self.last_day)
        self.fields["number"] = forms.IntegerField(
            label=_("How many places?"), min_value=1, max_value=MOST_SEATS, initial=2
        )
        self.fields["day"] = forms.DateField(
            label=_("Names follow until"),
            help_text=_("What has no name after this day goes back to the others."),
            initial=usual,
            widget=forms.DateInput(
                format="%Y-%m-%d",
                attrs={
                    "type": "date",
                    "min": timezone.localdate(self.at).isoformat(),
                    "max": self.last_day.isoformat(),
                },
            ),
        )

    def clean_day(self):
        day = self.cleaned_data["day"]
        if not timezone.localdate(self.at) <= day <= self.last_day:
            raise forms.ValidationError(_("Choose a day from today until the last day that is possible."))
        return day

    @property
    def named_by(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.cleaned_data["day"], time(23, 59)))
