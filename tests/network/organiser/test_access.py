import pytest
from django.core.management import call_command
from django.urls import reverse

from cms.choices import Role
from network.models import PersonalDataAccess
from tests.cms.editors import browser, somebody
from tests.network.organiser.pages import address, texts
from tests.network.registration.people import line, mails, named

pytestmark = pytest.mark.django_db
OTHERS = [Role.EDITOR, Role.MODERATOR, Role.COORDINATOR, None]


def addresses(event) -> list[str]:
    person = named(event, "Sanne").pk
    return [
        *(
            address(name, event)
            for name in ("registrations", "add", "add_file", "message", "capacity", "call_off", "copy")
        ),
        address("export", event, "csv"),
        address("person", event, person),
        address("action", event, person, "afmelden"),
    ]


def answer(response) -> tuple:
    return response.status_code, response.headers.get("Location", "").split("?")[0]


@pytest.mark.parametrize("role", OTHERS)
def test_others_get_the_same_answer_as_for_a_training_that_does_not_exist(event, role):
    client = browser(somebody(role))
    before = line(event), len(mails(event))

    for path in addresses(event):
        lost = path.replace(f"trainingen/{event.pk}/", "trainingen/999999/")
        assert answer(client.get(path)) == answer(client.get(lost))
        assert answer(client.post(path, {"confirmed": "1"})) == answer(client.post(lost))

    assert (line(event), len(mails(event))) == before
    assert PersonalDataAccess.objects.count() == 0


def test_editor_gets_not_found_and_organiser_the_page(event, organiser):
    editor = browser(somebody(Role.EDITOR))

    assert [editor.get(path).status_code for path in addresses(event)] == [404] * 10
    assert [organiser.get(path).status_code for path in addresses(event)] == [200] * 10


def test_person_of_another_training_is_not_found(event, organiser):
    assert organiser.get(address("person", event, 999999)).status_code == 404
    assert organiser.get(address("export", event, "pdf")).status_code == 404


def test_every_look_at_personal_data_is_logged(event, organiser):
    organiser.get(address("registrations", event))
    organiser.get(address("export", event, "xlsx"))
    organiser.get(address("person", event, named(event, "Sanne").pk))

    seen = PersonalDataAccess.objects.order_by("pk").values_list("what", "people", "event")
    assert list(seen) == [("list", 4, event.pk), ("export", 4, event.pk), ("person", 1, event.pk)]


def test_administrators_see_who_looked_and_organisers_do_not(event, organiser):
    organiser.get(address("registrations", event))
    user = PersonalDataAccess.objects.get().user

    report = browser(somebody(Role.ADMINISTRATOR)).get(reverse("organiser_access"))

    cells = texts(report, "tbody tr td:nth-child(n+2)")
    assert cells == [str(user), "", "Coachend begeleiden", "de lijst", "4"]
    assert organiser.get(reverse("organiser_access")).status_code == 404


def test_export_at_the_command_line_is_written_down(event, tmp_path):
    call_command("training", event.slug, export=["csv", str(tmp_path / "lijst.csv")])

    looks = PersonalDataAccess.objects.values_list("user", "event", "what", "people")
    assert list(looks) == [(None, event.pk, "export", 4)]
