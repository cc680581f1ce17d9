"""What editors taught the search of the demonstration site, and what its visitors searched for."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Site

from home.demo.pages import page_at
from home.demo.source import content
from resources.models import CompoundPart, SearchDay, StemException, SynonymGroup
from resources.search.counting import key_of

DAYS = 60  # the second half counts as the last month, the first as the one before
ENGINE = "database"


def load_search(site: Site) -> None:
    """Make what is missing; a second time changes nothing."""
    found = content("search")
    for row in found["synonym"]:
        SynonymGroup.objects.get_or_create(
            words="\n".join(row["words"]), defaults={"direction": row["direction"]}
        )
    for row in found["part"]:
        CompoundPart.objects.get_or_create(part=row["part"])
    for row in found["stem"]:
        StemException.objects.get_or_create(word=row["word"], defaults={"base": row["base"]})
    for row in found["promotion"]:
        if page := page_at(site, row["link"]):
            SearchPromotion.objects.get_or_create(
                query=Query.get(row["words"]), page=page, defaults={"description": row["description"]}
            )
    if not SearchDay.objects.exists():
        SearchDay.objects.bulk_create(day for row in found["searched"] for day in _days(row))


def _days(row: dict) -> list[SearchDay]:
    """The counts of a search on every day, fewer on days of which the number is divisible by three."""
    today = timezone.localdate()
    days = []
    for ago in range(DAYS):
        number = row["a_day"] if ago < DAYS // 2 else row["before"]
        number -= 1 if ago % 3 == 0 else 0
        if number > 0:
            days.append(
                SearchDay(
                    date=today - timedelta(days=ago),
                    key=key_of(row["words"]),
                    shown_as=row["words"],
                    searches=number,
                    zero=number if row.get("without_hit") else 0,
                    engine=ENGINE,
                    repaired_to=row.get("repaired_to", ""),
                )
            )
    return days
