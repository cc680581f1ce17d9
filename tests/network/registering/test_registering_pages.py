"""The form with which visitors register, and the page with the answer: every status code that there is."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.models import OutgoingMail
from network.models import Registration, RegistrationLogEntry, Submission
from tests.factories import OrganisationFactory, TrainingEventFactory, VenueFactory
from tests.network.registering.forms import answer, filled, marks, opened, send, several
from tests.network.registration.people import join, line

pytestmark = pytest.mark.django_db
SENT_STATEMENTS = 13  # training, number, organisation; then the rule from BEGIN to COMMIT


def stored() -> tuple[int, ...]:
    models = (Submission, Registration, RegistrationLogEntry, OutgoingMail)
    return tuple(model.objects.count() for model in models)


def test_form_registers_one_person_and_leads_to_the_answer(site, client):
    event = TrainingEventFactory(capacity=1)

    response = send(client, event, filled("Sanne", remarks="Ik kom later."))

    row = Registration.objects.get()
    assert response["Location"] == f"/trainingen/{event.slug}/aanmelden/{row.submission_id}/"
    assert answer(client, response) == [
        {"registration": "1", "status": "confirmed", "reference": row.reference}
    ]
    assert (row.name, row.email, row.organisation_name, row.role, row.remarks) == (
        "Sanne",
        "sanne@example.org",
        "Elders",
        "Docent",
        "Ik kom later.",
    )
    assert row.confirm_by is not None


def test_form_takes_an_organisation_of_the_list(site, client):
    organisation = OrganisationFactory(slug="het-laar")
    event = TrainingEventFactory()

    send(client, event, filled("Sanne", organisation="het-laar", organisation_other=""))

    assert Registration.objects.get().organisation == organisation


def test_name_of_an_organisation_of_the_network_is_that_organisation(site, client):
    organisation = OrganisationFactory(name="Het Laar")

    send(client, TrainingEventFactory(), filled("Sanne", organisation_other=" het  laar"))

    row = Registration.objects.get()
    assert (row.organisation, row.organisation_name) == (organisation, "")


@pytest.mark.parametrize(
    "change",
    [
        {"name": ""},
        {"name": "\r\n"},
        {"name": "x" * 121},
        {"email": "sanne"},
        {"email": "sanne@example.org, bilal@example.org"},
        {"email": "sanne@example.org\nBcc: bilal@example.org"},
        {"organisation": ""},
        {"organisation": "other", "organisation_other": ""},
        {"organisation": "bestaat-niet"},
        {"organisation": "weg"},
        {"organisation": "het\x00laar"},
        {"remarks": "nul\x00"},
        {"remarks": "x" * 1001},
        {"role": "x" * 81},
        {"submission_id": ""},
        {"submission_id": "3f0c0f0e-0000-4000-8000-000000000000"},
        {"website": "https://example.org"},
    ],
    ids=lambda change: next(iter(change.items()))[0] + "=" + repr(next(iter(change.values())))[:24],
)
def test_form_that_is_not_right_is_422_and_stores_nothing(site, client, change):
    OrganisationFactory(slug="weg", joined_on="2019-01-01", left_on="2020-01-01")
    event = TrainingEventFactory()
    data = {**filled("Sanne"), "organisation_other": "", "organisation": event.host.slug, **change}

    response = send(client, event, data)

    assert response.status_code == 422
    assert marks(response) == [{"error": "invalid"}]
    assert stored() == (0, 0, 0, 0)


def test_form_that_is_not_right_keeps_what_was_typed(site, client):
    event = TrainingEventFactory()
    data = filled("Sanne <b>", email="sanne", role="Vlieger", remarks="<script>alert(1)</script>")

    response = send(client, event, data)

    text = response.content.decode()
    assert 'value="Sanne &lt;b&gt;"' in text
    assert 'value="Elders"' in text
    assert '<option value="Vlieger" selected>' in text
    assert '<option value="other" selected>' in text
    assert "&lt;script&gt;alert(1)" in text
    assert f'name="submission_id" value="{data["submission_id"]}"' in text
    assert '<a href="#id_email">' in text


def test_form_sent_too_fast_keeps_its_number_and_may_be_sent_again(site, client):
    event = TrainingEventFactory()
    data = filled("Sanne", submission_id=opened(seconds=1))

    response = send(client, event, data)

    assert (response.status_code, stored()) == (422, (0, 0, 0, 0))
    assert f'value="{data["submission_id"]}"' in response.content.decode()


def test_form_open_for_long_gets_a_new_number_and_keeps_the_rest(site, client):
    event = TrainingEventFactory()
    data = filled("Sanne", submission_id=opened(seconds=12 * 3600 + 5))

    response = send(client, event, data)

    assert (response.status_code, stored()) == (422, (0, 0, 0, 0))
    assert data["submission_id"] not in response.content.decode()
    assert 'value="Sanne"' in response.content.decode()


def test_trap_filled_in_looks_like_a_form_sent_too_fast(site, client):
    event = TrainingEventFactory()
    data = filled("Sanne")

    trapped = send(client, event, {**data, "website": "x"}).content.decode()

    fast = send(client, event, {**data, "submission_id": opened(seconds=1)}).content.decode()
    number = trapped.split('name="submission_id" value="')[1][:36]
    assert trapped.replace(number, fast.split('name="submission_id" value="')[1][:36]) == fast
    assert stored() == (0, 0, 0, 0)


def test_full_training_puts_who_registers_on_the_waiting_list(site, client):
    event = TrainingEventFactory(capacity=1)
    send(client, event, filled("Sanne"))

    form = client.get(f"/trainingen/{event.slug}/aanmelden/").content.decode()
    response = send(client, event, filled("Bilal"))

    assert "Zet mij op de wachtlijst" in form
    assert [(one["status"], one["position"]) for one in answer(client, response)] == [("waiting", "1")]
    text = client.get(response["Location"]).content.decode()
    assert "Je staat op de wachtlijst, plaats 1" in text
    assert "agenda.ics" not in text
    assert "Je hebt een plaats" not in text


def test_several_people_are_registered_in_the_order_given(site, client):
    event = TrainingEventFactory(capacity=2)

    response = send(client, event, several("Sanne", "Bilal", "Fenna"))

    people = answer(client, response)
    assert [(one["registration"], one["status"], one.get("position")) for one in people] == [
        ("1", "confirmed", None),
        ("2", "confirmed", None),
        ("3", "waiting", "1"),
    ]
    assert line(event) == {"confirmed": ["Sanne", "Bilal"], "waiting": ["Fenna"], "cancelled": []}
    assert {row.organisation_name for row in Registration.objects.all()} == {"Elders"}


def test_several_people_who_must_all_fit_are_refused_together(site, client):
    event = TrainingEventFactory(capacity=2)

    response = send(client, event, several("Sanne", "Bilal", "Fenna", group="all"))

    assert (response.status_code, marks(response)) == (409, [{"error": "full"}])
    assert 'value="Fenna"' in response.content.decode()
    assert stored() == (0, 0, 0, 0)


@pytest.mark.parametrize("state", ["closed", "cancelled", "past", "not-yet-open", "full"])
def test_training_that_takes_nobody_shows_why_and_refuses(site, client, state):
    now, day = timezone.now(), timedelta(days=1)
    fields = {
        "closed": {"registration_closes_at": now - day},
        "cancelled": {"cancelled_at": now, "cancellation_reason": "De trainer is ziek."},
        "past": {"starts_at": now - day},
        "not-yet-open": {"registration_opens_at": now + day, "registration_closes_at": now + 9 * day},
        "full": {"has_waiting_list": False},
    }[state]
    event = TrainingEventFactory(**{"capacity": 1, **fields})
    error = "full" if state == "full" else "closed"
    if state == "full":
        join(event, "Fenna")
    before = stored()

    shown = client.get(f"/trainingen/{event.slug}/aanmelden/")
    refused = send(client, event, filled("Sanne"))

    assert (shown.status_code, marks(shown)) == (200, [{"error": error}])
    assert "<form" not in shown.content.decode()
    assert (refused.status_code, marks(refused)) == (409, [{"error": error}])
    assert stored() == before


def test_unpublished_or_unknown_training_is_not_there(site, client):
    event = TrainingEventFactory(live=False)

    assert client.get(f"/trainingen/{event.slug}/aanmelden/").status_code == 404
    assert send(client, event, filled("Sanne")).status_code == 404
    assert client.get("/trainingen/bestaat-niet/aanmelden/").status_code == 404
    assert stored() == (0, 0, 0, 0)


def test_answer_of_another_training_or_unknown_form_is_not_there(site, client):
    event, other = TrainingEventFactory(), TrainingEventFactory()
    send(client, event, filled("Sanne"))
    number = Submission.objects.get().pk

    assert client.get(f"/trainingen/{event.slug}/aanmelden/{number}/").status_code == 200
    assert client.get(f"/trainingen/{other.slug}/aanmelden/{number}/").status_code == 404
    assert client.get(f"/trainingen/{event.slug}/aanmelden/{opened()}/").status_code == 404


def test_pages_about_registering_are_kept_by_nobody(site, client):
    event = TrainingEventFactory()

    sent = send(client, event, filled("Sanne"))

    for response in (client.get(f"/trainingen/{event.slug}/aanmelden/"), sent, client.get(sent["Location"])):
        assert response["Cache-Control"] == "no-store"


def test_pages_about_registering_cost_few_statements(site, client, queries):
    event = TrainingEventFactory(venue=VenueFactory())
    sent = send(client, event, filled("Sanne"))

    assert queries(f"/trainingen/{event.slug}/aanmelden/") == 2
    assert queries(f"/trainingen/{event.slug}/aanmelden/?personen=5") == 2
    assert queries(sent["Location"]) == 2


def test_sending_the_form_costs_few_statements(site, client, django_assert_num_queries):
    event = TrainingEventFactory(capacity=9)
    organisation = OrganisationFactory()
    listed = {"organisation": organisation.slug, "organisation_other": ""}
    send(client, event, filled("Sanne", **listed))  # the first remembers what people are told

    with django_assert_num_queries(SENT_STATEMENTS):
        response = send(client, event, filled("Bilal", **listed))

    assert response.status_code == 303


def test_needs_are_asked_only_where_the_organiser_wants_them(site, client):
    plain = TrainingEventFactory()
    asking = TrainingEventFactory(asks_access_needs=True, asks_dietary_needs=True)
    needs = {"access_needs": "Een plek vooraan", "dietary_needs": "Geen noten"}

    send(client, plain, filled("Sanne", **needs))
    send(client, asking, filled("Sanne", **needs))

    rows = Registration.objects.order_by("pk").values_list("access_needs", "dietary_needs")
    assert list(rows) == [("", ""), ("Een plek vooraan", "Geen noten")]
    text = client.get(f"/trainingen/{asking.slug}/aanmelden/").content.decode()
    assert text.count("We wissen het de dag na de training.") == 2


def test_name_of_several_lines_becomes_one_line(site, client):
    event = TrainingEventFactory()

    send(client, event, filled("Sanne", email="  Sanne@Example.ORG ") | {"name": " Sanne\r\nBcc: \x00 x  y "})

    row = Registration.objects.get()
    assert (row.name, row.email) == ("Sanne Bcc: x y", "sanne@example.org")


@pytest.mark.parametrize("personen", ["0", "1", "6", "x", "-2", "", "9" * 400])
def test_form_for_one_person_is_shown_for_any_other_number(site, client, personen):
    event = TrainingEventFactory()

    text = client.get(f"/trainingen/{event.slug}/aanmelden/", {"personen": personen}).content.decode()

    assert 'name="email"' in text


def test_form_for_several_preselects_nothing(site, client):
    event = TrainingEventFactory()

    text = client.get(f"/trainingen/{event.slug}/aanmelden/?personen=5").content.decode()

    assert text.count('type="radio" name="group"') == 2
    assert "checked" not in text
    assert [f"people-{number}-email" in text for number in range(6)] == [True] * 5 + [False]
