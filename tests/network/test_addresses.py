import pytest
from wagtail.contrib.redirects.models import Redirect

from tests.factories import OrganisationFactory, TrainingEventFactory

pytestmark = pytest.mark.django_db


def redirects() -> dict[str, str]:
    return dict(Redirect.objects.values_list("old_path", "redirect_link"))


def rename(thing, slug):
    thing.slug = slug
    thing.save()


def test_old_address_of_a_training_and_its_calendar_keep_working(site, client):
    event = TrainingEventFactory(slug="oud")

    rename(event, "nieuw")

    response = client.get("/trainingen/oud/")
    assert (response.status_code, response["Location"]) == (301, "/trainingen/nieuw/")
    response = client.get("/trainingen/oud/agenda.ics")
    assert (response.status_code, response["Location"]) == (301, "/trainingen/nieuw/agenda.ics")
    assert client.get("/trainingen/nieuw/").status_code == 200


def test_visitor_of_an_older_address_is_sent_once(site):
    organisation = OrganisationFactory(slug="a")

    rename(organisation, "b")
    rename(organisation, "c")

    assert redirects() == {"/organisaties/a": "/organisaties/c/", "/organisaties/b": "/organisaties/c/"}


def test_redirect_goes_when_the_address_comes_back(site, client):
    organisation = OrganisationFactory(slug="a")
    rename(organisation, "b")

    rename(organisation, "a")

    assert redirects() == {"/organisaties/b": "/organisaties/a/"}
    assert client.get("/organisaties/a/").status_code == 200


def test_redirect_goes_when_another_takes_the_address(site, client):
    rename(OrganisationFactory(slug="a"), "b")

    OrganisationFactory(slug="a")

    assert redirects() == {}
    assert client.get("/organisaties/a/").status_code == 200


def test_draft_leaves_no_old_address(site):
    event = TrainingEventFactory(slug="a", live=False)

    rename(event, "b")

    assert redirects() == {}


def test_renaming_in_a_draft_of_a_live_training_waits_for_publishing(site):
    event = TrainingEventFactory(slug="a")
    event.slug = "b"
    revision = event.save_revision()
    assert redirects() == {}

    revision.publish()

    assert redirects()["/trainingen/a"] == "/trainingen/b/"


def test_redirect_goes_with_what_it_led_to(site, client):
    organisation = OrganisationFactory(slug="a")
    rename(organisation, "b")

    organisation.delete()

    assert redirects() == {}
    assert client.get("/organisaties/a/").status_code == 404


def test_redirect_that_an_editor_made_stays(site):
    Redirect.add_redirect("/organisaties/x/", "/contact/")

    OrganisationFactory(slug="x")

    assert redirects() == {"/organisaties/x": "/contact/"}
