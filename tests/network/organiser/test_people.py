from datetime import timedelta

import pytest
from django.utils import timezone

from network.models import Registration, RegistrationLogEntry
from network.organiser.row_actions import actions_for
from network.registration.cancelling import lapse
from tests.factories import TrainingEventFactory
from tests.network.organiser.pages import address, texts
from tests.network.registration.people import join, line, mails, named

pytestmark = pytest.mark.django_db


def do(client, training, person, action, **data):
    return client.post(address("action", training, named(training, person).pk, action), data)


def test_looking_at_an_action_changes_nothing(event, organiser):
    before = line(event)

    page = organiser.get(address("action", event, named(event, "Sanne").pk, "afmelden"))

    assert texts(page, "form.zin-form button") == ["Afmelden"]
    assert line(event) == before


def test_cancelling_gives_the_place_to_the_first_in_line(event, organiser):
    response = do(organiser, event, "Sanne", "afmelden", reason="Ziek gemeld")

    assert response.url == address("registrations", event)
    assert line(event) == {"confirmed": ["Bilal", "Fenna"], "waiting": ["Gerrit"], "cancelled": ["Sanne"]}
    entry = RegistrationLogEntry.objects.get(action="cancelled")
    assert (entry.origin, entry.reason, entry.user_id) == (
        "organiser",
        "Ziek gemeld",
        int(organiser.session["_auth_user_id"]),
    )


def test_place_by_hand_needs_a_reason(event, organiser):
    refused = do(organiser, event, "Gerrit", "plaats-geven", reason=" ")
    assert (refused.status_code, line(event)["confirmed"]) == (422, ["Sanne", "Bilal"])

    do(organiser, event, "Gerrit", "plaats-geven", reason="Is de trainer van morgen")

    assert line(event)["confirmed"] == ["Sanne", "Bilal", "Gerrit"]


def test_place_in_line_is_changed(event, organiser):
    do(organiser, event, "Gerrit", "volgorde", position="1", reason="Stond er eerst")

    assert line(event)["waiting"] == ["Gerrit", "Fenna"]


def test_person_is_replaced(event, organiser):
    data = {"name": "Noor", "email": "Noor@example.org", "organisation_name": "Elders"}

    do(organiser, event, "Sanne", "vervangen", **data)

    assert line(event)["confirmed"] == ["Noor", "Bilal"]
    assert named(event, "Noor").email == "noor@example.org"


def test_replacing_by_somebody_who_is_registered_is_refused_in_words(event, organiser):
    data = {"name": "Bilal", "email": "bilal@example.org", "organisation_name": "Elders"}

    refused = do(organiser, event, "Sanne", "vervangen", **data)

    assert texts(refused, "[role=alert] p") == ["Dit e-mailadres is al aangemeld voor deze training."]
    assert line(event)["confirmed"] == ["Sanne", "Bilal"]


def test_data_are_corrected_and_needs_only_where_asked_for(event, organiser):
    do(organiser, event, "Sanne", "gegevens", name="Sanne de Wit", role="docent", dietary_needs="x")

    person = named(event, "Sanne de Wit")
    assert (person.role, person.dietary_needs, person.status) == ("docent", "", "confirmed")


def test_person_is_moved_to_another_training(event, organiser):
    there = TrainingEventFactory(title="Later")

    do(organiser, event, "Sanne", "verplaatsen", event=there.pk)

    assert (line(there)["confirmed"], line(event)["cancelled"]) == (["Sanne"], ["Sanne"])


@pytest.mark.parametrize(
    "values",
    [{"live": False}, {"cancelled_at": timezone.now(), "cancellation_reason": "Ziek"}],
)
def test_nobody_is_moved_to_a_training_that_visitors_cannot_choose(event, organiser, values):
    there = TrainingEventFactory(**values)

    assert do(organiser, event, "Sanne", "verplaatsen", event=there.pk).status_code == 422
    assert line(event)["confirmed"] == ["Sanne", "Bilal"]


def test_action_that_no_longer_fits_is_refused_in_words(event, organiser):
    Registration.objects.filter(pk=named(event, "Gerrit").pk).update(status="cancelled")

    response = do(organiser, event, "Gerrit", "plaats-geven", reason="Toch")

    assert response.url == address("person", event, named(event, "Gerrit").pk)
    assert line(event)["cancelled"] == ["Gerrit"]


def test_history_tells_what_happened_and_which_mails_went(event, organiser):
    do(organiser, event, "Fenna", "plaats-geven", reason="Komt zeker")

    page = organiser.get(address("person", event, named(event, "Fenna").pk))

    rows = texts(page, "table tbody tr td:nth-child(2)")
    assert rows == [
        "aangemeld op de wachtlijst",
        "plaats gekregen door besluit van de organisator ingeschreven",
        "op de wachtlijst",
        "plaats gekregen van de wachtlijst",
    ]
    assert texts(page, "table tbody tr td:nth-child(4)") == ["–", "Komt zeker"]
    assert texts(page, "table tbody tr td:nth-child(5)") == ["2 / 2", "3 / 2"]


def test_name_with_markup_stays_text(organiser):
    event = TrainingEventFactory()
    join(event, "Noor")
    Registration.objects.filter(event=event).update(name="<b>Noor</b>", remarks="<script>x</script>")

    page = organiser.get(address("registrations", event))

    assert texts(page, ".zin-people td:first-child a") == ["<b>Noor</b>"]
    assert mails(event) == [("confirmed", "<b>Noor</b>")]


def test_address_is_confirmed_by_hand_with_the_reason(organiser):
    event = TrainingEventFactory()
    join(event, "Sanne")

    without = do(organiser, event, "Sanne", "adres-bevestigen", reason=" ")
    do(organiser, event, "Sanne", "adres-bevestigen", reason="Belde zelf")

    row = named(event, "Sanne")
    entry = row.log.last()
    assert (without.status_code, row.confirm_by) == (422, None)
    assert (entry.action, entry.origin, entry.reason) == ("confirmed_address", "organiser", "Belde zelf")
    assert row.log.count() == 2
    assert lapse(row, at=timezone.now() + timedelta(days=2)) is False


def test_confirming_is_offered_only_while_it_is_needed(event, organiser):
    offered = [action.key for action in actions_for(named(event, "Sanne"))]

    assert "adres-bevestigen" not in offered
    assert "gegevens" in offered
