from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtailmedia.models import AbstractMedia


class SiteMedia(AbstractMedia):
    """A film or sound file with what makes it usable for everybody: captions and a transcript."""

    file_webm = models.FileField(
        _("WebM version"),
        upload_to="media",
        blank=True,
        validators=[FileExtensionValidator(["webm"])],
        help_text=_("Optional second format of the same film, often smaller."),
    )
    captions = models.FileField(
        _("captions"),
        upload_to="media_captions",
        blank=True,
        validators=[FileExtensionValidator(["vtt"])],
        help_text=_("A WebVTT file (.vtt) with Dutch captions."),
    )
    transcript = models.TextField(
        _("transcript"),
        blank=True,
        help_text=_("Everything that is said and shown, as text. It can be found by search."),
    )

    admin_form_fields = (
        "title",
        "file",
        "file_webm",
        "captions",
        "transcript",
        "collection",
        "duration",
        "width",
        "height",
        "thumbnail",
        "tags",
    )

    class Meta:
        verbose_name = _("film or sound")
        verbose_name_plural = _("films and sound")
