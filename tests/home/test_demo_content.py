import json

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.apps import apps
from django.core.management import CommandError, call_command
from django.test import override_settings
from django.utils import timezone

from cms.models import OutgoingMail, User
from home.demo.generate import generate
from home.demo.logins import make_logins
from home.scenario import ScenarioError, make_scenario
from network.models import CertificateOfAttendance, Evaluation, Organisation, TrainingEvent
from network.registration.invariants import breaches
from resources.models import GuidePage, MadeDocument, NewsPage
from tests.factories import (
    AudienceFactory,
    OrganisationFactory,
    SiteImageFactory,
    ThemeFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db
BEGINS = ["2027-08-19 12:30", "2025-12-16 17:30", "2026-01-12 18:30"]  # in UTC
COUNTED = ("cms", "home", "network", "resources", "wagtailcore", "taggit")


def rows() -> dict[str, int]:
    models = (model for model in apps.get_models() if model._meta.app_label in COUNTED)
    return {model._meta.label: model.objects.count() for model in models}


@pytest.fixture
def without_tasks(settings):
    """Sizes of images and texts of documents are the worker's work; the content does not wait for them."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


def test_loading_the_demonstration_twice_changes_nothing(without_tasks, monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "welkom bij het netwerk")
    call_command("demo_content", verbosity=0)
    first = rows()
    password = User.objects.get(email="redactie@example.org").password

    call_command("demo_content", verbosity=0)

    assert rows() == first
    assert User.objects.get(email="redactie@example.org").password == password
    assert Organisation.objects.filter(kind="care").count() == 6
    assert CertificateOfAttendance.objects.count() > 10
    assert Evaluation.objects.count() > 10
    assert OutgoingMail.objects.unsent().count() == 0
    assert breaches(timezone.now()) == []
    assert NewsPage.objects.live().count() >= 6
    assert TrainingEvent.objects.count() >= 10
    assert GuidePage.objects.filter(is_in_the_making=True).count() == 1
    # Every PDF that comes with the content is of the text that its guide has now (home/demo/README.md).
    assert list(MadeDocument.objects.filter(fingerprint="").values_list("page__slug", flat=True)) == []
    assert MadeDocument.objects.count() == 5


def test_generated_content_is_the_same_for_the_same_number(without_tasks, site):
    ThemeFactory.create_batch(2)
    AudienceFactory()
    OrganisationFactory()
    VenueFactory()
    SiteImageFactory()
    generate(site, 3)
    titles = list(NewsPage.objects.filter(slug__startswith="belasting-").values_list("slug", "title"))

    generate(site, 3)

    assert len(titles) == 3
    assert TrainingEvent.objects.count() == 3
    begins = TrainingEvent.objects.order_by("slug").values_list("starts_at", flat=True)
    assert [f"{at:%Y-%m-%d %H:%M}" for at in begins] == BEGINS
    assert list(NewsPage.objects.filter(slug__startswith="belasting-").values_list("slug", "title")) == titles


def test_every_demo_login_has_its_role(monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "welkom bij het netwerk")
    make_logins()

    roles = {user.email: [group.name for group in user.groups.all()] for user in User.objects.all()}

    assert roles == {
        "beheer@example.org": ["administrator"],
        "redactie@example.org": ["editor"],
        "eindredactie@example.org": ["moderator"],
        "organisator@example.org": ["organiser"],
        "coordinator@example.org": ["coordinator"],
    }


SCENARIO = {
    "organisations": [{"slug": "org-a", "name": "Org A", "kind": "care"}],
    "regions": [{"slug": "midden-brabant", "name": "Midden-Brabant"}],
    "users": [
        {
            "email": "c@example.org",
            "role": "coordinator",
            "organisation": "org-a",
            "password": "een lang wachtwoord",
            "totp_secret": None,
        }
    ],
    "trainings": [
        {
            "slug": "t1",
            "title": "T1",
            "capacity": 20,
            "starts_at": "2099-01-14T13:30:00+01:00",
            "ends_at": "2099-01-14T16:30:00+01:00",
            "registration_closes_at": "2099-01-10T00:00:00+01:00",
            "waiting_list": True,
            "seats_per_organisation": None,
            "region": "midden-brabant",
            "host": "org-a",
        }
    ],
    "pages": [
        {
            "type": "news",
            "slug": state,
            "title": state.upper(),
            "intro": "Kort",
            "body": "Lang & breed",
            "state": state,
            "themes": [],
            "organisations": ["org-a"],
            "published_on": "2026-10-01",
        }
        for state in ("live", "draft", "edited", "scheduled", "expired", "private")
    ],
}


@pytest.mark.parametrize(
    ("kind", "field", "value", "said"),
    [
        ("trainings", "starts_at", "14 januari 2099", "no date and time: 14 januari 2099"),
        ("trainings", "ends_at", 7, "no date and time: 7"),
        ("pages", "published_on", "2026-13-01", "no date: 2026-13-01"),
    ],
)
def test_scenario_with_a_date_that_is_none_says_so_and_makes_nothing(tmp_path, kind, field, value, said):
    wrong = json.loads(json.dumps(SCENARIO))
    wrong[kind][0][field] = value
    file = tmp_path / "scenario.json"
    file.write_text(json.dumps(wrong))

    with pytest.raises(CommandError, match=f"^Nothing was made. ScenarioError: {said}$"):
        call_command("seed_scenario", str(file))

    assert Organisation.objects.count() == 0


def test_scenario_makes_every_state_and_only_public_ones_are_seen(client, settings):
    made = make_scenario(SCENARIO)

    answers = {page["slug"]: client.get(f"/nieuws/{page['slug']}/").status_code for page in made["pages"]}

    assert answers == {
        "live": 200,
        "draft": 404,
        "edited": 200,
        "scheduled": 404,
        "expired": 404,
        "private": 302,
    }
    assert [row["slug"] for row in made["trainings"]] == ["t1"]
    assert "(gewijzigd)" not in client.get("/nieuws/edited/").content.decode()
    listing = client.get("/nieuws/").content.decode()
    shown = [state for state in answers if f"/nieuws/{state}/" in listing]
    assert shown == ["live", "edited"]
    assert client.get("/trainingen/t1/").status_code == 200


def test_scenario_gives_a_user_a_second_factor():
    user = {"email": "c@example.org", "role": "coordinator", "organisation": "org-a", "password": "geheim"}

    make_scenario({**SCENARIO, "users": [{**user, "totp_secret": "JBSWY3DPEHPK3PXP"}]})

    stored = Authenticator.objects.get(user__email="c@example.org")
    shown = format_hotp_value(hotp_value("JBSWY3DPEHPK3PXP", next(yield_hotp_counters_from_time())))
    assert stored.wrap().validate_code(shown)


def test_scenario_with_an_unknown_host_stores_nothing():
    wanted = {**SCENARIO, "trainings": [{**SCENARIO["trainings"][0], "host": "nergens"}]}

    with pytest.raises(ScenarioError, match="unknown organisation: nergens"):
        make_scenario(wanted)

    assert Organisation.objects.count() == 0


def test_seed_scenario_refuses_outside_the_test_environment(tmp_path):
    file = tmp_path / "scenario.json"
    file.write_text(json.dumps(SCENARIO))

    with override_settings(ZIN_ENV="production"), pytest.raises(CommandError, match="ZIN_ENV=test only"):
        call_command("seed_scenario", str(file))

    assert Organisation.objects.count() == 0


def test_seed_scenario_names_a_file_it_cannot_read(tmp_path, settings):
    settings.ZIN_ENV = "test"
    file = tmp_path / "scenario.json"
    file.write_text("{")

    with pytest.raises(CommandError, match="cannot be read"):
        call_command("seed_scenario", str(file))
