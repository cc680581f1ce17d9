"""One of everything that must not be seen, each with the word "Verborgen" in its title."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import PageViewRestriction

from resources.models import NewsIndexPage, NewsPage
from tests.factories import NewsPageFactory, OrganisationFactory, TextPageFactory, TrainingEventFactory


def make_hidden(**relations):
    """Draft, expired (the scheduler is late), scheduled and private; pages, trainings, organisations."""
    past, future = timezone.now() - timedelta(hours=1), timezone.now() + timedelta(days=1)
    NewsPageFactory(title="Verborgen concept", live=False, **relations)
    NewsPageFactory(title="Verborgen verlopen", expire_at=past, **relations)
    NewsPageFactory(title="Verborgen gepland", live=False, go_live_at=future, **relations)
    private = NewsPageFactory(title="Verborgen besloten", **relations)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    section = TextPageFactory(title="Verborgen tekst", **relations)
    PageViewRestriction.objects.create(
        page=section, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    themes = relations.get("themes", [])
    for values in ({"live": False}, {"expire_at": past}):
        event = TrainingEventFactory(title="Verborgen training", **values)
        event.themes.set(themes)
        event.save()
        organisation = OrganisationFactory(name=f"Verborgen huis {next(iter(values))}", **values)
        organisation.themes.set(themes)
        organisation.save()
    assert NewsPage.objects.count() >= 4
    return NewsIndexPage.objects.get()
