from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, ImageQuerySet

from cms.pictures import Picture


class SiteImageQuerySet(ImageQuerySet):
    def with_consent(self, on):
        """Images that may be shown on the date ``on``: consent is not needed or has not run out."""
        return self.filter(models.Q(consent_until=None) | models.Q(consent_until__gte=on))


class SiteImage(AbstractImage):
    """An image of the site, with alternative text, credit and the consent of who is in it.

    ``description`` (Wagtail's field) is the alternative text. ``sources`` holds the sizes that the worker
    prepared (`cms.pictures.prepare`), so that a visitor's request neither makes nor looks up a rendition.
    """

    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("Tick this only when the image tells nothing that the text does not say already."),
    )
    credit = models.CharField(
        _("credit"), max_length=150, blank=True, help_text=_("Who made the image, as shown beside it.")
    )
    consent_by = models.CharField(
        _("consent given by"),
        max_length=150,
        blank=True,
        help_text=_("Who is in the picture and agreed that it is shown. Not shown on the site."),
    )
    consent_until = models.DateField(
        _("consent until"),
        null=True,
        blank=True,
        help_text=_("After this day the image disappears from the site by itself."),
    )
    consent_expiry_told_at = models.DateTimeField(null=True, blank=True, editable=False)
    sources = models.JSONField(default=dict, blank=True, editable=False)

    objects = SiteImageQuerySet.as_manager()

    admin_form_fields = (
        "title",
        "file",
        "description",
        "is_decorative",
        "credit",
        "consent_by",
        "consent_until",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    @property
    def picture(self) -> Picture | None:
        """What a template shows; None when the consent has run out."""
        if self.consent_until and self.consent_until < timezone.localdate():
            return None
        return Picture.from_values(
            pk=self.pk,
            alt="" if self.is_decorative else self.description,
            file=self.file.name,
            width=self.width,
            height=self.height,
            credit=self.credit,
            sources=self.sources,
        )


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
