"""The check of the mails finds the breach it is there for."""

from copy import deepcopy
from dataclasses import replace

import pytest

from tests.rush.made_up import Event


@pytest.fixture
def event():
    return Event()


def test_posted_finds_a_mail_that_never_came(event):
    del event.mails[0]

    assert event.breaches() == ["the confirmed mail of r00 never came"]


def test_posted_leaves_one_repeat_and_finds_the_second(event):
    event.mails.append(event.mails[0])
    assert event.breaches() == []

    event.mails.append(event.mails[0])
    assert event.breaches() == ["the confirmed mail of r00 came 3 times"]


def test_posted_finds_a_repeat_with_another_message_id(event):
    event.mails.append(replace(event.mails[0], message_id="<other@example.org>"))

    assert event.breaches() == [
        "the confirmed mail of r00 has another Message-ID than its row: "
        "['<other@example.org>', '<r00@example.org>']"
    ]


def test_posted_finds_the_wrong_recipient(event):
    event.mails[0] = replace(event.mails[0], recipient="ander@example.org")

    assert event.breaches() == [
        "the confirmed mail of r00 went to ['ander@example.org'] instead of deelnemer-0@example.org"
    ]


def test_posted_finds_a_mail_of_the_wrong_kind(event):
    event.mails[-1] = replace(event.mails[-1], kind="confirmed", has_calendar=True)

    assert event.breaches() == [
        "a mail that nobody should get: ('r30', 'confirmed')",
        "the waiting mail of r30 never came",
    ]


def test_posted_finds_a_calendar_file_for_somebody_waiting(event):
    event.mails[-1] = replace(event.mails[-1], has_calendar=True)

    assert event.breaches() == [
        "the waiting mail of r30 is wrong about the calendar file, which belongs to a seat"
    ]


def test_posted_finds_two_mails_of_a_kind_in_the_outbox(event):
    event.truth["mails"].append({**deepcopy(event.truth["mails"][0]), "message_id": "<r00@example.org>"})

    assert event.breaches() == ["the outbox has 1 mails more than one of a kind a person"]


def test_posted_finds_a_mail_that_was_given_up(event):
    event.truth["mails"][0]["state"] = "dead"

    assert event.breaches() == ["the mail ('r00', 'confirmed') is dead"]
