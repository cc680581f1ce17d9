"""What stands around the hits of a search: title, tabs by kind, ways on when nothing is found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.pagination import address
from resources.search.results import Results

SORT, LITERAL, QUERY = "sorteer", "letterlijk", "q"


def pairs(results: Results, *, without: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The parameters of a search without its page."""
    own = [(QUERY, results.query)] if results.query else []
    return [(name, value) for name, value in [*own, *results.hidden] if name not in without]


def parameters(results: Results, *, without: tuple[str, ...] = (), **changes: str) -> QueryDict:
    """As `pairs`, with ``changes``; an empty value takes a parameter away."""
    query = QueryDict(mutable=True)
    for name, value in pairs(results, without=(*without, *changes)):
        query.appendlist(name, value)
    for name, value in changes.items():
        if value:
            query[name] = value
    return query


def search_parameters(query: str, filters: Mapping[str, Iterable[str]]) -> QueryDict:
    """The parameters of a search in a fixed order, without sort and page."""
    found = QueryDict(mutable=True)
    if query:
        found[QUERY] = query
    for name, values in filters.items():
        found.setlist(name, sorted(values))
    return found


def chosen(results: Results) -> list[tuple[str, str, str]]:
    """The chosen filter values: name of the filter, value, label."""
    return [
        (facet.name, one.value, one.label) for facet in results.facets for one in facet.values if one.selected
    ]


# --- Title --------------------------------------------------------------------------------------------------
def title_of(results: Results) -> str:
    """What the page is called: what was typed, or the one filter that was chosen."""
    if results.query:
        return _("Search for “%(query)s”") % {"query": results.query}
    return heading_of(results) if chosen(results) else _("Search")


def heading_of(results: Results) -> str:
    found = chosen(results)
    if results.query:
        return _("Search results")
    if len(found) != 1:
        return _("Search results") if found else _("Search")
    [(name, _value, label)] = found
    titles = {
        "doelgroep": _("Everything for %(what)s"),
        "thema": _("Everything about %(what)s"),
        "organisatie": _("Everything of %(what)s"),
        "regio": _("Everything from the region %(what)s"),
        "jaar": _("Everything of the year %(what)s"),
        "soort": _("All: %(what)s"),
    }
    in_sentence = name in ("doelgroep", "thema", "soort")
    return titles[name] % {"what": within_sentence(label) if in_sentence else label}


def within_sentence(label: str) -> str:
    """A label as it stands in a sentence: without its capital, unless it is an abbreviation."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


# --- Tabs ---------------------------------------------------------------------------------------------------
def tabs_of(results: Results) -> list[dict]:
    """All, and each kind that gives something, with the number of hits; empty when there is one kind only."""
    facet = next((one for one in results.facets if one.name == "soort"), None)
    values = facet.values if facet else []
    if len(values) < 2:
        return []
    whole = {
        "label": _("All"),
        "count": sum(one.count for one in values),
        "url": address(parameters(results, soort="")),
        "selected": not any(one.selected for one in values),
    }
    kinds = (
        {
            "label": one.label,
            "count": one.count,
            "url": address(parameters(results, soort=one.value)),
            "selected": one.selected,
        }
        for one in values
    )
    return [whole, *kinds]


# --- Ways on ------------------------------------------------------------------------------------------------
def ways_on(results: Results, count_without) -> list[dict[str, str]]:
    """Where somebody can go who found nothing: without one of the filters, another spelling, to us.

    ``count_without(name)`` gives the number of hits without the filter of that name.
    """
    links = []
    labels: dict[str, list[str]] = {}
    for name, _value, label in chosen(results):
        labels.setdefault(name, []).append(label)
    for name, found in labels.items():
        if number := count_without(name):
            words = {"filter": ", ".join(found), "number": number}
            links.append(
                {
                    "label": _("Without “%(filter)s”: %(number)d found") % words,
                    "url": address(parameters(results, without=(name,))),
                }
            )
    if len(labels) > 1:
        links.append({"label": _("Search without filters"), "url": results.reset_url})
    if any(name == LITERAL for name, _value in results.hidden):
        links.append({"label": _("Other spelling too"), "url": address(parameters(results, letterlijk=""))})
    return [
        *links,
        {"label": _("All trainings"), "url": "/trainingen/"},
        {"label": _("All guides"), "url": "/handreikingen/"},
        {"label": _("Ask us"), "url": contact_url(results.query)},
    ]


def contact_url(query: str) -> str:
    return f"/contact/?{urlencode({'gezocht': query})}" if query else "/contact/"


# --- Follow a search ----------------------------------------------------------------------------------------
def follow(results: Results) -> dict[str, str] | None:
    """The feed and the mail for this search; None when nothing was asked or chosen."""
    kept = parameters(results, without=(SORT,)).urlencode()
    if not kept:
        return None
    return {
        "feed_url": f"{reverse('resources:search_feed')}?{kept}",
        "mail_url": f"{reverse('resources:alert_sign_up')}?{kept}",
    }
