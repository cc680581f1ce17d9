"""Registrations for trainings: plain tables, written by the rules of `network.registration` only."""

from django.conf import settings
from django.db import models
from django.db.models import Case, Count, OuterRef, Q, Subquery, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.choices import ACTIVE, LogAction, Origin, RegistrationStatus


class Submission(models.Model):
    """One sent form, and the answer that it got; the same form again gets the same answer (rule 4).

    Holds nothing of a person: ``fingerprint`` is a hash that is salted with the id. A person who was
    registered already has an answer here and no row of their own, so the answer tells a stranger nothing.
    """

    id = models.UUIDField(primary_key=True)
    event = models.ForeignKey("network.TrainingEvent", on_delete=models.CASCADE, related_name="submissions")
    fingerprint = models.CharField(max_length=64)
    outcome = models.JSONField(default=list)  # one {"reference", "status", "position"} a person, in order
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    def __str__(self):
        return str(self.id)

    def get_absolute_url(self):
        return reverse("network:registered", args=[self.event.slug, self.id])


class RegistrationQuerySet(models.QuerySet):
    def active(self):
        return self.filter(status__in=ACTIVE)

    def confirmed(self):
        return self.filter(status=RegistrationStatus.CONFIRMED)

    def waiting(self):
        """Who waits, first in line first."""
        return self.filter(status=RegistrationStatus.WAITING).order_by("sequence")

    def with_position(self):
        """Add ``position`` (1 is first in line) to people who wait; None for everybody else."""
        before = (
            Registration.objects.filter(
                event=OuterRef("event"), status=RegistrationStatus.WAITING, sequence__lte=OuterRef("sequence")
            )
            .order_by()
            .values("event")
            .annotate(number=Count("*"))
            .values("number")
        )
        waiting = Q(status=RegistrationStatus.WAITING)
        return self.annotate(position=Case(When(waiting, then=Subquery(before)), default=None))


class Registration(models.Model):
    """A person's place in a training, or on its waiting list (aanmelding).

    ``sequence`` is given under the lock of the training and orders everybody by when they came; among those
    who wait it is the order in which places are given. ``email`` is stored in lower case. A reserved seat
    has no name and address yet, and goes back to the others after ``named_by``. ``confirm_by`` is set while
    the address of a self-registration must still be confirmed (rule 9). Access and dietary needs are for
    the organiser alone and go the day after the training (rule 10). ``organisation_mark`` stands for the
    typed ``organisation_name`` (`registration.people.organisation_mark`) and stays when that is erased.
    """

    event = models.ForeignKey(
        "network.TrainingEvent",
        verbose_name=_("training"),
        on_delete=models.PROTECT,
        related_name="registrations",
    )
    submission = models.ForeignKey(
        Submission, null=True, blank=True, on_delete=models.PROTECT, related_name="registrations"
    )
    person_number = models.PositiveSmallIntegerField(default=0)  # place in the form that was sent
    reference = models.CharField(_("reference"), max_length=12, unique=True)
    sequence = models.PositiveIntegerField()
    status = models.CharField(_("status"), max_length=10, choices=RegistrationStatus)
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("work e-mail address"), blank=True)
    organisation = models.ForeignKey(
        "network.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="registrations",
    )
    organisation_name = models.CharField(_("other organisation"), max_length=120, blank=True)
    organisation_mark = models.CharField(max_length=64, blank=True, editable=False)
    role = models.CharField(_("role"), max_length=80, blank=True)
    remarks = models.TextField(_("remarks"), max_length=1000, blank=True)
    access_needs = models.CharField(_("access needs"), max_length=300, blank=True)
    dietary_needs = models.CharField(_("dietary needs"), max_length=300, blank=True)
    origin = models.CharField(_("registered by"), max_length=12, choices=Origin, default=Origin.SELF)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    confirm_by = models.DateTimeField(null=True, blank=True)
    named_by = models.DateTimeField(null=True, blank=True)
    calendar_sequence = models.PositiveIntegerField(default=0)  # SEQUENCE of the last calendar file
    reminded_days_before = models.PositiveSmallIntegerField(null=True, blank=True)  # the last reminder sent
    created_at = models.DateTimeField(_("registered on"))
    changed_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["event", "sequence", "pk"]
        permissions = [("manage_registrations", "Can manage registrations")]
        indexes = [
            models.Index(fields=["event", "status", "sequence"], name="registration_line"),
            models.Index(fields=["email"], name="registration_email"),
            models.Index(
                fields=["confirm_by"], condition=Q(confirm_by__isnull=False), name="registration_confirm_by"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "email"],
                condition=Q(status__in=ACTIVE) & ~Q(email=""),
                name="one_active_registration",
            ),
            models.UniqueConstraint(
                fields=["event", "sequence"], condition=Q(status__in=ACTIVE), name="one_place_in_line"
            ),
            models.UniqueConstraint(fields=["submission", "person_number"], name="one_person_a_line"),
        ]

    def __str__(self):
        return self.name or self.reference

    @property
    def is_active(self) -> bool:
        return self.status in ACTIVE

    @property
    def is_reserved(self) -> bool:
        """A seat that a coordinator holds without a name yet."""
        return self.named_by is not None

    def position_now(self) -> int | None:
        """The place in line, 1 is first; None for who does not wait. One query."""
        if self.status != RegistrationStatus.WAITING:
            return None
        line = Registration.objects.waiting().filter(event=self.event_id, sequence__lte=self.sequence)
        return line.count()

    @property
    def organisation_label(self) -> str:
        return self.organisation.name if self.organisation else self.organisation_name


class RegistrationToken(models.Model):
    """Opens a registration to who has the link of a mail; only the SHA-256 of the token is stored.

    ``is_shared``: it was shown to a coordinator, who may see no needs, and opens nothing while there are any.
    """

    digest = models.CharField(max_length=64, unique=True)
    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="tokens")
    is_shared = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    def __str__(self):
        return self.digest[:8]


class RegistrationLogEntry(models.Model):
    """What happened to a registration, or to a training, and who did it. Never changed, and names nobody.

    ``taken`` and ``capacity`` are the confirmed people and the places right after it.
    """

    event = models.ForeignKey("network.TrainingEvent", on_delete=models.PROTECT, related_name="log")
    registration = models.ForeignKey(
        Registration, null=True, blank=True, on_delete=models.PROTECT, related_name="log"
    )
    action = models.CharField(max_length=20, choices=LogAction)
    status = models.CharField(max_length=10, blank=True, choices=RegistrationStatus)
    origin = models.CharField(max_length=12, choices=Origin)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.CharField(max_length=250, blank=True)
    taken = models.PositiveIntegerField(null=True)
    capacity = models.PositiveIntegerField(null=True)
    at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.get_action_display()} ({self.at:%Y-%m-%d %H:%M})"


class ToldFacts(models.Model):
    """When and where a training is, as its people were last told; another publication is told (rule 8).

    ``sessions`` are the further sessions by key, each its begin and end: a calendar knows them by that key,
    so one that is deleted can be taken out of it.
    """

    event = models.OneToOneField(
        "network.TrainingEvent", primary_key=True, on_delete=models.CASCADE, related_name="told"
    )
    facts = models.JSONField()
    sessions = models.JSONField(default=dict)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"{self.event_id}"
