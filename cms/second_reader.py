"""Nobody puts their own text on the site alone: who wrote it asks somebody else to approve it.

Administrators may, in an emergency; the history shows who did. The setting SELF_APPROVAL_ALLOWED lifts the
rule for a network of one or two editors. Trainings are the organisers' own work and need no second reader.
"""

from django.conf import settings

from cms.choices import Role
from cms.models import needs_another_reader


def may_publish(user, page) -> bool:
    """Whether ``user``, who has the right to publish, may do so with the newest revision of ``page``."""
    return publishes_alone(user) or not needs_another_reader(page, user)


def publishes_alone(user) -> bool:
    """Whether ``user`` may publish what they wrote themselves."""
    return (
        settings.SELF_APPROVAL_ALLOWED
        or user.is_superuser
        or user.groups.filter(name=Role.ADMINISTRATOR).exists()
    )
