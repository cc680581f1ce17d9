"""Who may see what happens at and after a training, and the log of who saw it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.apps import apps
from django.http import Http404

from network.models import TrainingEvent

PERMISSION = "network.manage_registrations"


def for_organisers(view: Callable) -> Callable:
    """Give the view the training; 404 for who may not, as for what does not exist."""

    @wraps(view)
    def wrapped(request, pk: int, *args, **kwargs):
        if not request.user.has_perm(PERMISSION):
            raise Http404
        event = TrainingEvent.objects.select_related("host", "venue").filter(pk=pk).first()
        if event is None:
            raise Http404
        return view(request, event, *args, **kwargs)

    return wrapped


def note_access(user, event: TrainingEvent, what: str, people: int) -> None:
    """Write down that ``user`` saw personal data of ``people`` people, where the site keeps such a log."""
    if people and (log := apps.all_models["network"].get("personaldataaccess")):
        log.objects.create(user=user, event=event, what=what, people=people)
