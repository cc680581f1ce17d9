from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.admin.widgets.slug import SlugInput

from network.choices import TrainingForm, TrainingKind


class TrainingIdeaQuerySet(models.QuerySet):
    def with_interest(self):
        """Add ``interested``: the people who confirmed that they want to hear of a date."""
        confirmed = Q(interests__confirmed_at__isnull=False)
        return self.annotate(interested=Count("interests", filter=confirmed))


class TrainingIdea(models.Model):
    """A training that has no date yet; visitors leave their address and hear when there is one."""

    title = models.CharField(_("title"), max_length=150)
    slug = models.SlugField(_("web address"), max_length=120, unique=True)
    summary = models.CharField(_("summary"), max_length=300, help_text=_("One or two sentences for lists."))
    kind = models.CharField(
        _("kind"), max_length=30, choices=TrainingKind, default=TrainingKind.SUPERVISOR_TRAINING
    )
    form = models.CharField(_("form"), max_length=10, choices=TrainingForm, default=TrainingForm.ON_SITE)
    region = models.ForeignKey(
        "network.Region", verbose_name=_("region"), on_delete=models.PROTECT, related_name="training_ideas"
    )
    host = models.ForeignKey(
        "network.Organisation",
        verbose_name=_("host"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="training_ideas",
    )
    wanted_number = models.PositiveIntegerField(
        _("enough people"),
        default=8,
        validators=[MinValueValidator(1)],
        help_text=_("When so many people are interested, the front screen says that you can plan it."),
    )
    is_open = models.BooleanField(
        _("people can sign up"),
        default=True,
        help_text=_(
            "Untick this to take it off the site. It is unticked by itself once a date is published."
        ),
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = TrainingIdeaQuerySet.as_manager()

    panels = [
        FieldPanel("title"),
        FieldPanel("summary", widget=AdminAutoHeightTextInput),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("form")]),
        FieldRowPanel([FieldPanel("region"), FieldPanel("host")]),
        FieldRowPanel([FieldPanel("wanted_number"), FieldPanel("is_open")]),
        FieldPanel("slug", widget=SlugInput),
    ]

    class Meta:
        verbose_name = _("training without a date")
        verbose_name_plural = _("trainings without a date")
        ordering = ["title", "pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("network:interest", args=[self.slug])

    @property
    def full_url(self) -> str:
        return settings.BASE_URL + self.get_absolute_url()


class Interest(models.Model):
    """Somebody who wants to hear when a training gets a date. ``email`` is stored in lower case.

    Counts once ``confirmed_at`` is set; deleted when the mail about the date is written.
    """

    idea = models.ForeignKey(TrainingIdea, on_delete=models.CASCADE, related_name="interests")
    email = models.EmailField(_("e-mail address"))
    organisation_name = models.CharField(_("organisation"), max_length=120, blank=True)
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("interest in a training without a date")
        verbose_name_plural = _("interests in trainings without a date")
        constraints = [models.UniqueConstraint(fields=["idea", "email"], name="one_interest_an_address")]

    def __str__(self):
        return f"{self.idea_id}: {self.created_at:%Y-%m-%d}"


class InterestToken(models.Model):
    """Opens an interest to who has the link of a mail; only the SHA-256 of the token is stored."""

    digest = models.CharField(max_length=64, unique=True)
    interest = models.ForeignKey(Interest, on_delete=models.CASCADE, related_name="tokens")
    created_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    def __str__(self):
        return self.digest[:8]
