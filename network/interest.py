"""Tell people when a training without a date gets one: ask, confirm, withdraw, plan it, and the one mail.

Who asked and confirmed gets one mail when a training that was planned for it is published, and is forgotten
then. Source: README, "Nog zonder datum".
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log

from cms import outbox
from cms.models import OutgoingMail
from network.keeping import kept_since
from network.models import Interest, InterestToken, Organisation, Region, TrainingEvent, TrainingIdea
from network.registration.book import rule
from network.registration.tokens import TOKEN_BYTES, digest

MAKER = "interest"  # who makes the letters: network.interest_letters
ASKED, PLANNED = "interest", "planned"  # kinds of mail
UNCONFIRMED_DAYS = 14


@rule
def ask(
    idea: TrainingIdea, email: str, *, organisation_name: str = "", at: datetime | None = None
) -> Interest:
    """Note that ``email`` (lower case) wants to hear of a date, and queue a mail with a link to confirm.

    A known address stays one row and gets a mail as well, so the answer tells a stranger nothing.
    """
    at = at or timezone.now()
    interest, _is_new = Interest.objects.get_or_create(
        idea=idea, email=email, defaults={"organisation_name": organisation_name, "created_at": at}
    )
    outbox.post(ASKED, email, maker=MAKER, object_id=interest.pk, at=at)
    return interest


def confirm(interest: Interest, *, at: datetime | None = None) -> None:
    """Note that the holder of the address asked for it. A second time changes nothing."""
    pending = Interest.objects.filter(pk=interest.pk, confirmed_at=None)
    pending.update(confirmed_at=at or timezone.now())


@rule
def withdraw(interest: Interest) -> None:
    """Delete the request, its links and its mails that are still to go."""
    OutgoingMail.objects.filter(maker=MAKER, kind=ASKED, object_id=interest.pk).delete()
    Interest.objects.filter(pk=interest.pk).delete()


def find(token: str) -> Interest | None:
    """The request that ``token`` opens, with its idea; None for any other text."""
    return Interest.objects.filter(tokens__digest=digest(token)).select_related("idea").first()


def link(interest: Interest, *, at: datetime | None = None) -> str:
    """A new complete address that opens the request; the host comes from the settings."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    InterestToken.objects.create(interest=interest, digest=digest(token), created_at=at or timezone.now())
    return settings.BASE_URL + reverse("network:interest_link", args=[token])


@rule
def plan(
    idea: TrainingIdea,
    *,
    starts_at: datetime,
    ends_at: datetime,
    host: Organisation,
    region: Region,
    user=None,
) -> TrainingEvent:
    """Make the draft of a training with the texts of ``idea``; nobody is told before it is published."""
    event = TrainingEvent(
        title=idea.title,
        summary=idea.summary,
        kind=idea.kind,
        form=idea.form,
        region=region,
        host=host,
        starts_at=starts_at,
        ends_at=ends_at,
        planned_from=idea,
        live=False,
        has_unpublished_changes=True,
    )
    event.slug = event.free_slug()
    event.save()
    event.save_revision(user=user)
    log(event, "wagtail.create", user=user)
    return event


def to_tell(event: TrainingEvent) -> QuerySet[Interest]:
    """Who confirmed and asked before ``event`` was published for the first time.

    Who asks later waits for a next date, whatever is published again.
    """
    interests = Interest.objects.filter(idea__trainings=event, confirmed_at__isnull=False)
    if not event.live or event.cancelled_at or event.first_published_at is None:
        return interests.none()
    return interests.filter(created_at__lte=event.first_published_at).order_by("pk")


@rule
def announce(event: TrainingEvent, *, at: datetime | None = None) -> int:
    """Queue the one mail for everybody in `to_tell`, forget them, and close the idea; returns how many.

    Each request is deleted before its mail is queued, in one transaction: nobody is told twice.
    """
    at = at or timezone.now()
    if event.planned_from_id is None or event.starts_at <= at:
        return 0
    told = list(to_tell(event).select_for_update(of=("self",)))
    mails = []
    for interest in told:
        deleted, _by_model = interest.delete()
        if deleted:
            mails.append(outbox.draft(PLANNED, interest.email, maker=MAKER, object_id=event.pk, at=at))
    OutgoingMail.objects.bulk_create(mails)
    is_first_time = event.live and event.first_published_at == event.last_published_at
    if is_first_time:  # who opens the idea again afterwards means it
        TrainingIdea.objects.filter(pk=event.planned_from_id).update(is_open=False)
    return len(mails)


def unannounced(at: datetime) -> list[TrainingEvent]:
    """Published trainings of which somebody must still be told: they confirmed late, or a process died."""
    return list(
        TrainingEvent.objects.visible(at)
        .filter(
            starts_at__gt=at,
            cancelled_at=None,
            planned_from__interests__confirmed_at__isnull=False,
            planned_from__interests__created_at__lte=F("first_published_at"),
        )
        .distinct()
    )


def forget_unconfirmed(at: datetime) -> int:
    """Delete requests that nobody confirmed within `UNCONFIRMED_DAYS`; returns how many."""
    late = Interest.objects.filter(confirmed_at=None, created_at__lt=at - timedelta(days=UNCONFIRMED_DAYS))
    number = late.count()
    late.delete()
    return number


def forget_old(at: datetime) -> int:
    """Delete interest of before the retention period: the training was never planned; returns how many."""
    old = Interest.objects.filter(confirmed_at__lt=kept_since(at))
    number = old.count()
    old.delete()
    return number
