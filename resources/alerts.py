"""A mail when a search finds something new: ask, confirm, stop, and look once a day what came on the site.

The link in the mails is the key of the alert under a signature, so no table holds a link that works.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from cms import outbox
from cms.models import OutgoingMail
from resources.models import SearchAlert
from resources.search.published import Key, published
from resources.search.unattended import found_keys

MAKER = "search-alert"  # who makes the letters: resources.letters
ASKED, NEWS = "search-alert", "search-news"  # kinds of mail
UNCONFIRMED_DAYS = 14
EVERY = timedelta(hours=23)  # at most one mail a day; an hour less, so that it does not come later each day
MOST_TOLD = 20  # new things in one mail
_signer = signing.Signer(salt="resources.alerts", sep=".")


@transaction.atomic
def ask(email: str, *, parameters: str, label: str, at: datetime | None = None) -> SearchAlert:
    """Note that ``email`` (lower case) wants mails about a search, and queue a mail with a link to confirm.

    A known address stays one row and gets a mail as well, so the answer tells a stranger nothing.
    """
    at = at or timezone.now()
    alert, _is_new = SearchAlert.objects.get_or_create(
        email=email, parameters=parameters, defaults={"label": label, "created_at": at, "looked_at": at}
    )
    outbox.post(ASKED, email, maker=MAKER, object_id=alert.pk, at=at)
    return alert


def confirm(alert: SearchAlert, *, at: datetime | None = None) -> None:
    """Note that the holder of the address asked for it: what comes from now on is new. Twice is once."""
    at = at or timezone.now()
    SearchAlert.objects.filter(pk=alert.pk, confirmed_at=None).update(confirmed_at=at, looked_at=at)


@transaction.atomic
def stop(alert: SearchAlert) -> None:
    """Delete the alert, and its mails that are still to go."""
    OutgoingMail.objects.filter(maker=MAKER, object_id=alert.pk, sent_at=None).delete()
    SearchAlert.objects.filter(pk=alert.pk).delete()


def find(token: str) -> SearchAlert | None:
    """The alert that ``token`` opens; None for any other text, and when it was stopped."""
    try:
        pk = int(_signer.unsign(token))
    except (signing.BadSignature, ValueError):
        return None
    return SearchAlert.objects.filter(pk=pk).first()


def token_of(alert: SearchAlert) -> str:
    return _signer.sign(str(alert.pk))


def link(alert: SearchAlert) -> str:
    """The complete address that confirms or stops the alert; the host comes from the settings."""
    return settings.BASE_URL + reverse("resources:alert", args=[token_of(alert)])


def search_url(alert: SearchAlert) -> str:
    return f"{settings.BASE_URL}{reverse('resources:search')}?{alert.parameters}"


def new_for(alert: SearchAlert, at: datetime) -> list[Key]:
    """What the search finds that was first published after it was last looked at, newest first.

    Among the newest hits that an engine hands over: who follows a search over everything hears of the rest
    on the next days.
    """
    times = published(found_keys(QueryDict(alert.parameters), at))
    new = [(first, key) for key, (first, _last) in times.items() if alert.looked_at < first <= at]
    return [key for _first, key in sorted(new, reverse=True)][:MOST_TOLD]


def look(at: datetime | None = None) -> int:
    """Look for everybody whose day has passed, and queue a mail where something is new; returns how many.

    Safe to run twice and side by side: a conditional UPDATE claims each alert, in one transaction with its
    mail.
    """
    at = at or timezone.now()
    mailed = 0
    for alert in SearchAlert.objects.due(at - EVERY).order_by("pk"):
        new = new_for(alert, at)
        with transaction.atomic():
            own = SearchAlert.objects.filter(pk=alert.pk, looked_at=alert.looked_at)
            if own.update(looked_at=at) and new:
                outbox.post(NEWS, alert.email, maker=MAKER, object_id=alert.pk, data={"keys": new}, at=at)
                mailed += 1
    return mailed


def forget_unconfirmed(at: datetime) -> int:
    """Delete requests that nobody confirmed within `UNCONFIRMED_DAYS`; returns how many."""
    late = SearchAlert.objects.unconfirmed_since(at - timedelta(days=UNCONFIRMED_DAYS))
    return late.delete()[0]
