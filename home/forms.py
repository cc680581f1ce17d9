import time
import uuid

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from cms.fields import OneLineField

SHORTEST_SECONDS = 2  # nobody reads and fills the form in less
LONGEST_SECONDS = 12 * 3600
SALT = "home.contact"


class ContactForm(forms.Form):
    """A message to the network.

    ``opened`` is a signed moment: it shows how long somebody took, without a cookie. ``website`` is invisible
    to people; a value there is left by a program.
    """

    name = OneLineField(
        label=_("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Fill in your name.")},
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("We use it only to answer you."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Fill in your e-mail address.")},
    )
    subject = OneLineField(label=_("What is it about?"), max_length=150, required=False)
    message = forms.CharField(
        label=_("Your question or message"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={"required": _("Write your question or message.")},
    )
    website = forms.CharField(
        required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"})
    )
    submission_id = forms.UUIDField(widget=forms.HiddenInput)
    opened = forms.CharField(widget=forms.HiddenInput, max_length=200)

    error_css_class = "form-field--error"
    required_css_class = "form-field--required"
    stale = _("This form was open for a long time. Your text is still here: please send it again.")
    quick = _("That was very quick. Please read your message once more and send it again.")

    @classmethod
    def fresh(cls, subject: str = "") -> "ContactForm":
        """An empty form, but for ``subject``, with its own submission id, opened now."""
        return cls(initial={"subject": subject, **new_marks()})

    @property
    def is_from_a_program(self) -> bool:
        return bool(self.data.get("website"))

    @property
    def shown_fields(self):
        return [self[name] for name in ("name", "email", "subject", "message")]

    def clean(self):
        marks = super().clean()
        problem = self._timing()
        if problem:
            # The fields are hidden, so what is wrong with them is said on top.
            for hidden in ("opened", "submission_id"):
                self.errors.pop(hidden, None)
            self.add_error(None, problem)
        return marks

    def _timing(self):
        """What is wrong with the time between opening and sending, None when nothing is."""
        if {"opened", "submission_id"} & set(self.errors):
            return self.stale
        try:
            submission_id, opened = signing.loads(self.cleaned_data["opened"], salt=SALT)
        except (signing.BadSignature, ValueError, TypeError):
            return self.stale
        seconds = time.time() - opened
        if submission_id != self.cleaned_data["submission_id"].hex or seconds > LONGEST_SECONDS:
            return self.stale
        # Who is told what to mend anyway need not also hear that it went fast.
        return self.quick if seconds < SHORTEST_SECONDS and not self.errors else None

    def again(self) -> "ContactForm":
        """The same form to be shown once more: what was typed is kept, marks that no longer hold are new."""
        if self.non_field_errors() and str(self.stale) in self.non_field_errors():
            self.data = self.data.copy()
            self.data.update({name: str(value) for name, value in new_marks().items()})
        return self


def new_marks() -> dict:
    """A submission id, and the moment of now under a signature."""
    submission_id = uuid.uuid4()
    opened = signing.dumps([submission_id.hex, time.time()], salt=SALT)
    return {"submission_id": submission_id, "opened": opened}
