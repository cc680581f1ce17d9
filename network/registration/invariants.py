"""What must hold of registrations and their mails at any moment; `verify_data` names each breach.

The numbers are: 1 nobody beyond the capacity, 2 no free seat while somebody waits, 3 the order of the line,
4 one place a person, 5 an answer is kept, 6 a log entry and one mail a change, 8 what was erased is gone.
Each check takes the aware datetime of now and yields one line a breach, with slugs and references, never a
name or address. Source: README, "Aanmelden", rules 1 to 10.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from django.db.models import Count, F, Q

from cms.choices import MailState
from cms.models import OutgoingMail
from network.choices import ACTIVE, LogAction, MailKind, Origin, RegistrationStatus
from network.models import (
    CertificateOfAttendance,
    Registration,
    RegistrationLogEntry,
    RegistrationToken,
    TrainingEvent,
)
from network.registration.record import MAKER

Check = Callable[[datetime], Iterator[str]]
MAIL_OF = {  # the mails that a change of status calls for (invariant 6)
    LogAction.PROMOTED: {MailKind.PROMOTED},
    LogAction.FORCED: {MailKind.PROMOTED},
    LogAction.CANCELLED: {MailKind.CANCELLED},
    LogAction.LAPSED: {MailKind.CANCELLED},
    LogAction.EXPIRED: {MailKind.CANCELLED},
    LogAction.REPLACED: {MailKind.CANCELLED},
    LogAction.MOVED: {MailKind.CANCELLED},
    LogAction.TRAINING_CANCELLED: {MailKind.EVENT_CANCELLED},
    LogAction.REGISTERED: {MailKind.CONFIRMED, MailKind.WAITING},
    LogAction.CERTIFIED: {MailKind.CERTIFICATE},
    LogAction.NAMED: {MailKind.CONFIRMED, MailKind.WAITING},  # besides that of the held seat, to who held it
}
MAILS_KEPT = timedelta(days=300)  # older mails may have been removed
BY_DECISION = Q(action=LogAction.FORCED) | Q(origin=Origin.ORGANISER)


def breaches(at: datetime) -> list[str]:
    """Every breach at ``at``, in words."""
    return [line for check in CHECKS for line in check(at)]


def seats_given_beyond_capacity(_at: datetime) -> Iterator[str]:
    """A seat is given below the capacity of that moment only, except by an organiser's decision (1)."""
    given = RegistrationLogEntry.objects.filter(
        status=RegistrationStatus.CONFIRMED,
        action__in=[LogAction.REGISTERED, LogAction.PROMOTED],
        taken__gt=F("capacity"),
    )
    for entry in given.exclude(BY_DECISION).filter(~_kept_place()).select_related("event", "registration"):
        yield (
            f"{entry.event.slug}: {entry.registration.reference} got a seat as number {entry.taken} "
            f"of {entry.capacity}"
        )


def _kept_place() -> Q:
    """Who replaces somebody takes over a seat that may be one too many since the capacity was lowered."""
    return Q(registration__submission=None)


def free_seats_while_people_wait(at: datetime) -> Iterator[str]:
    """Before the cut-off nobody waits who could have a free seat (2)."""
    events = TrainingEvent.objects.with_seats_taken().filter(
        live=True, cancelled_at=None, starts_at__gt=at, people_waiting__gt=0, capacity__gt=F("seats_taken")
    )
    for event in events:
        if at < event.promotes_until and _somebody_could_sit(event, at):
            yield f"{event.slug}: a seat is free while {event.people_waiting} wait"


def _somebody_could_sit(event: TrainingEvent, at: datetime) -> bool:
    if not event.shares_hold(at):
        return True
    confirmed = Registration.objects.confirmed().filter(event=event).order_by()
    taken = Counter(dict(confirmed.values_list("organisation").annotate(Count("pk"))))
    waiting = Registration.objects.waiting().filter(event=event).values_list("organisation", flat=True)
    return any(taken[organisation] < event.seats_per_organisation for organisation in waiting)


def lines_out_of_order(_at: datetime) -> Iterator[str]:
    """Nobody who waits came before somebody who got a seat from the line, unless an organiser decided (3)."""
    promoted = RegistrationLogEntry.objects.filter(action=LogAction.PROMOTED).select_related(
        "registration", "event"
    )
    reordered = set(
        RegistrationLogEntry.objects.filter(action__in=[LogAction.REORDERED]).values_list("event", flat=True)
    )
    first_waiting = {
        row["event"]: row
        for row in Registration.objects.waiting()
        .order_by("event", "-sequence")
        .values("event", "sequence", "created_at")
    }
    for entry in promoted:
        first = first_waiting.get(entry.event_id)
        if not first or entry.event_id in reordered or entry.event.seats_per_organisation:
            continue
        if first["created_at"] < entry.at and first["sequence"] < entry.registration.sequence:
            yield f"{entry.event.slug}: {entry.registration.reference} overtook somebody who waits"


def people_registered_twice(_at: datetime) -> Iterator[str]:
    """One active registration a person and training (4)."""
    twice = (
        Registration.objects.filter(status__in=ACTIVE)
        .exclude(email="")
        .values("event__slug", "email")
        .annotate(number=Count("pk"))
        .filter(number__gt=1)
        .order_by()
    )
    for row in twice:
        yield f"{row['event__slug']}: one address is registered {row['number']} times"


def answers_without_registration(_at: datetime) -> Iterator[str]:
    """What a form was answered is there, or belongs to an address that was registered already (5)."""
    for row in Registration.objects.exclude(submission=None).select_related("submission", "event"):
        outcome = row.submission.outcome
        told = outcome[row.person_number] if row.person_number < len(outcome) else {}
        if told.get("reference") != row.reference:
            yield f"{row.event.slug}: {row.reference} was told another reference"


def changes_without_mail(at: datetime) -> Iterator[str]:
    """Each change of status has its log entry and exactly one mail of the right kind (6).

    The mails of a held seat go to the coordinator who holds it.
    """
    wanted: Counter = Counter()
    nobody = Q(registration__email="", registration__registered_by=None)
    addressed = RegistrationLogEntry.objects.exclude(registration=None).filter(
        ~nobody, registration__erased_at=None, at__gt=at - MAILS_KEPT
    )
    for reference, action in addressed.values_list("registration__reference", "action"):
        if action in MAIL_OF:
            wanted[reference, frozenset(MAIL_OF[action])] += 1
    written: Counter = Counter()
    for reference, kind in OutgoingMail.objects.filter(maker=MAKER).values_list("reference", "kind"):
        for kinds in set(map(frozenset, MAIL_OF.values())):
            written[reference, kinds] += kind in kinds
    for key in sorted(wanted, key=str):
        if written[key] != wanted[key]:
            kinds = " or ".join(sorted(key[1]))
            yield f"{key[0]}: {wanted[key]} mails {kinds} are due, {written[key]} are written"


def changes_of_trainings_without_mail(at: datetime) -> Iterator[str]:
    """Everybody who took part or waited when a training was changed got one mail about it (6)."""
    log = RegistrationLogEntry.objects.filter(event__log__action=LogAction.TRAINING_CHANGED).distinct()
    states: dict[int, dict[int, str]] = defaultdict(dict)  # by training and registration, as the log goes on
    wanted: Counter = Counter()
    for entry in log.order_by("event", "at", "pk").values("event", "registration", "action", "status", "at"):
        people = states[entry["event"]]
        if entry["action"] == LogAction.TRAINING_CHANGED:
            told = [key for key, status in people.items() if status in ACTIVE]
            wanted.update(told if entry["at"] > at - MAILS_KEPT else [])
        elif entry["status"]:
            people[entry["registration"]] = entry["status"]
    kept = OutgoingMail.objects.filter(maker=MAKER, kind=MailKind.CHANGED, created_at__gt=at - MAILS_KEPT)
    written = dict(kept.order_by().values_list("object_id").annotate(Count("pk")))
    reached = Registration.objects.filter(erased_at=None).exclude(email="", registered_by=None)
    for row in reached.filter(pk__in=wanted.keys() | written.keys()).order_by("pk"):
        due, found = wanted[row.pk], written.get(row.pk, 0)
        if due != found:
            yield f"{row.reference}: {due} mails changed are due, {found} are written"


def registrations_without_log(_at: datetime) -> Iterator[str]:
    """The last change of status in the log is the status of the registration (6)."""
    for row in Registration.objects.prefetch_related("log").select_related("event"):
        states = [entry.status for entry in row.log.all() if entry.status]
        if not states or states[-1] != row.status:
            yield f"{row.event.slug}: {row.reference} is {row.status}, the log says otherwise"


def seats_of_nobody(_at: datetime) -> Iterator[str]:
    """Every seat and place in line is somebody's, or a seat held for a name that follows (4)."""
    unnamed = Registration.objects.filter(status__in=ACTIVE, name="", email="", erased_at=None)
    held = Q(status=RegistrationStatus.CONFIRMED, named_by__isnull=False)
    for row in unnamed.filter(~held).select_related("event"):
        yield f"{row.event.slug}: {row.reference} has no name, and is not held for one"
    for row in Registration.objects.exclude(named_by=None).exclude(name="", email="").select_related("event"):
        yield f"{row.event.slug}: {row.reference} is held for a name, and has one"


def mails_to_people_who_left(_at: datetime) -> Iterator[str]:
    """Who was erased gets no mail any more (8)."""
    erased = Registration.objects.exclude(erased_at=None).values("pk")
    waiting = OutgoingMail.objects.filter(maker=MAKER, object_id__in=erased).exclude(
        state__in=[MailState.SENT, MailState.DEAD]
    )
    for mail in waiting:
        yield f"{mail.reference}: a mail {mail.kind} waits for somebody whose data is erased"


def data_kept_too_long(_at: datetime) -> Iterator[str]:
    """Who was erased has no name, address or link left (rule 10)."""
    left = Registration.objects.exclude(erased_at=None).exclude(
        name="", email="", remarks="", access_needs="", dietary_needs=""
    )
    for row in left:
        yield f"{row.reference}: personal data is left after erasing"
    for token in RegistrationToken.objects.exclude(registration__erased_at=None).select_related(
        "registration"
    ):
        yield f"{token.registration.reference}: a link is left after erasing"


def certificates_without_attendance(_at: datetime) -> Iterator[str]:
    """A certificate says no more than what is noted: who was there."""
    were = Count("registration__attendance", filter=Q(registration__attendance__is_present=True))
    found = CertificateOfAttendance.objects.annotate(were=were).filter(sessions_attended__gt=F("were"))
    for one in found.select_related("registration__event"):
        sessions = "session" if one.sessions_attended == 1 else "sessions"
        yield (
            f"{one.registration.event.slug}: {one.registration.reference} has a certificate for "
            f"{one.sessions_attended} {sessions}, but was at {one.were}"
        )


CHECKS: tuple[Check, ...] = (
    seats_given_beyond_capacity,
    free_seats_while_people_wait,
    lines_out_of_order,
    people_registered_twice,
    answers_without_registration,
    changes_without_mail,
    changes_of_trainings_without_mail,
    registrations_without_log,
    seats_of_nobody,
    mails_to_people_who_left,
    data_kept_too_long,
    certificates_without_attendance,
)
