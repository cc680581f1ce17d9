"""Atom feeds of what is new, for readers and partner sites.

Ids never change; addresses begin with BASE_URL.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from html import escape
from urllib.parse import urljoin

from django.db.models import CharField, F, Value
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import conditional_page, require_safe

from cms import cards
from cms.atom import TAG_YEAR, printable, tag
from cms.cards import Card
from cms.frame import base_url
from cms.models import SiteSettings

LENGTH = 30  # entries in a feed
UNKNOWN = datetime(TAG_YEAR, 1, 1, tzinfo=UTC)  # for what was never published by hand


@dataclass(frozen=True)
class FeedSpec:
    title: object
    kinds: tuple[str, ...]
    listing: str


STORIES = ("news", "interview", "animation", "guide", "good_practice")
FEEDS = {
    "nieuws": FeedSpec(_("News"), ("news",), "/nieuws/"),
    "interviews": FeedSpec(_("Interviews"), ("interview",), "/interviews/"),
    "animaties": FeedSpec(_("Animations"), ("animation",), "/animaties/"),
    "handreikingen": FeedSpec(_("Guides"), ("guide",), "/handreikingen/"),
    "goede-voorbeelden": FeedSpec(_("Good practices"), ("good_practice",), "/goede-voorbeelden/"),
    "trainingen": FeedSpec(_("Trainings and meetings"), ("training",), "/trainingen/"),
    "organisaties": FeedSpec(_("Participating organisations"), ("organisation",), "/organisaties/"),
    "alles": FeedSpec(_("Everything new"), (*STORIES, "training"), "/"),
}


@require_safe
@conditional_page
def feed(request, name: str):
    """The Atom feed ``name``: three queries, however much there is. 404 for a name that is no feed."""
    if name not in FEEDS:
        raise Http404
    spec, visit = FEEDS[name], request.visit
    base = base_url(visit)
    site = getattr(visit.site, "sitesettings", None) or SiteSettings()
    document = Atom1Feed(
        title=f"{site.abbreviation}: {spec.title}",
        link=urljoin(base, spec.listing),
        description=None,
        subtitle=site.tagline or site.name,
        language="nl",
        author_name=site.name,
        feed_url=urljoin(base, request.path),
        feed_guid=tag(base, f"feeds/{name}"),
    )
    for card, first_published_at, changed_at in newest(spec.kinds, visit.at):
        document.add_item(
            title=printable(card.title),
            link=urljoin(base, card.url),
            description=escape(printable(card.summary)),  # the generator calls a summary HTML
            unique_id=tag(base, f"{card.kind}/{card.pk}"),
            pubdate=_published(card, first_published_at),
            updateddate=changed_at,
            categories=[card.kind_label, *([card.theme.title] if card.theme else [])],
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    document.write(response, "utf-8")
    return response


def newest(kinds, at: datetime) -> list[tuple[Card, datetime, datetime]]:
    """The newest public things with when they were first published and last changed, newest first."""
    arms = [_newest_of(kind, at) for kind in kinds]
    rows = arms[0].union(*arms[1:], all=True) if len(arms) > 1 else arms[0]
    times = {(kind, pk): (first or UNKNOWN, last or first or UNKNOWN) for kind, pk, first, last in rows}
    found = [(card, *times[card.kind, card.pk]) for card in cards.by_keys(times, at=at)]
    found.sort(key=lambda one: (_published(one[0], one[1]), one[0].pk), reverse=True)
    return found[:LENGTH]


def _newest_of(kind: str, at: datetime):
    model = cards.model_of(kind)
    shown = model.objects.visible(at)
    if kind == "training":
        shown = shown.upcoming(at)
    ordered = shown.newest_first() if kind in STORIES else shown.order_by("-first_published_at", "-pk")
    return (
        model.objects.filter(pk__in=ordered.values("pk")[:LENGTH])
        .order_by()
        .annotate(feed_kind=Value(kind, CharField()))
        .values_list("feed_kind", F("pk"), "first_published_at", "last_published_at")
    )


def _published(card: Card, first_published_at: datetime) -> datetime:
    """The date that a story carries; a training or organisation counts from the day it came on the site."""
    if card.kind in STORIES and card.on:
        return timezone.make_aware(datetime.combine(card.on, time(12)))
    return first_published_at
