"""What people were told of a training, and telling them when it moves or is cancelled (rule 8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from network.choices import LogAction, MailKind, RegistrationStatus
from network.models import Registration, ToldFacts, TrainingEvent, TrainingSession
from network.registration.actors import SITE, Actor
from network.registration.book import Book, open_book, rule
from network.registration.seats import promote_line

CONFIRMED = RegistrationStatus.CONFIRMED


def facts_of(event: TrainingEvent, further: Iterable[TrainingSession] | None = None) -> dict:
    """When, where and how a training is, as plain values that can be compared and kept.

    ``further`` are its other sessions by time, where a list has fetched them already.
    """
    sessions = [[event.starts_at.isoformat(), event.ends_at.isoformat()]]
    if further is None:
        further = event.further_sessions.order_by("starts_at") if event.pk else []
    sessions += [[one.starts_at.isoformat(), one.ends_at.isoformat()] for one in further]
    return {
        "sessions": sessions,
        "venue": venue_in_words(event.venue),
        "form": event.form,
        "online_link": event.online_link,
    }


def venue_in_words(venue) -> str:
    return ", ".join(filter(None, [venue.name, venue.street, venue.place])) if venue else ""


def remember_facts(event: TrainingEvent) -> None:
    """Keep what the first person who registers is told; later publications are compared with it."""
    now = {"facts": facts_of(event), "sessions": sessions_by_key(event)}
    ToldFacts.objects.get_or_create(event=event, defaults=now)


def sessions_by_key(event: TrainingEvent) -> dict[str, list[str]]:
    """Begin and end of each further session; the first has no key and is moved, never deleted."""
    rows = event.further_sessions.order_by("starts_at") if event.pk else []
    return {str(one.pk): [one.starts_at.isoformat(), one.ends_at.isoformat()] for one in rows}


@rule
def settle(event: TrainingEvent, *, actor: Actor = SITE, at: datetime | None = None) -> None:
    """Bring everybody up to date with what is published about ``event``; a second time does nothing.

    A cancelled training: every active registration ends, and each person is told. A moved one: everybody is
    told what changed. More places: the next people waiting get them, in order; fewer places take no seat
    away. Source: README, "Aanmelden", rules 3, 7 and 8.
    """
    book = open_book(event.pk, at or timezone.now())
    if book.event.cancelled_at:
        _end_all(book, actor)
    elif book.event.live:
        _tell_changes(book, actor)
        promote_line(book)
    book.close()


def _end_all(book: Book, actor: Actor) -> None:
    reason = book.event.cancellation_reason
    for row in _active(book):
        seated = book.end(row)
        book.record.log(book, LogAction.TRAINING_CANCELLED, actor, row, reason)
        book.record.mail(book, MailKind.EVENT_CANCELLED, row, reason=reason, had_seat=seated)


def _tell_changes(book: Book, actor: Actor) -> None:
    told = ToldFacts.objects.filter(event=book.event).first()
    now = facts_of(book.event)
    if told is None or told.facts == now:
        return
    changed = sorted(name for name in now if told.facts.get(name) != now[name])
    sessions = sessions_by_key(book.event)
    withdrawn = [[int(key), *times] for key, times in told.sessions.items() if key not in sessions]
    before, told.facts, told.sessions = told.facts, now, sessions
    told.save(update_fields=["facts", "sessions"])
    if book.event.starts_at <= book.at:
        return  # it has begun: nothing to tell any more
    reason = book.event.change_reason
    book.record.log(book, LogAction.TRAINING_CHANGED, actor, None, reason)
    for row in _active(book):
        row.calendar_sequence += row.status == CONFIRMED
        row.reminded_days_before = None  # of the new moment they are reminded again
        row.save(update_fields=["calendar_sequence", "reminded_days_before"])
        told = {"reason": reason, "changed": changed, "before": before, "withdrawn": withdrawn}
        book.record.mail(book, MailKind.CHANGED, row, **told)


def _active(book: Book):
    rows = Registration.objects.active().filter(event=book.event)
    return rows.select_related("registered_by").order_by("sequence")
