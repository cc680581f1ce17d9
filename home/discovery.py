"""What machines read first: sitemap, robots.txt and security.txt. Every address begins with BASE_URL."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urljoin
from xml.sax.saxutils import escape

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cms.frame import base_url
from cms.models import SiteSettings, Theme
from cms.referencables import visible_pages
from cms.visit import page_path
from network.models import Organisation, TrainingEvent

SECURITY_DAYS = 180  # security.txt must say until when it holds, less than a year ahead (RFC 9116)
UNWANTED = ("/cms/", "/zoeken/", "/aanmelding/", "/mijn/", "/trainingen/*/aanmelden/")


@require_safe
def sitemap(request):
    """Every public page, training, organisation and theme and the glossary, with when it changed."""
    visit = request.visit
    base = base_url(visit)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for path, changed_at in addresses(visit):
        changed = (
            f"<lastmod>{timezone.localtime(changed_at).isoformat(timespec='seconds')}</lastmod>"
            if changed_at
            else ""
        )
        lines.append(f"<url><loc>{escape(urljoin(base, path))}</loc>{changed}</url>")
    lines.append("</urlset>")
    return HttpResponse("\n".join(lines), content_type="application/xml; charset=utf-8")


def addresses(visit) -> Iterator[tuple[str, datetime | None]]:
    """Path and last change of everything public on the visit's site; four queries."""
    if visit.site is None:
        return
    pages = visible_pages(visit.at).filter(path__startswith=visit.site.root_page.path).order_by("path")
    for url_path, changed_at in pages.values_list("url_path", "last_published_at"):
        yield page_path(url_path), changed_at
    for model, name in ((TrainingEvent, "network:training"), (Organisation, "network:organisation")):
        shown = model.objects.visible(visit.at).order_by("pk").values_list("slug", "last_published_at")
        for slug, changed_at in shown:
            yield reverse(name, args=[slug]), changed_at
    for slug in Theme.objects.order_by("position", "title").values_list("slug", flat=True):
        yield reverse("home:theme", args=[slug]), None
    yield reverse("home:glossary"), None


@require_safe
def robots(request):
    """Search engines may read everything except what is private or made anew for every question."""
    lines = ["User-agent: *", *[f"Disallow: {path}" for path in UNWANTED], ""]
    lines.append(f"Sitemap: {base_url(request.visit)}{reverse('home:sitemap')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def security(request):
    """Where to report a weak spot. Without an address of its own the network's contact address counts."""
    visit = request.visit
    base = base_url(visit)
    site = getattr(visit.site, "sitesettings", None) or SiteSettings()
    address = site.security_contact or site.contact_email
    expires = (visit.at + timedelta(days=SECURITY_DAYS)).strftime("%Y-%m-%dT00:00:00Z")
    lines = [
        f"Contact: mailto:{address}" if address else f"Contact: {base}/contact/",
        f"Expires: {expires}",
        "Preferred-Languages: nl, en",
        f"Canonical: {base}{reverse('home:security')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
