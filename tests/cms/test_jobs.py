from datetime import UTC, datetime, timedelta

import pytest

from cms import jobs
from cms.models import JobRun

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


@pytest.fixture
def calls(monkeypatch):
    """Only one job is registered, every ten minutes, and it notes when it was called."""
    moments = []
    monkeypatch.setattr(jobs, "registry", {})
    monkeypatch.setattr(jobs, "autodiscover_modules", lambda *_: None)
    jobs.periodic(minutes=10)(moments.append)
    return moments


@pytest.fixture
def name(calls):
    return next(iter(jobs.registry))


def test_run_due_runs_a_new_job_at_once_and_notes_it(calls, name):
    ran = jobs.run_due(at=NOON)

    assert ran == [name]
    assert calls == [NOON]
    row = JobRun.objects.get()
    assert (row.name, row.last_started_at, row.last_error) == (name, NOON, "")
    assert row.last_finished_at >= NOON


def test_run_due_waits_for_the_interval(calls):
    for minutes in (0, 9, 10, 11, 20):
        at = NOON + timedelta(minutes=minutes)
        jobs.run_due(at=at)
        JobRun.objects.update(last_finished_at=at)

    assert calls == [NOON, NOON + timedelta(minutes=10), NOON + timedelta(minutes=20)]


def test_run_due_with_everything_does_not_wait(calls, name):
    jobs.run_due(at=NOON)
    JobRun.objects.update(last_finished_at=NOON)

    assert jobs.run_due(at=NOON + timedelta(minutes=1), everything=True) == [name]
    assert len(calls) == 2


@pytest.mark.parametrize("everything", [False, True])
def test_a_job_that_another_process_runs_is_left_to_it(calls, name, everything):
    JobRun.objects.create(name=name, last_started_at=NOON)

    assert jobs.run_due(at=NOON + timedelta(minutes=30), everything=everything) == []
    assert calls == []


def test_a_run_whose_process_was_lost_is_taken_over_after_an_hour(calls, name):
    JobRun.objects.create(name=name, last_started_at=NOON)

    assert jobs.run_due(at=NOON + timedelta(hours=1)) == [name]


def test_a_failing_job_is_noted_and_the_others_run(calls, name, caplog):
    def failing(_at):
        raise ValueError("no such room")

    jobs.registry = {
        "failing": jobs.Job("failing", timedelta(minutes=1), failing),
        **jobs.registry,
    }

    assert jobs.run_due(at=NOON) == ["failing", name]
    assert JobRun.objects.get(name="failing").last_error == "ValueError('no such room')"
    assert calls == [NOON]
    assert [record.message for record in caplog.records] == ["Job failing failed"]


def test_prune_task_results_has_nothing_to_do_where_tasks_run_at_once():
    assert jobs.prune_task_results(NOON) is None
