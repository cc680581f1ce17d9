"""Send a mail that is written as templates: `emails/<name>/subject.txt`, `body.txt` and `body.html`."""

from collections.abc import Iterable

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from cms.models import SiteSettings

HEADERS = {"Auto-Submitted": "auto-generated"}  # RFC 3834: no holiday answer comes back


def send(
    name: str,
    to: str | Iterable[str],
    context: dict | None = None,
    *,
    reply_to: str | None = None,
    headers: dict | None = None,
) -> None:
    """Send the mail ``name`` to one address, or to several that may see each other.

    The templates get ``context`` and also ``site_name``, ``abbreviation`` and ``base_url`` (no slash at the
    end; links come from the settings, never from a request). The sender is always DEFAULT_FROM_EMAIL. Sends
    at once and raises what the mail server raises: call it from a task or a job, after the data is committed.
    """
    texts = render(name, context)
    message = EmailMultiAlternatives(
        subject=texts["subject"],
        body=texts["text"],
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[to] if isinstance(to, str) else list(to),
        reply_to=[reply_to] if reply_to else None,
        headers={**HEADERS, **(headers or {})},
    )
    message.attach_alternative(texts["html"], "text/html")
    message.send()


def render(name: str, context: dict | None = None) -> dict[str, str]:
    """Return ``subject`` (one line), ``text`` and ``html`` of the mail ``name``, in the site's language."""
    site = SiteSettings.objects.filter(site__is_default_site=True).first() or SiteSettings()
    values = {
        "site_name": site.name,
        "abbreviation": site.abbreviation,
        "base_url": settings.BASE_URL,
        **(context or {}),
    }
    with translation.override(settings.LANGUAGE_CODE):
        subject = render_to_string(f"emails/{name}/subject.txt", values)
        return {
            "subject": " ".join(subject.split()),
            "text": render_to_string(f"emails/{name}/body.txt", values).strip() + "\n",
            "html": render_to_string(f"emails/{name}/body.html", values),
        }
