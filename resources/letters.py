"""The mails about a search: confirm that you want them, and what is new."""

from __future__ import annotations

from urllib.parse import urljoin

from django.conf import settings
from django.utils import timezone, translation

from cms.models import OutgoingMail
from cms.outbox import Letter, letter_maker
from resources import alerts
from resources.models import SearchAlert
from resources.search.unattended import shown


@letter_maker(alerts.MAKER)
def alert_letter(mail: OutgoingMail) -> Letter | None:
    """None when the alert was stopped, or nothing of what was new is still public."""
    alert = SearchAlert.objects.filter(pk=mail.object_id).first()
    if alert is None:
        return None
    with translation.override(settings.LANGUAGE_CODE):
        return _news(mail, alert) if mail.kind == alerts.NEWS else _asked(alert)


def _asked(alert: SearchAlert) -> Letter:
    confirm_url = alerts.link(alert)
    return _letter(
        alert,
        "search_alert_confirmation",
        is_confirmed=alert.confirmed_at is not None,
        confirm_url=confirm_url,
    )


def _news(mail: OutgoingMail, alert: SearchAlert) -> Letter | None:
    keys = [(kind, pk) for kind, pk in mail.data["keys"]]
    links = [
        {"title": f"{one.title} ({one.kind_label.lower()})", "url": urljoin(settings.BASE_URL, one.url)}
        for one in shown(keys, timezone.now())
    ]
    return _letter(alert, "search_alert", links=links, search_url=alerts.search_url(alert)) if links else None


def _letter(alert: SearchAlert, template: str, **context) -> Letter:
    stop_url = f"{alerts.link(alert)}stoppen/"
    return Letter(
        template=template,
        context={"label": alert.label, "stop_url": stop_url, **context},
        # RFC 8058: a mail program can stop it with one POST.
        headers={
            "List-Unsubscribe": f"<{stop_url}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
