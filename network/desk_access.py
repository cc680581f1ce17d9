"""Who may use the desk at /mijn/: a coordinator, for the own organisation only.

Who is not allowed gets the same 404 as for what does not exist. Source: README, "Rights"; `network.rights`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404

from network.choices import Origin
from network.models import Organisation, Registration


def coordinator_required(view: Callable | None = None, *, otherwise: Callable | None = None) -> Callable:
    """Decorate a view of the desk: inside it ``request.organisation`` is the coordinator's own.

    A visitor who is not logged in goes to the login page and comes back. Somebody without an organisation
    gets 404, or the answer of ``otherwise(request)``. One query besides session and user.
    """

    def decorate(view: Callable) -> Callable:
        @login_required
        @wraps(view)
        def answer(request, *args, **kwargs):
            request.organisation = _organisation_of(request.user)
            if request.organisation is not None:
                return view(request, *args, **kwargs)
            if otherwise is None:
                raise Http404("nobody's coordinator")
            return otherwise(request)

        return answer

    return decorate(view) if view else decorate


def own_organisation(request) -> Organisation | None:
    """For which organisation somebody acts on a public page; None for a visitor, who costs no query."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
        return None
    return _organisation_of(request.user)


def _organisation_of(user) -> Organisation | None:
    return Organisation.objects.filter(coordinators__user=user).first()


def may_have_link(registration: Registration) -> bool:
    """Whether a coordinator gets a link to a registration of the own organisation.

    The link shows remarks and needs too: not of who registered alone, and not while needs are stored.
    """
    has_needs = registration.access_needs or registration.dietary_needs
    is_own = registration.origin == Origin.COORDINATOR and not registration.is_reserved
    return is_own and registration.is_active and not has_needs
