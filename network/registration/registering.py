"""Register one person or several (rules 1, 2, 4 and 5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from cms.models import OutgoingMail
from network.choices import LogAction, MailKind, Origin, RegistrationStatus, Together
from network.models import Registration, Submission, TrainingEvent
from network.registration.actors import VISITOR, Actor
from network.registration.book import Book, active_addresses, open_book, rule
from network.registration.changes import remember_facts
from network.registration.errors import (
    DoNotAllFit,
    NoSeatsLeft,
    NotAllowed,
    RegistrationClosed,
    SubmissionDiffers,
)
from network.registration.people import Participant, fingerprint, new_reference
from network.registration.record import MAKER
from network.registration.seats import promote_line

LINK_PAUSE = timedelta(minutes=15)  # nobody fills another person's mailbox by registering them
CONFIRMED, WAITING = RegistrationStatus.CONFIRMED, RegistrationStatus.WAITING


@rule
def register(
    event: TrainingEvent,
    people: Sequence[Participant],
    *,
    submission_id: UUID,
    together: Together = Together.FIT,
    at_once: str = "",
    actor: Actor = VISITOR,
    at: datetime | None = None,
) -> Submission:
    """Give each person a seat or the last place in line, one by one in the order given.

    ``at_once`` is an organiser's reason to give everybody a seat, out of turn and beyond the capacity too; it
    is kept in the log (rule 7).

    Returns the submission with the answer (``outcome``). Stored together: submission, registrations, log and
    mails. The same form again, also while the first is under way, returns the first answer. Somebody who is
    registered already gets the answer of a newcomer, no second row, and a mail with the link.
    ``at`` is an aware datetime (default: now). Raises `SubmissionDiffers` (the id was used for other data),
    `RegistrationClosed`, `NoSeatsLeft` (full, and no waiting list), `DoNotAllFit` (``together`` is ALL) and
    `NotAllowed` (``at_once`` by anybody else); nothing is stored then. Source: README, "Aanmelden", rules 1,
    2, 4, 5, 7 and 9.
    """
    if at_once and actor.origin != Origin.ORGANISER:
        raise NotAllowed
    book = open_book(event.pk, at or timezone.now())
    sent = fingerprint(submission_id, people, f"{together} {at_once}" if at_once else together)
    if stored := stored_answer(event, submission_id, sent):
        return stored
    check_open(book, actor)
    promote_line(book)  # seats that came free by themselves, when shares were released, are theirs
    if not at_once:
        _check_fit(book, people, together)
    known = active_addresses(book.event, [person.email for person in people])
    if not book.last_sequence:
        remember_facts(book.event)
    outcome, rows, spared = _decide(book, people, known, actor, at_once=bool(at_once))
    submission = store_answer(book, submission_id, sent, outcome, actor)
    for row, _position in rows:
        row.submission = submission
    store(book, rows, actor, reason=at_once)
    _give_spared(book, rows, spared)
    _remind_known(book, known)
    book.close()
    return submission


def stored_answer(event: TrainingEvent, submission_id: UUID, sent: str) -> Submission | None:
    """The answer that this form got before. Raises `SubmissionDiffers` when its data were others (rule 4)."""
    stored = Submission.objects.filter(pk=submission_id).first()
    if stored and (stored.fingerprint != sent or stored.event_id != event.pk):
        raise SubmissionDiffers
    return stored


def store_answer(book: Book, submission_id: UUID, sent: str, outcome: list, actor: Actor) -> Submission:
    """Keep what the form is answered, for when it is sent again."""
    return Submission.objects.create(
        id=submission_id,
        event=book.event,
        fingerprint=sent,
        user_id=actor.user_pk,
        created_at=book.at,
        outcome=outcome,
    )


def check_open(book: Book, actor: Actor) -> None:
    """An organiser may add people until the first session ends, everybody else while registration is open."""
    event = book.event
    found = event.availability(book.at, taken=0, waiting=0)
    may_late = actor.origin == Origin.ORGANISER and not event.cancelled_at
    if not event.live or not (found.is_open or (may_late and book.at < event.ends_at)):
        raise RegistrationClosed


def _check_fit(book: Book, people: Sequence[Participant], together: Together) -> None:
    """Refuse what the sender did not choose. Everybody counts as a newcomer here (rule 4)."""
    shares = (
        None if book.taken_by is None else book.taken_by.copy()
    )  # an empty Counter is false, but ours too
    trial = Book(book.event, book.at, book.taken, book.waiting, 0, shares)
    seated = 0
    for person in people:
        if may_sit(trial, person.organisation):
            trial.give_seat(person.organisation)
            seated += 1
    if seated == len(people):
        return
    if together == Together.ALL:
        raise DoNotAllFit
    if not book.event.has_waiting_list:
        raise NoSeatsLeft if seated == 0 else DoNotAllFit


def may_sit(book: Book, organisation: int | None) -> bool:
    """Rule 1: a seat is free, the organisation may have one, and nobody waits who could have it."""
    return book.has_seat_for(organisation) and book.first_in_line() is None


def _decide(
    book: Book, people: Sequence[Participant], known: set[str], actor: Actor, *, at_once: bool
) -> tuple[list, list, list]:
    """The answer for each person; the rows of those who are new, each with its position; the seats spared.

    Everybody is answered as if all were new, so that two people at one place, or one seat for two, tell no
    stranger who is registered (rule 4). Seats that known people were answered with come back: they are
    returned by the organisation that would have had them.
    """
    outcome, rows, spared, line = [], [], [], book.waiting
    for number, person in enumerate(people):
        status = CONFIRMED if at_once or may_sit(book, person.organisation) else WAITING
        position = line + 1 if status == WAITING else None
        reference = new_reference()
        outcome.append({"reference": reference, "status": status.value, "position": position})
        if status == CONFIRMED:
            book.give_seat(person.organisation)
        else:
            line += 1
        if person.email not in known:
            rows.append((new_row(book, person, number, status, reference, actor), position))
        elif status == CONFIRMED:
            spared.append(person.organisation)
    for organisation in spared:
        book.take_back(organisation)
    return outcome, rows, spared


def _give_spared(book: Book, rows: list[tuple[Registration, int | None]], spared: list) -> None:
    """Who got a place in line behind somebody who needed no seat gets that seat now, and a mail (rule 3)."""
    book.waiting += sum(row.status == WAITING for row, _position in rows)
    if spared:
        promote_line(book)


def new_row(
    book: Book,
    person: Participant,
    number: int,
    status: RegistrationStatus,
    reference: str,
    actor: Actor,
) -> Registration:
    must_confirm = actor.origin == Origin.SELF
    return Registration(
        event=book.event,
        person_number=number,
        reference=reference,
        sequence=book.next_sequence(),
        status=status,
        origin=actor.origin,
        registered_by_id=actor.user_pk,
        confirm_by=book.at + timedelta(hours=settings.CONFIRM_HOURS) if must_confirm else None,
        created_at=book.at,
        changed_at=book.at,
        **person.fields(),
    )


def store(book: Book, rows: list[tuple[Registration, int | None]], actor: Actor, *, reason: str = "") -> None:
    """Write new registrations with their log entries and mails; each comes with its position in line."""
    Registration.objects.bulk_create([row for row, _position in rows])
    for row, position in rows:
        book.record.log(book, LogAction.REGISTERED, actor, row, reason)
        kind = MailKind.CONFIRMED if row.status == CONFIRMED else MailKind.WAITING
        book.record.mail(book, kind, row, position=position)


def _remind_known(book: Book, addresses: set[str]) -> None:
    """Who was registered already gets the link again, once in a while: the holder sees it, a stranger not."""
    if addresses:
        for row in Registration.objects.active().filter(event=book.event, email__in=addresses):
            send_link(book, row)


def send_link(book: Book, row: Registration) -> None:
    """Queue a mail with a link to the registration, unless one was queued a moment ago."""
    recent = OutgoingMail.objects.filter(
        maker=MAKER, object_id=row.pk, kind=MailKind.LINK, created_at__gt=book.at - LINK_PAUSE
    )
    if not recent.exists():
        book.record.mail(book, MailKind.LINK, row)
