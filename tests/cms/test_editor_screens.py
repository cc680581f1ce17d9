"""Every screen of the editors opens, for every type of page and snippet; previews show the site."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.blocks import Block, StreamBlock
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models

from cms.choices import Role
from network.blocks import BodyBlock
from resources.models import NewsPage
from tests import factories, search_factories
from tests.cms.editors import browser, filled_in, somebody

# Thumbnails leave temporary files of the image library to the garbage collector.
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")]

STORIES = [
    factories.NewsPageFactory,
    factories.InterviewPageFactory,
    factories.AnimationPageFactory,
    factories.GuidePageFactory,
    factories.GoodPracticePageFactory,
    factories.TextPageFactory,
]


@pytest.fixture
def administrator(site):
    return browser(somebody(Role.ADMINISTRATOR))


def test_every_page_opens_in_the_editor(administrator):
    for factory in STORIES:
        factory()

    answers = {
        page.get_verbose_name(): administrator.get(
            reverse("wagtailadmin_pages:edit", args=[page.pk])
        ).status_code
        for page in Page.objects.filter(depth__gt=1).specific()
    }

    assert len(answers) >= 15
    assert set(answers.values()) == {200}


def test_every_page_type_opens_on_the_screen_that_makes_one(administrator):
    tried = 0
    for page in Page.objects.filter(depth__gt=1).specific():
        for model in type(page).creatable_subpage_models():
            if not model.can_create_at(page):
                continue
            label = [model._meta.app_label, model._meta.model_name, page.pk]
            assert administrator.get(reverse("wagtailadmin_pages:add", args=label)).status_code == 200, label
            tried += 1

    assert tried >= 7


SNIPPETS = {
    "theme": factories.ThemeFactory,
    "audience": factories.AudienceFactory,
    "glossaryterm": factories.GlossaryTermFactory,
    "sitenotice": factories.SiteNoticeFactory,
    "organisation": factories.OrganisationFactory,
    "person": factories.PersonFactory,
    "region": factories.RegionFactory,
    "venue": factories.VenueFactory,
    "resultfigure": factories.ResultFigureFactory,
    "workinggroup": factories.WorkingGroupFactory,
    "trainingevent": factories.TrainingEventFactory,
    "trainingidea": factories.TrainingIdeaFactory,
    "coordinator": factories.CoordinatorFactory,
    "synonymgroup": search_factories.SynonymGroupFactory,
    "compoundpart": search_factories.CompoundPartFactory,
    "stemexception": search_factories.StemExceptionFactory,
}


@pytest.mark.parametrize("name", SNIPPETS)
def test_every_screen_of_a_snippet_opens(administrator, name):
    thing = SNIPPETS[name]()
    viewset = type(thing).snippet_viewset
    screens = [("list", []), ("add", []), *((screen, [thing.pk]) for screen in ("edit", "history", "delete"))]

    answers = {
        screen: administrator.get(reverse(viewset.get_url_name(screen), args=args)).status_code
        for screen, args in screens
    }

    assert answers == dict.fromkeys(("list", "add", "edit", "history", "delete"), 200)


def test_every_snippet_has_a_test_here_or_its_own():
    own = {"contactmessage", "releasesubscription"}

    assert {model._meta.model_name for model in get_snippet_models()} - own == set(SNIPPETS)


@pytest.mark.parametrize("name", ["wagtailimages", "wagtaildocs", "wagtailmedia"])
def test_file_screens_open(administrator, name):
    thing = {
        "wagtailimages": factories.SiteImageFactory,
        "wagtaildocs": factories.SiteDocumentFactory,
        "wagtailmedia": factories.SiteMediaFactory,
    }[name]()

    assert administrator.get(reverse(f"{name}:index")).status_code == 200
    assert administrator.get(reverse(f"{name}:edit", args=[thing.pk])).status_code == 200


def test_reports_and_handbook_open(administrator):
    names = ["cms_handbook", "cms_missing", "cms_texts", "wagtailadmin_reports:aging_pages"]

    assert {administrator.get(reverse(name)).status_code for name in names} == {200}


def test_handbook_is_the_file_of_the_repository_with_ids(administrator):
    page = administrator.get(reverse("cms_handbook")).content.decode()

    assert '<h2 id="laten-beoordelen">Laten beoordelen</h2>' in page
    assert '<a href="#toestemming">Toestemming</a>' in page


def test_editor_works_in_dutch(administrator):
    page = administrator.get(
        reverse("wagtailadmin_pages:edit", args=[factories.NewsPageFactory().pk])
    ).content.decode()

    assert '<html lang="nl"' in page
    for words in ("Inleiding", "Wie deze pagina goed houdt.", "Vindbaarheid", "Doelgroepen", "Thema"):
        assert words in page, words


# --- Drafts, autosave and previews --------------------------------------------------------------------------
def test_draft_needs_a_title_only(site):
    from resources.models import NewsIndexPage

    index = NewsIndexPage.objects.get()
    client = browser(somebody(Role.EDITOR))
    address = reverse("wagtailadmin_pages:add", args=["resources", "newspage", index.pk])

    # The browser makes the web address from the title.
    fields = {"title": "Alleen een titel", "slug": "alleen-een-titel"}
    client.post(address, filled_in(client.get(address).content.decode(), **fields))

    assert (NewsPage.objects.get().title, NewsPage.objects.get().live) == ("Alleen een titel", False)


def test_autosave_answers_json_and_keeps_the_text(site):
    page = factories.NewsPageFactory(live=False)
    page.save_revision()
    client = browser(somebody(Role.EDITOR))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = filled_in(client.get(address).content.decode(), title="Vanzelf bewaard")

    response = client.post(address, data, headers={"Accept": "application/json"})

    assert response.json()["success"] is True
    assert NewsPage.objects.get().get_latest_revision_as_object().title == "Vanzelf bewaard"


@pytest.mark.parametrize("factory", STORIES)
def test_preview_shows_what_was_typed(administrator, factory):
    page = factory()
    edit = administrator.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])

    stored = administrator.post(address, filled_in(edit, title="Nog niet bewaard"))
    preview = administrator.get(address, {"in_preview_panel": "true"})

    assert stored.json() == {"is_valid": True, "is_available": True}
    assert "Nog niet bewaard</h1>" in preview.content.decode()
    assert "content_checks.js" in preview.content.decode()
    assert '<meta name="robots" content="noindex">' in preview.content.decode()
    assert "no-store" in preview.headers["Cache-Control"]


@pytest.mark.parametrize("mode", ["open", "few", "full", "cancelled", "past"])
def test_training_is_previewed_in_every_state(administrator, mode):
    training = factories.TrainingEventFactory(venue=factories.VenueFactory())
    edit = administrator.get(
        reverse("wagtailsnippets_network_trainingevent:edit", args=[training.pk])
    ).content.decode()
    address = reverse("wagtailsnippets_network_trainingevent:preview_on_edit", args=[training.pk])

    administrator.post(address, filled_in(edit, title="Leren begeleiden"))
    preview = administrator.get(address, {"mode": mode})

    assert preview.status_code == 200
    assert "Leren begeleiden" in preview.content.decode()


def test_preview_is_for_who_may_edit_and_kept_by_nobody(site, client):
    page = factories.NewsPageFactory()
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])

    for user in (None, somebody(Role.COORDINATOR), somebody(Role.ORGANISER)):
        one = browser(user) if user else client
        assert one.get(address).status_code in (302, 403)


def every_block() -> list[tuple[str, Block]]:
    block = BodyBlock()
    assert isinstance(block, StreamBlock)
    return sorted(block.child_blocks.items())


@pytest.mark.parametrize("name", [name for name, _block in every_block()])
@pytest.mark.parametrize("filled", [True, False])
def test_block_has_a_preview_with_the_css_of_the_site(administrator, name, filled):
    if filled:
        factories.SiteImageFactory()
        factories.SiteDocumentFactory()
        factories.SiteMediaFactory()
        factories.ResultFigureFactory()
        factories.OrganisationFactory()
        factories.TrainingEventFactory()
    block = NewsPage._meta.get_field("body").stream_block.child_blocks[name]

    response = administrator.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})

    assert block.is_previewable is True
    assert response.status_code == 200
    assert "css/site.css" in response.content.decode()


def test_list_of_blocks_has_groups_in_order_and_says_what_each_is_for():
    with translation.override("nl"):
        blocks = [block for _group, found in BodyBlock().grouped_child_blocks() for block in found]
        groups = [str(group) for group, _found in BodyBlock().grouped_child_blocks()]

    assert groups == ["Schrijven", "Tonen", "Uit het netwerk", "Verwijzen"]
    assert [block.name for block in blocks if not block.meta.description] == []
    assert [block.name for block in blocks if block.meta.icon == "placeholder"] == []


def test_dates_are_written_as_in_the_netherlands(administrator):
    training = factories.TrainingEventFactory(starts_at=datetime(2127, 1, 14, 12, 30, tzinfo=UTC))
    address = reverse("wagtailsnippets_network_trainingevent:edit", args=[training.pk])

    fields = filled_in(administrator.get(address).content.decode())

    assert fields["starts_at"] == ["14-01-2127 13:30"]
    administrator.post(address, {**fields, "title": "Veranderd"})
    training.refresh_from_db()
    stored = training.get_latest_revision_as_object()
    assert (stored.title, stored.starts_at) == ("Veranderd", datetime(2127, 1, 14, 12, 30, tzinfo=UTC))


def test_every_page_type_is_one_of_ours():
    assert {model._meta.app_label for model in get_page_models()} - {"wagtailcore"} == {
        "home",
        "network",
        "resources",
    }
