from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import CharField, Exists, F, OuterRef, Q, Value
from django.db.models.functions import Concat, TruncDate
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.search import index

from cms.cards import CardSpec
from cms.models import PublishableSnippet, PublishableSnippetQuerySet
from network.availability import Availability, availability
from network.blocks import EventBodyBlock
from network.choices import TrainingForm, TrainingKind
from network.models.event_people import PEOPLE_WAITING, SEATS_TAKEN, finish_card
from network.models.sessions import TrainingSession

PROMOTION_HOURS = 48  # before the start: from then on the organiser decides who gets a freed seat (rule 3)


class TrainingEventQuerySet(PublishableSnippetQuerySet):
    def upcoming(self, at):
        """Trainings that have not started at the aware datetime ``at``, soonest first."""
        return self.filter(starts_at__gt=at).order_by("starts_at", "pk")

    def past(self, at):
        """Trainings that have started at the aware datetime ``at``, latest first."""
        return self.filter(starts_at__lte=at).order_by("-starts_at", "pk")

    def unfinished(self, at):
        """Trainings of which some session ends after the aware datetime ``at``, soonest first."""
        later = TrainingSession.objects.filter(event=OuterRef("pk"), ends_at__gt=at)
        return self.filter(Q(ends_at__gt=at) | Exists(later)).order_by("starts_at", "pk")

    def newest_first(self):
        return self.order_by("-starts_at", "-pk")

    def with_seats_taken(self):
        """Add ``seats_taken`` (confirmed people only) and ``people_waiting``: a list costs one query."""
        return self.annotate(seats_taken=SEATS_TAKEN, people_waiting=PEOPLE_WAITING)


class TrainingEvent(PublishableSnippet):
    """A regional training, practice education meeting or information session (scholing, bijeenkomst).

    ``starts_at`` and ``ends_at`` are the first or only session; ``further_sessions`` are the others. Times
    are stored in UTC and shown in Europe/Amsterdam.
    """

    title = models.CharField(_("title"), max_length=150)
    summary = models.CharField(_("summary"), max_length=300, help_text=_("One or two sentences for lists."))
    body = StreamField(EventBodyBlock(), verbose_name=_("programme and explanation"), blank=True)
    image = models.ForeignKey(
        "cms.SiteImage",
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    kind = models.CharField(
        _("kind"), max_length=30, choices=TrainingKind, default=TrainingKind.SUPERVISOR_TRAINING
    )
    form = models.CharField(_("form"), max_length=10, choices=TrainingForm, default=TrainingForm.ON_SITE)
    region = models.ForeignKey(
        "network.Region", verbose_name=_("region"), on_delete=models.PROTECT, related_name="trainings"
    )
    host = models.ForeignKey(
        "network.Organisation", verbose_name=_("host"), on_delete=models.PROTECT, related_name="trainings"
    )
    co_organisers = ParentalManyToManyField(
        "network.Organisation",
        verbose_name=_("organised together with"),
        blank=True,
        related_name="co_organised_trainings",
    )
    contact = models.ForeignKey(
        "network.Person",
        verbose_name=_("contact"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    venue = models.ForeignKey(
        "network.Venue",
        verbose_name=_("venue"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="trainings",
    )
    online_link = models.URLField(
        _("online link"),
        blank=True,
        help_text=_("Never shown on the site; only people who are registered get it."),
    )
    trainers = ParentalManyToManyField(
        "network.Person", verbose_name=_("trainers"), blank=True, related_name="trainings_given"
    )
    audiences = ParentalManyToManyField(
        "cms.Audience", verbose_name=_("for whom"), blank=True, related_name="trainings"
    )
    learning_goals = models.TextField(_("learning goals"), blank=True, help_text=_("One goal a line."))
    themes = ParentalManyToManyField(
        "cms.Theme", verbose_name=_("themes"), blank=True, related_name="trainings"
    )
    materials = ParentalManyToManyField(
        "cms.SiteDocument", verbose_name=_("materials"), blank=True, related_name="trainings"
    )
    capacity = models.PositiveIntegerField(_("places"), default=20, validators=[MinValueValidator(1)])
    seats_per_organisation = models.PositiveIntegerField(
        _("places an organisation"), null=True, blank=True, help_text=_("Empty: no limit.")
    )
    shares_released_at = models.DateTimeField(
        _("unused places go to everybody on"),
        null=True,
        blank=True,
        help_text=_("Until then an organisation gets no more than its own places. Empty: always."),
    )
    has_waiting_list = models.BooleanField(_("waiting list"), default=True)
    promotion_hours = models.PositiveIntegerField(
        _("hours before the start"),
        default=PROMOTION_HOURS,
        help_text=_("Until then a freed place goes to the first person waiting. After that you decide."),
    )
    minimum_number = models.PositiveIntegerField(
        _("minimum number"),
        null=True,
        blank=True,
        help_text=_("With fewer people the training is not given."),
    )
    decides_on = models.DateField(
        _("decide on"),
        null=True,
        blank=True,
        help_text=_("On this day you decide whether the training goes on. We remind you."),
    )
    asks_access_needs = models.BooleanField(_("ask what people need to take part"), default=False)
    asks_dietary_needs = models.BooleanField(_("ask for dietary needs"), default=False)
    registration_opens_at = models.DateTimeField(_("registration opens"), null=True, blank=True)
    registration_closes_at = models.DateTimeField(_("registration closes"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled on"), null=True, blank=True)
    cancellation_reason = models.CharField(
        _("reason of cancelling"), max_length=250, blank=True, help_text=_("Shown to visitors.")
    )
    change_reason = models.CharField(
        _("what changed, and why"),
        max_length=250,
        blank=True,
        help_text=_("Everybody who is registered or waits gets a mail with these words."),
    )
    planned_from = models.ForeignKey(
        "network.TrainingIdea",
        verbose_name=_("training without a date"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="trainings",
    )
    changed_at = models.DateTimeField(auto_now=True, editable=False)  # when what visitors see last changed

    objects = TrainingEventQuerySet.as_manager()

    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.FilterField("kind"),
        index.FilterField("starts_at"),
    ]
    preview_modes = [
        ("", _("As it is now")),
        ("open", _("Open")),
        ("few", _("Few places left")),
        ("full", _("Full")),
        ("cancelled", _("Cancelled")),
        ("past", _("Past")),
    ]
    default_preview_mode = ""
    card = CardSpec(
        kind="training",
        label=_("training"),
        on=TruncDate("starts_at"),
        path=Concat(Value("/trainingen/"), F("slug"), Value("/"), output_field=CharField()),
        summary="summary",
        image="image",
        meta={
            "starts_at": F("starts_at"),
            "ends_at": F("ends_at"),
            "opens_at": F("registration_opens_at"),
            "closes_at": F("registration_closes_at"),
            "cancelled_at": F("cancelled_at"),
            "capacity": F("capacity"),
            "taken": SEATS_TAKEN,
            "waiting": PEOPLE_WAITING,
            "shares": F("seats_per_organisation"),
            "has_waiting_list": F("has_waiting_list"),
            "place": F("venue__place"),
            "form": F("form"),
            "kind": F("kind"),
        },
        finish=finish_card,
    )

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="training_ends_after_it_begins",
                violation_error_message=_("The training must end after it begins."),
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at=None) | ~Q(cancellation_reason=""),
                name="cancelled_with_reason",
                violation_error_message=_("Say why the training is cancelled: visitors want to know."),
            ),
            models.CheckConstraint(
                condition=Q(registration_opens_at=None)
                | Q(registration_closes_at=None)
                | Q(registration_closes_at__gt=F("registration_opens_at")),
                name="registration_closes_after_it_opens",
                violation_error_message=_("Registration must close after it opens."),
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        if self.minimum_number and self.capacity and self.minimum_number > self.capacity:
            message = _("The minimum number cannot be higher than the number of places.")
            raise ValidationError({"minimum_number": message})

    def get_absolute_url(self):
        return reverse("network:training", args=[self.slug])

    def public_paths(self) -> list[str]:
        """Every address that changes with the slug."""
        return [self.get_absolute_url(), reverse("network:training_calendar", args=[self.slug])]

    @property
    def promotes_until(self) -> datetime:
        """Until this moment a freed seat goes to the first person waiting by itself (rule 3)."""
        return self.starts_at - timedelta(hours=self.promotion_hours)

    def shares_hold(self, at: datetime) -> bool:
        """Whether an organisation is held to its own places at the aware datetime ``at`` (rule 1)."""
        released = self.shares_released_at is not None and at >= self.shares_released_at
        return self.seats_per_organisation is not None and not released

    def availability(
        self, at: datetime | None = None, *, taken: int | None = None, waiting: int | None = None
    ) -> Availability:
        """What a visitor can do at the aware datetime ``at`` (default now).

        ``taken`` and ``waiting`` count people; by default as `with_seats_taken` fetched them. With places
        for each organisation others may wait while a seat is free, and who asks may still get it.
        """
        if self.seats_per_organisation:
            waiting = 0
        return availability(
            starts_at=self.starts_at,
            opens_at=self.registration_opens_at,
            closes_at=self.registration_closes_at,
            capacity=self.capacity,
            taken=getattr(self, "seats_taken", 0) if taken is None else taken,
            waiting=getattr(self, "people_waiting", 0) if waiting is None else waiting,
            has_waiting_list=self.has_waiting_list,
            is_cancelled=self.cancelled_at is not None,
            at=at or timezone.now(),
        )

    def get_preview_template(self, request, mode_name):
        return "network/training.html"
