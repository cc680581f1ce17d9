"""The mails about the certificate and the evaluation, as they go out."""

import re

from cms.letter import message_of
from cms.models import OutgoingMail
from network.attendance.certifying import issue_certificates
from network.attendance.evaluating import invite
from network.models import CertificateOfAttendance
from network.registration import tokens
from network.registration.actors import organiser


def test_certificate_mail_has_the_code_and_a_link_to_the_registration(yesterday):
    issue_certificates(yesterday, actor=organiser())

    message = message_of(OutgoingMail.objects.get(kind="certificate"))

    token = re.search(r"/aanmelding/([\w-]+)/", message.body)[1]
    assert message.subject == "Je bewijs van deelname: Gisteren"
    assert message.extra_headers["X-ZIN-Kind"] == "certificate"
    assert CertificateOfAttendance.objects.get().code in message.body
    assert tokens.find(token).name == "Sanne de Wit"
    assert message.attachments == []


def test_evaluation_mail_has_a_link_to_the_questions_only(yesterday):
    invite(yesterday)

    message = message_of(OutgoingMail.objects.get(kind="evaluation"))

    token = re.search(r"/evaluatie/([\w-]+)/", message.body)[1]
    assert message.subject == "Wat vond je van “Gisteren”?"
    assert tokens.find(token).name == "Sanne de Wit"
    assert "/aanmelding/" not in message.body
    assert tokens.find(token).tokens.count() == 1
