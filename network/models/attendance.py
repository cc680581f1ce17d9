"""What happens at and after a training; written by the rules of `network.attendance` only."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.choices import EvaluationQuestion, Origin

LOWEST, HIGHEST = 1, 5  # of a score


class Attendance(models.Model):
    """Whether a participant was at one session; no row: nobody has said so yet.

    ``session`` is the number of the session in order of its start (1 is first), ``session_starts_at`` the
    start as it was then. It names nobody and stays when the registration is erased.
    """

    registration = models.ForeignKey(
        "network.Registration", on_delete=models.PROTECT, related_name="attendance"
    )
    session = models.PositiveSmallIntegerField()
    session_starts_at = models.DateTimeField()
    is_present = models.BooleanField()
    origin = models.CharField(max_length=12, choices=Origin)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    marked_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["registration", "session_starts_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "session_starts_at"], name="one_attendance_a_session"
            )
        ]

    def __str__(self):
        return f"{self.registration_id}: {self.session}"


class CertificateOfAttendance(models.Model):
    """A certificate that anybody can verify by its code (bewijs van deelname).

    The name is read from the registration, so it goes when that is erased. ``hours`` are those of the
    sessions that the person was at.
    """

    registration = models.OneToOneField(
        "network.Registration", on_delete=models.PROTECT, related_name="certificate"
    )
    code = models.CharField(max_length=19, unique=True)  # as in K7QM-2WXD-9H4T-BFRV
    sessions_attended = models.PositiveSmallIntegerField()
    sessions_total = models.PositiveSmallIntegerField()
    hours = models.DecimalField(max_digits=5, decimal_places=2)
    issued_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sessions_attended__gte=1, sessions_attended__lte=models.F("sessions_total")),
                name="certificate_for_who_was_there",
            )
        ]

    def __str__(self):
        return self.code

    def get_absolute_url(self):
        return reverse("network:certificate", args=[self.code])


class EvaluationInvitation(models.Model):
    """That somebody was asked what they thought, and whether they answered: not what, and not when."""

    registration = models.OneToOneField(
        "network.Registration", on_delete=models.PROTECT, related_name="evaluation_invitation"
    )
    sent_at = models.DateTimeField()
    is_answered = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"{self.registration_id}"


def score_field(question: EvaluationQuestion) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        question.label, validators=[MinValueValidator(LOWEST), MaxValueValidator(HIGHEST)]
    )


class Evaluation(models.Model):
    """What somebody thought of a training, without a way back to the person.

    Its key is random and only the day is kept, so neither order nor time says who it was.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    event = models.ForeignKey("network.TrainingEvent", on_delete=models.PROTECT, related_name="evaluations")
    useful = score_field(EvaluationQuestion.USEFUL)
    trainer = score_field(EvaluationQuestion.TRAINER)
    exchange = score_field(EvaluationQuestion.EXCHANGE)
    organisation = score_field(EvaluationQuestion.ORGANISATION)
    remark = models.TextField(_("What should we keep, and what can be better?"), max_length=2000, blank=True)
    submitted_on = models.DateField()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["event", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(**{f"{name}__gte": LOWEST, f"{name}__lte": HIGHEST}), name=f"score_of_{name}"
            )
            for name in EvaluationQuestion.values
        ]

    def __str__(self):
        return f"{self.event_id} ({self.submitted_on})"
