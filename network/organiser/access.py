"""Who may work with registrations, and the log of who saw them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404

from network.choices import AccessKind
from network.models import PersonalDataAccess, TrainingEvent

PERMISSION = "network.manage_registrations"


def may_manage(user) -> bool:
    return user.has_perm(PERMISSION)


def for_organisers(view: Callable) -> Callable:
    """Give the view the training with its seats counted; 404 for who may not, as for what does not exist."""

    @wraps(view)
    def wrapped(request, pk: int, *args, **kwargs):
        if not may_manage(request.user):
            raise Http404
        trainings = TrainingEvent.objects.with_seats_taken().select_related("host", "venue")
        event = trainings.filter(pk=pk).first()
        if event is None:
            raise Http404
        return view(request, event, *args, **kwargs)

    return wrapped


def note_access(user, event: TrainingEvent | None, what: AccessKind, people: int) -> None:
    """Write down that ``user`` saw personal data of ``people`` people; nothing when there were none."""
    if people:
        PersonalDataAccess.objects.create(user=user, event=event, what=what, people=people)
