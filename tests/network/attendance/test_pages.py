"""Certificates that anybody may verify, the own certificate, and the evaluation."""

import pytest

from network.attendance.certifying import issue_certificates
from network.attendance.evaluating import invite
from network.models import CertificateOfAttendance, Evaluation, EvaluationInvitation
from network.registration import forgetting, tokens
from network.registration.actors import organiser
from tests.network.registration.people import named

ANSWERS = {"useful": "5", "trainer": "4", "exchange": "3", "organisation": "2", "remark": "Goed"}


@pytest.fixture
def code(yesterday):
    issue_certificates(yesterday, actor=organiser())
    return CertificateOfAttendance.objects.get().code


def test_certificate_is_verified_with_initials_only(client, code):
    answer = client.get(f"/bewijs/{code}/")

    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'data-certificate="valid"' in page
    assert "<dd>S. W.</dd>" in page
    assert ("Sanne" in page, "Gisteren" in page, "<dd>3</dd>" in page) == (False, True, True)
    assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("no-store", "noindex")


def test_form_leads_to_the_certificate_however_the_code_is_typed(client, code):
    typed = code.lower().replace("-", " ")

    answer = client.get("/bewijs/", {"code": typed})

    assert (answer.status_code, answer["Location"]) == (303, f"/bewijs/{code}/")
    assert client.get("/bewijs/", {"code": ""}).status_code == 422
    assert client.get("/bewijs/").status_code == 200


def test_unknown_code_is_404_with_help(client, code):
    answer = client.get("/bewijs/AAAA-AAAA-AAAA-AAAA/")

    assert answer.status_code == 404
    assert "We kennen deze code niet" in answer.content.decode()


def test_guessing_codes_is_limited(client, code, settings):
    settings.LIMIT_SEARCH = "2/1m"

    answers = [client.get("/bewijs/AAAA-AAAA-AAAA-AAAA/").status_code for _number in range(3)]

    assert answers == [404, 404, 429]


def test_erased_name_is_gone_from_the_page(client, code, yesterday):
    forgetting.erase(named(yesterday, "Sanne de Wit"))

    page = client.get(f"/bewijs/{code}/").content.decode()

    assert ("S. W." in page, "De naam is verwijderd" in page) == (False, True)


def test_holder_downloads_the_certificate_and_nobody_else_has_one(client, code, yesterday, needs_pango):
    sanne, bilal = (tokens.issue(named(yesterday, name)) for name in ("Sanne de Wit", "Bilal Kaya"))

    paper, other = (
        client.get(f"/aanmelding/{sanne}/bewijs.pdf"),
        client.get(f"/aanmelding/{bilal}/bewijs.pdf"),
    )

    assert (paper.status_code, paper["Content-Type"], paper.content[:5]) == (200, "application/pdf", b"%PDF-")
    assert paper["Cache-Control"] == "no-store"
    assert (other.status_code, client.get("/aanmelding/x/bewijs.pdf").status_code) == (404, 404)
    own = [client.get(f"/aanmelding/{token}/").content.decode() for token in (sanne, bilal)]
    assert [code in page for page in own] == [True, False]


def test_evaluation_is_answered_once_and_says_thanks(client, yesterday):
    invite(yesterday)
    path = f"/evaluatie/{tokens.issue(named(yesterday, 'Sanne de Wit'))}/"
    before = client.get(path).content.decode()

    answers = [client.post(path, ANSWERS), client.post(path, {**ANSWERS, "useful": "1"})]

    assert [answer["Location"] for answer in answers] == [path, path]
    assert Evaluation.objects.values_list(
        "useful", "trainer", "exchange", "organisation", "remark"
    ).get() == (
        *(5, 4, 3, 2),
        "Goed",
    )
    assert (
        "<form" in before.split("<main")[1],
        "Dank je wel voor je antwoord" in client.get(path).content.decode(),
    ) == (
        True,
        True,
    )


def test_evaluation_needs_every_score_and_an_invitation(client, yesterday):
    invite(yesterday)
    sanne, bilal = (tokens.issue(named(yesterday, name)) for name in ("Sanne de Wit", "Bilal Kaya"))
    wanting = {name: value for name, value in ANSWERS.items() if name != "trainer"}

    answers = [
        client.post(f"/evaluatie/{sanne}/", wanting),
        client.post(f"/evaluatie/{sanne}/", {**ANSWERS, "trainer": "6"}),
        client.post(f"/evaluatie/{bilal}/", ANSWERS),
        client.get("/evaluatie/x/"),
    ]

    assert [answer.status_code for answer in answers] == [422, 422, 404, 404]
    assert not Evaluation.objects.exists()
    assert [one.is_answered for one in EvaluationInvitation.objects.all()] == [False]
