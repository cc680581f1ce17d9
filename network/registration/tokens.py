"""Links that open one registration: 192 random bits, of which only a hash is stored.

Each mail gets a token of its own when it is sent, so no table ever holds one that works. A token opens the
registration until its personal data goes (rule 10). Source: SAFETY S3 and S17.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from network.models import Registration, RegistrationToken

TOKEN_BYTES = 24


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def issue(registration: Registration, *, at: datetime | None = None) -> str:
    """Make a new token for the registration and return it; it cannot be read back later."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    RegistrationToken.objects.create(
        registration=registration, digest=digest(token), created_at=at or timezone.now()
    )
    return token


def link(registration: Registration, *, at: datetime | None = None) -> str:
    """A new complete address that opens the registration; the host comes from the settings."""
    return settings.BASE_URL + reverse("network:registration", args=[issue(registration, at=at)])


def find(token: str) -> Registration | None:
    """The registration that ``token`` opens, with its training and organisation; None for any other text."""
    found = Registration.objects.filter(tokens__digest=digest(token), erased_at=None)
    return found.select_related("event", "event__venue", "event__host", "organisation").first()
