"""The calendar itself: weeks, days and where the links lead."""

from datetime import UTC, date, datetime

import pytest

from network.month import (
    Meeting,
    bounds,
    following,
    month_of,
    month_word,
    neighbours,
    numbered,
    preceding,
    read_month,
    weeks,
)
from tests.network.conftest import local

DECEMBER = date(2026, 12, 1)


def meeting(*day, hours=(13, 16), subject="training"):
    return Meeting(local(*day, hours[0]), local(*day, hours[1]), subject)


def subjects(found) -> dict:
    return {
        day.date.isoformat(): [one.subject for one in day.meetings]
        for week in found
        for day in week
        if day.meetings
    }


@pytest.mark.parametrize(
    ("month", "number", "first", "last"),
    [
        (DECEMBER, 5, date(2026, 11, 30), date(2027, 1, 3)),
        (date(2027, 2, 1), 4, date(2027, 2, 1), date(2027, 2, 28)),  # begins on Monday, ends on Sunday
        (date(2026, 8, 1), 6, date(2026, 7, 27), date(2026, 9, 6)),  # begins on Saturday
        (date(2028, 2, 1), 5, date(2028, 1, 31), date(2028, 3, 5)),  # has 29 days
    ],
)
def test_weeks_begin_on_monday_and_cover_the_month(month, number, first, last):
    found = weeks(month, [], today=date(2020, 1, 1))

    assert [len(week) for week in found] == [7] * number
    assert (found[0][0].date, found[-1][-1].date) == (first, last)


def test_weeks_mark_today_only_in_its_own_month():
    today = date(2026, 11, 30)  # also in the first week of December

    november = [
        day.date for week in weeks(date(2026, 11, 1), [], today=today) for day in week if day.is_today
    ]
    december = [day.date for week in weeks(DECEMBER, [], today=today) for day in week if day.is_today]

    assert november == [today]
    assert december == []


def test_meetings_stand_on_their_day_soonest_first():
    late, early = meeting(2026, 12, 7, hours=(19, 21), subject="laat"), meeting(2026, 12, 7, subject="vroeg")

    found = weeks(DECEMBER, [late, early, meeting(2026, 12, 8)], today=DECEMBER)

    assert subjects(found) == {"2026-12-07": ["vroeg", "laat"], "2026-12-08": ["training"]}


def test_meeting_outside_of_the_month_is_not_shown_in_its_weeks():
    found = weeks(DECEMBER, [meeting(2026, 11, 30), meeting(2027, 1, 1)], today=DECEMBER)

    assert subjects(found) == {}


def test_day_of_a_meeting_is_the_day_in_amsterdam():
    begins = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)  # half past midnight on the first of December

    found = weeks(DECEMBER, [Meeting(begins, begins.replace(minute=45), "nacht")], today=DECEMBER)

    assert subjects(found) == {"2026-12-01": ["nacht"]}


@pytest.mark.parametrize(
    ("ends_at", "days"),
    [
        (local(2026, 12, 8, 0), ["2026-12-07"]),  # ends at midnight
        (local(2026, 12, 9, 12), ["2026-12-07", "2026-12-08", "2026-12-09"]),
        (local(2026, 12, 31, 12), [f"2026-12-{day:02}" for day in range(7, 14)]),  # at most a week
    ],
)
def test_meeting_of_several_days_stands_on_each(ends_at, days):
    assert [day.isoformat() for day in Meeting(local(2026, 12, 7, 9), ends_at, "").days] == days


def test_sessions_get_their_number_in_order_of_time():
    sessions = [(local(2026, 12, day, 9), local(2026, 12, day, 10), f"op {day}") for day in (9, 2, 16)]

    found = [(one.part, one.parts, one.note) for one in numbered("reeks", sessions)]

    assert found == [(1, 3, "op 2"), (2, 3, "op 9"), (3, 3, "op 16")]


@pytest.mark.parametrize("word", ["", "2027", "2027-13", "2027-1", "27-01", "2027-01-01", "0027-01", "x"])
def test_word_that_is_no_month_is_none(word):
    assert read_month(word) is None


def test_month_and_its_word_go_both_ways_over_the_turn_of_the_year():
    assert read_month("2027-01") == following(DECEMBER) == date(2027, 1, 1)
    assert preceding(date(2027, 1, 1)) == DECEMBER
    assert month_word(DECEMBER) == "2026-12"
    assert month_of(datetime(2026, 11, 30, 23, 30, tzinfo=UTC)) == DECEMBER


def test_bounds_are_midnights_in_amsterdam_also_when_the_clock_changes():
    assert bounds(date(2027, 3, 1)) == (local(2027, 3, 1), local(2027, 4, 1))
    assert [one.utcoffset().total_seconds() / 3600 for one in bounds(date(2027, 3, 1))] == [1, 2]


@pytest.mark.parametrize(
    ("month", "leads_to"),
    [
        (date(2026, 11, 1), (None, DECEMBER)),
        (DECEMBER, (date(2026, 11, 1), date(2027, 1, 1))),
        (date(2027, 2, 1), (date(2027, 1, 1), None)),
        (date(2040, 5, 1), (date(2027, 2, 1), None)),
        (date(1990, 5, 1), (None, date(2026, 11, 1))),
    ],
)
def test_neighbours_stay_where_something_happens(month, leads_to):
    assert neighbours(month, date(2026, 11, 1), date(2027, 2, 1)) == leads_to


def test_neighbours_of_a_month_when_there_is_nothing_at_all():
    assert neighbours(DECEMBER, None, None) == (None, None)
