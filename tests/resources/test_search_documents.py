"""What may be found at all: only what is public, at every moment of its life."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.models import GroupsPage
from network.models import Organisation
from resources.models import GuideIndexPage, NewsIndexPage, SearchDocument
from resources.search.documents import breaches, refresh_all
from tests.factories import (
    GuidePageFactory,
    NewsPageFactory,
    OrganisationFactory,
    RegionFactory,
    SectionPageFactory,
    SiteMediaFactory,
    TextPageFactory,
    ThemeFactory,
    TrainingEventFactory,
    WorkingGroupFactory,
)
from tests.resources.search_page import read_page

pytestmark = pytest.mark.usefixtures("site", "fresh_limits")
WORD = "kanariegeel"


@pytest.fixture
def found(client):
    """The paths that a search for the word gives, sorted; suggestions and facets must agree with it."""

    def ask(query=WORD):
        page = read_page(client.get("/zoeken/", {"q": query}))
        suggested = client.get("/zoeken/suggesties/", {"q": query}).json()["suggestions"]
        assert page.total == len(page.paths)
        assert sum(page.facets.get("soort", {}).values()) == page.total
        if not page.paths:
            assert suggested == []
        return sorted(page.paths)

    return ask


def story(**fields):
    return NewsPageFactory(title=f"Iets {WORD}", slug="iets", **fields)


def restrict(page):
    return PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="geheim"
    )


def test_draft_is_found_once_it_is_published(found):
    page = story(live=False)
    assert found() == []

    page.save_revision().publish()

    assert found() == ["/nieuws/iets/"]


def test_unpublished_change_of_a_live_page_is_not_found(found):
    page = story()
    page.title = "Iets pimpelpaars"

    page.save_revision()
    assert found("pimpelpaars") == []
    assert found() == ["/nieuws/iets/"]

    page.get_latest_revision().publish()
    assert found("pimpelpaars") == ["/nieuws/iets/"]
    assert found() == []


def test_scheduled_page_is_not_found(found):
    page = story(live=False)
    page.go_live_at = timezone.now() + timedelta(days=1)

    page.save_revision().publish()

    assert found() == []


def test_page_is_not_found_after_its_expiry_even_when_the_scheduler_is_late(found):
    page = story()
    assert found() == ["/nieuws/iets/"]

    page.expire_at = timezone.now() - timedelta(seconds=1)
    page.save()

    assert found() == []


def test_document_whose_time_runs_out_is_not_found(found):
    page = story(expire_at=timezone.now() + timedelta(days=1))
    assert found() == ["/nieuws/iets/"]

    SearchDocument.objects.filter(object_pk=page.pk).update(visible_until=timezone.now())

    assert found() == []


def test_unpublished_and_deleted_pages_are_not_found(found):
    page, other = story(), GuidePageFactory(title=WORD, slug="gids")
    assert found() == ["/handreikingen/gids/", "/nieuws/iets/"]

    page.unpublish()
    assert found() == ["/handreikingen/gids/"]

    other.delete()
    assert found() == []


def test_private_page_is_not_found_until_it_is_public_again(found):
    page = story()
    restriction = restrict(page)
    assert found() == []

    restriction.delete()

    assert found() == ["/nieuws/iets/"]


def test_pages_below_a_restriction_are_not_found(found):
    story()
    TextPageFactory(parent=(section := SectionPageFactory(slug="deel")), title=WORD, slug="tekst")
    assert found() == ["/deel/tekst/", "/nieuws/iets/"]

    restriction = restrict(NewsIndexPage.objects.get())
    restrict(section)
    assert found() == []

    restriction.delete()
    assert found() == ["/nieuws/iets/"]


def test_page_moved_below_a_restriction_is_not_found(found):
    closed, opened = SectionPageFactory(slug="dicht"), SectionPageFactory(slug="open")
    restrict(closed)
    page = TextPageFactory(parent=opened, title=WORD, slug="tekst")
    assert found() == ["/open/tekst/"]

    closed.refresh_from_db()
    page.move(closed, pos="last-child")
    assert found() == []

    opened.refresh_from_db()
    type(page).objects.get(pk=page.pk).move(opened, pos="last-child")
    assert found() == ["/open/tekst/"]


def test_pages_follow_the_address_of_the_page_above(found, django_capture_on_commit_callbacks):
    section = SectionPageFactory(slug="oud")
    TextPageFactory(parent=section, title=WORD, slug="tekst")

    with django_capture_on_commit_callbacks(execute=True):
        section = type(section).objects.get(pk=section.pk)
        section.slug = "nieuw"
        section.save()

    assert found() == ["/nieuw/tekst/"]


def test_deleting_a_page_forgets_the_pages_below(found):
    story()
    assert found() == ["/nieuws/iets/"]

    NewsIndexPage.objects.get().delete()

    assert found() == []


def test_working_group_is_found_where_the_page_of_all_groups_shows_it(found):
    pillar = ThemeFactory(title="Pijler", slug="pijler")
    group = WorkingGroupFactory(title="Voorbereiders", purpose=f"Over {WORD}", theme=pillar)
    page = GroupsPage.objects.get()
    path = page.get_url()
    assert found() == [f"{path}#group-{group.pk}"]
    assert SearchDocument.objects.get(kind="group").facets == {"soort": ["groep"], "thema": ["pijler"]}

    page.slug = "elders"
    page.save_revision().publish()
    assert found() == [f"{GroupsPage.objects.get().get_url()}#group-{group.pk}"]

    restriction = restrict(page)
    assert found() == []
    restriction.delete()
    assert len(found()) == 1

    page.unpublish()
    assert found() == []


def test_organisations_and_trainings_follow_their_publication(found):
    host = OrganisationFactory(name=f"Huis {WORD}", slug="huis")
    event = TrainingEventFactory(title=f"Training {WORD}", slug="t1", host=OrganisationFactory())
    assert found() == ["/organisaties/huis/", "/trainingen/t1/"]

    host.unpublish()
    assert found() == ["/trainingen/t1/"]

    event.title = "Iets anders"
    event.save_revision()
    assert found() == ["/trainingen/t1/"]

    event.latest_revision.publish()
    assert found() == []

    Organisation.objects.get(pk=host.pk).save_revision().publish()
    assert found() == ["/organisaties/huis/"]

    Organisation.objects.get(pk=host.pk).delete()
    assert found() == []


def test_online_link_of_a_training_is_not_found(found):
    TrainingEventFactory(online_link=f"https://example.org/{WORD}")

    assert found() == []


def test_stories_follow_the_name_of_their_theme_and_organisation(found):
    theme, host = ThemeFactory(slug="thema"), OrganisationFactory(slug="huis")
    NewsPageFactory(slug="een", themes=[theme])
    NewsPageFactory(slug="twee", organisations=[host])

    theme.title = WORD
    theme.save()
    assert found() == ["/nieuws/een/", "/themas/thema/"]

    theme.delete()
    assert found() == []

    host.name = WORD
    host.save()
    assert found() == ["/nieuws/twee/", "/organisaties/huis/"]


def test_facets_follow_the_address_of_a_region(client):
    region = RegionFactory()
    NewsPageFactory(title=WORD, organisations=[OrganisationFactory(region=region)])

    region.slug = "brabant"
    region.save()

    page = read_page(client.get("/zoeken/", {"q": WORD, "regio": "brabant"}))
    assert (page.total, page.facets["regio"]) == (1, {"brabant": 1})


def test_tags_and_transcripts_are_found(found):
    film = SiteMediaFactory()
    page = NewsPageFactory(slug="film", body=[("video", {"video": film, "caption": ""})])
    assert found() == []

    page.tags.add(WORD)
    page.save()
    assert found() == ["/nieuws/film/"]

    page.tags.clear()
    page.save()
    assert found() == []


def test_update_search_repairs_what_went_around_the_rules(found):
    story()
    GuidePageFactory(title="Gids", slug="gids")
    assert breaches() == []
    SearchDocument.objects.filter(kind="news").delete()
    SearchDocument.objects.filter(kind="guide").update(title="Fout")
    GuideIndexPage.objects.update(live=False)
    with pytest.raises(CommandError, match="Search is wrong in 6 places"):
        call_command("update_search", "--check")

    call_command("update_search")
    assert found() == ["/nieuws/iets/"]
    call_command("update_search", "--check")
    before = list(SearchDocument.objects.order_by("pk").values())
    refresh_all()
    assert list(SearchDocument.objects.order_by("pk").values()) == before
