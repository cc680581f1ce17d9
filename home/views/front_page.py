from django.utils import timezone
from wagtail.models import Page

from cms import cards
from cms.models import SiteMedia, Theme
from cms.page_context import THEME_DATA, build_theme, page_context
from home.models import HomePage
from home.views.ordered import first, want_ordered
from network.models import Organisation, ResultFigure, TrainingEvent
from network.referencables import FIGURE_DATA, build_figure, build_organisation, organisation_data
from resources.models import AnimationPage, GoodPracticePage, GuidePage, InterviewPage, NewsPage

TRAININGS = 3
STORIES = 6
FIGURES = 4
STORY_MODELS = (NewsPage, InterviewPage, GuidePage, GoodPracticePage)


@page_context(HomePage)
def front_page(page, request):
    """Ways into everything.

    Costs one query for trainings, stories and the film each; the rest is in the union.
    """
    visit = request.visit
    return {
        **network(visit),
        "trainings": TrainingEvent.objects.visible(visit.at)
        .filter(cancelled_at=None)
        .upcoming(visit.at)[:TRAININGS]
        .cards(visit.at),
        "stories": cards.fetch(
            [first(model.objects.visible(visit.at).newest_first(), STORIES) for model in STORY_MODELS],
            at=visit.at,
            limit=STORIES,
        ),
        "animation": featured_animation(page, visit),
        "start_page": visit.references.want(Page, page.start_page_id) if page.start_page_id else None,
    }


def network(visit) -> dict:
    """Pillars, figures and participating organisations; how many there are is counted, never typed."""
    ask = visit.references
    taking_part = Organisation.objects.visible(visit.at).participating(timezone.localdate(visit.at))
    return {
        "pillars": want_ordered(
            ask,
            "pillars",
            Theme.objects.filter(is_pillar=True),
            THEME_DATA,
            build_theme,
            key=lambda theme: (theme.position, theme.title),
        ),
        "figures": want_ordered(
            ask,
            "figures",
            first(ResultFigure.objects.all(), FIGURES),
            FIGURE_DATA,
            build_figure,
            key=lambda figure: (figure.position, figure.pk),
        ),
        "organisations": want_ordered(
            ask,
            "participating",
            taking_part,
            organisation_data(),
            build_organisation,
            key=lambda organisation: (organisation.kind, organisation.name),
        ),
    }


def featured_animation(page, visit) -> dict | None:
    """The animation that an editor chose, else the newest: card and film (None when it is elsewhere)."""
    animations = AnimationPage.objects.visible(visit.at)
    chosen = animations.filter(pk=page.featured_animation_id) if page.featured_animation_id else None
    cards_found = (chosen if chosen is not None else animations.newest_first()[:1]).cards(visit.at)
    if not cards_found:
        return None
    card = cards_found[0]
    media = card.meta["video"]
    return {"card": card, "film": visit.references.want(SiteMedia, media) if media else None}
