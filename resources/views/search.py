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
from resources.search.query import clean
from resources.search.results import Results, Search
from resources.search.suggestions import suggest


@require_safe
def search(request):
    """The results, or everything public, newest first, when nothing is asked. Never indexed."""
    if wait := limits.allow(request, "search", settings.LIMIT_SEARCH):
        return limits.too_many_requests(request, wait)
    glossary = request.visit.glossary  # asks for the terms before the search fetches its references
    results = Search(request.GET, request.visit).run()
    title = _("Search for “%(query)s”") % {"query": results.query} if results.query else _("Search")
    seo = Seo(request.visit, request.path, title=title)
    seo.noindex = True
    context = {
        "results": results,
        "crumbs": crumbs(request.visit, request.path, _("Search")),
        "seo": seo,
        "total_label": ngettext("%(total)d result", "%(total)d results", results.total)
        % {"total": results.total},
        "ways_on": ways_on(results),
        "terms": _explained(glossary, results.query),
    }
    response = render(request, "resources/search.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


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


def ways_on(results: Results) -> list[dict[str, str]]:
    """Where somebody can go who found nothing."""
    links = []
    if results.chips:
        links.append({"label": _("Search without filters"), "url": results.reset_url})
    return [
        *links,
        {"label": _("All trainings"), "url": "/trainingen/"},
        {"label": _("All guides"), "url": "/handreikingen/"},
        {"label": _("Ask us"), "url": "/contact/"},
    ]
