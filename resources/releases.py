"""Tell people when a guide in the making is there: ask, confirm, withdraw, and the one mail itself."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from functools import partial
from urllib.parse import urljoin

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from cms import mail
from cms.visit import page_path
from resources.models import GuidePage, ReleaseSubscription
from resources.tasks import send_confirmation

logger = logging.getLogger("resources.releases")

UNCONFIRMED_DAYS = 14
CLAIM_MINUTES = 15  # a claim that is older belongs to a process that died


@transaction.atomic
def subscribe(guide: GuidePage, email: str) -> ReleaseSubscription:
    """Note that ``email`` wants to know when ``guide`` is there, and mail a link to confirm after commit.

    A known address stays one request and gets a mail as well, so the answer tells a stranger nothing.
    """
    subscription, _is_new = ReleaseSubscription.objects.get_or_create(
        page=guide, email__iexact=email, defaults={"email": email}
    )
    transaction.on_commit(partial(send_confirmation.enqueue, subscription.pk))
    return subscription


def confirm(subscription: ReleaseSubscription, *, at: datetime | None = None) -> None:
    """Note that the holder of the address asked for it. A second time changes nothing."""
    pending = ReleaseSubscription.objects.filter(pk=subscription.pk, confirmed_at=None)
    pending.update(confirmed_at=at or timezone.now())


def withdraw(token: str) -> None:
    """Delete the request with ``token``, and with it the address. An unknown token is no error."""
    ReleaseSubscription.objects.filter(token=token).delete()


def announce(at: datetime | None = None) -> int:
    """Mail everybody whose guide is there now, and delete each request after its mail; returns how many.

    Safe to run twice and side by side: a conditional UPDATE claims each request. A mail that fails keeps its
    request and is tried again; only a process that dies between mail and deletion may send one twice.
    """
    at = at or timezone.now()
    free = Q(claimed_at=None) | Q(claimed_at__lt=at - timedelta(minutes=CLAIM_MINUTES))
    sent = 0
    for subscription in ReleaseSubscription.objects.due(at).filter(free).select_related("page"):
        own = ReleaseSubscription.objects.filter(pk=subscription.pk)
        if not own.filter(free).update(claimed_at=at):
            continue
        try:
            mail.send("release", subscription.email, _about(subscription.page))
        except Exception:  # the mail server raises many types; the others must get their mail
            logger.exception("The mail for request %s failed", subscription.pk)
            own.update(claimed_at=None)
            continue
        own.delete()
        sent += 1
    return sent


def _about(guide: GuidePage) -> dict:
    address = urljoin(settings.BASE_URL + "/", page_path(guide.url_path))
    return {"title": guide.title, "standfirst": guide.standfirst, "address": address}


def forget_unconfirmed(at: datetime | None = None) -> None:
    """Delete requests that nobody confirmed within `UNCONFIRMED_DAYS`."""
    before = (at or timezone.now()) - timedelta(days=UNCONFIRMED_DAYS)
    ReleaseSubscription.objects.unconfirmed_since(before).delete()
