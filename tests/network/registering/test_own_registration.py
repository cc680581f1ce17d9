"""The pages behind the link of a mail, and the link again for who lost it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from cms import limits
from cms.models import OutgoingMail
from network.models import Registration, RegistrationLogEntry, RegistrationToken
from network.registration import tokens
from network.registration.actors import coordinator
from tests.factories import CoordinatorFactory, TrainingEventFactory, UserFactory
from tests.network.registering.forms import marks
from tests.network.registration.people import join, line, named, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_counts():
    limits.forget()
    yield
    limits.forget()


def link_of(name: str, **event) -> tuple[Registration, str]:
    """Somebody who registered, and the path of the link in the mail."""
    join(training := TrainingEventFactory(**event), name)
    row = named(training, name)
    return row, f"/aanmelding/{tokens.issue(row)}/"


def test_link_shows_what_the_registration_stands_for(site, client):
    row, path = link_of("Sanne")

    response = client.get(path)

    assert marks(response) == [{"registration": "1", "status": "confirmed", "reference": row.reference}]
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex"
    text = response.content.decode()
    assert path.split("/")[2] not in text.split("<title>")[1].split("</title>")[0]
    assert "Ja, ik wil komen" in text


def test_link_of_who_waits_shows_the_place_in_line(site, client):
    event = TrainingEventFactory(capacity=1)
    for name in ("Sanne", "Bilal", "Fenna"):
        join(event, name)
    path = f"/aanmelding/{tokens.issue(named(event, 'Fenna'))}/"

    response = client.get(path)

    assert [(one["status"], one["position"]) for one in marks(response)] == [("waiting", "2")]
    assert "Je hebt een plaats" not in response.content.decode()


def test_looking_changes_nothing(site, client):
    row, path = link_of("Sanne")
    before = RegistrationLogEntry.objects.count()

    client.get(path)
    client.get(path + "annuleren/")
    client.head(path)

    row.refresh_from_db()
    assert (row.status, row.confirm_by is None) == ("confirmed", False)
    assert RegistrationLogEntry.objects.count() == before


def test_button_confirms_the_address_once(site, client):
    row, path = link_of("Sanne")

    response = client.post(path, {"action": "confirm"})

    row.refresh_from_db()
    assert (response.status_code, response["Location"]) == (303, path + "?klaar=bevestigd")
    assert row.confirm_by is None
    text = client.get(response["Location"]).content.decode()
    assert "je aanmelding is bevestigd" in text
    assert "Ja, ik wil komen" not in text
    assert client.post(path, {"action": "confirm"}).status_code == 303
    assert row.log.filter(action="confirmed_address").count() == 1


def test_holder_corrects_the_own_data(site, client):
    row, path = link_of("Sanne")
    data = {
        "action": "change",
        "name": "Sanne Bos",
        "role": "Docent",
        "remarks": "Later",
        "email": "an@example.org",
    }

    response = client.post(path, data)

    row.refresh_from_db()
    assert (response.status_code, response["Location"]) == (303, path + "?klaar=bewaard")
    assert (row.name, row.role, row.remarks, row.email) == (
        "Sanne Bos",
        "Docent",
        "Later",
        "sanne@example.org",
    )


def test_own_data_that_are_not_right_are_kept_in_the_form(site, client):
    row, path = link_of("Sanne")

    response = client.post(path, {"action": "change", "name": "", "remarks": "Later"})

    row.refresh_from_db()
    assert response.status_code == 422
    assert "Later" in response.content.decode()
    assert (row.name, row.remarks) == ("Sanne", "")


def test_button_cancels_and_answers_the_same_again(site, client):
    row, path = link_of("Sanne")
    shown = client.get(path + "annuleren/").content.decode()

    answers = [client.post(path + "annuleren/") for _time in range(2)]

    assert "Ja, meld mij af" in shown
    assert [(one.status_code, one["Location"]) for one in answers] == [(303, path + "annuleren/")] * 2
    assert [one["status"] for one in marks(client.get(path + "annuleren/"))] == ["cancelled"]
    assert [one["status"] for one in marks(client.get(path))] == ["cancelled"]
    assert OutgoingMail.objects.filter(kind="cancelled").count() == 1
    assert line(row.event) == {"confirmed": [], "waiting": [], "cancelled": ["Sanne"]}


def test_training_that_has_begun_is_cancelled_by_nobody(site, client):
    row, path = link_of("Sanne")
    type(row.event).objects.filter(pk=row.event_id).update(starts_at=timezone.now() - timedelta(hours=1))

    response = client.post(path + "annuleren/")

    row.refresh_from_db()
    assert (response.status_code, marks(response), row.status) == (409, [{"error": "closed"}], "confirmed")


def test_registration_cancelled_meanwhile_is_shown_as_such_after_a_change(site, client):
    row, path = link_of("Sanne")
    client.post(path + "annuleren/")

    response = client.post(path, {"action": "change", "name": "Ander"})

    row.refresh_from_db()
    assert (response.status_code, row.name) == (303, "Sanne")
    assert "Je gegevens zijn gewijzigd" not in client.get(response["Location"]).content.decode()


@pytest.mark.parametrize("spoil", [lambda it: it[:-1], str.swapcase, lambda it: it + "x", lambda it: "x"])
def test_link_that_is_not_whole_leads_to_the_lost_link_form(site, client, caplog, spoil):
    row, path = link_of("Sanne")
    broken = spoil(path.split("/")[2])

    for method, tail in (
        (client.get, ""),
        (client.post, ""),
        (client.get, "annuleren/"),
        (client.post, "annuleren/"),
    ):
        response = method(f"/aanmelding/{broken}/{tail}")

        assert response.status_code == 404
        assert 'href="/aanmelding/kwijt/"' in response.content.decode()
        assert response["Referrer-Policy"] == "no-referrer"
    row.refresh_from_db()
    assert row.status == "confirmed"


def test_coordinator_sees_names_and_links_of_the_own_submission_only(site, client):
    acting, event = CoordinatorFactory(), TrainingEventFactory()
    user = acting.user
    ours = somebody("Sanne", organisation=acting.organisation_id, organisation_name="")
    submission = join(event, ours, actor=coordinator(user))
    path = f"/trainingen/{event.slug}/aanmelden/{submission.pk}/"

    stranger = client.get(path).content.decode()
    client.force_login(UserFactory())
    colleague = client.get(path).content.decode()
    client.force_login(user)
    own = client.get(path).content.decode()

    assert "Sanne" not in stranger + colleague
    assert "/aanmelding/" not in (stranger + colleague).replace("/aanmelding/kwijt/", "")
    assert "Sanne" in own
    token = re.search(r"/aanmelding/([\w-]{32})/", own)[1]
    assert tokens.find(token) == named(event, "Sanne")
    assert RegistrationToken.objects.count() == 1


def test_coordinator_who_left_and_needs_give_no_link(site, client):
    acting, event = CoordinatorFactory(), TrainingEventFactory(asks_dietary_needs=True)
    own = {"organisation": acting.organisation_id, "organisation_name": ""}
    ours = somebody("Sanne", dietary_needs="Geen noten", **own)
    submission = join(event, ours, actor=coordinator(acting.user))
    path = f"/trainingen/{event.slug}/aanmelden/{submission.pk}/"
    client.force_login(acting.user)

    with_needs = client.get(path).content.decode()
    acting.delete()
    after_leaving = client.get(path).content.decode()

    assert "Sanne" in with_needs
    assert "Sanne" not in after_leaving
    assert RegistrationToken.objects.count() == 0


def test_calendar_file_is_for_who_has_a_seat(site, client):
    event = TrainingEventFactory(capacity=1)
    join(event, "Sanne", "Bilal")
    paths = [f"/aanmelding/{tokens.issue(named(event, name))}/agenda.ics" for name in ("Sanne", "Bilal")]

    seated, waiting = (client.get(path) for path in paths)

    assert (seated.status_code, waiting.status_code) == (200, 404)
    assert seated["Content-Type"].startswith("text/calendar; method=PUBLISH")
    assert (seated["Cache-Control"], seated["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert b"METHOD:PUBLISH" in seated.content


# --- The link again ----------------------------------------------------------------------------------------


def test_holder_takes_the_own_data_along(site, client):
    row, path = link_of("Sanne")

    response = client.get(path + "gegevens.json")

    found = response.json()
    assert (found["reference"], found["name"], found["email"]) == (
        row.reference,
        "Sanne",
        "sanne@example.org",
    )
    assert [one["what"] for one in found["history"]] == ["registered"]
    assert response["Content-Disposition"] == f'attachment; filename="{row.reference}.json"'
    assert (response["Cache-Control"], response["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert client.get("/aanmelding/bestaat-niet/gegevens.json").status_code == 404
