"""What the mails about a registration say (``emails/registration_<kind>``), made when they are sent.

A letter tells what was true when its row was written: who cancelled a moment later gets a mail about that
too. Only what would do harm by then is left out: a calendar file, the online link, a reminder.
Who was at a training hears of the certificate and is asked what they thought (`network.attendance`).
Source: README, "Aanmelden", rules 2, 3, 6, 8 and 9.
"""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone, translation

from cms.models import OutgoingMail, SiteSettings
from cms.outbox import Letter, letter_maker
from network import interest_letters, messages  # noqa: F401  # importing registers their makers
from network.choices import MailKind, RegistrationStatus
from network.letter_contexts import ENDING, context_of, is_reserved
from network.models import Registration, TrainingEvent
from network.registration import links
from network.registration.record import MAKER
from network.registration_calendar import (
    CANCEL,
    FILE_NAME,
    REQUEST,
    WITHDRAWN_NAME,
    media_type,
    registration_calendar,
    withdrawn_calendar,
)

CONFIRMED = RegistrationStatus.CONFIRMED
WITH_CALENDAR = (MailKind.CONFIRMED, MailKind.PROMOTED, MailKind.CHANGED)


@letter_maker(MAKER)
def registration_letter(mail: OutgoingMail) -> Letter | None:
    """The letter of a row; None when the registration is erased, or a reminder comes too late."""
    known = Registration.objects.filter(erased_at=None)
    known = known.select_related("event__venue", "event__contact", "organisation")
    registration = known.filter(pk=mail.object_id).first()
    if registration is None or _is_outdated(mail, registration):
        return None
    attachments = _calendar(mail, registration)
    with translation.override(settings.LANGUAGE_CODE):
        context = {**context_of(mail, registration), "has_calendar": bool(attachments)}
    return Letter(
        template=f"registration_{mail.kind.replace('-', '_')}",
        context=context,
        attachments=attachments,
        reply_to=_reply_to(registration.event),
    )


@letter_maker(links.MAKER)
def lost_links(mail: OutgoingMail) -> None:
    """Queue the mails that somebody asked for; the row has no letter of its own, so the sender deletes it."""
    links.send_lost_links(mail.recipient)


def _is_outdated(mail: OutgoingMail, registration: Registration) -> bool:
    """A reminder of somebody who does not take part any more, or of a training that has begun."""
    goes_on = registration.status == CONFIRMED and registration.event.starts_at > timezone.now()
    return mail.kind == MailKind.REMINDER and not goes_on


def _reply_to(event: TrainingEvent) -> str | None:
    """Who answers questions: the contact of the training who agreed to be shown, or the network."""
    contact = event.contact
    if contact and contact.email and contact.may_be_shown:
        return contact.email
    site = SiteSettings.objects.filter(site__is_default_site=True).first()
    return (site and site.contact_email) or None


def _calendar(mail: OutgoingMail, registration: Registration) -> tuple[tuple[str, bytes, str], ...]:
    """Put the training in the calendar of who has a seat, or take it out of that of who had one.

    A seat that is gone by now gets no file that says otherwise, and a seat without a name gets none.
    """
    sequence = mail.data.get("calendar_sequence", 0)
    seated = registration.status == CONFIRMED
    if is_reserved(mail, registration):
        return ()
    if mail.kind in WITH_CALENDAR and seated and (mail.kind != MailKind.CHANGED or sequence):
        method = REQUEST
    elif mail.kind in ENDING and mail.data["had_seat"]:
        method = CANCEL
    else:
        return ()
    with translation.override(settings.LANGUAGE_CODE):
        content = registration_calendar(registration, method=method, sequence=sequence)
        files = [(FILE_NAME, content, media_type(method))]
        if withdrawn := mail.data.get("withdrawn"):  # a file has one method, so those get a file of their own
            content = withdrawn_calendar(registration, withdrawn, sequence=sequence)
            files.append((WITHDRAWN_NAME, content, media_type(CANCEL)))
    return tuple(files)
