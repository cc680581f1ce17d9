"""Each check finds the breach it is there for."""

from dataclasses import replace

import pytest

from tests.rush import checks
from tests.rush.made_up import Event
from tests.rush.people import crowd
from tests.rush.records import Place


@pytest.fixture
def event():
    return Event()


def test_breaches_of_a_right_event_are_none(event):
    assert event.breaches() == []


def test_breaches_without_mails_do_not_miss_them(event):
    assert checks.breaches(event.records, event.truth, None) == []


def test_seats_find_a_seat_too_many(event):
    event.truth["trainings"][0]["capacity"] = 1

    assert checks.seats(event.truth["trainings"][0], event.rows) == ["t: 2 confirmed instead of 1"]


def test_seats_find_a_free_seat_while_somebody_waits(event):
    event.truth["trainings"][0]["capacity"] = 3

    assert checks.seats(event.truth["trainings"][0], event.rows) == ["t: 2 confirmed instead of 3"]


def test_seats_find_a_gap_in_the_waiting_list(event):
    event.rows[-1]["position"] = 4

    assert "t: the waiting list is not 1..3 in order of sequence: [1, 2, 4]" in event.breaches()


def test_seats_find_two_at_one_position(event):
    event.rows[-1]["position"] = 2

    assert "t: the waiting list is not 1..3 in order of sequence: [1, 2, 2]" in event.breaches()


def test_seats_find_a_waiting_list_in_another_order(event):
    event.rows[2]["position"], event.rows[3]["position"] = 2, 1

    assert "t: the waiting list is not 1..3 in order of sequence: [2, 1, 3]" in event.breaches()


def test_seats_find_a_sequence_given_twice(event):
    event.rows[1]["sequence"] = event.rows[0]["sequence"]

    assert event.breaches() == ["t: sequence 1 was given 2 times"]


def test_seats_find_a_seat_for_who_came_later(event):
    event.rows[1]["sequence"], event.rows[2]["sequence"] = (
        event.rows[2]["sequence"],
        event.rows[1]["sequence"],
    )

    assert "t: somebody waits who came before somebody confirmed" in event.breaches()


def test_seats_find_a_position_of_somebody_confirmed(event):
    event.rows[0]["position"] = 1

    assert "t: somebody confirmed has a position on the waiting list" in event.breaches()


def test_seats_find_somebody_cancelled(event):
    event.rows[-1] |= {"status": "cancelled", "position": None}

    assert "t: statuses that nobody asked for: ['cancelled']" in event.breaches()


def test_presence_finds_an_acknowledged_person_lost(event):
    del event.rows[-1]

    assert checks.presence(event.records, event.truth) == [
        "deelnemer-6@example.org (alone): acknowledged, but lost: stored are people []"
    ]


def test_presence_finds_one_of_a_group_lost(event):
    del event.rows[2]

    assert checks.presence(event.records, event.truth) == [
        "deelnemer-1@example.org (fit): acknowledged, but stored are people [0, 2]"
    ]


def test_presence_finds_another_status_than_was_told(event):
    event.answer(3, places=(Place("r30", "confirmed"),))

    assert checks.presence(event.records, event.truth) == [
        "deelnemer-6@example.org (alone): told [('r30', 'confirmed', None)], stored [('r30', 'waiting', 3)]"
    ]


def test_presence_finds_an_acknowledgement_without_a_result_page(event):
    event.answer(0, places=())

    assert checks.presence(event.records, event.truth) == [
        "deelnemer-0@example.org (alone): told [], stored [('r00', 'confirmed', None)]"
    ]


def test_presence_finds_a_refused_group_stored(event):
    event.rows.append({**event.rows[-1], "reference": "r20", "submission_id": "s2", "sequence": 21})

    assert checks.presence(event.records, event.truth) == [
        "deelnemer-4@example.org (all): refused, but stored: people [0]"
    ]


def test_presence_leaves_both_outcomes_to_a_form_without_answer(event):
    event.answer(1, outcome="unknown", error="no answer", places=())
    event.answer(2, outcome="unknown", error="no answer")

    assert event.breaches() == []


def test_presence_finds_half_a_form_without_answer(event):
    event.answer(1, outcome="unknown", error="no answer", places=())
    del event.rows[3]

    assert checks.presence(event.records, event.truth) == [
        "deelnemer-1@example.org (fit): without an answer, and half stored: people [0, 1]"
    ]


def test_presence_finds_what_nobody_sent(event):
    event.rows.append({**event.rows[-1], "submission_id": "strange", "sequence": 40})

    assert checks.presence(event.records, event.truth) == ["nobody sent submission strange"]


def test_presence_finds_another_training(event):
    event.rows[0]["training"] = "u"

    assert checks.presence(event.records, event.truth) == [
        "deelnemer-0@example.org (alone): stored for another training"
    ]


def test_answers_find_two_answers_to_one_form(event):
    first, second = event.records[0].answers
    other = replace(second, places=(Place("r99", "waiting", 9),))
    event.records[0] = replace(event.records[0], answers=(first, other))

    [breach] = checks.answers(event.records)

    assert breach.startswith(
        "deelnemer-0@example.org (alone): the same form sent twice got different answers"
    )


def test_answers_find_a_wrong_refusal(event):
    event.answer(3, outcome="refused", error="closed", places=())

    assert checks.answers(event.records) == ["deelnemer-6@example.org (alone): refused: closed"]


def test_answers_find_an_error_of_the_site(event):
    event.answer(3, outcome="unknown", error="status 500")

    assert checks.answers(event.records) == ["deelnemer-6@example.org (alone): answered with status 500"]


def test_doubles_find_a_person_stored_twice(event):
    event.rows.append({**event.rows[-1], "reference": "r31"})

    assert checks.doubles(event.truth) == ["person of a submission ('s3', 0) is there 2 times"]


def test_doubles_find_a_shared_reference(event):
    event.rows[-1]["reference"] = "r00"

    assert checks.doubles(event.truth) == ["reference r00 is there 2 times"]


def test_doubles_find_an_address_with_two_places(event):
    event.truth["mails"][-1]["recipient"] = "Deelnemer-0@example.org"

    assert checks.doubles(event.truth) == [
        "address in a training ('deelnemer-0@example.org', 't') is there 2 times"
    ]


def test_groups_find_people_in_another_order(event):
    event.rows[2]["sequence"], event.rows[3]["sequence"] = (
        event.rows[3]["sequence"],
        event.rows[2]["sequence"],
    )

    assert checks.groups(event.records, event.truth) == [
        "deelnemer-1@example.org (fit): the group is not in its own order: sequences [11, 13, 12]"
    ]


def test_groups_find_half_a_group_that_wanted_all_or_nobody(event):
    event.records[1] = replace(event.records[1], party=replace(event.records[1].party, mode="all"))

    assert event.breaches() == [
        "deelnemer-1@example.org (all): asked for all or nobody, and some of them wait"
    ]


def test_real_time_order_finds_who_was_overtaken(event):
    event.rows[-1]["sequence"] = 5

    assert checks.real_time_order(event.records, event.truth) == [
        "deelnemer-6@example.org (alone): sent after deelnemer-1@example.org (fit) was answered, "
        "yet before it: 5 < 13"
    ]


def test_real_time_order_leaves_forms_that_overlap(event):
    event.rows[-1]["sequence"] = 5
    event.answer(3, started=10.5)

    assert checks.real_time_order(event.records, event.truth) == []


def test_crowd_has_the_asked_people_once_and_a_tenth_in_groups():
    parties = crowd(500, training="t", in_groups=0.1)
    emails = [who.email for party in parties for who in party.people]
    groups = [party for party in parties if party.mode]

    assert len(emails) == len(set(emails)) == 500
    assert 45 <= sum(len(party.people) for party in groups) <= 50
    assert {len(party.people) for party in groups} <= {3, 4, 5}
    assert {party.mode for party in groups} == {"fit", "all"}
    assert sum(party.sends == 2 for party in parties) == -(-len(parties) // 5)
