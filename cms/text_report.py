"""How the texts of the site read, by the rules of `cms.content_checks`, for the report of the editors."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.utils.html import escape
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.content_checks import ADVICE, LABELS, Finding, check_html
from cms.dashboard import editable_pages
from cms.overdue import page_types
from cms.visit import Visit, visiting


@dataclass(frozen=True)
class Text:
    """A page and what to look at in it, by rule."""

    page: Page
    rules: list[dict]


def has_body(model) -> bool:
    return any(field.name == "body" and isinstance(field, StreamField) for field in model._meta.fields)


def texts_of(user):
    """The live pages with a body that ``user`` may edit, last published first."""
    types = ContentType.objects.get_for_models(*(model for model in page_types() if has_body(model)))
    return (
        editable_pages(user)
        .live()
        .filter(content_type__in=list(types.values()))
        .order_by(F("last_published_at").desc(nulls_last=True), "-pk")
    )


def look_at(pages) -> list[Text]:
    """Judge every page of the queryset ``pages``, in its order. What they point at is fetched together.

    As on paper: the explanations of terms, which open on the page, are no part of what the editor wrote.
    """
    with visiting(Visit(host="", port=0, on_paper=True)):
        return [Text(page, by_rule(check_html(as_html(page)))) for page in list(pages.specific())]


def as_html(page) -> str:
    """Standfirst and body as visitors get them; the title above them is the heading of level 1."""
    return f"<p>{escape(page.standfirst)}</p>{page.body}"


def by_rule(findings: list[Finding]) -> list[dict]:
    ordered = sorted(findings, key=lambda one: list(LABELS).index(one.rule))
    return [
        {"label": LABELS[rule], "advice": ADVICE[rule], "about": [one.about for one in found]}
        for rule, found in groupby(ordered, key=lambda one: one.rule)
    ]
