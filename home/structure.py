"""The page tree that every network starts with: its fixed addresses and nothing more."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Page, Site

from cms.models import SiteSettings
from home.models import (
    ContactPage,
    GroupsPage,
    HomePage,
    ResultsPage,
    SectionPage,
    TextPage,
    ThemeIndexPage,
)
from network.models import OrganisationIndexPage, TrainingIndexPage
from resources.models import (
    AnimationIndexPage,
    GoodPracticeIndexPage,
    GuideIndexPage,
    InterviewIndexPage,
    NewsIndexPage,
)

TOP_PAGES = [
    (TrainingIndexPage, "trainingen", "Trainingen"),
    (GuideIndexPage, "handreikingen", "Handreikingen"),
    (NewsIndexPage, "nieuws", "Nieuws"),
    (InterviewIndexPage, "interviews", "Interviews"),
    (AnimationIndexPage, "animaties", "Animaties"),
    (GoodPracticeIndexPage, "goede-voorbeelden", "Goede voorbeelden"),
    (ThemeIndexPage, "themas", "Thema's"),
    (OrganisationIndexPage, "organisaties", "Organisaties"),
    (SectionPage, "over", "Over het netwerk"),
    (TextPage, "start-in-je-eigen-regio", "Start in je eigen regio"),
    (ContactPage, "contact", "Contact"),
    (TextPage, "privacy", "Privacy"),
    (TextPage, "toegankelijkheid", "Toegankelijkheid"),
]
SECTION_PAGES = [
    (GroupsPage, "organisatie-van-het-netwerk", "Zo is het netwerk georganiseerd"),
    (ResultsPage, "resultaten", "Resultaten"),
]


@transaction.atomic
def build_tree(
    *, hostname: str = "localhost", port: int = 80, name: str = "MBO Zorginnovatienetwerk"
) -> Site:
    """Make the site, its front page and the fixed pages that are missing; change nothing that is there.

    The first network takes over Wagtail's default site and replaces its welcome page. Returns the site.
    """
    root = Page.objects.get(depth=1)
    home = HomePage.objects.child_of(root).first()
    if home is None:
        Page.objects.child_of(root).filter(slug="home", content_type__model="page").delete()
        root = Page.objects.get(pk=root.pk)
        home = root.add_child(instance=HomePage(title=name, slug="home"))
    site, _made = Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": hostname, "port": port, "root_page": home, "site_name": name},
    )
    SiteSettings.objects.get_or_create(site=site)
    for model, slug, title in TOP_PAGES:
        page = add_missing(home, model, slug, title)
        if slug == "over":
            for child, child_slug, child_title in SECTION_PAGES:
                add_missing(page, child, child_slug, child_title)
    return site


def add_missing(parent: Page, model: type, slug: str, title: str) -> Page:
    """The page at ``slug`` below ``parent``; made from ``model`` and published when there is none."""
    existing = parent.get_children().filter(slug=slug).first()
    if existing:
        return existing.specific
    parent.refresh_from_db()
    return parent.add_child(instance=model(title=title, slug=slug, show_in_menus=True))
