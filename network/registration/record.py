"""What a rule has done: log entries and mails, written in the transaction of the rule itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from cms import outbox
from cms.models import OutgoingMail
from network.choices import LogAction, MailKind
from network.models import Registration, RegistrationLogEntry
from network.registration.actors import Actor

MAKER = "registration"  # who makes the letters: network.letters


@dataclass(slots=True)
class Record:
    entries: list[RegistrationLogEntry] = field(default_factory=list)
    mails: list[OutgoingMail] = field(default_factory=list)

    def log(
        self, book, action: LogAction, actor: Actor, registration: Registration | None, reason: str = ""
    ) -> None:
        """Note what happened to ``registration`` (None: to the training), with the seats as they are now."""
        self.entries.append(
            RegistrationLogEntry(
                event=book.event,
                registration=registration,
                action=action,
                status=registration.status if registration else "",
                origin=actor.origin,
                user_id=actor.user_pk,
                reason=reason[:250],
                taken=book.taken,
                capacity=book.event.capacity,
                at=book.at,
            )
        )

    def mail(self, book, kind: MailKind, registration: Registration, **data) -> None:
        """Queue the mail ``kind``. ``data`` are plain values of this moment that the letter tells.

        A reserved seat has no address; its mails go to the coordinator who holds it.
        """
        recipient = registration.email or getattr(registration.registered_by, "email", "")
        if recipient:
            self.mails.append(
                outbox.draft(
                    kind,
                    recipient,
                    maker=MAKER,
                    object_id=registration.pk,
                    reference=registration.reference,
                    data={**data, "calendar_sequence": registration.calendar_sequence},
                    at=book.at,
                )
            )

    def write(self, book) -> None:
        RegistrationLogEntry.objects.bulk_create(self.entries)
        OutgoingMail.objects.bulk_create(self.mails)
        self.entries, self.mails = [], []
