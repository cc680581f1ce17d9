"""What stands around every page: name, menus, notice. Costs the query for the site and arms of the union."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from django.conf import settings
from django.db.models import F, Q, QuerySet
from wagtail.rich_text import expand_db_html

from cms.models.sites import FooterMenuItem, MainMenuItem, SiteNotice, SiteSettings
from cms.references import ask_always
from cms.visit import Visit, current_visit, page_path


@dataclass(frozen=True)
class Link:
    """A link of a menu. ``is_current``: the visitor is on this page or below it."""

    label: str
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class Notice:
    text: str
    tone: str
    link_url: str
    link_label: str


@ask_always
def ask_for_frame(references) -> None:
    """Add menus and notice to what is fetched with the references of a visit."""
    site = references.visit.site
    if site is None:
        return
    for name, model in (("main-menu", MainMenuItem), ("footer-menu", FooterMenuItem)):
        references.want_rows(name, partial(_menu_items, model), _build_item, site_pk=site.pk)
    references.want_rows("notices", _notices, lambda pk, data: data, at=references.visit.at)


def _menu_items(model, site_pk: int) -> tuple[QuerySet, dict]:
    shown = Q(page=None) | Q(page__live=True, page__expired=False)
    return model.objects.filter(shown, menu__site=site_pk), {
        "label": F("label"),
        "url": F("url"),
        "position": F("sort_order"),
        "page_title": F("page__title"),
        "page_path": F("page__url_path"),
    }


def _notices(at) -> tuple[QuerySet, dict]:
    return SiteNotice.objects.current(at), {
        "text": F("text"),
        "tone": F("tone"),
        "label": F("link_label"),
        "page_title": F("link_page__title"),
        "page_path": F("link_page__url_path"),
        "begins": F("shown_from"),
    }


def _build_item(pk: int, data: dict) -> tuple[int, Link]:
    url = data["url"] or (page_path(data["page_path"]) if data["page_path"] else "")
    return data["position"] or 0, Link(data["label"] or data["page_title"] or "", url)


class Frame:
    """The frame of the page that answers ``request``; everything is fetched when first used."""

    def __init__(self, request, visit: Visit):
        self._request = request
        self._visit = visit
        self._settings = getattr(visit.site, "sitesettings", None) or SiteSettings()
        self._references = visit.references  # begins to ask, so that menus and page come with one query

    def __getattr__(self, name: str) -> Any:
        return getattr(self._settings, name)

    @property
    def site_name(self):
        return self._settings.name

    @property
    def logo(self):
        return self._settings.logo.picture if self._settings.logo_id else None

    @property
    def footer_text(self):
        return expand_db_html(self._settings.footer_text)

    @property
    def canonical_url(self):
        return base_url(self._visit) + self._request.path

    @property
    def is_preview(self):
        return getattr(self._request, "is_preview", False)

    @property
    def main_menu(self) -> list[Link]:
        return self._menu("main-menu")

    @property
    def footer_menu(self) -> list[Link]:
        return self._menu("footer-menu")

    def _menu(self, name: str) -> list[Link]:
        items = sorted(self._references.get_list(name), key=lambda item: item[0])
        path = self._request.path
        return [
            replace(link, is_current=path == link.url or (link.url != "/" and path.startswith(link.url)))
            for _, link in items
            if link.url
        ]

    @property
    def notice(self) -> Notice | None:
        notices = sorted(self._references.get_list("notices"), key=lambda one: one["begins"])
        if not notices:
            return None
        newest = notices[-1]
        url = page_path(newest["page_path"]) if newest["page_path"] else ""
        if url == self._request.path:  # whoever is there needs no way to it
            url = ""
        return Notice(newest["text"], newest["tone"], url, newest["label"] or newest["page_title"] or "")


def base_url(visit: Visit | None = None) -> str:
    """Scheme and host for links that leave the page, from the settings and never from the Host header.

    The default site lives at BASE_URL; another site of the installation at its own root address.
    """
    site = visit.site if visit else None
    return settings.BASE_URL if site is None or site.is_default_site else site.root_url


def frame(request) -> dict:
    """Context processor: `frame` in every template of the public site."""
    visit = current_visit()
    if visit is None or visit.site is None:
        return {}
    return {"frame": Frame(request, visit)}
