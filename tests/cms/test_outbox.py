"""The outbox against a real mail server: what is stored, what goes out, and who may send it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from cms import outbox
from cms.choices import MailState
from cms.letter import Letter, letter_maker
from cms.mail import send
from cms.models import OutgoingMail
from cms.outbox_claims import LEASE, claim
from cms.outbox_rounds import run_round
from tests.cms.outgoing import HOUR, LATER, MINUTE, NOON, got, post, states

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_letters")]


# --- Writing ------------------------------------------------------------------------------------------------
def test_draft_is_not_stored_and_post_is():
    drafts = [outbox.draft("waiting", f"{name}@example.org", maker="plain", at=NOON) for name in ("an", "bo")]
    assert OutgoingMail.objects.count() == 0

    OutgoingMail.objects.bulk_create(drafts)
    outbox.post(
        "waiting", "cas@example.org", maker="plain", object_id=7, reference="R-7", data={"a": 1}, at=NOON
    )

    last = OutgoingMail.objects.get(recipient="cas@example.org")
    assert states() == {"an": ("queued", 0), "bo": ("queued", 0), "cas": ("queued", 0)}
    assert (last.object_id, last.reference, last.data, last.created_at) == (7, "R-7", {"a": 1}, NOON)
    assert OutgoingMail.objects.values("message_id").distinct().count() == 3


def test_mail_is_not_there_when_the_transaction_of_its_cause_fails():
    with pytest.raises(RuntimeError), transaction.atomic():
        post("an")
        raise RuntimeError

    assert OutgoingMail.objects.count() == 0


@pytest.mark.parametrize(
    "recipient", ["an", "an@example.org\nBcc: bo@example.org", "a@example.org,b@example.org"]
)
def test_recipient_that_is_not_one_address_is_refused(recipient):
    with pytest.raises(ValidationError):
        outbox.post("confirmed", recipient, maker="plain")

    assert OutgoingMail.objects.count() == 0


# --- Sending ------------------------------------------------------------------------------------------------
def test_mail_has_exactly_these_headers_and_parts(site, sink, settings):
    letter_maker("full")(
        lambda mail: Letter(
            "example",
            attachments=(("training.ics", b"BEGIN:VCALENDAR", "text/calendar"),),
            reply_to="organisator@example.org",
            headers={"X-Own": "yes", "message-id": "<other@example.org>", "AUTO-SUBMITTED": "no"},
        )
    )
    [mail] = post("an", maker="full", reference="R-1")

    assert outbox.send_due(LATER) == 1

    message = sink.received[0].message
    assert mail.message_id.endswith("@localhost>")
    fixed = {
        name: value for name, value in message.items() if name not in ("Subject", "Date", "Content-Type")
    }
    assert fixed == {
        "MIME-Version": "1.0",
        "From": settings.DEFAULT_FROM_EMAIL,
        "To": "an@example.org",
        "Reply-To": "organisator@example.org",
        "Auto-Submitted": "auto-generated",
        "X-Own": "yes",
        "Message-ID": mail.message_id,
        "X-ZIN-Kind": "confirmed",
        "X-ZIN-Reference": "R-1",
    }
    assert message.get_body(["plain"]) is not None and message.get_body(["html"]) is not None
    assert [part.get_filename() for part in message.iter_attachments()] == ["training.ics"]


def test_mail_without_a_reference_has_no_header_of_it(site, sink):
    post("an")

    outbox.send_due(LATER)

    assert sink.received[0].message["X-ZIN-Kind"] == "confirmed"
    assert "X-ZIN-Reference" not in sink.received[0].message


def test_many_mails_go_over_one_connection_and_each_is_noted(site, sink):
    names = [f"persoon{number}" for number in range(12)]
    post(*names)

    assert outbox.send_due(LATER) == 12

    assert (got(sink), sink.connections) == (names, 1)
    assert states() == dict.fromkeys(names, ("sent", 1))
    assert set(OutgoingMail.objects.values_list("sent_at", "claimed_until")) == {(LATER, None)}


def test_what_is_not_due_waits_and_what_was_sent_is_not_sent_again(site, sink):
    post("an")
    post("later", at=NOON + HOUR)

    assert [outbox.send_due(LATER), outbox.send_due(LATER)] == [1, 0]

    assert got(sink) == ["an"]


def test_limit_is_the_most_that_is_sent(site, sink):
    post(*"abcdefgh")

    assert outbox.send_due(LATER, limit=7) == 7

    assert got(sink) == list("abcdefg")
    assert OutgoingMail.objects.get(state=MailState.QUEUED).claimed_until is None


def test_maker_may_store_rows_and_runs_outside_a_transaction(site, sink):
    depths = []

    def maker(mail):
        depths.append(len(connection.savepoint_ids))
        post("bij", at=NOON + HOUR)
        return Letter("example")

    letter_maker("storing")(maker)
    post("an", maker="storing")
    depth = len(connection.savepoint_ids)

    outbox.send_due(LATER)

    assert depths == [depth]
    assert states() == {"an": ("sent", 1), "bij": ("queued", 0)}


def test_maker_with_nothing_to_tell_removes_the_row(site, sink):
    letter_maker("gone")(lambda mail: None)
    post("an", maker="gone")
    post("bo")

    outcome = run_round(at=LATER)

    assert (outcome.sent, outcome.dropped, outcome.dead) == (1, 1, 0)
    assert states() == {"bo": ("sent", 1)}


def test_row_that_is_deleted_while_others_are_sent_is_not_sent(site, sink):
    def maker(mail):
        OutgoingMail.objects.filter(recipient="weg@example.org").delete()
        return Letter("example")

    letter_maker("erasing")(maker)
    post("an", "weg", "bo", maker="erasing")

    assert outbox.send_due(LATER) == 2

    assert got(sink) == ["an", "bo"]


def test_plain_sending_still_works(site, sink):
    send("example", "an@example.org")

    assert got(sink) == ["an"]


# --- Claims -------------------------------------------------------------------------------------------------
def test_claim_of_a_sender_that_died_runs_out(site):
    post("an", "bo")
    first = claim(LATER, 1)

    second, third = claim(LATER, 5), claim(LATER, 5)
    late = claim(LATER + LEASE + MINUTE, 5)

    assert (len(first.pks), len(second.pks), third) == (1, 1, None)
    assert set(late.pks) == {*first.pks, *second.pks}


def test_claim_that_nears_its_end_is_renewed_and_a_lost_one_gives_nothing(site):
    post("an", "bo", "cas")
    slow = claim(LATER, 3)
    first = slow.next_mail(LATER)
    renewed = slow.next_mail(LATER + LEASE / 2)
    assert (first.recipient, renewed.recipient) == ("an@example.org", "bo@example.org")
    assert renewed.claimed_until > LATER + LEASE / 2 + LEASE - MINUTE / 60

    claim(LATER + 2 * LEASE, 3)

    assert slow.next_mail(LATER + 2 * LEASE) is None
