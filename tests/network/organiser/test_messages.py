import pytest

from cms.letter import message_of
from cms.models import OutgoingMail
from network.messages import fill_in
from network.models import Registration, TrainingMessage
from network.registration.actors import organiser as as_organiser
from tests.factories import OrganisationFactory, TrainingEventFactory
from tests.network.organiser.pages import address, hidden, soup, texts
from tests.network.registration.people import join, named

pytestmark = pytest.mark.django_db
TEXT = {"subject": "Over {training}", "text": "Beste {naam},\n\nTot ziens.\nDe trainer"}


def write(client, event, segment="confirmed", **values):
    key = hidden(client.get(address("message", event)), "key")
    data = {"segment": segment, "key": key, **TEXT, **values}
    return client.post(address("message", event), data), data


def sent() -> list[str]:
    return [mail.recipient for mail in OutgoingMail.objects.filter(kind="message").order_by("pk")]


def test_message_is_shown_on_a_real_person_before_it_goes(event, organiser):
    page, _data = write(organiser, event)

    frame = soup(page).select_one("iframe")["srcdoc"]
    assert "Beste Sanne," in frame
    assert "Over Coachend begeleiden" in frame
    assert texts(page, ".zin-seen h3") == ["Deze mail gaat naar 2 mensen, ieder apart"]
    assert (sent(), TrainingMessage.objects.count()) == ([], 0)


def test_message_goes_once_to_each_person_of_the_segment(event, organiser):
    _page, data = write(organiser, event)

    for _time in range(2):
        response = organiser.post(address("message", event), {**data, "confirmed": "1"})

    assert response.url == address("registrations", event)
    assert sent() == ["sanne@example.org", "bilal@example.org"]
    message = TrainingMessage.objects.get()
    assert (message.segment, message.number, message.text) == (
        "confirmed",
        2,
        TEXT["text"],
    )


@pytest.mark.parametrize(
    ("segment", "people"),
    [
        ("confirmed", ["sanne", "bilal"]),
        ("waiting", ["fenna", "gerrit"]),
        ("active", ["sanne", "bilal", "fenna", "gerrit"]),
        ("unconfirmed", ["gerrit"]),
    ],
)
def test_segment_says_who_gets_it(event, organiser, segment, people):
    gerrit = Registration.objects.filter(pk=named(event, "Gerrit").pk)
    gerrit.update(confirm_by=event.starts_at)

    write(organiser, event, segment, confirmed="1")

    assert sent() == [f"{name}@example.org" for name in people]


def test_message_to_one_organisation(event, organiser):
    laar = OrganisationFactory()
    Registration.objects.filter(event=event, name="Bilal").update(organisation=laar)

    write(organiser, event, organisation=laar.pk, confirmed="1")

    assert sent() == ["bilal@example.org"]


def test_message_to_nobody_is_refused(organiser):
    event = TrainingEventFactory()

    page, _data = write(organiser, event, confirmed="1")

    assert (page.status_code, sent(), TrainingMessage.objects.count()) == (422, [], 0)


def test_letter_is_filled_in_for_its_person(event, organiser):
    write(organiser, event, confirmed="1")

    letter = message_of(OutgoingMail.objects.get(kind="message", recipient="bilal@example.org"))

    assert letter.subject == "Over Coachend begeleiden"
    assert letter.body.startswith("Beste Bilal,\n\nTot ziens.\nDe trainer\n")
    assert letter.extra_headers["X-ZIN-Reference"] == named(event, "Bilal").reference


def test_letter_of_erased_data_is_not_made(event, organiser):
    write(organiser, event, confirmed="1")
    Registration.objects.filter(event=event).update(erased_at=event.starts_at)

    assert message_of(OutgoingMail.objects.get(kind="message", recipient="bilal@example.org")) is None


def test_only_the_three_placeholders_are_filled_in_and_only_once(site):
    event = TrainingEventFactory(title="{naam} {0.email}")
    join(event, "Noor", actor=as_organiser())

    filled = fill_in("{naam} {email} {naam.pk} {training} {{naam}} %(naam)s", named(event, "Noor"))

    assert filled == "Noor {email} {naam.pk} {naam} {0.email} {Noor} %(naam)s"


def test_markup_in_a_message_stays_text_and_a_subject_has_one_line(event, organiser):
    values = {"subject": "Regel 1\r\nBcc: x@example.org", "text": "<b>Let op</b>"}
    write(organiser, event, confirmed="1", **values)

    letter = message_of(OutgoingMail.objects.filter(kind="message").first())

    assert letter.subject == "Regel 1 Bcc: x@example.org"
    assert letter.body.startswith("<b>Let op</b>\n")
    assert "&lt;b&gt;Let op&lt;/b&gt;" in letter.alternatives[0].content
