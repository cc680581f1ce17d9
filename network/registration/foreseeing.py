"""What a rule would do: it is carried out in full and then taken back, so the answer cannot differ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.models import OutgoingMail
from network.choices import LogAction
from network.models import Registration, RegistrationLogEntry, TrainingEvent
from network.registration.record import MAKER


@dataclass(frozen=True, slots=True)
class Foreseen:
    """``result`` is what the rule returns; ``mails`` counts what it would send; ``promoted`` are names."""

    result: Any
    mails: int
    promoted: list[str] = field(default_factory=list)


def foresee(rule: Callable, event: TrainingEvent, *args, **kwargs) -> Foreseen:
    """Carry out ``rule`` on ``event`` and take everything back. Raises what the rule raises.

    It holds the lock of the training for the moment that it takes, and stores nothing: no row, no mail.
    """
    at = timezone.now()
    with transaction.atomic():
        result = rule(event, *args, at=at, **kwargs)
        log = RegistrationLogEntry.objects.filter(event=event, at=at, action=LogAction.PROMOTED)
        foreseen = Foreseen(
            result=result,
            mails=_mails(event, at).count(),
            promoted=[str(entry.registration) for entry in log.select_related("registration")],
        )
        transaction.set_rollback(True)
    return foreseen


def _mails(event: TrainingEvent, at):
    rows = Registration.objects.filter(event=event).values("pk")
    return OutgoingMail.objects.filter(maker=MAKER, created_at=at, object_id__in=rows)
