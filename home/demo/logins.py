"""The five logins of the demonstration, one for each role. They exist only where `demo_content` ran."""

from __future__ import annotations

import os
import secrets

from django.contrib.auth.models import Group

from cms.models import User
from network.models import Coordinator, Organisation

LOGINS = {
    "beheer@example.org": ("administrator", "Bea", "Beheer"),
    "redactie@example.org": ("editor", "Rik", "Redactie"),
    "eindredactie@example.org": ("moderator", "Eva", "Eindredactie"),
    "organisator@example.org": ("organiser", "Omar", "Organisator"),
    "coordinator@example.org": ("coordinator", "Cora", "Coördinator"),
}
COORDINATES = {"coordinator@example.org": "het-laar"}  # the organisation that a coordinator acts for, by slug


def make_logins() -> str | None:
    """Make the logins that are missing; returns the password when it was made up here, to be shown once."""
    missing = [email for email in LOGINS if not User.objects.filter(email=email).exists()]
    if not missing:
        return None
    chosen = os.environ.get("DEMO_PASSWORD")
    password = chosen or secrets.token_urlsafe(12)
    for email in missing:
        role, first_name, last_name = LOGINS[email]
        user = User.objects.create_user(email, password, first_name=first_name, last_name=last_name)
        user.groups.add(Group.objects.get_or_create(name=role)[0])
        if organisation := Organisation.objects.filter(slug=COORDINATES.get(email)).first():
            Coordinator.objects.create(user=user, organisation=organisation)
    return None if chosen else password
