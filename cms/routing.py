"""Answer a path of the page tree with few queries; whatever is unusual goes to Wagtail's own view."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Q, QuerySet
from django.http import Http404, HttpResponseNotAllowed
from wagtail.models import Page, PageViewRestriction, SiteRootPath
from wagtail.views import serve as wagtail_serve

from cms import prepared
from cms.page_context import answers_forms
from cms.prepared import Arm
from cms.public_forms import public_form
from cms.visit import Visit


@public_form
def serve(request, path: str):
    """Serve the public page at ``path``: one query finds it, one more reads it in its own type.

    A path below a page (routable pages), a page behind a login or password, and an unknown path are
    answered by Wagtail's view, which knows all rules; those are rare and may cost more.
    """
    visit = request.visit
    fill_site_caches(request, visit)
    page = find_page(visit, path)
    if page is None and has_expired(visit, path):
        raise Http404("This page has expired")  # Wagtail's view would show it until the scheduler has run
    if page is None:
        return wagtail_serve(request, path)
    methods = ["GET", "HEAD", "OPTIONS", *(["POST"] if answers_forms(type(page)) else [])]
    if request.method not in methods:
        return HttpResponseNotAllowed(methods)
    return page.serve(request)


def find_page(visit: Visit, path: str) -> Page | None:
    """The page at ``path`` of the visit's site when everybody may see it now, in its own type, else None."""
    if visit.site is None:
        return None
    steps = [step for step in path.split("/") if step]
    root = visit.site.root_page.url_path
    url_path = tree_path(visit, path)
    above = ["/", root] + [
        root + "".join(f"{step}/" for step in steps[:depth]) for depth in range(1, len(steps) + 1)
    ]
    values = {"at": visit.at, "url_path": url_path, **{f"above_{n}": one for n, one in enumerate(above)}}
    for pk, content_type in prepared.select(Arm(_shown_at, values, ("page at", len(above)))):
        return ContentType.objects.get_for_id(content_type).model_class()._default_manager.get(pk=pk)
    return None


def _shown_at(at: datetime, url_path: str, **above: str) -> QuerySet:
    """Key and type of the page at ``url_path``; ``above`` are the paths at which a restriction hides it."""
    restricted = Exists(PageViewRestriction.objects.filter(page__url_path__in=list(above.values())))
    shown = Page.objects.filter(
        Q(expire_at=None) | Q(expire_at__gt=at), ~restricted, url_path=url_path, live=True
    )
    return shown.order_by().values_list("pk", "content_type")


def tree_path(visit: Visit, path: str) -> str:
    """The ``url_path`` in the tree that an address of the visit's site stands for."""
    return visit.site.root_page.url_path + "".join(f"{step}/" for step in path.split("/") if step)


def has_expired(visit: Visit, path: str) -> bool:
    """Is there a page at ``path`` whose time is over, though the scheduler has not taken it off yet?"""
    if visit.site is None:
        return False
    return Page.objects.filter(url_path=tree_path(visit, path), expire_at__lte=visit.at).exists()


def fill_site_caches(request, visit: Visit) -> None:
    """Hand Wagtail the sites that the visit already fetched, so that its address methods ask nothing."""
    request._wagtail_site = visit.site
    request._wagtail_cached_site_root_paths = [
        SiteRootPath(site.pk, site.root_page.url_path, site.root_url, settings.LANGUAGE_CODE)
        for site in visit.sites
    ]
