import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from cms.models import OutgoingMail
from network.models import Registration
from network.registration.invariants import breaches
from tests.factories import OrganisationFactory, TrainingEventFactory
from tests.network.organiser.pages import address, hidden, texts
from tests.network.registration.people import line, mails, named

pytestmark = pytest.mark.django_db
LIST = (
    "naam;e-mail;organisatie;functie\nNoor;noor@example.org;het laar;docent\nSanne;sanne@example.org;Elders;"
)


def fill_in(client, event, **values):
    number = hidden(client.get(address("add", event)), "submission_id")
    data = {"name": "Noor", "email": "Noor@example.org", "organisation_name": "Elders", **values}
    return client.post(address("add", event), {"submission_id": number, **data})


def test_organiser_registers_somebody_who_need_not_confirm(organiser):
    event = TrainingEventFactory()

    response = fill_in(organiser, event, role="docent")

    assert response.url == address("registrations", event)
    person = named(event, "Noor")
    assert (person.email, person.origin, person.confirm_by) == ("noor@example.org", "organiser", None)
    assert mails(event) == [("confirmed", "Noor")]


def test_organiser_registers_on_a_full_training_at_the_end_of_the_line(event, organiser):
    fill_in(organiser, event)

    assert line(event)["waiting"] == ["Fenna", "Gerrit", "Noor"]


def test_reason_gives_a_place_beyond_the_capacity(event, organiser):
    fill_in(organiser, event, force_reason="Is de trainer van morgen")

    assert line(event)["confirmed"] == ["Sanne", "Bilal", "Noor"]
    (entry,) = named(event, "Noor").log.all()
    assert (entry.action, entry.reason) == ("registered", "Is de trainer van morgen")
    assert [kind for kind, name in mails(event) if name == "Noor"] == ["confirmed"]
    assert breaches(timezone.now()) == []


def test_same_form_twice_registers_once(organiser):
    event = TrainingEventFactory()
    number = hidden(organiser.get(address("add", event)), "submission_id")
    data = {"name": "Noor", "email": "noor@example.org", "organisation_name": "Elders"}

    for _time in range(2):
        organiser.post(address("add", event), {"submission_id": number, **data})

    assert line(event)["confirmed"] == ["Noor"]
    assert mails(event) == [("confirmed", "Noor")]


def test_person_without_organisation_is_refused(organiser):
    event = TrainingEventFactory()

    response = fill_in(organiser, event, organisation_name="")

    assert response.status_code == 422
    assert Registration.objects.count() == 0


def test_dry_run_shows_what_would_happen_and_stores_nothing(event, organiser):
    OrganisationFactory(name="Het Laar")
    before = line(event), OutgoingMail.objects.count()

    page = organiser.post(address("add_file", event), {"text": LIST})

    assert texts(page, "tbody tr td:last-child") == [
        "plaats 3 op de wachtlijst",
        "staat er al op, krijgt de link nog een keer",
    ]
    assert (line(event), OutgoingMail.objects.count()) == before


def test_list_is_registered_after_the_dry_run_once(event, organiser):
    laar = OrganisationFactory(name="Het Laar")
    page = organiser.post(address("add_file", event), {"text": LIST})
    data = {"text": LIST, "submission_id": hidden(page, "submission_id"), "register": "1"}

    for _time in range(2):
        response = organiser.post(address("add_file", event), data)

    assert response.url == address("registrations", event)
    assert line(event)["waiting"] == ["Fenna", "Gerrit", "Noor"]
    person = named(event, "Noor")
    assert (person.organisation, person.role, person.origin) == (laar, "docent", "organiser")


def test_file_of_excel_is_read(organiser):
    event = TrainingEventFactory()
    file = SimpleUploadedFile("mensen.csv", "Zoë;zoe@example.org;Elders".encode("cp1252"))

    page = organiser.post(address("add_file", event), {"file": file})

    assert texts(page, "tbody tr td:nth-child(2)") == ["Zoë zoe@example.org"]
    assert texts(page, "form textarea[hidden]") == ["Zoë;zoe@example.org;Elders"]


@pytest.mark.parametrize("text", ["Noor;geen adres;Elders", "", "Noor;noor@example.org;Elders\n;;Elders"])
def test_wrong_list_cannot_be_registered(organiser, text):
    event = TrainingEventFactory()
    number = hidden(organiser.post(address("add_file", event), {"text": LIST}), "submission_id")

    response = organiser.post(
        address("add_file", event), {"text": text, "submission_id": number, "register": "1"}
    )

    assert response.status_code == 422
    assert texts(response, "[name=register]") == []
    assert Registration.objects.count() == 0


def test_full_training_without_waiting_list_refuses_a_list_in_words(organiser):
    event = TrainingEventFactory(capacity=1, has_waiting_list=False)

    response = organiser.post(address("add_file", event), {"text": LIST})

    words = "Er is niet meer genoeg plaats voor iedereen. Niemand is aangemeld."
    assert texts(response, "[role=alert] p") == [words]
