"""Forms of the editors' screens that refuse what would harm visitors, in words that say what to do."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtailmedia.forms import BaseMediaForm

from cms.uploads import check_captions, check_document, check_image, check_media


class CheckedImageField(WagtailImageField):
    """Wagtail's field, with our check before Wagtail opens the file: a pixel bomb is never decoded."""

    def to_python(self, data):
        if isinstance(data, UploadedFile):
            check_image(data)
        return super().to_python(data)


class UploadCheckMixin:
    """Runs ``upload_checks`` (field name to check) on what was sent now, not on what is stored already."""

    upload_checks: dict[str, Callable] = {}

    def _clean_fields(self):
        super()._clean_fields()
        for name, check in self.upload_checks.items():
            file = self.cleaned_data.get(name)
            if name in self.errors or not isinstance(file, UploadedFile):
                continue
            try:
                check(file)
            except ValidationError as refusal:
                self.add_error(name, refusal)


class SiteImageForm(BaseImageForm):
    """An image needs a description or the word that it is decorative, and it is what it says it is."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            field.__class__ = CheckedImageField
        if description := self.fields.get("description"):
            description.label = capfirst(_("alternative text"))
            description.help_text = _(
                "What can be seen, in one sentence, for people who do not see the image. No file name."
            )

    def clean(self):
        data = super().clean()
        described = "description" in self.fields and not data.get("description")
        if described and not data.get("is_decorative"):
            self.add_error(
                "description", _("Describe what can be seen, or tick that the image is decorative.")
            )
        return data

    def save(self, commit=True):
        """A new date of consent means that the next end of it is told again."""
        if "consent_until" in self.changed_data:
            self.instance.consent_expiry_told_at = None
        return super().save(commit)


class SiteDocumentForm(UploadCheckMixin, BaseDocumentForm):
    upload_checks = {"file": check_document}


class SiteMediaForm(UploadCheckMixin, BaseMediaForm):
    upload_checks = {
        "file": check_media,
        "file_webm": check_media,
        "captions": check_captions,
        "thumbnail": check_image,
    }

    def clean(self):
        """A film keeps to the kind it was made as: no sound file in the place of a film."""
        data = super().clean()
        file = data.get("file")
        if isinstance(file, UploadedFile):
            is_sound = file.name.lower().endswith(".mp3")
            if is_sound != (self.instance.type == "audio"):
                self.add_error("file", _("Choose a film as MP4 or WebM, or sound as MP3."))
        return data


class SiteLoginForm(LoginForm):
    """Wagtail's form, whose field for the password has an English label."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].widget.input_type = "email"
        self.fields["username"].widget.attrs["autocomplete"] = "username"
        self.fields["password"].label = capfirst(_("password"))
        self.fields["password"].widget.attrs["autocomplete"] = "current-password"


class SiteUserCreationForm(UserCreationForm):
    """Nobody becomes a superuser on a screen: only `manage.py createsuperuser` makes one."""

    is_superuser = None

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields - {"is_superuser"}

    def clean_email(self):
        return self.cleaned_data["email"].lower()


class SiteUserEditForm(UserEditForm):
    is_superuser = None

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields - {"is_superuser"}

    def __init__(self, *args, **kwargs):
        editing_self = kwargs.pop("editing_self", False)
        super().__init__(*args, **kwargs)
        if editing_self:
            del self.fields["is_active"]

    def clean_email(self):
        return self.cleaned_data["email"].lower()
