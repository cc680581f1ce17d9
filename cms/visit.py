"""What one visitor's request has fetched so far: the site, the moment, and all that the page points at.

A context variable, because StreamField values are built far away from the request. Outside a visit (editors'
screens, tasks, commands) nothing is shared and Wagtail's own behaviour holds.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Site

from cms.references import References

if TYPE_CHECKING:
    from cms.glossary import VisitGlossary

_visit: ContextVar[Visit | None] = ContextVar("visit", default=None)


@dataclass
class Visit:
    """One request of a visitor. ``at`` is the aware moment to which all of the page belongs.

    ``on_paper``: what is made will be printed, so nothing in it opens.
    """

    host: str
    port: int
    at: datetime = field(default_factory=timezone.now)
    on_paper: bool = False

    @cached_property
    def sites(self) -> list[Site]:
        """Every site with its root page, settings and logo, in one query (there are few)."""
        from cms.sites import fetch_sites  # needs the models, and they load this module

        return fetch_sites()

    @cached_property
    def site(self) -> Site | None:
        """The site for host and port, by Wagtail's rule: host with port, host alone, the default, or none."""
        ranked = [
            (site.hostname == self.host, site.port == self.port, site.is_default_site, site)
            for site in self.sites
            if site.hostname == self.host or site.is_default_site
        ]
        return max(ranked, key=lambda rank: rank[:3])[3] if ranked else None

    @cached_property
    def references(self) -> References:
        return References(self)

    @cached_property
    def glossary(self) -> VisitGlossary:
        """The terms, asked for with the references, and which of them the page has explained already."""
        from cms.glossary import VisitGlossary  # needs the models

        return VisitGlossary(self)


def current_visit() -> Visit | None:
    """The visit that is being answered, or None."""
    return _visit.get()


@contextmanager
def visiting(visit: Visit):
    """Answer one request: inside the block ``current_visit`` returns ``visit``."""
    token = _visit.set(visit)
    try:
        yield visit
    finally:
        _visit.reset(token)


def page_path(url_path: str) -> str:
    """Turn a page's ``url_path`` into an address: a path on the current site, a full address on another.

    Outside a visit the sites are read from the database, one query a call.
    """
    visit = current_visit()
    sites = visit.sites if visit else list(Site.objects.select_related("root_page"))
    own = visit.site if visit else next((site for site in sites if site.is_default_site), None)
    for site in sorted(sites, key=lambda one: (one is not own, -len(one.root_page.url_path))):
        root = site.root_page.url_path
        if url_path.startswith(root):
            path = "/" + url_path[len(root) :]
            return path if site is own else site.root_url + path
    return ""
