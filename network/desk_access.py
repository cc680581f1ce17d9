"""Who may use the desk at /mijn/: a coordinator, for the own organisation only.

Source: issue "Registering for trainings", rights: who is not allowed gets the same 404 as for what does not
exist.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404

from network.models import Organisation


def coordinator_required(view: Callable | None = None, *, otherwise: Callable | None = None) -> Callable:
    """Decorate a view of the desk: inside it ``request.organisation`` is the coordinator's own.

    A visitor who is not logged in goes to the login page and comes back. Somebody without an organisation
    gets 404, or the answer of ``otherwise(request)``. One query besides session and user.
    """

    def decorate(view: Callable) -> Callable:
        @login_required
        @wraps(view)
        def answer(request, *args, **kwargs):
            request.organisation = Organisation.objects.filter(coordinators__user=request.user).first()
            if request.organisation is not None:
                return view(request, *args, **kwargs)
            if otherwise is None:
                raise Http404("nobody's coordinator")
            return otherwise(request)

        return answer

    return decorate(view) if view else decorate
