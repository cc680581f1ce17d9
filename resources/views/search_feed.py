"""/zoeken/feed.xml: a search as an Atom feed, the newest hits first. Not for search engines."""

from __future__ import annotations

from datetime import UTC, datetime, time
from html import escape
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from cms import limits
from cms.atom import TAG_YEAR, printable, tag
from cms.frame import base_url
from cms.models import SiteSettings
from resources.search import unattended
from resources.search.published import published
from resources.search.results import Search
from resources.views.search_page import search_parameters

LENGTH = 30  # entries
UNKNOWN = datetime(TAG_YEAR, 1, 1, tzinfo=UTC)  # for what was never published by hand


@require_safe
@conditional_page
def feed(request):
    """The feed of the search of the address; sort and page of it do not count."""
    if wait := limits.allow(request, "search", settings.LIMIT_SEARCH):
        return limits.too_many_requests(request, wait)
    search, visit = Search(request.GET, request.visit), request.visit
    parameters = search_parameters(search.query, search.chosen).urlencode()
    page = unattended.find(search.query, search.chosen, visit.at, sort=unattended.NEWEST, most=LENGTH)
    shown = unattended.shown(unattended.keys_of(page), visit.at)
    times = published((one.kind, one.pk) for one in shown)
    base = base_url(visit)
    site = getattr(visit.site, "sitesettings", None) or SiteSettings()
    what = f"“{search.query}”" if search.query else _("Everything new")
    document = Atom1Feed(
        title=printable(f"{site.abbreviation}: {what}"),
        link=urljoin(base, f"/zoeken/?{parameters}"),
        description=None,
        subtitle=site.tagline or site.name,
        language="nl",
        author_name=site.name,
        feed_url=urljoin(base, f"{request.path}?{parameters}"),
        feed_guid=tag(base, f"zoeken/?{parameters}"),
    )
    for one in shown:
        first, last = times.get((one.kind, one.pk), (UNKNOWN, UNKNOWN))
        on = timezone.make_aware(datetime.combine(one.on, time(12))) if one.on else first
        document.add_item(
            title=printable(one.title),
            link=urljoin(base, one.url),
            description=escape(printable(one.summary)),  # the generator calls a summary HTML
            unique_id=tag(base, f"{one.kind}/{one.pk}"),
            pubdate=first if one.kind == "training" else on,
            updateddate=last,
            categories=[one.kind_label],
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    document.write(response, "utf-8")
    response.headers["X-Robots-Tag"] = "noindex"
    return response
