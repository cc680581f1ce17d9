from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    CARE = "care", _("care organisation")
    SCHOOL = "school", _("school")


class GroupKind(models.TextChoices):
    STEERING = "steering", _("steering group")
    PROJECT = "project", _("project group")
    PREPARATION = "preparation", _("preparation group")


class Seat(models.TextChoices):
    """Whose point of view somebody brings to a working group (DOMAIN: how the network is organised)."""

    DELEGATE = "delegate", _("delegate of an organisation")
    STUDENT = "student", _("student")
    EXPERT = "expert", _("expert from practice")
    SUPERVISOR = "supervisor", _("work supervisor")
    CARER_OR_CLIENT = "carer_or_client", _("informal carer or client")


class TrainingKind(models.TextChoices):
    SUPERVISOR_TRAINING = "supervisor_training", _("supervisor training")
    MEETING = "practice_education_meeting", _("practice education meeting")
    INFORMATION = "information_session", _("information session")


class TrainingForm(models.TextChoices):
    ON_SITE = "on_site", _("on site")
    ONLINE = "online", _("online")
    HYBRID = "hybrid", _("hybrid")


# The listing's address takes Dutch words: /trainingen/?vorm=op-locatie
FORM_BY_WORD = {
    "op-locatie": TrainingForm.ON_SITE,
    "online": TrainingForm.ONLINE,
    "hybride": TrainingForm.HYBRID,
}
WORD_BY_FORM = {form.value: word for word, form in FORM_BY_WORD.items()}
KIND_BY_WORD = {
    "scholing": TrainingKind.SUPERVISOR_TRAINING,
    "praktijkonderwijsbijeenkomst": TrainingKind.MEETING,
    "informatiebijeenkomst": TrainingKind.INFORMATION,
}


class RegistrationState(models.TextChoices):
    """What a visitor can do now; also the mark on the training page (INTERFACE)."""

    OPEN = "open", _("open for registration")
    WAITING_LIST = "waiting-list", _("full, waiting list open")
    FULL = "full", _("full")
    NOT_YET_OPEN = "not-yet-open", _("registration opens later")
    CLOSED = "closed", _("registration has closed")
    CANCELLED = "cancelled", _("cancelled")
    PAST = "past", _("has taken place")
