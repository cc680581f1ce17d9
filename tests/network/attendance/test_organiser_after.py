"""The organiser's screens at and after a training, and that nobody else gets to them."""

import re

import pytest

from network.models import Attendance, CertificateOfAttendance, Evaluation
from tests.factories import TrainingEventFactory, UserFactory
from tests.network.registration.people import named

SCREENS = (
    "aanwezigheid/",
    "aanwezigheid/code/",
    "presentielijst.pdf",
    "behoeften.pdf",
    "bewijzen/",
    "evaluatie/",
)
SENDING = ("aanwezigheid/", "bewijzen/")


def there(event) -> dict[str, bool]:
    rows = Attendance.objects.filter(registration__event=event).order_by("pk")
    return {row.registration.name: row.is_present for row in rows}


@pytest.mark.parametrize("screen", SCREENS)
def test_screen_is_for_organisers_only(client, today, screen):
    path = f"/cms/trainingen/{today.pk}/{screen}"
    editor = UserFactory()
    editor.user_permissions.add(*access_to_admin())
    client.force_login(editor)

    answers = [client.get(path), *([client.post(path)] if screen in SENDING else [])]

    assert {answer.status_code for answer in answers} == {404}


def access_to_admin():
    from django.contrib.auth.models import Permission

    return Permission.objects.filter(codename="access_admin")


@pytest.mark.parametrize("screen", SCREENS)
def test_screen_answers_an_organiser_and_is_never_kept(organiser_client, today, screen, needs_pango):
    answer = organiser_client.get(f"/cms/trainingen/{today.pk}/{screen}")
    unknown = organiser_client.get(f"/cms/trainingen/0/{screen}")

    assert (answer.status_code, unknown.status_code) == (200, 404)
    assert "no-store" in answer["Cache-Control"]


def test_whole_form_stores_what_differs_from_what_it_showed(organiser_client, today):
    path = f"/cms/trainingen/{today.pk}/aanwezigheid/"
    sanne, bilal = named(today, "Sanne de Wit").pk, named(today, "Bilal Kaya").pk
    page = organiser_client.get(path).content.decode()
    assert sorted(re.findall(r'name="was" value="(.*?)"', page)) == sorted([f"{sanne}:", f"{bilal}:"])
    form = {"was": [f"{sanne}:", f"{bilal}:"], "present": [sanne]}

    answers = [organiser_client.post(path, form) for _twice in range(2)]

    assert [answer["Location"] for answer in answers] == [f"{path}?sessie=1"] * 2
    assert there(today) == {"Sanne de Wit": True, "Bilal Kaya": False}


def test_form_that_was_open_longer_does_not_undo_another_phone(organiser_client, today):
    path = f"/cms/trainingen/{today.pk}/aanwezigheid/"
    sanne, bilal = named(today, "Sanne de Wit").pk, named(today, "Bilal Kaya").pk
    organiser_client.post(path, {"was": [f"{sanne}:0", f"{bilal}:0"], "present": [sanne]})

    organiser_client.post(path, {"was": [f"{sanne}:0", f"{bilal}:0"], "present": [bilal]})

    assert there(today) == {"Sanne de Wit": True, "Bilal Kaya": True}


def test_taps_are_saved_at_once_and_again_when_sent_again(organiser_client, today):
    path = f"/cms/trainingen/{today.pk}/aanwezigheid/?sessie=1"
    sanne, waiting = named(today, "Sanne de Wit").pk, named(today, "Fenna Mol").pk

    answers = [
        organiser_client.post(path, {"tap": [f"{sanne}:1", f"{waiting}:1", "x:1"]}) for _twice in range(2)
    ]

    assert [answer.json() for answer in answers] == [{"saved": 2}] * 2
    assert there(today) == {"Sanne de Wit": True}


def test_attendance_of_a_training_to_come_is_refused(organiser_client, site):
    event = TrainingEventFactory()
    path = f"/cms/trainingen/{event.pk}/aanwezigheid/"

    tapped, sent = organiser_client.post(path, {"tap": "1:1"}), organiser_client.post(path, {"was": "1:"})

    assert (tapped.status_code, sent.status_code) == (409, 302)
    assert tapped.json() == {"error": "Je kunt vanaf de dag zelf invullen wie er is."}


def test_button_gives_certificates_and_lists_them(organiser_client, yesterday):
    path = f"/cms/trainingen/{yesterday.pk}/bewijzen/"

    answers = [organiser_client.post(path, {"sessions": 1}) for _twice in range(2)]

    code = CertificateOfAttendance.objects.get().code
    assert [answer.status_code for answer in answers] == [302, 302]
    assert re.findall(r'<a href="/bewijs/(.*?)/">', organiser_client.get(path).content.decode()) == [code]


def test_button_before_the_end_gives_nothing(organiser_client, today):
    answer = organiser_client.post(f"/cms/trainingen/{today.pk}/bewijzen/", {"sessions": 1})

    assert answer.status_code == 422
    assert not CertificateOfAttendance.objects.exists()


@pytest.mark.parametrize(("number", "averages"), [(2, []), (3, ["4,0 van 5"] * 4)])
def test_evaluation_shows_figures_from_three_answers_on(organiser_client, yesterday, number, averages):
    for _number in range(number):
        Evaluation.objects.create(
            event=yesterday,
            useful=4,
            trainer=4,
            exchange=4,
            organisation=4,
            remark="Top",
            submitted_on="2026-01-01",
        )

    page = organiser_client.get(f"/cms/trainingen/{yesterday.pk}/evaluatie/").content.decode()

    assert re.findall(r"<strong>(\d,\d van 5)</strong>", page) == averages
    assert page.count("<li>Top</li>") == (number if averages else 0)
