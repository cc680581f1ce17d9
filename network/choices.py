from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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
    """What a visitor can do now; also the mark on the training page (README, "Marks")."""

    OPEN = "open", _("open for registration")
    WAITING_LIST = "waiting-list", _("full, waiting list open")
    FULL = "full", _("full")
    NOT_YET_OPEN = "not-yet-open", _("registration opens later")
    CLOSED = "closed", _("registration has closed")
    CANCELLED = "cancelled", _("cancelled")
    PAST = "past", _("has taken place")


class RegistrationStatus(models.TextChoices):
    """What a registration stands for; the mark on the result page (README, "Marks")."""

    CONFIRMED = "confirmed", _("registered")
    WAITING = "waiting", _("on the waiting list")
    CANCELLED = "cancelled", pgettext_lazy("registration", "cancelled")


ACTIVE = (RegistrationStatus.CONFIRMED, RegistrationStatus.WAITING)


class Origin(models.TextChoices):
    """On whose behalf something happens to a registration."""

    SELF = "self", _("the participant")
    COORDINATOR = "coordinator", _("a coordinator")
    ORGANISER = "organiser", _("the organiser")
    SYSTEM = "system", _("the site")


class Together(models.TextChoices):
    """What must happen when several colleagues do not all fit (README, "Aanmelden", rule 5)."""

    ALL = "all", _("Only if there is a place for everybody")
    FIT = "fit", _("As many as fit, the rest on the waiting list")


class Role(models.TextChoices):
    """What somebody does in care or at school, as the form offers it; any other text is taken too."""

    SUPERVISOR = "Werkbegeleider", _("Work supervisor")
    TRAINING_OFFICER = "Praktijkopleider", _("Training officer")
    TEACHER = "Docent", _("Teacher")
    CARE_PROFESSIONAL = "Zorgprofessional", _("Care professional")
    STUDENT = "Student", _("Student")
    OTHER = "Iets anders", _("Something else")


class LogAction(models.TextChoices):
    """What happened to a registration, or to a training as a whole."""

    REGISTERED = "registered", pgettext_lazy("log", "registered")
    CONFIRMED_ADDRESS = "confirmed_address", _("confirmed the e-mail address")
    LAPSED = "lapsed", _("lapsed: the e-mail address was not confirmed in time")
    PROMOTED = "promoted", _("got a place from the waiting list")
    FORCED = "forced", _("got a place by the organiser's decision")
    REORDERED = "reordered", _("moved on the waiting list")
    CANCELLED = "cancelled", pgettext_lazy("registration", "cancelled")
    REPLACED = "replaced", _("replaced by a colleague")
    MOVED = "moved", _("moved to another training")
    NAMED = "named", _("name filled in for a reserved place")
    EXPIRED = "expired", _("reserved place given back: no name in time")
    CHANGED = "changed", _("data changed")
    TRAINING_CHANGED = "training_changed", _("training changed")
    TRAINING_CANCELLED = "training_cancelled", _("training cancelled")
    CAPACITY = "capacity", _("number of places changed")
    ERASED = "erased", _("personal data removed")
    CERTIFIED = "certified", _("got a certificate of attendance")
    UNCERTIFIED = "uncertified", _("certificate withdrawn: attendance was corrected")


class MailKind(models.TextChoices):
    """Why a mail about a registration goes out; its header X-ZIN-Kind (README, "Marks")."""

    CONFIRMED = "confirmed", _("registered")
    WAITING = "waiting", _("on the waiting list")
    PROMOTED = "promoted", _("got a place from the waiting list")
    CANCELLED = "cancelled", pgettext_lazy("registration", "cancelled")
    CHANGED = "changed", _("training changed")
    REMINDER = "reminder", _("reminder")
    EVENT_CANCELLED = "event-cancelled", _("training cancelled")
    LINK = "link", _("link to the registration")
    MESSAGE = "message", _("message of the organiser")
    CERTIFICATE = "certificate", _("certificate of attendance")
    EVALUATION = "evaluation", _("evaluation")


class AccessKind(models.TextChoices):
    """In which form somebody saw personal data."""

    LIST = "list", _("the list")
    EXPORT = "export", _("an export")
    PERSON = "person", _("one person")
    ATTENDANCE_LIST = "attendance-list", _("the attendance list")
    CALENDAR = "calendar", _("the calendar of an organisation")
    OWN_DATA = "own-data", _("everything about one person")


class Segment(models.TextChoices):
    """To whom of a training an organiser writes."""

    CONFIRMED = "confirmed", _("who is registered")
    WAITING = "waiting", _("who is on the waiting list")
    ACTIVE = "active", _("who is registered or on the waiting list")
    UNCONFIRMED = "unconfirmed", _("who has not confirmed the e-mail address yet")


class EvaluationQuestion(models.TextChoices):
    """What participants judge from 1 (not at all) to 5 (completely); the value is the name of the column."""

    USEFUL = "useful", _("I can use what I learned in my work.")
    TRAINER = "trainer", _("The trainer explained things well.")
    EXCHANGE = "exchange", _("I learned from people of other organisations.")
    ORGANISATION = "organisation", _("Everything was well organised.")


class LiveCount(models.TextChoices):
    """A number that the site counts itself (`network.participation`); a subject, of all years or this one."""

    TRAININGS = "trainings", _("trainings given, all years")
    TRAININGS_THIS_YEAR = "trainings-this-year", _("trainings given this year")
    PARTICIPANTS = "participants", _("participants, all years")
    PARTICIPANTS_THIS_YEAR = "participants-this-year", _("participants this year")
    ORGANISATIONS = "organisations", _("organisations that took part, all years")
    ORGANISATIONS_THIS_YEAR = "organisations-this-year", _("organisations that took part this year")

    @property
    def subject(self) -> str:
        return self.value.removesuffix("-this-year")

    @property
    def is_of_this_year(self) -> bool:
        return self.value != self.subject


class LiveSeries(models.TextChoices):
    """Rows of a chart that the site counts itself (`network.participation`): a subject, by year or region."""

    TRAININGS_BY_YEAR = "trainings-by-year", _("trainings given, by year")
    TRAININGS_BY_REGION = "trainings-by-region", _("trainings given, by region")
    PARTICIPANTS_BY_YEAR = "participants-by-year", _("participants, by year")
    PARTICIPANTS_BY_REGION = "participants-by-region", _("participants, by region")
    ORGANISATIONS_BY_YEAR = "organisations-by-year", _("organisations that took part, by year")
    ORGANISATIONS_BY_REGION = "organisations-by-region", _("organisations that took part, by region")

    @property
    def subject(self) -> str:
        return self.value.partition("-by-")[0]

    @property
    def by(self) -> str:
        return self.value.partition("-by-")[2]
