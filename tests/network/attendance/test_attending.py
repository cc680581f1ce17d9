"""Participants scan a code, or open the link of their mail, and are noted as present."""

from datetime import timedelta

import pytest
from django.utils import timezone

from network.attendance.scanning import is_scannable, read_code, scan_address
from network.attendance.sessions import sessions_of
from network.models import Attendance
from network.registration import tokens
from network.registration.submission_ids import new_submission_id
from network.views.attending import FROM_A_ROOM
from tests.network.registration.people import named

SANNE = "sanne.de.wit@example.org"


@pytest.fixture
def path(today):
    return "/" + scan_address(today, sessions_of(today)[0]).split("/", 3)[3]


def send(client, path, email, **values):
    opened = new_submission_id(timezone.now() - timedelta(seconds=10))
    return client.post(path, {"email": email, "submission_id": opened, **values})


def there() -> list[tuple]:
    rows = Attendance.objects.select_related("registration").order_by("pk")
    return [(row.registration.name, row.is_present, row.origin) for row in rows]


def test_scanned_code_notes_who_takes_part(client, path):
    answer = send(client, path, SANNE.upper())

    assert (answer.status_code, answer["Location"]) == (303, f"{path}?verzonden=1")
    assert there() == [("Sanne de Wit", True, "self")]
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("email", ["niemand@example.org", "fenna.mol@example.org"])
def test_unknown_and_waiting_addresses_get_the_same_answer(client, path, email):
    known, other = send(client, path, SANNE), send(client, path, email)
    pages = [client.get(answer["Location"]).content for answer in (known, other)]

    assert (known.status_code, known["Location"]) == (other.status_code, other["Location"])
    assert pages[0] == pages[1]
    assert [name for name, *_rest in there()] == ["Sanne de Wit"]


def test_code_works_from_half_an_hour_before_until_the_end(today, client):
    session = sessions_of(today)[0]
    minute = timedelta(minutes=1)

    moments = (
        session.starts_at - 31 * minute,
        session.starts_at - 30 * minute,
        session.ends_at,
        session.ends_at + minute,
    )

    assert [is_scannable(session, at) for at in moments] == [False, True, True, False]


def test_code_of_a_session_that_is_over_notes_nobody(client, yesterday):
    Attendance.objects.all().delete()
    path = "/" + scan_address(yesterday, sessions_of(yesterday)[0]).split("/", 3)[3]

    shown, sent = client.get(path), send(client, path, SANNE)

    assert (shown.status_code, sent.status_code) == (200, 409)
    assert 'data-error="closed"' in shown.content.decode()
    assert there() == []


def test_forged_code_and_code_of_a_moved_session_open_nothing(client, today, path):
    forged = path.replace("aanwezig/", "aanwezig/1")
    today.starts_at -= timedelta(minutes=5)
    today.save()

    answers = [client.get(forged), client.get(path), client.get("/aanwezig/x/")]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert read_code("1-1~x") is None


def test_program_and_wrong_address_note_nobody(client, path):
    answers = [send(client, path, SANNE, website="x"), send(client, path, "geen adres")]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert there() == []


def test_room_may_send_often_but_not_without_end(client, path):
    most = int(FROM_A_ROOM.partition("/")[0])
    answers = [send(client, path, f"x{number}@example.org") for number in range(most)]

    last = send(client, path, SANNE)

    assert {answer.status_code for answer in answers} == {303}
    assert (last.status_code, "Retry-After" in last) == (429, True)
    assert there() == []


def test_own_page_has_a_button_while_the_session_runs(client, today):
    token = tokens.issue(named(today, "Sanne de Wit"))
    before = client.get(f"/aanmelding/{token}/").content.decode()

    answers = [client.post(f"/aanmelding/{token}/aanwezig/") for _twice in range(2)]

    after = client.get(answers[0]["Location"]).content.decode()
    assert (f'action="/aanmelding/{token}/aanwezig/"' in before, 'data-present=""' in before) == (True, True)
    assert [answer["Location"] for answer in answers] == [f"/aanmelding/{token}/?klaar=aanwezig"] * 2
    assert ('data-present="yes"' in after, "/aanwezig/" in after) == (True, False)
    assert there() == [("Sanne de Wit", True, "self")]


def test_own_button_notes_nobody_who_waits_or_comes_too_late(client, today, yesterday):
    Attendance.objects.all().delete()
    waiting, late = tokens.issue(named(today, "Fenna Mol")), tokens.issue(named(yesterday, "Bilal Kaya"))

    client.post(f"/aanmelding/{waiting}/aanwezig/")
    client.post(f"/aanmelding/{late}/aanwezig/")

    assert there() == []
