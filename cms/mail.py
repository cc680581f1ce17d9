"""Send a mail that is written as templates: `emails/<name>/subject.txt`, `body.txt` and `body.html`.

Both bodies extend `emails/base` and are made of the pieces in `emails/parts`; /cms/mails/ shows every mail
with the values of `cms.mail_samples`.
"""

import re
import textwrap
from collections.abc import Iterable

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from cms.models import SiteSettings

HEADERS = {"Auto-Submitted": "auto-generated"}  # RFC 3834: no holiday answer comes back
COLUMNS = 72  # of the text; a longer address stays whole


def send(
    name: str,
    to: str | Iterable[str],
    context: dict | None = None,
    *,
    reply_to: str | None = None,
    headers: dict | None = None,
) -> None:
    """Send the mail ``name`` to one address, or to several that may see each other.

    The templates get ``context`` and also ``site_name``, ``abbreviation``, ``contact_email``,
    ``mail_subject`` and ``base_url`` (no slash at the end; links come from the settings, never from a
    request). The sender is always DEFAULT_FROM_EMAIL. Sends at once and raises what the mail server raises:
    call it from a task or a job, after the data is committed. What must not get lost goes through
    `cms.outbox`.
    """
    compose(name, to, context, reply_to=reply_to, headers=headers).send()


def compose(
    name: str,
    to: str | Iterable[str],
    context: dict | None = None,
    *,
    reply_to: str | None = None,
    headers: dict | None = None,
    attachments: Iterable[tuple[str, bytes, str]] = (),
) -> EmailMultiAlternatives:
    """The message that `send` sends, with ``attachments`` as (file name, content, media type)."""
    texts = render(name, context)
    message = EmailMultiAlternatives(
        subject=texts["subject"],
        body=texts["text"],
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[to] if isinstance(to, str) else list(to),
        reply_to=[reply_to] if reply_to else None,
        headers={**HEADERS, **(headers or {})},
        attachments=list(attachments),
    )
    message.attach_alternative(texts["html"], "text/html")
    return message


def render(name: str, context: dict | None = None) -> dict[str, str]:
    """Return ``subject`` (one line), ``text`` and ``html`` of the mail ``name``, in the site's language."""
    site = SiteSettings.objects.filter(site__is_default_site=True).first() or SiteSettings()
    values = {
        "site_name": site.name,
        "abbreviation": site.abbreviation,
        "contact_email": site.contact_email,
        "base_url": settings.BASE_URL,
        **(context or {}),
    }
    with translation.override(settings.LANGUAGE_CODE):
        values["mail_subject"] = " ".join(render_to_string(f"emails/{name}/subject.txt", values).split())
        return {
            "subject": values["mail_subject"],
            "text": fold(render_to_string(f"emails/{name}/body.txt", values)),
            "html": render_to_string(f"emails/{name}/body.html", values),
        }


def fold(text: str) -> str:
    """``text`` in lines of at most ``COLUMNS``, with one empty line at most; an address is never broken."""
    lines = []
    for line in text.strip().splitlines():
        inset = " " * (len(line) - len(line.lstrip(" -")))  # what follows a dash stands below its words
        lines += textwrap.wrap(
            line.rstrip(), COLUMNS, subsequent_indent=inset, break_long_words=False, break_on_hyphens=False
        ) or [""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"
