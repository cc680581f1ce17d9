"""The mails to who is interested in a training without a date: confirm it, and there is a date."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone, translation

from cms.models import OutgoingMail
from cms.outbox import Letter, letter_maker
from network import letter_facts
from network.interest import MAKER, PLANNED, link
from network.models import Interest, TrainingEvent


@letter_maker(MAKER)
def interest_letter(mail: OutgoingMail) -> Letter | None:
    with translation.override(settings.LANGUAGE_CODE):
        return _planned(mail) if mail.kind == PLANNED else _asked(mail)


def _asked(mail: OutgoingMail) -> Letter | None:
    """Ask the holder of the address whether the request is theirs; None when it was withdrawn."""
    interest = Interest.objects.select_related("idea").filter(pk=mail.object_id).first()
    if interest is None:
        return None
    confirm_url = link(interest)
    stop_url = f"{confirm_url}stoppen/"
    return Letter(
        template="interest_confirmation",
        context={
            "title": interest.idea.title,
            "is_confirmed": interest.confirmed_at is not None,
            "confirm_url": confirm_url,
            "stop_url": stop_url,
        },
        # RFC 8058: a mail program can stop it with one POST.
        headers={
            "List-Unsubscribe": f"<{stop_url}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def _planned(mail: OutgoingMail) -> Letter | None:
    """The training has a date; None when it is gone, called off or over by now."""
    coming = TrainingEvent.objects.visible().filter(cancelled_at=None, starts_at__gt=timezone.now())
    event = coming.select_related("venue").filter(pk=mail.object_id).first()
    return event and Letter(
        template="training_planned",
        context={
            "title": event.title,
            "summary": event.summary,
            "facts": letter_facts.facts_of_training(event),
            "page_url": settings.BASE_URL + event.get_absolute_url(),
        },
    )
