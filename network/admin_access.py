"""Screens in /cms/ that do not exist for who may not see them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404


def hidden_unless(may: Callable) -> Callable:
    """Decorate a view: 404 when ``may(user)`` is false, whatever the method and the arguments."""

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def answer(request, *args, **kwargs):
            if not may(request.user):
                raise Http404("for somebody else")
            return view(request, *args, **kwargs)

        return answer

    return decorate
