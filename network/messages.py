"""A message of an organiser to some of the people of a training: whom it reaches, its words, its mails."""

from __future__ import annotations

import re
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cms import outbox
from cms.letter import Letter, letter_maker
from cms.models import OutgoingMail
from network.choices import MailKind, RegistrationStatus, Segment
from network.models import Organisation, Registration, TrainingEvent, TrainingMessage

MAKER, TEMPLATE = "message", "training_message"
PLACEHOLDERS = {
    "{naam}": _("the name of the person"),
    "{training}": _("the title of the training"),
    "{datum}": _("the day and time on which it begins"),
}
PLACEHOLDER = re.compile("|".join(map(re.escape, PLACEHOLDERS)))


def people_of(event: TrainingEvent, segment: str, organisation: Organisation | None = None):
    """Who gets a message: active registrations with an address, in the order in which they came."""
    people = Registration.objects.active().filter(event=event).exclude(email="")
    if segment == Segment.UNCONFIRMED:
        people = people.filter(confirm_by__isnull=False)
    elif segment != Segment.ACTIVE:
        people = people.filter(status=RegistrationStatus(segment))
    if organisation:
        people = people.filter(organisation=organisation)
    return people.order_by("sequence", "pk")


def fill_in(text: str, registration: Registration) -> str:
    """``text`` with its placeholders filled in, once; every other brace stays what was typed."""
    event = registration.event
    values = {
        "{naam}": registration.name,
        "{training}": event.title,
        "{datum}": date_format(timezone.localtime(event.starts_at), "l j F Y, H.i"),
    }
    return PLACEHOLDER.sub(lambda found: values[found.group()], text)


def message_context(subject: str, text: str, registration: Registration) -> dict:
    """What the mail needs; the text in paragraphs, which an empty line parts."""
    filled = fill_in(text, registration)
    return {
        "subject": fill_in(subject, registration),
        "paragraphs": [part.strip() for part in re.split(r"\n\s*\n", filled.replace("\r\n", "\n"))],
        "training": registration.event.title,
        "begins": fill_in("{datum}", registration),
    }


@transaction.atomic
def send_message(
    event: TrainingEvent,
    *,
    key: UUID,
    subject: str,
    text: str,
    segment: str,
    organisation: Organisation | None = None,
    user=None,
    at: datetime | None = None,
) -> TrainingMessage:
    """Queue one mail a person and write down what went to how many; the same ``key`` again sends nothing."""
    at = at or timezone.now()
    people = list(people_of(event, segment, organisation))
    message, is_new = TrainingMessage.objects.get_or_create(
        key=key,
        defaults={
            "event": event,
            "user": user,
            "subject": subject,
            "text": text,
            "segment": segment,
            "organisation": organisation,
            "number": len(people),
            "at": at,
        },
    )
    if is_new:
        OutgoingMail.objects.bulk_create([_mail(message, person) for person in people])
    return message


def _mail(message: TrainingMessage, person: Registration) -> OutgoingMail:
    return outbox.draft(
        MailKind.MESSAGE,
        person.email,
        maker=MAKER,
        object_id=person.pk,
        reference=person.reference,
        data={"message": message.pk},
        at=message.at,
    )


@letter_maker(MAKER)
def message_letter(mail: OutgoingMail) -> Letter | None:
    """The letter of one person; None when the message or the person is gone."""
    message = TrainingMessage.objects.filter(pk=mail.data.get("message")).select_related("user").first()
    person = Registration.objects.filter(pk=mail.object_id, erased_at=None).select_related("event").first()
    if message is None or person is None or not person.is_active:
        return None
    reply_to = getattr(message.user, "email", None)
    return Letter(TEMPLATE, message_context(message.subject, message.text, person), reply_to=reply_to)
