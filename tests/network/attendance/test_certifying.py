"""Certificates: for who was there often enough, once, with a mail, and without a name after erasing."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from network.attendance.certifying import find_certificate, initials, issue_certificates, new_code, tidy_code
from network.attendance.errors import NotOver
from network.models import Attendance, CertificateOfAttendance
from network.registration import forgetting
from network.registration.actors import organiser
from network.registration.invariants import breaches
from network.registration.people import ALPHABET
from tests.network.attendance.conftest import AFTER
from tests.network.conftest import local
from tests.network.registration.people import mails, named


def give(event, least=None, at=AFTER) -> int:
    return issue_certificates(event, least, actor=organiser(), at=at)


def certified(event) -> list[tuple]:
    rows = CertificateOfAttendance.objects.order_by("registration__sequence")
    return [(row.registration.name, row.sessions_attended, row.sessions_total, row.hours) for row in rows]


def test_certificate_is_for_who_was_at_every_session(event, there):
    there(1, "Sanne de Wit", "Bilal Kaya")
    there(2, "Sanne de Wit")

    counts = [give(event), give(event)]

    assert counts == [1, 0]
    assert certified(event) == [("Sanne de Wit", 2, 2, Decimal("6.50"))]
    assert [one for one in mails(event) if one[0] == "certificate"] == [("certificate", "Sanne de Wit")]
    assert breaches(AFTER) == []


def test_certificate_for_a_part_of_the_sessions_counts_their_hours_and_never_who_was_at_none(event, there):
    there(2, "Bilal Kaya")
    there(1, "Fenna van den Berg", present=False)

    assert [give(event, 0), give(event, 1)] == [1, 0]
    assert certified(event) == [("Bilal Kaya", 1, 2, Decimal("3.50"))]


def test_certificates_wait_for_the_end_of_the_last_session(event, there):
    there(1, "Sanne de Wit", at=local(2027, 5, 19))

    with pytest.raises(NotOver):
        give(event, 1, at=local(2027, 5, 25, 17) - timedelta(seconds=1))

    assert certified(event) == []
    assert give(event, 1, at=local(2027, 5, 25, 17)) == 1


def test_database_refuses_a_certificate_for_who_was_not_there(event):
    values = {
        "registration": named(event, "Sanne de Wit"),
        "code": new_code(),
        "hours": 0,
        "issued_at": AFTER,
    }

    with pytest.raises(IntegrityError), transaction.atomic():
        CertificateOfAttendance.objects.create(sessions_attended=0, sessions_total=2, **values)


def test_verify_names_a_certificate_without_attendance(event, there):
    there(1, "Sanne de Wit")
    give(event, 1)
    Attendance.objects.update(is_present=False)

    reference = named(event, "Sanne de Wit").reference
    assert breaches(AFTER) == [f"coachen: {reference} has a certificate for 1 session, but was at 0"]


def test_code_is_sixteen_signs_that_nobody_mixes_up():
    codes = [new_code() for _number in range(50)]

    assert all(len(code) == 19 and code.count("-") == 3 for code in codes)
    assert {sign for code in codes for sign in code} <= set(ALPHABET) | {"-"}
    assert len(set(codes)) == 50
    assert [tidy_code(typed) for typed in ("k7qm2wxd 9h4tbfrv", "K7QM-2WXD-9H4T-BFRV!", "k7")] == [
        "K7QM-2WXD-9H4T-BFRV",
        "K7QM-2WXD-9H4T-BFRV",
        "K7",
    ]


def test_certificate_stays_and_loses_its_name_when_the_person_is_erased(event, there):
    there(1, "Sanne de Wit")
    give(event, 1)
    code = CertificateOfAttendance.objects.get().code

    forgetting.erase(named(event, "Sanne de Wit"), at=AFTER)

    assert find_certificate(code).registration.name == ""
    assert Attendance.objects.get().is_present
    assert breaches(AFTER) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Noor Jansen", "N. J."),
        ("Fenna van den Berg", "F. B."),
        ("Anne-Marie in 't Veld", "A. M. V."),
        ("Prince", "P."),
        ("de", "D."),
        ("", ""),
    ],
)
def test_initials_tell_no_name(name, expected):
    assert initials(name) == expected
