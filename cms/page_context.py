"""What a page's template gets. Apps add to it from their views, so that page models stay declarations.

A view registers a function for a page type with ``@page_context(NewsIndexPage)``; it gets the page and the
request and returns a dict. It may raise `Http404`. The live page and the editor's preview both use it.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import F, QuerySet
from django.utils.functional import SimpleLazyObject
from taggit.models import Tag

from cms import seo
from cms.crumbs import crumbs
from cms.models.images import SiteImage
from cms.models.pages import PageTag
from cms.models.themes import Theme
from cms.visit import page_path

_builders: dict[type, Callable] = {}
_views: dict[type, Callable] = {}


def page_context(model) -> Callable:
    """Decorate a function ``(page, request) -> dict`` that adds to the context of a page type."""

    def register(function):
        _builders[model] = function
        return function

    return register


def page_view(model) -> Callable:
    """Decorate a function ``(page, request) -> response or None`` that may answer for a page type (a form).

    None leaves the answer to the page itself. It is not called for a preview.
    """

    def register(function):
        _views[model] = function
        return function

    return register


def answer(page, request):
    """The response of the view registered for the page's type; None when there is none or it leaves it."""
    view = _views.get(type(page))
    return view(page, request) if view else None


def answers_forms(model) -> bool:
    """Whether a view is registered for the page type, so that no answer of it may be kept."""
    return model in _views


def build_context(page, request) -> dict:
    """All that the template of ``page`` gets: the basics of every page, then what its own view adds.

    ``seo`` reads the finished context when the template asks for it; a view may bring its own.
    """
    context = {**basics(page, request), **own_context(page, request)}
    context.setdefault("seo", seo.for_page(page, request, context))
    return context


def own_context(shown, request) -> dict:
    """What the view of the type of ``shown`` registered; a snippet with a public page has only this."""
    for model in type(shown).__mro__:
        if model in _builders:
            return _builders[model](shown, request)
    return {}


def basics(page, request) -> dict:
    """Picture, themes, audience, tags, crumbs and blocks of a page: all asked for, nothing fetched."""
    references = request.visit.references
    for name in ("body", "sidebar"):
        if hasattr(page, name):
            if getattr(request, "is_preview", False):
                read_again(page, name)
            list(getattr(page, name))  # builds every block, and each asks for what it shows
    if getattr(request, "is_preview", False):  # what the editor ticked may not be stored yet
        themes = list(page.themes.all())
        audiences = [audience.title for audience in page.audiences.all()]
        tags = [tag.name for tag in page.tags.all()]
    else:
        themes = references.want_linked("themes", page, "themes")
        found = references.want_linked("audiences", page, "audiences")
        audiences = SimpleLazyObject(lambda: [title for _position, title in sorted(found)])
        tags = references.want_rows("tags", _tags, _build_title, pk=page.pk)
    return {
        "picture": references.want(SiteImage, page.listing_image_id) if page.listing_image_id else None,
        "social_picture": references.want(SiteImage, page.social_image_id) if page.social_image_id else None,
        "themes": themes,
        "audiences": audiences,
        "tags": tags,
        "crumbs": crumbs(request.visit, page_path(page.url_path) if page.url_path else "/", page.title),
    }


def read_again(page, name: str) -> None:
    """Build the blocks of a preview once more, in the visit: the editor's form made them outside of it.

    So they hold the same values as for a visitor, and what is not public is missing in the preview too.
    """
    value = getattr(page, name)
    setattr(page, name, value.stream_block.to_python(value.get_prep_value()))


THEME_DATA = {
    "slug": F("slug"),
    "title": F("title"),
    "colour": F("colour"),
    "summary": F("summary"),
    "is_pillar": F("is_pillar"),
    "position": F("position"),
}


def build_theme(pk: int, data: dict) -> Theme:
    """An unsaved `Theme` with what a link or band shows; the key is set, the description is not fetched."""
    return Theme(pk=pk, **data)


def _tags(pk: int) -> tuple[QuerySet, dict]:
    tags = PageTag.objects.filter(content_object=pk).values("tag")
    return Tag.objects.filter(pk__in=tags), {"title": F("name")}


def _build_title(pk: int, data: dict) -> str:
    return data["title"]
