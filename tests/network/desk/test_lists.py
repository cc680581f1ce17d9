"""A pasted list or a CSV file of colleagues: what would happen first, then a button."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cms import limits
from cms.models import OutgoingMail
from network.models import Registration, RegistrationLogEntry, Submission
from tests.factories import TrainingEventFactory
from tests.network.desk.coordinators import Desk, statuses
from tests.network.registering.forms import answer, marks, opened
from tests.network.registration.people import line

pytestmark = pytest.mark.django_db
HEAD = "naam;e-mail;functie;opmerkingen\n"
TWO = HEAD + "Sanne Vos;sanne@example.org;Docent;Later\nBilal;BILAL@example.org;;\n"


def path(event) -> str:
    return f"/mijn/trainingen/{event.slug}/lijst/"


def check(desk, event, text: str = "", **data):
    return desk.post(path(event), {"action": "check", "submission_id": opened(), "people_list": text, **data})


def confirm(desk, event, page, **data):
    """Press the button of the page that shows what would happen."""
    html = page.content.decode()
    checked = re.search(r'name="checked" value="([0-9a-f]+)"', html)[1]
    text = html.split('aria-describedby="id_people_list_helptext">\n')[1].split("</textarea>")[0]
    sent = {"action": "register", "submission_id": opened(), "people_list": text, "checked": checked, **data}
    return desk.post(path(event), sent)


def stored() -> tuple[int, ...]:
    return tuple(
        one.objects.count() for one in (Submission, Registration, RegistrationLogEntry, OutgoingMail)
    )


def seen(response) -> list[tuple[str, str]]:
    """Number and words of each row on the page."""
    rows = re.findall(
        r'<li class="cluster" data-row="(\d+)">(.*?)</li>', response.content.decode(), re.DOTALL
    )
    return [(number, " ".join(re.sub(r"<[^>]*>", " ", words).split())) for number, words in rows]


def test_checking_a_list_shows_what_would_happen_and_stores_nothing(site):
    desk = Desk()
    event = TrainingEventFactory(capacity=1)

    response = check(desk, event, TWO)

    assert (response.status_code, stored()) == (200, (0, 0, 0, 0))
    assert seen(response) == [
        ("2", "Sanne Vos sanne@example.org krijgt een plaats"),
        ("3", "Bilal bilal@example.org op de wachtlijst, plaats 1"),
    ]


def test_button_registers_what_was_checked(site):
    desk = Desk()
    event = TrainingEventFactory(capacity=1)

    response = confirm(desk, event, check(desk, event, TWO), group="fit")

    assert [one["status"] for one in answer(desk.client, response)] == ["confirmed", "waiting"]
    sanne = Registration.objects.get(email="sanne@example.org")
    assert (sanne.organisation, sanne.role, sanne.remarks) == (desk.organisation, "Docent", "Later")
    assert (sanne.origin, sanne.confirm_by, sanne.registered_by) == ("coordinator", None, desk.user)
    assert line(event) == {"confirmed": ["Sanne Vos"], "waiting": ["Bilal"], "cancelled": []}


def test_file_is_read_as_the_pasted_text_is(site):
    desk = Desk()
    event = TrainingEventFactory(capacity=3)
    file = SimpleUploadedFile("lijst.csv", "Naam;E-mail\nZoë;zoe@example.org\n".encode("cp1252"))

    page = check(desk, event, file=file)
    response = confirm(desk, event, page)

    assert seen(page) == [("2", "Zoë zoe@example.org krijgt een plaats")]
    assert [one["status"] for one in answer(desk.client, response)] == ["confirmed"]


def test_rows_that_are_not_right_are_named_and_nothing_can_be_registered(site):
    desk = Desk()
    event = TrainingEventFactory()
    text = HEAD + "Sanne;sanne@example.org;;\n;bilal;;\n<b>Evil;sanne@example.org;;\n"

    response = check(desk, event, text)

    html = response.content.decode()
    assert (response.status_code, stored()) == (422, (0, 0, 0, 0))
    assert [number for number, words in seen(response) if "klopt niet" in words] == ["3", "4"]
    assert ('value="register"' in html, "<b>Evil" in html) == (False, False)


@pytest.mark.parametrize("text", ["", "  \n", HEAD, "x;y@example.org\n" * 201, "nul\x00;nul@example.org"])
def test_list_that_cannot_be_read_is_422(site, text):
    desk = Desk()
    event = TrainingEventFactory()

    response = check(desk, event, text)

    assert (response.status_code, marks(response)[0]["error"], stored()) == (422, "invalid", (0, 0, 0, 0))


def test_list_that_changed_since_it_was_checked_is_checked_again(site):
    desk = Desk()
    event = TrainingEventFactory()
    page = check(desk, event, TWO)

    response = confirm(desk, event, page, group="fit", people_list=HEAD + "Fatima;fatima@example.org;;\n")

    assert (response.status_code, stored()) == (200, (0, 0, 0, 0))
    assert seen(response) == [("2", "Fatima fatima@example.org krijgt een plaats")]


def test_several_people_need_the_choice_what_if_not_everybody_fits(site):
    desk = Desk()
    event = TrainingEventFactory(capacity=1)
    page = check(desk, event, TWO)

    unchosen = confirm(desk, event, page)
    refused = confirm(desk, event, page, group="all")

    assert (unchosen.status_code, marks(unchosen)[0]["error"]) == (422, "invalid")
    assert (refused.status_code, marks(refused)[0]["error"], stored()) == (409, "full", (0, 0, 0, 0))


def test_list_sent_twice_is_one_answer(site):
    desk = Desk()
    event = TrainingEventFactory()
    page, number = check(desk, event, TWO), opened()

    first, second = (confirm(desk, event, page, group="all", submission_id=number) for _time in range(2))

    assert (first.status_code, first["Location"]) == (303, second["Location"])
    assert Registration.objects.count() == 2


def test_who_is_registered_already_is_named_only_when_one_of_us(site):
    desk, other = Desk(), Desk()
    event = TrainingEventFactory(capacity=5)
    desk.join(event, "Sanne")
    other.join(event, "Bilal")

    response = check(desk, event, "Sanne;sanne@example.org\nBilal;bilal@example.org\n")

    assert [words for _number, words in seen(response)] == [
        "Sanne sanne@example.org is al aangemeld, en blijft dat",
        "Bilal bilal@example.org krijgt een plaats",  # as a newcomer is told: rule 4
    ]


def test_list_for_a_full_training_without_a_waiting_list_is_refused(site):
    desk = Desk()
    event = TrainingEventFactory(capacity=1, has_waiting_list=False)

    response = check(desk, event, TWO)

    assert (response.status_code, marks(response)[0]["error"], stored()) == (409, "full", (0, 0, 0, 0))


def test_list_page_is_for_coordinators_and_kept_by_nobody(site):
    desk = Desk()
    event = TrainingEventFactory()

    response = desk.get(path(event))

    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-store")
    for method in ("get", "post"):
        found = statuses(path(event), method=method)
        assert found.pop("another coordinator") == (200 if method == "get" else 422)  # for the own people
        assert found == {"stranger": 302, "editor": 404, "without organisation": 404}


def test_list_that_was_taken_gets_its_answer_beyond_the_limits(site, settings):
    settings.LIMIT_REGISTER = "1/15m"
    limits.forget()
    desk = Desk()
    event = TrainingEventFactory(capacity=9)
    page = check(desk, event, TWO)
    data = {"group": "fit", "submission_id": opened()}

    first, again = (confirm(desk, event, page, **data) for _time in range(2))
    other = confirm(desk, event, page, group="fit")

    assert (first.status_code, first["Location"]) == (again.status_code, again["Location"])
    assert (first.status_code, other.status_code, Registration.objects.count()) == (303, 429, 2)
    limits.forget()
