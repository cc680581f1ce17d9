"""Terms explained where they stand: the first of each in the running text of a page opens its explanation.

The terms come with the other references of a visit (`cms.references`), so they cost no query. What is marked
up is HTML that Wagtail made and cleaned: tags stay as they are, only the text between them is searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from functools import cached_property, lru_cache, partial
from html import unescape
from typing import Any

from django.db.models import Case, F, Q, QuerySet, TextField, Value, When
from django.template.loader import get_template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail.models import PageViewRestriction

from cms.links import ask_for_links
from cms.models.glossary import GlossaryTerm
from cms.restrictions import unrestricted
from cms.terms import Term, forms_of
from cms.visit import Visit, current_visit, page_path

TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")
TAG_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Where a term stays as it is: one may be clicked already, the others are no running text.
UNTOUCHED = {
    *("a", "button", "summary", "label", "select", "textarea", "option"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "th", "cite", "code", "pre", "script"),
}
APOSTROPHE = "(?:['’]|&#x27;|&#39;)"
# A word ends where no letter, digit or hyphen follows: "BBL-klas" and "mbo'er" are words of their own.
# A part of an address ("info@mbo.example.org", "https://example.org/mbo/") is no word.
BEFORE, AFTER = r"(?<![\w&#@/.=-])(?<!\w['’])", rf"(?![\w-]|{APOSTROPHE}\w|[.@/]\w)"
# What touches the word stays with it on one line: browsers would break between a button and its full stop.
# Three signs at most: without a bound, a long row of brackets is read to its end from each of them.
OPENING, CLOSING = r"(?P<opening>[(“‘\"'«]{0,3})", r"(?P<closing>[^\s\w<&–—-]{0,3})"


# --- Fetching -----------------------------------------------------------------------------------------------


def ask_for_text(html: str | None) -> None:
    """Ask the current visit for what running text shows: link targets, and terms unless it is on paper.

    Outside a visit: nothing.
    """
    visit = current_visit()
    if visit is not None and html:
        ask_for_links(html)
        if not visit.on_paper:
            _ = visit.glossary


def ask_for_terms(visit: Visit) -> list[Term]:
    """All terms, a lazy list without order, together with the other references of the visit."""
    return visit.references.want_rows("glossary", _terms, _build, at=visit.at)


def _terms(at: datetime) -> tuple[QuerySet, dict]:
    shown = Q(page__live=True) & (Q(page__expire_at=None) | Q(page__expire_at__gt=at))
    shown &= Q(unrestricted(PageViewRestriction, "page", path="page__path"))
    return GlossaryTerm.objects.all(), {
        "slug": F("slug"),
        "term": F("term"),
        "other_forms": F("other_forms"),
        "explanation": F("explanation"),
        "page_title": F("page__title"),
        "page_path": Case(When(shown, then=F("page__url_path")), default=Value(""), output_field=TextField()),
    }


def _build(pk: int, data: dict) -> Term:
    path = data["page_path"]
    return Term(
        slug=data["slug"],
        term=data["term"],
        forms=tuple(forms_of(data["term"], data["other_forms"])),
        explanation=data["explanation"],
        page_title=(data["page_title"] or "") if path else "",
        page_url=page_path(path) if path else "",
    )


# --- Finding ------------------------------------------------------------------------------------------------


class Glossary:
    """The pattern that finds the forms of some terms, and the term of each form. Kept between visits."""

    def __init__(self, terms: Iterable[Term]):
        self._exact: dict[str, Term] = {}
        self._folded: dict[str, Term] = {}  # without capitals: found whatever the case
        for term in terms:
            for form in map(_plain, term.forms):
                (self._folded if form == form.lower() else self._exact)[form] = term
        self.pattern = self._pattern()

    def _pattern(self) -> re.Pattern | None:
        """All forms, the longest first; grouped by first letter, so that most words are ruled out at once."""
        groups: dict[str, list[str]] = {}
        for form in sorted({*self._exact, *self._folded}, key=len, reverse=True):
            first, rest = _expression(form[0]), _expression(form[1:])
            if form in self._folded:
                first, rest = _either_case(form[0]), f"(?i:{rest})"
            groups.setdefault(first, []).append(rest)
        forms = "|".join(f"{first}(?:{'|'.join(rests)}){AFTER}" for first, rests in groups.items())
        return re.compile(f"{BEFORE}{OPENING}(?P<form>{forms}){CLOSING}") if forms else None

    def term_of(self, words: str) -> Term | None:
        form = _plain(unescape(words))
        return self._exact.get(form) or self._folded.get(form.lower())

    def look_up(self, words: str) -> Term | None:
        """The term that somebody typed, whatever the case."""
        wanted = _plain(words).casefold()
        forms = {**self._exact, **self._folded}
        return next((term for form, term in forms.items() if form.casefold() == wanted), None)


def _plain(form: str) -> str:
    return " ".join(form.replace("’", "'").split())


def _expression(form: str) -> str:
    """The pattern for a form in HTML: any white space between words, either apostrophe."""
    escaped = re.escape(form.replace("&", "&amp;").replace("<", "&lt;"))
    return escaped.replace(r"\ ", r"\s+").replace("'", APOSTROPHE)


def _either_case(letter: str) -> str:
    """The pattern for a first letter, small or capital; a sign has one case only."""
    capital = letter.upper()
    return _expression(letter) if letter == capital else f"[{re.escape(letter)}{re.escape(capital)}]"


glossary_of = lru_cache(maxsize=8)(Glossary)


# --- Marking up ---------------------------------------------------------------------------------------------


class VisitGlossary:
    """The terms of one visit: each is explained once on the page, where it first stands."""

    def __init__(self, visit: Visit):
        self._terms = ask_for_terms(visit)
        self._marked: set[str] = set()

    @cached_property
    def _glossary(self) -> Glossary:
        return glossary_of(tuple(self._terms))

    def look_up(self, words: str) -> Term | None:
        """The term with exactly these words, whatever their case."""
        return self._glossary.look_up(words)

    def explain(self, html: str) -> SafeString:
        """``html``, safe already, with new terms as buttons; their explanations follow the text."""
        pattern, found = self._glossary.pattern, []
        if pattern is None:
            return mark_safe(html)
        parts, inside = TAG.split(html), ""
        for place, part in enumerate(parts):
            if place % 2:
                inside = _untouched_element(part, inside)
            elif part and not inside:
                parts[place] = pattern.sub(partial(self._mark, found), part)
        notes = (_render("term_note", term=term) for term in found)
        return mark_safe("".join([*parts, *notes]))

    def _mark(self, found: list[Term], match: re.Match) -> str:
        term = self._glossary.term_of(match["form"])
        if term is None or term.slug in self._marked:
            return match[0]
        self._marked.add(term.slug)
        found.append(term)
        return _render(
            "term",
            term=term,
            word=mark_safe(match["form"]),
            opening=mark_safe(match["opening"]),
            closing=mark_safe(match["closing"]),
        )


def _untouched_element(tag: str, inside: str) -> str:
    """The element after ``tag`` in which nothing is marked; empty in running text."""
    match = TAG_NAME.match(tag)
    if match is None:
        return inside
    closes, name = match[1], match[2].lower()
    if inside:
        return "" if closes and name == inside else inside
    return name if not closes and name in UNTOUCHED else ""


def _render(component: str, **values) -> str:
    return _rendered(component, get_language(), tuple(values.items()))


@lru_cache(maxsize=1024)
def _rendered(component: str, language: str, values: tuple[tuple[str, Any], ...]) -> str:
    """A component in a language; the same few terms come back on every page."""
    return get_template(f"components/{component}.html").render(dict(values)).strip()


def explained(value) -> SafeString:
    """Running text of a page with its terms explained. Outside a visit and on paper: as it is."""
    html, visit = conditional_escape(value), current_visit()
    return html if visit is None or visit.on_paper or not html else visit.glossary.explain(html)
