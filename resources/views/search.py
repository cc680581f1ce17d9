"""/zoeken/: one search over everything public."""

from django.conf import settings
from django.http import JsonResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from cms import limits
from cms.crumbs import crumbs
from cms.glossary import VisitGlossary
from cms.seo import Seo
from cms.terms import Term
from resources.search import unattended
from resources.search.counting import counts
from resources.search.promotions import apart, promoted
from resources.search.query import clean
from resources.search.results import Results, Search
from resources.search.suggestions import suggest
from resources.search.unattended import RELEVANCE
from resources.views.search_page import follow, heading_of, tabs_of, title_of, ways_on


@require_safe
def search(request):
    """The results, or everything public, newest first, when nothing is asked. Never indexed."""
    if wait := limits.allow(request, "search", settings.LIMIT_SEARCH):
        return limits.too_many_requests(request, wait)
    # Glossary and promotions are asked for before the search fetches its references, so they cost no query.
    glossary = request.visit.glossary
    recommended = promoted(request.visit, clean(request.GET.get("q", "")))
    asked = Search(request.GET, request.visit)
    results = asked.run()
    is_first = results.pages.number == 1 and not results.chips
    above, hits = apart(list(recommended) if is_first else [], results.hits)
    if asked.sort == RELEVANCE:
        parts = in_parts(hits, is_first=results.pages.number == 1)
    else:
        parts = [{"hits": hits}] if hits else []
    seo = Seo(request.visit, request.path, title=title_of(results))
    seo.noindex = True
    context = {
        "results": results,
        "heading": heading_of(results),
        "promoted": above,
        "parts": parts,
        "tabs": tabs_of(results),
        "follow": follow(results),
        "crumbs": crumbs(request.visit, request.path, _("Search")),
        "seo": seo,
        "total_label": ngettext("%(total)d result", "%(total)d results", results.total)
        % {"total": results.total},
        "terms": _explained(glossary, results.query),
    }
    if not results.total:
        context["ways_on"] = ways_on(results, lambda name: _count_without(asked, name))
    if is_typed(request, results):
        note(results, asked)
    response = render(request, "resources/search.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def in_parts(hits: list, *, is_first: bool) -> list[dict]:
    """The hits with all words, and divided from them those that miss some.

    Where nothing has all words, a note on the first page says so, and a line would divide nothing.
    """
    full = [hit for hit in hits if not hit.misses]
    rest = [hit for hit in hits if hit.misses]
    is_divided = bool(full) or not is_first
    return [part for part in ({"hits": full}, {"hits": rest, "is_divided": is_divided}) if part["hits"]]


def _count_without(asked: Search, name: str) -> int:
    """The number of hits without the filter ``name``."""
    filters = {facet: values for facet, values in asked.chosen.items() if facet != name}
    return unattended.find(asked.query, filters, asked.at, literal=asked.is_literal, most=1).total


# --- Counting -----------------------------------------------------------------------------------------------
def is_typed(request, results: Results) -> bool:
    """Whether somebody typed this: the first page of words, without what links add to it.

    Filters, order and further pages are ways through the same search, and what programs follow endlessly.
    """
    is_fetched_ahead = "prefetch" in request.headers.get("Sec-Purpose", "")
    return (
        request.method == "GET"
        and bool(results.query)
        and not results.hidden
        and results.pages.number == 1
        and not is_fetched_ahead
    )


def note(results: Results, asked: Search) -> None:
    counts.note(
        results.query,
        total=results.total,
        engine=results.engine,
        repaired_to=" ".join(better for _typed, better in results.repaired),
        at=asked.at,
    )


def _explained(glossary: VisitGlossary, query: str) -> list[Term]:
    """The term that was searched for, as a list of one; empty for anything else. No query of its own."""
    return SimpleLazyObject(lambda: [term] if query and (term := glossary.look_up(query)) else [])


@require_safe
def suggestions(request):
    """Titles for what is being typed, as JSON."""
    if wait := limits.allow(request, "suggestions", settings.LIMIT_SEARCH):
        return JsonResponse({"suggestions": []}, status=429, headers={"Retry-After": str(wait)})
    query = request.GET.get("q", "")
    found = {"query": clean(query), "suggestions": suggest(query, request.visit.at)}
    return JsonResponse(found, headers={"X-Robots-Tag": "noindex"})
