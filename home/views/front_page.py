from datetime import date, datetime
from functools import partial

from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from wagtail.models import Page

from cms import cards
from cms.models import Audience, SiteMedia, Theme
from cms.page_context import THEME_DATA, build_theme, page_context
from home.models import HomePage
from home.views.ordered import want_ordered
from network.models import Organisation, ResultFigure, TrainingEvent
from network.referencables import build_figure, build_organisation, figure_data, organisation_data
from resources.models import AnimationPage, GoodPracticePage, GuidePage, InterviewPage, NewsPage

TRAININGS = 3
STORIES = 4
FIGURES = 4
STORY_MODELS = (NewsPage, InterviewPage, GuidePage, GoodPracticePage)


@page_context(HomePage)
def front_page(page, request):
    """Ways into everything.

    All of it comes with the references; the film costs one query more.
    """
    visit = request.visit
    trainings = cards.want("front-trainings", _trainings)
    stories = [cards.want(f"front-{model.card.kind}", partial(_newest, model)) for model in STORY_MODELS]
    audiences = visit.references.want_rows("front-audiences", _audiences, _build_audience)
    return {
        **network(visit),
        "audiences": SimpleLazyObject(lambda: sorted(audiences, key=lambda one: one["position"])),
        "trainings": SimpleLazyObject(lambda: sorted(trainings, key=lambda card: card.meta["starts_at"])),
        "stories": SimpleLazyObject(lambda: _fresh(stories)),
        "animation": featured_animation(page, visit),
        "start_page": visit.references.want(Page, page.start_page_id) if page.start_page_id else None,
    }


def _audiences() -> tuple[QuerySet, dict]:
    return Audience.objects.all(), {name: F(name) for name in ("title", "slug", "position")}


def _build_audience(pk: int, data: dict) -> dict:
    return data


def _trainings(at: datetime) -> QuerySet:
    upcoming = TrainingEvent.objects.visible(at).filter(cancelled_at=None).upcoming(at)
    return cards.first(upcoming, TRAININGS)


def _newest(model, at: datetime) -> QuerySet:
    """The newest of a kind; a guide that is still being made has nothing to read yet."""
    found = model.objects.visible(at)
    if model is GuidePage:
        found = found.filter(is_in_the_making=False)
    return cards.first(found.newest_first(), STORIES)


def _fresh(found: list) -> list[cards.Card]:
    """The newest of all kinds together."""
    together = [card for of_kind in found for card in of_kind]
    together.sort(key=lambda card: card.title)
    together.sort(key=lambda card: card.on or date.min, reverse=True)
    return together[:STORIES]


def network(visit) -> dict:
    """Pillars, figures and participating organisations; how many there are is counted, never typed."""
    ask = visit.references
    return {
        "pillars": want_ordered(
            ask, "pillars", _pillars, build_theme, key=lambda theme: (theme.position, theme.title)
        ),
        "figures": want_ordered(
            ask,
            "figures",
            _figures,
            build_figure,
            key=lambda figure: (figure.position, figure.pk),
            at=visit.at,
        ),
        "organisations": want_ordered(
            ask,
            "participating",
            _participating,
            build_organisation,
            key=lambda organisation: (organisation.kind, organisation.name),
            at=visit.at,
        ),
    }


def _pillars() -> tuple[QuerySet, dict]:
    return Theme.objects.filter(is_pillar=True), THEME_DATA


def _figures(at: datetime) -> tuple[QuerySet, dict]:
    return cards.first(ResultFigure.objects.all(), FIGURES), figure_data(at)


def _participating(at: datetime) -> tuple[QuerySet, dict]:
    taking_part = Organisation.objects.visible(at).participating(timezone.localdate(at))
    return taking_part, organisation_data(at)


def featured_animation(page, visit) -> dict:
    """The animation that an editor chose, else the newest: card and film (None when it is elsewhere)."""
    chosen = page.featured_animation_id
    found = (
        cards.want("front-animation", _chosen_animation, shape="chosen", pk=chosen)
        if chosen
        else cards.want("front-animation", _newest_animation)
    )

    def build() -> dict | None:
        if not found:
            return None
        media = found[0].meta["video"]
        return {"card": found[0], "film": visit.references.want(SiteMedia, media) if media else None}

    return SimpleLazyObject(build)


def _chosen_animation(at: datetime, pk: int) -> QuerySet:
    return AnimationPage.objects.visible(at).filter(pk=pk)


def _newest_animation(at: datetime) -> QuerySet:
    return cards.first(AnimationPage.objects.visible(at).newest_first(), 1)
