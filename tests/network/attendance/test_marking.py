"""Who was at a session: from the day itself, the same note twice changes nothing."""

from datetime import timedelta

import pytest

from network.attendance.certifying import issue_certificates
from network.attendance.errors import NotOpenYet
from network.attendance.marking import attendance_of, mark, mark_own
from network.attendance.sessions import current, sessions_of
from network.models import Attendance, CertificateOfAttendance, RegistrationLogEntry, TrainingSession
from network.registration.actors import organiser
from tests.factories import UserFactory
from tests.network.attendance.conftest import AFTER, FIRST, SECOND
from tests.network.conftest import local
from tests.network.registration.people import named


def noted(event) -> dict[str, dict[int, bool]]:
    found = attendance_of(event, sessions_of(event))
    return {row.name: dict(found[row.pk]) for row in event.registrations.order_by("pk") if found[row.pk]}


def test_sessions_are_numbered_by_their_start(event):
    TrainingSession.objects.create(
        event=event, starts_at=local(2027, 5, 11, 9), ends_at=local(2027, 5, 11, 10, 15)
    )

    found = sessions_of(event)

    assert [(one.number, one.starts_at) for one in found] == [
        (1, local(2027, 5, 11, 9)),
        (2, FIRST),
        (3, SECOND),
    ]
    assert [str(one.hours) for one in found] == ["1.25", "3.00", "3.50"]
    assert current(found, local(2027, 5, 18, 0)).number == 2
    assert current(found, local(2027, 5, 1)).number == 1


def test_mark_stores_who_said_so_and_says_how_many_changed(event):
    first, user = sessions_of(event)[0], UserFactory()
    sanne, bilal = named(event, "Sanne de Wit"), named(event, "Bilal Kaya")

    counts = [
        mark(event, first, {sanne.pk: True, bilal.pk: False}, actor=organiser(user), at=FIRST),
        mark(event, first, {sanne.pk: True, bilal.pk: False}, actor=organiser(), at=AFTER),
        mark(event, first, {sanne.pk: True, bilal.pk: True}, actor=organiser(), at=AFTER),
    ]

    assert counts == [2, 0, 1]
    assert noted(event) == {"Sanne de Wit": {1: True}, "Bilal Kaya": {1: True}}
    row = Attendance.objects.get(registration=sanne)
    assert (row.marked_by, row.marked_at, row.origin) == (user, FIRST, "organiser")
    assert Attendance.objects.count() == 2


def test_mark_passes_over_who_waits_or_belongs_elsewhere(event):
    waiting = named(event, "Karim Ali")

    changed = mark(event, sessions_of(event)[0], {waiting.pk: True, 99999: True}, actor=organiser(), at=AFTER)

    assert changed == 0
    assert not Attendance.objects.exists()


def test_mark_opens_at_midnight_of_the_day(event, there):
    midnight = local(2027, 5, 18, 0)

    with pytest.raises(NotOpenYet):
        there(1, "Sanne de Wit", at=midnight - timedelta(seconds=1))

    assert not Attendance.objects.exists()
    assert there(1, "Sanne de Wit", at=midnight) == 1


def test_own_mark_needs_an_address_that_takes_part(event):
    first = sessions_of(event)[0]

    counts = [
        mark_own(event, first, address, at=FIRST)
        for address in ("sanne.de.wit@example.org", "x@example.org", "")
    ]

    assert counts == [1, 0, 0]
    assert noted(event) == {"Sanne de Wit": {1: True}}
    assert Attendance.objects.get().origin == "self"


def test_notes_stay_with_a_session_of_which_the_start_is_corrected(event, there):
    there(1, "Sanne de Wit")
    event.starts_at = FIRST - timedelta(hours=1)
    event.save()

    assert noted(event) == {"Sanne de Wit": {1: True}}
    assert there(1, "Sanne de Wit", present=False) == 1
    assert noted(event) == {"Sanne de Wit": {1: False}}


def test_correction_withdraws_a_certificate_that_says_too_much(event, there):
    there(1, "Sanne de Wit", "Bilal Kaya")
    issue_certificates(event, 1, actor=organiser(), at=AFTER)

    there(1, "Sanne de Wit", present=False)

    assert [one.registration.name for one in CertificateOfAttendance.objects.all()] == ["Bilal Kaya"]
    assert RegistrationLogEntry.objects.filter(action="uncertified").get().registration.name == "Sanne de Wit"
