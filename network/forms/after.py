"""What participants and others fill in at and after a training."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.attendance.certifying import tidy_code
from network.choices import EvaluationQuestion
from network.forms.opened_forms import OpenedForm
from network.forms.person_fields import AddressField
from network.models.attendance import HIGHEST, LOWEST

SCORES = [
    (LOWEST, _("1: not at all")),
    *((score, str(score)) for score in range(LOWEST + 1, HIGHEST)),
    (HIGHEST, _("5: completely")),
]


class AttendForm(OpenedForm):
    """Who scanned the code says who it is."""

    email = AddressField(
        label=_("Your e-mail address"), help_text=_("The address with which you registered.")
    )


class CertificateCodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code of the certificate"),
        help_text=_("Sixteen letters and digits, at the bottom of the certificate."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        error_messages={"required": _("Fill in the code.")},
    )

    def clean_code(self) -> str:
        return tidy_code(self.cleaned_data["code"])


class EvaluationForm(forms.Form):
    """Four scores and one open question; all scores are needed, the words are not."""

    remark = forms.CharField(
        label=_("What should we keep, and what can be better?"),
        help_text=_("Do not write names: the organiser reads this, and does not see who wrote it."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        scores = {
            question.value: forms.TypedChoiceField(
                label=question.label,
                choices=SCORES,
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose a number from 1 to 5.")},
            )
            for question in EvaluationQuestion
        }
        self.fields = {**scores, **self.fields}

    def scores(self) -> dict[str, int]:
        return {name: self.cleaned_data[name] for name in EvaluationQuestion.values}
