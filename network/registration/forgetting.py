"""Remove what names somebody from registrations, and keep the row so that counts stay (rule 10)."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from cms.models import OutgoingMail
from network.choices import LogAction, RegistrationStatus
from network.keeping import kept_since
from network.models import Registration, RegistrationLogEntry, RegistrationToken, Submission
from network.registration.actors import SITE, Actor
from network.registration.book import fresh, open_book, rule
from network.registration.seats import promote_line

NAMES = ("name", "email", "organisation_name", "remarks", "access_needs", "dietary_needs")


@rule
def erase(registration: Registration, *, actor: Actor = SITE, at: datetime | None = None) -> None:
    """Remove name, address, remarks, needs, links and mails; end the registration if it is still to come.

    A freed seat goes to the next person waiting. The person gets no mail: there is no address any more.
    An organisation of the network, the mark of a typed one, role, status and log (without reasons) stay, so
    figures do not change.
    """
    book = open_book(registration.event_id, at or timezone.now())
    row = fresh(registration)
    if row.erased_at:
        return
    if row.is_active and book.at < book.event.starts_at:
        book.let_go(row)
        row.status = RegistrationStatus.CANCELLED
    for name in NAMES:
        setattr(row, name, "")
    row.erased_at = row.changed_at = book.at
    row.confirm_by = row.named_by = None
    row.save()
    RegistrationToken.objects.filter(registration=row).delete()
    OutgoingMail.objects.filter(reference=row.reference).delete()
    RegistrationLogEntry.objects.filter(registration=row).update(reason="")  # an organiser's words may name
    Submission.objects.filter(pk=row.submission_id).update(fingerprint="")  # a guess could be tried with it
    book.record.log(book, LogAction.ERASED, actor, row)
    promote_line(book)
    book.close()


def needs_to_forget(at: datetime) -> QuerySet:
    """Registrations with access or dietary needs, of trainings that ended on an earlier day than ``at``."""
    with_needs = Registration.objects.exclude(access_needs="", dietary_needs="")
    midnight = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    last = Q(event__ends_at__lt=midnight) & ~Q(event__further_sessions__ends_at__gte=midnight)
    return with_needs.filter(last | Q(status=RegistrationStatus.CANCELLED)).distinct()


def names_to_forget(at: datetime) -> QuerySet:
    """Registrations that still name somebody, of trainings that ended RETENTION_MONTHS ago or longer."""
    before = kept_since(at)
    late = Q(event__further_sessions__ends_at__gte=before)
    return Registration.objects.filter(erased_at=None, event__ends_at__lt=before).exclude(late)


def forget_needs(at: datetime) -> int:
    """Remove access and dietary needs the day after the training; returns of how many people."""
    keys = list(needs_to_forget(at).values_list("pk", flat=True))
    return Registration.objects.filter(pk__in=keys).update(access_needs="", dietary_needs="")


def forget_names(at: datetime) -> int:
    """Erase everybody whose training ended longer ago than the retention period; returns how many."""
    due = list(names_to_forget(at).order_by("pk"))
    for registration in due:
        erase(registration, at=at)
    return len(due)
