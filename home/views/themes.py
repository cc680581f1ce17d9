from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404, render
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from cms import cards, seo
from cms.cards import Card
from cms.crumbs import crumbs
from cms.glossary import ask_for_text
from cms.models import Theme

PER_KIND = 6
# The kinds in the order of the page: heading, and the listing that has all of it (none: no link).
KINDS = {
    "training": (_("Trainings and meetings"), "/trainingen/"),
    "guide": (_("Guides"), "/handreikingen/"),
    "good_practice": (_("Good practices"), "/goede-voorbeelden/"),
    "interview": (_("Interviews"), "/interviews/"),
    "animation": (_("Animations"), "/animaties/"),
    "news": (_("News"), "/nieuws/"),
    "page": (_("About the network"), ""),
    "organisation": (_("Organisations"), "/organisaties/"),
}


@dataclass(frozen=True)
class Group:
    """The cards of one kind.

    ``more_url`` leads to the listing with this theme chosen, empty when all are shown.
    """

    kind: str
    heading: str
    cards: list[Card]
    more_url: str

    @property
    def marks(self) -> list[dict]:
        """The cards as organisations with their marks."""
        return [
            {"name": card.title, "url": card.url, "place": card.meta.get("place"), "picture": card.picture}
            for card in self.cards
        ]


@require_safe
def theme_detail(request, slug):
    """A pillar or theme: everything public that has it.

    The site, the theme and the union: one query each.
    """
    visit = request.visit
    theme = get_object_or_404(Theme.objects.select_related("image"), slug=slug)
    ask_for_text(theme.description)
    context = {
        "theme": theme,
        "picture": theme.image.picture if theme.image else None,
        "crumbs": crumbs(visit, request.path, theme.title),
    }
    found = [
        cards.want(f"theme-{kind}", partial(_with_theme, kind), theme=theme.pk) for kind in cards.kinds()
    ]
    context["groups"] = SimpleLazyObject(lambda: grouped([card for of in found for card in of], theme))
    context["seo"] = seo.for_snippet(
        theme,
        request,
        context,
        title=theme.title,
        description=theme.summary,
        pictures=[context["picture"]],
    )
    return render(request, "home/theme.html", context)


def _with_theme(kind: str, at: datetime, theme: int) -> QuerySet:
    return cards.with_theme(kind, theme, most=PER_KIND, at=at)


def grouped(found: list[Card], theme: Theme) -> list[Group]:
    """Cards by kind in the order of ``KINDS``; trainings to come stand before those that were."""
    groups = []
    for kind, (heading, listing) in KINDS.items():
        own = [card for card in found if card.kind == kind]
        if kind == "training":
            own.sort(key=_soonest_first)
        elif kind != "organisation":
            own.sort(key=lambda card: (card.on or date.min, card.title), reverse=True)
        else:
            own.sort(key=lambda card: card.title)
        if own:
            more = f"{listing}?thema={theme.slug}" if listing and len(own) == PER_KIND else ""
            groups.append(Group(kind, str(heading), own, more))
    return groups


def _soonest_first(card: Card):
    starts = card.meta["starts_at"].timestamp()
    return (1, -starts) if card.meta["state"] == "past" else (0, starts)
