"""The evaluation: who was there is asked the day after, answers once, and nobody is recognised."""

from datetime import timedelta

import pytest

from network.attendance.evaluating import answer, due_at, invite, outcome, uninvited
from network.models import Evaluation, EvaluationInvitation
from network.registration import forgetting
from tests.network.attendance.conftest import AFTER
from tests.network.conftest import local
from tests.network.registration.people import mails, named

DUE = local(2027, 5, 26, 9)
SCORES = {"useful": 5, "trainer": 4, "exchange": 3, "organisation": 5}


def asked(event) -> list[str]:
    return [name for kind, name in mails(event) if kind == "evaluation"]


def test_who_was_there_is_asked_once_at_nine_the_day_after(event, there):
    there(1, "Sanne de Wit")
    there(2, "Bilal Kaya")
    there(2, "Fenna van den Berg", present=False)

    before = uninvited(DUE - timedelta(minutes=1))
    found = [one.pk for one in uninvited(DUE)]
    counts = [invite(event, at=at) for at in (DUE - timedelta(minutes=1), DUE, DUE)]

    assert (due_at(event), before, found) == (DUE, [], [event.pk])
    assert counts == [0, 2, 0]
    assert asked(event) == ["Sanne de Wit", "Bilal Kaya"]
    assert uninvited(DUE) == []


def test_who_is_noted_later_is_asked_later_but_not_weeks_after(event, there):
    there(1, "Sanne de Wit")
    invite(event, at=DUE)
    there(2, "Bilal Kaya")

    assert [one.pk for one in uninvited(DUE + timedelta(days=2))] == [event.pk]
    assert uninvited(DUE + timedelta(days=30)) == []


def test_nobody_is_asked_about_a_training_that_was_called_off(event, there):
    there(1, "Sanne de Wit")
    event.cancelled_at, event.cancellation_reason = AFTER, "Ziek"
    event.save()

    assert (uninvited(DUE), invite(event, at=DUE), asked(event)) == ([], 0, [])


def test_answer_is_stored_once_and_leads_back_to_nobody(event, there):
    there(1, "Sanne de Wit")
    invite(event, at=DUE)
    invitation = EvaluationInvitation.objects.get()

    stored = [answer(invitation, SCORES, " Fijn. ", at=DUE), answer(invitation, SCORES, "Nog eens", at=DUE)]

    assert stored == [True, False]
    row = Evaluation.objects.get()
    assert (row.event, row.useful, row.exchange, row.remark) == (event, 5, 3, "Fijn.")
    assert row.submitted_on == DUE.date()
    assert {field.name for field in Evaluation._meta.get_fields() if field.is_relation} == {"event"}
    assert [field.name for field in EvaluationInvitation._meta.get_fields()] == [
        *("id", "registration", "sent_at", "is_answered")
    ]


@pytest.mark.parametrize(("number", "shown"), [(2, []), (3, [5.0, 4.0, 3.0, 5.0])])
def test_figures_are_shown_from_three_answers_on(event, number, shown):
    for count in range(number):
        Evaluation.objects.create(event=event, submitted_on=DUE.date(), remark=f"{count}", **SCORES)

    found = outcome(event)

    assert [figure.average for figure in found.figures] == shown
    assert (found.answered, len(found.remarks)) == (number, number if shown else 0)
    assert [figure.counts for figure in found.figures][:1] == ([[0, 0, 0, 0, 3]] if shown else [])


def test_erasing_leaves_the_answer(event, there):
    there(1, "Sanne de Wit")
    invite(event, at=DUE)
    answer(EvaluationInvitation.objects.get(), SCORES, "", at=DUE)

    forgetting.erase(named(event, "Sanne de Wit"), at=DUE)

    assert Evaluation.objects.count() == 1
    assert invite(event, at=DUE) == 0
