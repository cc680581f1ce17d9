"""Which pages somebody promised to read again, over every type of page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, F, Value
from django.db.models.functions import Coalesce, Concat, NullIf, Trim

from cms.models import BasePage


@dataclass(frozen=True)
class Overdue:
    """A live page whose review date has come, with who keeps it (empty when nobody does)."""

    pk: int
    title: str
    kind: str
    review_on: date
    keeper: str


def page_types() -> list[type[BasePage]]:
    return sorted(_below(BasePage), key=lambda model: model._meta.label)


def _below(model) -> set:
    found = set()
    for child in model.__subclasses__():
        found |= _below(child)
        if not child._meta.abstract:
            found.add(child)
    return found


def overdue_pages(on: date, *, limit: int | None = None, pages=None) -> list[Overdue]:
    """Live pages to be reviewed on or before the date ``on``, the longest waiting first; one query.

    ``pages`` is a set of pages (of the base type) that the list is limited to.
    """
    name = Trim(Concat("keeper__first_name", Value(" "), "keeper__last_name"))
    arms = []
    for model in page_types():
        rows = model.objects.filter(live=True, review_on__lte=on)
        if pages is not None:
            rows = rows.filter(pk__in=pages.values("pk"))
        arms.append(
            rows.annotate(
                page_key=F("pk"),
                page_title=F("title"),
                of_type=Value(model._meta.label, output_field=CharField()),
                due=F("review_on"),
                kept_by=Coalesce(NullIf(name, Value("")), F("keeper__email"), output_field=CharField()),
            )
            .order_by()
            .values_list("page_key", "page_title", "of_type", "due", "kept_by")
        )
    if not arms:
        return []
    rows = arms[0].union(*arms[1:], all=True).order_by("due", "page_title")
    labels = {model._meta.label: model._meta.verbose_name for model in page_types()}
    return [
        Overdue(pk, title, str(labels[kind]), due, keeper or "")
        for pk, title, kind, due, keeper in (rows[:limit] if limit else rows)
    ]
