"""One registration of the own organisation at the desk: see, replace, cancel, correct, name, a link."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from cms.models import OutgoingMail
from network.attendance.certifying import issue_certificates
from network.attendance.marking import mark
from network.attendance.sessions import sessions_of
from network.models import CertificateOfAttendance, Registration, RegistrationLogEntry, RegistrationToken
from network.registration import forgetting, tokens
from network.registration.actors import VISITOR
from network.registration.cancelling import change_data
from network.registration.reserving import reserve
from tests.factories import TrainingEventFactory
from tests.network.desk.coordinators import Desk, statuses
from tests.network.registration.people import join, line, mails, somebody

pytestmark = pytest.mark.django_db
NEW = {"new-name": "Fatima", "new-email": "Fatima@example.org", "new-role": "Docent"}


def path(row) -> str:
    return f"/mijn/aanmeldingen/{row.reference}/"


def history(html: str) -> int:
    """How many things the page tells of the past."""
    return html.split('id="history"')[1].split("</section>")[0].count("<li>")


def stored() -> tuple[int, ...]:
    return tuple(
        one.objects.count() for one in (Registration, RegistrationLogEntry, OutgoingMail, RegistrationToken)
    )


def held(desk, event) -> Registration:
    submission = reserve(event, 1, organisation=desk.organisation, actor=desk.actor, submission_id=uuid4())
    return Registration.objects.get(submission=submission)


def test_page_shows_status_position_and_history(site):
    desk = Desk()
    event = TrainingEventFactory(capacity=1)
    _sanne, bilal = desk.join(event, "Sanne", "Bilal")

    response = desk.get(path(bilal))

    desk.post(path(bilal), {"action": "cancel"})

    html = response.content.decode()
    mark = f'data-status="waiting" data-position="1" data-reference="{bilal.reference}"'
    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-store")
    assert (mark in html, "bilal@example.org" in html) == (True, True)
    assert (history(html), history(desk.get(path(bilal)).content.decode())) == (1, 2)


def test_replace_gives_the_place_to_a_colleague(site):
    desk = Desk()
    event = TrainingEventFactory(capacity=1)
    sanne, _bilal = desk.join(event, "Sanne", "Bilal")

    response = desk.post(path(sanne), {"action": "replace", **NEW})

    fatima = Registration.objects.get(name="Fatima")
    assert (response.status_code, response["Location"]) == (303, path(fatima) + "?klaar=vervangen")
    assert line(event) == {"confirmed": ["Fatima"], "waiting": ["Bilal"], "cancelled": ["Sanne"]}
    assert (fatima.email, fatima.role, fatima.organisation, fatima.origin) == (
        "fatima@example.org",
        "Docent",
        desk.organisation,
        "coordinator",
    )
    assert "heeft de plaats overgenomen" in desk.get(response["Location"]).content.decode()


@pytest.mark.parametrize(
    ("change", "status"),
    [({"new-name": ""}, 422), ({"new-email": "x"}, 422), ({"new-email": "bilal@example.org"}, 409)],
)
def test_replace_that_is_not_right_stores_nothing_and_keeps_what_was_typed(site, change, status):
    desk = Desk()
    event = TrainingEventFactory(capacity=1)
    sanne, _bilal = desk.join(event, "Sanne", "Bilal")
    before = stored()

    response = desk.post(path(sanne), {"action": "replace", **NEW, **change})

    html = response.content.decode()
    assert (response.status_code, stored(), 'id="error-summary"' in html) == (status, before, True)
    assert '<option value="Docent" selected>' in html


def test_cancel_needs_a_button_and_gives_the_seat_to_who_waits(site):
    desk = Desk()
    event = TrainingEventFactory(capacity=1)
    sanne, _bilal = desk.join(event, "Sanne", "Bilal")

    desk.get(path(sanne), {"action": "cancel"})
    untouched = line(event)
    first, second = (desk.post(path(sanne), {"action": "cancel"}) for _time in range(2))

    assert untouched == {"confirmed": ["Sanne"], "waiting": ["Bilal"], "cancelled": []}
    assert (first.status_code, first["Location"]) == (303, path(sanne) + "?klaar=afgemeld")
    assert second["Location"] == first["Location"]
    assert line(event) == {"confirmed": ["Bilal"], "waiting": [], "cancelled": ["Sanne"]}
    assert mails(event)[2:] == [("cancelled", "Sanne"), ("promoted", "Bilal")]
    assert 'value="replace"' not in desk.get(path(sanne)).content.decode()


def test_change_corrects_the_data_and_leaves_the_address(site):
    desk = Desk()
    (sanne,) = desk.join(TrainingEventFactory(), "Sane")
    change = {"name": "Sanne", "role": "Vlieger", "remarks": "Komt later", "email": "x@example.org"}

    response = desk.post(path(sanne), {"action": "change", **change})

    sanne.refresh_from_db()
    assert (response.status_code, response["Location"]) == (303, path(sanne) + "?klaar=bewaard")
    assert (sanne.name, sanne.role, sanne.remarks) == ("Sanne", "Vlieger", "Komt later")
    assert sanne.email == "sane@example.org"


def test_what_somebody_wrote_to_the_organiser_is_not_shown_and_stays(site):
    desk = Desk()
    event = TrainingEventFactory(asks_dietary_needs=True, asks_access_needs=True)
    secret = {"remarks": "Vertrouwelijk", "access_needs": "Rolstoel", "dietary_needs": "Noten"}
    join(event, desk.somebody("Sanne", **secret))
    sanne = Registration.objects.get()

    html = desk.get(path(sanne)).content.decode()
    desk.post(path(sanne), {"action": "change", "name": "Sanne V", "role": "", "remarks": "weg"})
    link = desk.post(path(sanne), {"action": "link"})

    sanne.refresh_from_db()
    assert [word in html for word in secret.values()] == [False, False, False]
    assert (sanne.name, sanne.remarks, sanne.access_needs) == ("Sanne V", "Vertrouwelijk", "Rolstoel")
    assert (link.status_code, RegistrationToken.objects.count()) == (422, 0)


def test_link_is_shown_on_request_only_and_opens_the_registration(site):
    desk = Desk()
    (sanne,) = desk.join(TrainingEventFactory(), "Sanne")

    before = desk.get(path(sanne)).content.decode()
    response = desk.post(path(sanne), {"action": "link"})

    (token,) = set(re.findall(r"/aanmelding/([\w-]{20,})/", response.content.decode()))
    assert re.findall(r"/aanmelding/([\w-]{20,})/", before) == []
    assert tokens.find(token) == sanne
    assert (response.status_code, response.headers["Referrer-Policy"]) == (200, "no-referrer")
    assert response.headers["Cache-Control"] == "no-store"


def test_link_that_was_shown_opens_nothing_while_needs_are_stored(site):
    desk = Desk()
    event = TrainingEventFactory(asks_dietary_needs=True)
    (sanne,) = desk.join(event, "Sanne")
    html = desk.post(path(sanne), {"action": "link"}).content.decode()
    shown = re.search(r"/aanmelding/[\w-]{32}/", html)[0]
    own = f"/aanmelding/{tokens.issue(sanne)}/"
    codes = [[desk.get(one).status_code for one in (shown, own)]]

    change_data(sanne, {"dietary_needs": "geen noten"}, actor=VISITOR)
    codes.append([desk.get(one).status_code for one in (shown, own)])
    change_data(sanne, {"dietary_needs": ""}, actor=VISITOR)
    codes.append([desk.get(one).status_code for one in (shown, own)])

    assert codes == [[200, 200], [404, 200], [200, 200]]


def test_link_is_not_shown_while_needs_are_stored(site):
    desk = Desk()
    join(TrainingEventFactory(), desk.somebody("Sanne", dietary_needs="Noten"), actor=desk.actor)
    sanne = Registration.objects.get()

    response = desk.post(path(sanne), {"action": "link"})

    assert (response.status_code, RegistrationToken.objects.count()) == (422, 0)


def test_held_place_gets_a_name(site):
    desk = Desk()
    row = held(desk, TrainingEventFactory())
    assert 'value="replace"' not in desk.get(path(row)).content.decode()

    response = desk.post(path(row), {"action": "name", **NEW})

    row.refresh_from_db()
    assert (response.status_code, response["Location"]) == (303, path(row) + "?klaar=ingevuld")
    assert (row.name, row.email, row.role, row.named_by) == ("Fatima", "fatima@example.org", "Docent", None)


def test_held_place_is_given_back(site):
    desk = Desk()
    event = TrainingEventFactory(capacity=1)
    row = held(desk, event)

    desk.post(path(row), {"action": "cancel"})

    assert line(event) == {"confirmed": [], "waiting": [], "cancelled": [""]}


@pytest.mark.parametrize("action", ["", "erase", "name", "link&", "replace "])
def test_unknown_action_does_nothing(site, action):
    desk = Desk()
    (sanne,) = desk.join(TrainingEventFactory(), "Sanne")
    before = stored()

    response = desk.post(path(sanne), {"action": action, **NEW})

    assert (response.status_code, stored()) == (422, before)


def test_training_that_has_begun_can_be_seen_and_not_changed(site):
    desk = Desk()
    event = TrainingEventFactory()
    (sanne,) = desk.join(event, "Sanne")
    event.starts_at = timezone.now() - timedelta(minutes=5)
    event.save()
    before = stored()

    seen = desk.get(path(sanne))
    answers = [desk.post(path(sanne), {"action": one, **NEW}) for one in ("cancel", "replace")]

    assert (seen.status_code, 'name="action"' in seen.content.decode()) == (200, False)
    assert ([one.status_code for one in answers], stored()) == ([409, 409], before)


@pytest.mark.parametrize("method", ["get", "post"])
def test_registration_is_for_the_own_coordinator_alone(site, method):
    desk = Desk()
    event = TrainingEventFactory()
    (sanne,) = desk.join(event, "Sanne")
    assert desk.get(path(sanne)).status_code == 200
    before = stored()

    found = statuses(path(sanne), method=method, action="cancel")

    assert found == {"stranger": 302, "another coordinator": 404, "editor": 404, "without organisation": 404}
    assert (stored(), line(event)["confirmed"]) == (before, ["Sanne"])


def test_somebody_of_elsewhere_and_who_was_erased_do_not_exist(site):
    desk = Desk()
    event = TrainingEventFactory(capacity=5)
    join(event, somebody("Elders"), actor=VISITOR)
    (sanne,) = desk.join(event, "Sanne")
    forgetting.erase(sanne)

    found = [desk.get(path(row)).status_code for row in Registration.objects.all()]

    assert found == [404, 404]
    assert desk.get("/mijn/aanmeldingen/K7QM-2WXD/").status_code == 404


def test_page_shows_attendance_and_the_certificate_of_a_colleague(site):
    desk = Desk()
    event = TrainingEventFactory(
        capacity=2, starts_at=timezone.now() + timedelta(hours=1), registration_closes_at=None
    )
    sanne, bilal, fatima = desk.join(event, "Sanne", "Bilal", "Fatima")
    after = event.ends_at + timedelta(hours=1)
    mark(event, sessions_of(event)[0], {sanne.pk: True, bilal.pk: False}, actor=desk.actor, at=after)
    issue_certificates(event, actor=desk.actor, at=after)
    event.starts_at, event.ends_at = event.starts_at - timedelta(days=2), event.ends_at - timedelta(days=2)
    event.save()

    pages = [desk.get(path(row)).content.decode() for row in (sanne, bilal, fatima)]

    certificate = CertificateOfAttendance.objects.get()
    assert [re.findall(r'data-present="(\w*)"', html) for html in pages] == [["yes"], ["no"], []]
    assert [f'href="/bewijs/{certificate.code}/"' in html for html in pages] == [True, False, False]
