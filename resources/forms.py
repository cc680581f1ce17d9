import time

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

SHORTEST_SECONDS = 2  # nobody types an address and sends it in less
LONGEST_SECONDS = 24 * 3600
SALT = "resources.release"


class ReleaseForm(forms.Form):
    """An address for the mail that says when a guide is there.

    ``website`` is invisible to people; a value there is left by a program. ``opened`` is the signed moment at
    which the form was shown, so that no cookie is needed.
    """

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("We use it for this one mail and delete it afterwards."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(
        required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"})
    )
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    stale = _("This form was open for a long time. Please send it again.")
    quick = _("That was very quick. Please check your address and send it again.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opened"].initial = new_mark

    @property
    def is_from_a_program(self) -> bool:
        return bool(self.data.get("website"))

    def clean(self):
        try:
            seconds = time.time() - signing.loads(self.cleaned_data.get("opened") or "", salt=SALT)
        except (signing.BadSignature, TypeError):
            seconds = None
        if seconds is None or seconds > LONGEST_SECONDS:
            self.data = {
                **dict(self.data.items()),
                "opened": new_mark(),
            }  # what was typed stays, the mark is new
            raise forms.ValidationError(self.stale, code="stale")
        if seconds < SHORTEST_SECONDS:
            raise forms.ValidationError(self.quick, code="quick")


def new_mark() -> str:
    """The moment of now under a signature."""
    return signing.dumps(time.time(), salt=SALT)


class AlertForm(ReleaseForm):
    """An address for mails about a search."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("We use it for these mails only. In every mail is a link to stop them."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class AnimationPageForm(WagtailAdminPageForm):
    """A film goes public only with captions and transcript; a draft may wait for them."""

    def clean(self):
        data = super().clean()
        if self.is_deferred_validation:
            return data
        video = data.get("video")
        if video and not (video.captions and video.transcript.strip()):
            self.add_error(
                "video",
                _("Add captions and a transcript to this film before you publish. You can save a draft."),
            )
        if data.get("embed_url") and not data.get("embed_transcript", "").strip():
            self.add_error("embed_transcript", _("Write down what is said and shown before you publish."))
        if not video and not data.get("embed_url"):
            self.add_error("video", _("Choose a film, or give the address of one, before you publish."))
        return data
