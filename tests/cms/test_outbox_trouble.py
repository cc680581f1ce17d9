"""The outbox in trouble: one bad address holds up nobody, and nothing gets lost."""

import pytest

from cms import outbox
from cms.choices import MailState
from cms.letter import Letter, letter_maker
from cms.models import OutgoingMail
from cms.outbox_rounds import run_round
from tests.cms.outgoing import HOUR, LATER, MINUTE, NOON, got, post, states

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_letters")]


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
