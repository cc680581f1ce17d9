"""What search engines and social media are told about a page: title, description, picture, structured data.

Apps describe their own kinds of page in a module ``structured_data``: a function registered with
``@structured_data(NewsPage)`` gets the page and its template context and returns schema.org values.
Addresses are full and begin with BASE_URL, whatever the Host header says.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from urllib.parse import urljoin

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst

from cms import social_images
from cms.frame import base_url
from cms.models.sites import SiteSettings

Builder = Callable[[Any, dict], dict]
_builders: dict[type, Builder] = {}

# Inside a script element: nothing may close the element or open a comment.
ESCAPES = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


def structured_data(model) -> Callable[[Builder], Builder]:
    """Decorate a function ``(object, context) -> dict``: what an object of ``model`` is in schema.org."""

    def register(function: Builder) -> Builder:
        _builders[model] = function
        return function

    return register


class Seo:
    """What `base.html` reads of `seo`. All of it is lazy: a picture comes with the references of the page.

    ``subject`` is the page or snippet; ``context`` the template context, from which a registered builder
    takes what the view fetched anyway. ``pictures`` are tried in order.
    """

    def __init__(
        self,
        visit,
        path: str,
        *,
        title: str,
        description="",
        subject=None,
        context=None,
        pictures=(),
        kind="website",
    ):
        self._visit = visit
        self._path = path
        self._subject = subject
        self._context = context if context is not None else {}
        self._pictures = pictures
        self.title = title
        self.description = description
        self.type = kind
        self.noindex = False

    @property
    def canonical_url(self) -> str:
        return self.absolute(self._path)

    def absolute(self, url: str) -> str:
        """``url`` with scheme and host of the site."""
        return urljoin(base_url(self._visit) + "/", url)

    @cached_property
    def image_url(self) -> str:
        """The picture of 1200 by 630 pixels that an editor chose, else one made of title and theme.

        None for a page that is not to be found: its title may be a visitor's own words (search).
        """
        for picture in self._pictures:
            if picture and picture.social:
                return self.absolute(picture.social)
        if self.noindex:
            return ""
        return self.absolute(
            social_images.address(
                self.title, kind=self._kind_label, colour=self._colour, network=self._network.abbreviation
            )
        )

    @property
    def image_alt(self) -> str:
        """What the picture shows, in words; a made picture shows the title."""
        return next((one.alt for one in self._pictures if one and one.social), self.title)

    @property
    def _network(self) -> SiteSettings:
        return getattr(self._visit.site, "sitesettings", None) or SiteSettings()

    @property
    def _colour(self) -> str:
        """The colour of the first theme; a theme's own page has its own."""
        themes = self._context.get("themes") or [self._subject]
        return getattr(themes[0], "colour", "teal")

    @property
    def _kind_label(self) -> str:
        card = getattr(self._subject, "card", None)
        return capfirst(str(card.label)) if card else ""

    @property
    def organization(self) -> dict:
        """The network itself, short: it publishes everything on the site."""
        return {
            "@type": "Organization",
            "@id": self.absolute("/") + "#network",
            "name": self._network.name,
            "url": self.absolute("/"),
        }

    @property
    def json_ld(self) -> str:
        """The structured data as text that may stand inside a script element."""
        graph = [thing for thing in (self._described(), self._breadcrumbs()) if thing]
        return embed({"@context": "https://schema.org", "@graph": graph}) if graph else ""

    def _described(self) -> dict | None:
        for model in type(self._subject).__mro__:
            if model in _builders:
                context = {**self._context, "seo": self}
                basics = {"name": self.title, "description": self.description, "url": self.canonical_url}
                if self.image_url:
                    basics["image"] = self.image_url
                return plain({**basics, **_builders[model](self._subject, context)})
        return None

    def _breadcrumbs(self) -> dict | None:
        way = self._context.get("crumbs") or []
        if len(way) < 2:
            return None
        items = [
            {
                "@type": "ListItem",
                "position": position,
                "name": crumb.title,
                "item": self.absolute(crumb.url) if crumb.url else self.canonical_url,
            }
            for position, crumb in enumerate(way, start=1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}


def for_page(page, request, context: dict) -> Seo:
    """What is told about a page of the tree.

    ``context`` is its template context, complete when it is read.
    """
    return Seo(
        request.visit,
        request.path,
        title=page.seo_title or page.social_title or page.title,
        description=page.search_description or page.standfirst,
        subject=page,
        context=context,
        pictures=[context.get("social_picture"), context.get("picture")],
        kind="article" if hasattr(page, "published_on") else "website",
    )


def for_snippet(subject, request, context: dict, *, title: str, description: str, pictures=()) -> Seo:
    """What is told about something that has a page of its own without being in the tree."""
    return Seo(
        request.visit,
        request.path,
        title=title,
        description=description,
        subject=subject,
        context=context,
        pictures=pictures,
    )


def embed(data: dict) -> str:
    """JSON that may stand inside a script element."""
    return json.dumps(data, ensure_ascii=False).translate(ESCAPES)


def plain(value: Any) -> Any:
    """``value`` as JSON takes it: moments in the site's time zone, ISO dates, text as str, no empties."""
    if isinstance(value, dict):
        cleaned = {key: plain(one) for key, one in value.items()}
        return {key: one for key, one in cleaned.items() if one not in (None, "", [], {})}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, (int, float, bool, type(None))) else str(value)
