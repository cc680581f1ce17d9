"""Who may work with registrations, and the log of who saw them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps

from django.http import Http404
from django.utils import timezone

from network.choices import AccessKind
from network.models import Organisation, PersonalDataAccess, TrainingEvent

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


def for_planners(view: Callable) -> Callable:
    """404 for who may not work with registrations and make trainings."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        if not (may_manage(request.user) and request.user.has_perm("network.add_trainingevent")):
            raise Http404
        return view(request, *args, **kwargs)

    return wrapped


def note_access(user, event: TrainingEvent | None, what: AccessKind, people: int) -> None:
    """Write down that ``user`` (None: at the command line) saw data of ``people`` people; nothing of none."""
    if people:
        PersonalDataAccess.objects.create(user=user, event=event, what=what, people=people)


def note_calendar(organisation: Organisation, people: int, at: datetime) -> None:
    """Write down that the calendar with names was read; once a day, for calendar programs ask every hour."""
    today = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    looks = PersonalDataAccess.objects.filter(organisation=organisation, what=AccessKind.CALENDAR)
    if people and not looks.filter(at__gte=today).exists():
        looks.create(organisation=organisation, what=AccessKind.CALENDAR, people=people, at=at)
