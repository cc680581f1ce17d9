"""What the network's tables hold about people (`cms.privacy`)."""

from cms import footprints
from cms.privacy import kept, personal_data
from network import interest
from network.attendance.evaluating import forget_remarks
from network.keeping import kept_since
from network.models import (
    Coordinator,
    Evaluation,
    Interest,
    Person,
    PersonalDataAccess,
    Registration,
    TrainingMessage,
)
from network.registration import forgetting

SHOWN = ("reference", "status", "name", "email", "organisation_label", "role", "remarks", "access_needs")


@personal_data("registrations")
class Registrations:
    def export(self, email):
        rows = Registration.objects.filter(email__iexact=email)
        rows = rows.select_related(
            "event", "organisation", "registered_by", "certificate", "evaluation_invitation"
        ).prefetch_related("attendance", "log")
        return [registration_as_values(row) for row in rows.order_by("pk")]

    def erase(self, email, at):
        rows = list(Registration.objects.filter(email__iexact=email, erased_at=None).order_by("pk"))
        for row in rows:
            forgetting.erase(row, at=at)
        return len(rows)


def registration_as_values(row: Registration) -> dict:
    """Everything that the site holds about one registration, with its history."""
    return {
        "training": row.event.title,
        "starts_at": row.event.starts_at.isoformat(),
        **{name: getattr(row, name) for name in SHOWN},
        "dietary_needs": row.dietary_needs,
        "registered": row.created_at.isoformat(),
        "registered_by": {
            "as": row.origin,
            "who": str(row.registered_by) if row.registered_by else None,
        },
        "attendance": [
            {"session": one.session_starts_at.isoformat(), "was_there": one.is_present}
            for one in row.attendance.all()
        ],
        "certificate": row.certificate.code if hasattr(row, "certificate") else None,
        "asked_to_evaluate": hasattr(row, "evaluation_invitation"),
        "history": [
            {
                "at": entry.at.isoformat(),
                "what": entry.action,
                "status": entry.status,
                "by": entry.origin,
                "reason": entry.reason,
            }
            for entry in row.log.all()
        ],
    }


@personal_data("people on the site")
class People:
    """Contacts, trainers and interviewees; whoever is removed disappears from every page."""

    def export(self, email):
        return [
            {"name": person.name, "role": person.role, "email": person.email, "phone": person.phone}
            for person in Person.objects.filter(email__iexact=email).order_by("pk")
        ]

    def erase(self, email, at):
        people = Person.objects.filter(email__iexact=email)
        footprints.forget_in_log(people.values_list("name", flat=True))
        return people.delete()[0]


@personal_data("coordinator")
class Coordinators:
    """For which organisation somebody acts."""

    def export(self, email):
        rows = Coordinator.objects.filter(user__email__iexact=email).select_related("organisation")
        return [{"organisation": row.organisation.name, "since": row.created_at.isoformat()} for row in rows]

    def erase(self, email, at):
        return Coordinator.objects.filter(user__email__iexact=email).delete()[0]


@personal_data("interest in trainings without a date")
class Interests:
    def export(self, email):
        rows = Interest.objects.filter(email__iexact=email).select_related("idea").order_by("pk")
        return [
            {
                "training": row.idea.title,
                "email": row.email,
                "organisation": row.organisation_name,
                "asked": row.created_at.isoformat(),
                "confirmed": row.confirmed_at and row.confirmed_at.isoformat(),
            }
            for row in rows
        ]

    def erase(self, email, at):
        rows = list(Interest.objects.filter(email__iexact=email))
        for row in rows:
            interest.withdraw(row)
        return len(rows)


@kept("unconfirmed interest in trainings without a date")
def unconfirmed(at):
    return interest.forget_unconfirmed(at), Interest.objects.filter(confirmed_at=None).count()


@kept("interest in a training without a date")
def interests(at):
    removed = interest.forget_old(at)
    return removed, Interest.objects.exclude(confirmed_at=None).count()


@kept("access and dietary needs")
def needs(at):
    removed = forgetting.forget_needs(at)
    return removed, Registration.objects.exclude(access_needs="", dietary_needs="").count()


@kept("names of participants")
def names(at):
    removed = forgetting.forget_names(at)
    return removed, Registration.objects.filter(erased_at=None).count()


@kept("words of evaluations")
def remarks(at):
    removed = forget_remarks(at)
    return removed, Evaluation.objects.exclude(remark="").count()


@kept("messages of organisers and the log of who saw personal data")
def organisers_work(at):
    before = kept_since(at)
    removed = TrainingMessage.objects.filter(at__lt=before).delete()[0]
    removed += PersonalDataAccess.objects.filter(at__lt=before).delete()[0]
    return removed, TrainingMessage.objects.count() + PersonalDataAccess.objects.count()
