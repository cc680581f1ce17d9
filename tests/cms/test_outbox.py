"""The outbox against a real mail server: one bad address holds up nobody, nothing gets lost."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from cms import letter, outbox
from cms.choices import MailState
from cms.letter import Letter, letter_maker
from cms.mail import send
from cms.models import OutgoingMail
from cms.outbox_claims import LEASE, claim
from cms.outbox_rounds import run_round
from tests.smtp_sink import SmtpSink

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture(autouse=True)
def _makers(monkeypatch):
    monkeypatch.setattr(letter, "makers", {})
    monkeypatch.setattr(letter, "autodiscover_modules", lambda *_: None)
    letter_maker("plain")(lambda mail: Letter("example", mail.data))


@pytest.fixture
def sink(settings):
    """A mail server; the site sends to it, and waits half a second for an answer."""
    with SmtpSink() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, 0.5
        yield server


def post(*names: str, at=NOON, **fields) -> list[OutgoingMail]:
    """One mail for each name, in this order."""
    fields = {"maker": "plain", **fields}
    return [
        outbox.post("confirmed", f"{name}@example.org", at=at + timedelta(seconds=number), **fields)
        for number, name in enumerate(names)
    ]


def states() -> dict[str, tuple[str, int]]:
    rows = OutgoingMail.objects.values_list("recipient", "state", "tries")
    return {recipient.partition("@")[0]: (state, tries) for recipient, state, tries in rows}


def got(sink) -> list[str]:
    return [mail.recipients[0].partition("@")[0] for mail in sink.received]


LATER = NOON + MINUTE


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


# --- Trouble ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("reply", ["550", "451", "421", "hang", "drop"])
def test_one_bad_address_holds_up_nobody(site, sink, reply):
    sink.script["slecht@example.org"] = reply
    post("an", "slecht", "bo", "cas")

    assert outbox.send_due(LATER) == 3

    assert states() == {"an": ("sent", 1), "slecht": ("failed", 1), "bo": ("sent", 1), "cas": ("sent", 1)}
    assert OutgoingMail.objects.get(state="failed").next_try_at == LATER + MINUTE


def test_error_names_no_address(site, sink):
    sink.script["slecht@example.org"] = "550"
    post("slecht")

    outbox.send_due(LATER)

    assert OutgoingMail.objects.get().last_error == "550 <…>: not today"


def raises(mail):
    raise ValueError("an@example.org is strange")


@pytest.mark.parametrize(
    "maker, error",
    [
        (raises, "ValueError"),
        (lambda mail: Letter("example", headers={"X-Own": "a\nBcc: b@example.org"}), "BadHeaderError"),
        (lambda mail: Letter("example", reply_to="a@example.org\nBcc: b@example.org"), "BadHeaderError"),
        (None, "KeyError"),
    ],
)
def test_letter_that_cannot_be_made_counts_as_a_try_and_nothing_goes_out(site, sink, maker, error):
    if maker:
        letter_maker("wrong")(maker)
    post("an", maker="wrong")
    post("bo")

    assert outbox.send_due(LATER) == 1

    wrong = OutgoingMail.objects.get(recipient="an@example.org")
    assert (wrong.state, wrong.tries, wrong.last_error) == ("failed", 1, error)
    assert got(sink) == ["bo"]


def test_gaps_double_up_to_two_hours_and_the_mail_is_dead_after_48_hours(site, sink):
    sink.script["slecht@example.org"] = "451"
    [mail] = post("slecht")
    gaps, at = [], NOON
    while mail.state != MailState.DEAD:
        outbox.send_due(at)
        mail.refresh_from_db()
        gaps.append((mail.next_try_at - at) / MINUTE)
        at = mail.next_try_at

    assert gaps[:9] == [1, 2, 4, 8, 16, 32, 64, 120, 120]
    assert (gaps[-1], at) == (0, NOON + 48 * HOUR)
    assert outbox.send_due(at + HOUR) == 0


def test_dead_mail_is_sent_when_a_person_asks_for_it(site, sink):
    [dead, _other] = post("an", "bo")
    OutgoingMail.objects.update(state=MailState.DEAD)

    asked = outbox.try_again(OutgoingMail.objects.filter(pk=dead.pk), at=NOON + 50 * HOUR)
    outbox.send_due(NOON + 50 * HOUR)

    assert asked == 1
    assert states() == {"an": ("sent", 1), "bo": ("dead", 0)}
    assert sink.received[0].message["Message-ID"] == dead.message_id


def test_server_that_is_down_counts_as_no_try_and_keeps_no_claim(site, sink):
    post("an", "bo")
    sink.stop()

    down = run_round(at=LATER)
    before, claims = states(), set(OutgoingMail.objects.values_list("claimed_until", flat=True))
    sink.start()
    up = run_round(at=LATER)

    assert (down.sent, down.server_away) == (0, "ConnectionRefusedError")
    assert (before, claims) == ({"an": ("queued", 0), "bo": ("queued", 0)}, {None})
    assert (up.sent, got(sink)) == (2, ["an", "bo"])


def test_server_that_says_nothing_counts_as_no_try(site, sink):
    post("an", "bo")
    sink.is_silent = True

    outcome = run_round(at=LATER)

    assert outcome.server_away == "SMTPServerDisconnected"
    assert states() == {"an": ("queued", 0), "bo": ("queued", 0)}


def test_server_that_hangs_with_every_mail_ends_the_round_after_two(site, sink):
    for name in ("an", "bo", "cas"):
        sink.script[f"{name}@example.org"] = "hang"
    post("an", "bo", "cas")

    outcome = run_round(at=LATER)

    assert outcome.server_away == "SMTPServerDisconnected"
    assert states() == {"an": ("failed", 1), "bo": ("queued", 0), "cas": ("queued", 0)}
    assert set(OutgoingMail.objects.values_list("claimed_until", flat=True)) == {None}


def test_mail_is_given_up_when_the_server_is_away_for_48_hours(site, sink):
    post("oud")
    post("jong", at=NOON + HOUR)
    sink.stop()

    outcome = run_round(at=NOON + 48 * HOUR)

    assert outcome.dead == 1
    assert states() == {"oud": ("dead", 0), "jong": ("queued", 0)}
    sink.start()


def test_stopping_finishes_the_mail_under_way_and_frees_the_others(site, sink):
    post("an", "bo", "cas")

    outcome = run_round(at=LATER, is_stopping=lambda: bool(sink.received))

    assert outcome.sent == 1
    assert states() == {"an": ("sent", 1), "bo": ("queued", 0), "cas": ("queued", 0)}
    assert set(OutgoingMail.objects.values_list("claimed_until", flat=True)) == {None}


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
