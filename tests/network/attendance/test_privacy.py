"""What somebody gets of the own attendance, and how long the words of an answer stay."""

from datetime import UTC, timedelta

from cms import privacy
from network.attendance.certifying import issue_certificates
from network.attendance.evaluating import invite
from network.models import CertificateOfAttendance, Evaluation
from network.registration.actors import organiser
from tests.network.attendance.conftest import AFTER, FIRST
from tests.network.conftest import local


def test_export_tells_attendance_certificate_and_invitation(event, there):
    there(1, "Sanne de Wit")
    issue_certificates(event, 1, actor=organiser(), at=AFTER)
    invite(event, at=local(2027, 5, 26, 9))

    (sanne,) = privacy.export("sanne.de.wit@example.org")["registrations"]
    (bilal,) = privacy.export("bilal.kaya@example.org")["registrations"]

    code = CertificateOfAttendance.objects.get().code
    names = ("attendance", "certificate", "asked_to_evaluate")
    assert sanne["attendance"] == [{"session": FIRST.astimezone(UTC).isoformat(), "was_there": True}]
    assert [sanne[name] for name in names[1:]] == [code, True]
    assert [bilal[name] for name in names] == [[], None, False]


def test_words_of_an_answer_go_with_the_names_and_the_scores_stay(event):
    scores = {"useful": 5, "trainer": 5, "exchange": 5, "organisation": 5}
    Evaluation.objects.create(event=event, remark="Groet, Sanne", submitted_on=AFTER.date(), **scores)

    counts = [
        privacy.run_retention(AFTER + timedelta(days=days))["words of evaluations"] for days in (364, 368)
    ]

    assert counts == [(0, 1), (1, 0)]
    row = Evaluation.objects.get()
    assert (row.remark, row.useful) == ("", 5)
