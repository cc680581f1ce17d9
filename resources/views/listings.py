"""The listings of stories and guides, with their filters."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cms.faceted_list import Again, FacetedList
from cms.facets import Facet, RelationFacet, YearFacet, choice_facet
from cms.page_context import page_context
from resources.choices import GUIDE_KIND_BY_WORD
from resources.models import (
    AnimationIndexPage,
    AnimationPage,
    GoodPracticeIndexPage,
    GoodPracticePage,
    GuideIndexPage,
    GuidePage,
    InterviewIndexPage,
    InterviewPage,
    NewsIndexPage,
    NewsPage,
    StoryPage,
)

PER_PAGE = 12


def facets(at) -> list[Facet]:
    """The filters of every listing of stories at the aware datetime ``at``."""
    public = Q(organisations__expire_at=None) | Q(organisations__expire_at__gt=at)
    return [
        RelationFacet("thema", _("Theme"), relation="themes", order="position"),
        RelationFacet("doelgroep", _("For whom"), relation="audiences", order="position"),
        RelationFacet(
            "organisatie",
            _("Organisation"),
            relation="organisations",
            title="name",
            only=Q(public, organisations__live=True),
        ),
        YearFacet("jaar", _("Year"), column="published_on"),
    ]


def listing(
    model: type[StoryPage], request, count: Callable[[int], str], extra: tuple[Facet, ...] = ()
) -> dict:
    """Context of a listing of ``model``; ``count`` puts a number of them into words. Three queries.

    Raises Http404 for a page number that does not exist.
    """
    at = request.visit.at
    again = Again(lambda at: (model.objects.visible(at).newest_first(), [*extra, *facets(at)]), at, model)
    stories = FacetedList.of(again, request.GET, per_page=PER_PAGE)
    return {"listing": stories, "cards": stories.cards(at), "total_label": count(stories.total)}


@page_context(NewsIndexPage)
def news(page, request):
    return listing(
        NewsPage,
        request,
        lambda number: (
            ngettext("%(number)d news story", "%(number)d news stories", number) % {"number": number}
        ),
    )


@page_context(InterviewIndexPage)
def interviews(page, request):
    return listing(
        InterviewPage,
        request,
        lambda number: ngettext("%(number)d interview", "%(number)d interviews", number) % {"number": number},
    )


@page_context(AnimationIndexPage)
def animations(page, request):
    return listing(
        AnimationPage,
        request,
        lambda number: ngettext("%(number)d animation", "%(number)d animations", number) % {"number": number},
    )


@page_context(GuideIndexPage)
def guides(page, request):
    return listing(
        GuidePage,
        request,
        lambda number: ngettext("%(number)d guide", "%(number)d guides", number) % {"number": number},
        (choice_facet("soort", _("Kind"), "kind", GUIDE_KIND_BY_WORD),),
    )


@page_context(GoodPracticeIndexPage)
def good_practices(page, request):
    return listing(
        GoodPracticePage,
        request,
        lambda number: (
            ngettext("%(number)d good practice", "%(number)d good practices", number) % {"number": number}
        ),
    )
