"""Links that open one registration: 192 random bits, of which only a hash is stored.

Each mail gets a token of its own when it is sent, so no table ever holds one that works. A token opens the
registration until its personal data goes (rule 10). One that a coordinator was shown opens nothing while the
registration holds access or dietary needs, which are for the organiser alone.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from network.models import Registration, RegistrationToken

TOKEN_BYTES = 24


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def issue(registration: Registration, *, is_shared: bool = False, at: datetime | None = None) -> str:
    """Make a new token for the registration and return it; it cannot be read back later."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    RegistrationToken.objects.create(
        registration=registration, digest=digest(token), is_shared=is_shared, created_at=at or timezone.now()
    )
    return token


def link(registration: Registration, *, is_shared: bool = False, at: datetime | None = None) -> str:
    """A new complete address that opens the registration; the host comes from the settings.

    ``is_shared``: for a coordinator, who sees it in place of the person.
    """
    token = issue(registration, is_shared=is_shared, at=at)
    return settings.BASE_URL + reverse("network:registration", args=[token])


def find(token: str) -> Registration | None:
    """The registration that ``token`` opens, with its training and organisation; None for any other text."""
    has_no_needs = Q(access_needs="", dietary_needs="")
    found = Registration.objects.filter(
        Q(tokens__is_shared=False) | has_no_needs, tokens__digest=digest(token), erased_at=None
    )
    return found.select_related("event", "event__venue", "event__host", "organisation").first()
