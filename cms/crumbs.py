"""The way back up: the pages above an address, as one arm of the query that fetches all references."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, Q, QuerySet
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.visit import Visit, page_path

LIST = "crumbs"


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way. The page that the visitor is on is the last one and has no ``url``."""

    title: str
    url: str = ""


def crumbs(visit: Visit, path: str, title: str) -> list[Crumb]:
    """Ask for the public pages above ``path`` (an address on this site), a lazy list.

    ``title`` is that of the address itself. The front page is the start and has no crumbs.
    """
    if visit.site is None:
        return []
    root = visit.site.root_page.url_path
    steps = [step for step in path.split("/") if step]
    if not steps:
        return []
    above = [root + "".join(f"{step}/" for step in steps[:depth]) for depth in range(1, len(steps))]
    if above:
        steps_above = {f"step_{depth}": url_path for depth, url_path in enumerate(above)}
        visit.references.want_rows(LIST, _above, _build, shape=len(above), at=visit.at, **steps_above)

    def build() -> list[Crumb]:
        pages = sorted(visit.references.get_list(LIST), key=lambda one: len(one[0])) if above else []
        way = [Crumb(name, page_path(url_path)) for url_path, name in pages]
        return [Crumb(_("Home"), "/"), *way, Crumb(title)]

    return SimpleLazyObject(build)


def _above(at, **steps: str) -> tuple[QuerySet, dict]:
    shown = Page.objects.filter(
        Q(expire_at=None) | Q(expire_at__gt=at), url_path__in=list(steps.values()), live=True
    )
    return shown, {"title": F("title"), "path": F("url_path")}


def _build(pk: int, data: dict) -> tuple[str, str]:
    return data["path"], data["title"]
