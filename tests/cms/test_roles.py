"""What each role may do, asked over HTTP; what is not on the list is refused."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Page, Site, WorkflowPage

from cms.choices import Role
from cms.models import SiteImage, User
from network.models import TrainingEvent
from resources.models import NewsIndexPage, NewsPage
from tests.cms.editors import browser, filled_in, somebody
from tests.factories import (
    NewsPageFactory,
    OrganisationFactory,
    SiteImageFactory,
    SiteNoticeFactory,
    ThemeFactory,
    TrainingEventFactory,
    UserFactory,
    VenueFactory,
    image_bytes,
)

# Making the thumbnail of an image leaves a temporary file of the image library to the garbage collector.
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")]


def add_news(client, action="action-publish", title="Kijken bij de buren"):
    index = NewsIndexPage.objects.get()
    address = reverse("wagtailadmin_pages:add", args=["resources", "newspage", index.pk])
    screen = client.get(address)
    if screen.status_code != 200:
        return screen
    data = filled_in(screen.content.decode(), title=title, slug="kijken-bij-de-buren", **{action: "1"})
    return client.post(address, data)


def test_roles_replace_the_groups_of_wagtail():
    assert set(Group.objects.values_list("name", flat=True)) == set(Role.values)


def test_the_workflow_redactie_holds_for_all_pages():
    assigned = WorkflowPage.objects.get()

    assert (assigned.workflow.name, assigned.page.depth) == ("Redactie", 1)


SCREENS = {
    "wagtailadmin_home": {"editor", "moderator", "organiser", "administrator"},
    "wagtailimages:index": {"editor", "moderator", "organiser", "administrator"},
    "wagtaildocs:index": {"editor", "moderator", "organiser", "administrator"},
    "wagtailmedia:index": {"editor", "moderator", "organiser", "administrator"},
    "wagtailredirects:index": {"moderator", "administrator"},
    "wagtailusers_users:index": {"administrator"},
    "wagtailusers_users:add": {"administrator"},
    "wagtailusers_groups:index": set(),
    "wagtailsites:index": {"administrator"},
    "wagtailadmin_collections:index": {"administrator"},
    "wagtailadmin_workflows:index": {"administrator"},
    "wagtailsnippets_cms_theme:list": {"administrator"},
    "wagtailsnippets_cms_audience:list": {"administrator"},
    "wagtailsnippets_cms_glossaryterm:list": {"moderator", "administrator"},
    "wagtailsnippets_cms_sitenotice:list": {"moderator", "administrator"},
    "wagtailsnippets_network_trainingevent:list": {"moderator", "organiser", "administrator"},
    "wagtailsnippets_network_trainingevent:add": {"organiser", "administrator"},
    "wagtailsnippets_network_organisation:list": {"editor", "moderator", "administrator"},
    "wagtailsnippets_network_organisation:add": {"moderator", "administrator"},
    "wagtailsnippets_network_person:add": {"editor", "moderator", "organiser", "administrator"},
    "wagtailsnippets_network_region:list": {"administrator"},
    "wagtailsnippets_network_venue:add": {"organiser", "administrator"},
    "wagtailsearchpromotions:index": {"moderator", "administrator"},
    "wagtailsnippets_resources_synonymgroup:list": {"moderator", "administrator"},
    "wagtailsnippets_resources_compoundpart:add": {"moderator", "administrator"},
    "wagtailsnippets_resources_stemexception:add": {"moderator", "administrator"},
    "search_report": {"editor", "moderator", "administrator"},
    "search_why": {"editor", "moderator", "administrator"},
}


@pytest.mark.parametrize("role", Role.values)
def test_screens_open_for_the_roles_that_work_there(site, role):
    client = browser(somebody(role))

    opened = {name for name in SCREENS if client.get(reverse(name)).status_code == 200}

    assert opened == {name for name, roles in SCREENS.items() if role in roles}


@pytest.mark.parametrize(
    ("role", "may"), [("editor", False), ("moderator", False), ("organiser", False), ("administrator", True)]
)
def test_site_settings_are_for_administrators(site, role, may):
    address = reverse("wagtailsettings:edit", args=["cms", "sitesettings", site.pk])

    assert (browser(somebody(role)).get(address).status_code == 200) is may


@pytest.mark.parametrize(("role", "may"), [("editor", False), ("moderator", True), ("administrator", True)])
def test_menus_are_for_moderators_and_administrators(site, role, may):
    address = reverse("wagtailsettings:edit", args=["cms", "sitemenus", site.pk])

    assert (browser(somebody(role)).get(address).status_code == 200) is may


def test_editor_writes_a_draft_and_cannot_publish(site):
    add_news(browser(somebody(Role.EDITOR)))

    page = NewsPage.objects.get()
    assert (page.title, page.live) == ("Kijken bij de buren", False)


def test_administrator_publishes(site):
    add_news(browser(somebody(Role.ADMINISTRATOR)))

    assert NewsPage.objects.get().live is True


def test_moderator_does_not_publish_what_they_wrote(site):
    add_news(browser(somebody(Role.MODERATOR)))

    assert NewsPage.objects.get().live is False


def test_moderator_publishes_their_own_text_where_a_tiny_team_may(site, settings):
    settings.SELF_APPROVAL_ALLOWED = True

    add_news(browser(somebody(Role.MODERATOR)))

    assert NewsPage.objects.get().live is True


@pytest.mark.parametrize("role", [Role.ORGANISER, Role.COORDINATOR])
def test_page_is_refused_for_who_does_not_write(site, role):
    add_news(browser(somebody(role)))

    assert NewsPage.objects.count() == 0


def test_editor_cannot_unpublish_or_delete_a_live_page(site):
    page = NewsPageFactory()
    client = browser(somebody(Role.EDITOR))

    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))

    assert NewsPage.objects.get().live is True


def test_moderator_unpublishes(site):
    page = NewsPageFactory()

    browser(somebody(Role.MODERATOR)).post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))

    assert NewsPage.objects.get().live is False


def test_organiser_publishes_a_training(site):
    training = TrainingEventFactory(live=False, venue=VenueFactory())
    client = browser(somebody(Role.ORGANISER))
    address = reverse("wagtailsnippets_network_trainingevent:edit", args=[training.pk])

    data = filled_in(client.get(address).content.decode(), **{"action-publish": "1"})
    client.post(address, data)

    assert TrainingEvent.objects.get().live is True


def test_editor_changes_an_organisation_as_a_draft_only(site):
    organisation = OrganisationFactory(name="Het Laar")
    client = browser(somebody(Role.EDITOR))
    address = reverse("wagtailsnippets_network_organisation:edit", args=[organisation.pk])

    data = filled_in(client.get(address).content.decode(), name="Het Lage", **{"action-publish": "1"})
    client.post(address, data)

    organisation.refresh_from_db()
    assert (organisation.name, organisation.get_latest_revision_as_object().name) == ("Het Laar", "Het Lage")


def test_editor_cannot_change_the_image_of_somebody_else(site):
    image = SiteImageFactory(uploaded_by_user=somebody(Role.EDITOR))
    address = reverse("wagtailimages:edit", args=[image.pk])

    assert browser(somebody(Role.EDITOR)).get(address).status_code == 302
    assert browser(somebody(Role.MODERATOR)).get(address).status_code == 200


def test_coordinator_uploads_nothing(site):
    browser(somebody(Role.COORDINATOR)).post(
        reverse("wagtailimages:add"),
        {"title": "Deur", "description": "Een deur", "file": SimpleUploadedFile("deur.png", image_bytes())},
    )

    assert SiteImage.objects.count() == 0


def test_moderator_removes_a_notice_and_no_theme(site):
    notice, theme = SiteNoticeFactory(), ThemeFactory()
    client = browser(somebody(Role.MODERATOR))

    client.post(reverse("wagtailsnippets_cms_sitenotice:delete", args=[notice.pk]))
    client.post(reverse("wagtailsnippets_cms_theme:delete", args=[theme.pk]))

    assert (type(notice).objects.count(), type(theme).objects.count()) == (0, 1)


# --- Users --------------------------------------------------------------------------------------------------
NEW_USER = {
    "email": "Nieuw@Example.org",
    "first_name": "Nieuw",
    "last_name": "Gezicht",
    "password1": "een lang wachtwoord",
    "password2": "een lang wachtwoord",
    "is_superuser": "on",
}


def test_administrator_makes_a_user_but_no_superuser(site):
    group = Group.objects.get(name=Role.EDITOR)

    browser(somebody(Role.ADMINISTRATOR)).post(
        reverse("wagtailusers_users:add"), {**NEW_USER, "groups": [group.pk]}
    )

    user = User.objects.get(email="nieuw@example.org")
    assert (user.is_superuser, list(user.groups.all())) == (False, [group])


def test_administrator_edits_a_user(site):
    user = somebody(Role.EDITOR, first_name="Bo", last_name="Bos")
    client = browser(somebody(Role.ADMINISTRATOR))
    address = reverse("wagtailusers_users:edit", args=[user.pk])

    data = filled_in(client.get(address).content.decode(), first_name="Bob", is_superuser="on")
    client.post(address, data)

    user.refresh_from_db()
    assert (user.first_name, user.is_superuser) == ("Bob", False)


def test_administrator_cannot_touch_a_superuser(site):
    boss = UserFactory(is_superuser=True, first_name="Baas")
    client = browser(somebody(Role.ADMINISTRATOR))

    client.post(reverse("wagtailusers_users:edit", args=[boss.pk]), {**NEW_USER, "first_name": "Knecht"})
    client.post(reverse("wagtailusers_users:delete", args=[boss.pk]))
    client.post(
        reverse("wagtail_bulk_action", args=["cms", "user", "set_active_state"]) + f"?id={boss.pk}",
        {"mark_as_active": ""},
    )

    boss.refresh_from_db()
    assert (boss.first_name, boss.is_active) == ("Baas", True)


def test_pages_of_the_tree_stay_where_they_are_for_editors(site):
    home = Site.objects.get().root_page
    client = browser(somebody(Role.EDITOR))

    client.post(reverse("wagtailadmin_pages:delete", args=[home.pk]))

    assert Page.objects.filter(pk=home.pk).exists()
