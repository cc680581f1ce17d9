"""Results that editors promote for a search, Wagtail's search promotions, matched by analysed words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Case, F, Q, QuerySet, TextField, Value, When
from django.utils.functional import SimpleLazyObject
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import PageViewRestriction

from cms.restrictions import unrestricted
from cms.visit import Visit, page_path
from resources.search.analysis import spoken
from resources.search.counting import key_of

MOST = 3  # shown above the results


@dataclass(frozen=True)
class Promoted:
    """A promoted result. ``kind`` is that of the hit when it is one of this page's hits too, else empty."""

    title: str
    url: str
    description: str
    kind: str = ""


def promoted(visit: Visit, query: str) -> list[Promoted]:
    """What is promoted for ``query`` and public, in the editors' order, at most `MOST`; a lazy list.

    It comes with the references of the visit, so it costs no query when it is asked for before they are
    fetched. A query matches as it was typed, or when its analysed words are the same.
    """
    rows = visit.references.want_rows("search-promotions", _promotions, lambda pk, data: data, at=visit.at)

    def find() -> list[Promoted]:
        said, key = spoken(query), key_of(query)
        fitting = [
            row for row in rows if said and (spoken(row["words"]) == said or key_of(row["words"]) == key)
        ]
        fitting.sort(key=lambda row: (row["place"] is None, row["place"] or 0, row["pk"]))
        shown = dict.fromkeys(one for row in fitting if (one := _build(row)))
        return list(shown)[:MOST]

    return SimpleLazyObject(find)


def _promotions(at: datetime) -> tuple[QuerySet, dict]:
    shown = Q(page__live=True) & (Q(page__expire_at=None) | Q(page__expire_at__gt=at))
    shown &= Q(unrestricted(PageViewRestriction, "page", path="page__path"))
    return SearchPromotion.objects.all(), {
        "pk": F("pk"),
        "words": F("query__query_string"),
        "place": F("sort_order"),
        "description": F("description"),
        "page_title": F("page__title"),
        "page_path": Case(When(shown, then=F("page__url_path")), default=Value(""), output_field=TextField()),
        "link_url": F("external_link_url"),
        "link_text": F("external_link_text"),
    }


def _build(row: dict) -> Promoted | None:
    if row["page_path"]:
        return Promoted(row["page_title"], page_path(row["page_path"]), row["description"])
    if row["link_url"]:
        return Promoted(row["link_text"] or row["link_url"], row["link_url"], row["description"])
    return None


def apart(found: list[Promoted], hits: list) -> tuple[list[Promoted], list]:
    """The promoted results, each with its kind when it is one of ``hits``, and the hits without those."""
    kinds = {hit.url: hit.kind for hit in hits}
    above = [replace(one, kind=kinds.get(one.url, "")) for one in found]
    urls = {one.url for one in above}
    return above, [hit for hit in hits if hit.url not in urls]
