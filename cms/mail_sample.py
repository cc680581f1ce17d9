"""One mail as /cms/mails/ shows it."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.conf import settings
from django.utils.functional import Promise


@dataclass(frozen=True)
class MailSample:
    """The mail ``name`` (a folder of `templates/emails`) with values; ``when`` says who gets it, and when."""

    key: str
    name: str
    title: str | Promise
    when: str | Promise
    context: dict = field(default_factory=dict)


def address(path: str) -> str:
    return settings.BASE_URL + path
