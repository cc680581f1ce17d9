import pytest
from django.db import DatabaseError

from cms import health
from cms.models import JobRun


def test_live_answers_without_the_database(client):
    response = client.get("/healthz/live")

    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_ready_tells_the_parts_and_leaves_nothing_behind(client):
    response = client.get("/healthz/ready")

    report = response.json()
    assert response.status_code == 200
    assert (report["status"], report["database"], report["migrations"]) == ("ok", "ok", "ok")
    assert set(report) == {
        "status", "database", "migrations", "search", "cache", "mail", "outbox", "messages", "tasks",
        "disk",
    }  # fmt: skip
    assert JobRun.objects.count() == 0


@pytest.mark.django_db
def test_not_ready_while_the_database_takes_no_write(client, monkeypatch):
    def refuse(*args, **kwargs):
        raise DatabaseError("attempt to write a readonly database")

    monkeypatch.setattr(JobRun.objects, "create", refuse)

    response = client.get("/healthz/ready")

    assert response.status_code == 503
    assert response.json()["database"] == "not writable"
    assert "readonly" not in response.content.decode()


@pytest.mark.django_db
def test_part_that_fails_does_not_take_the_site_out_of_service(client, monkeypatch):
    def broken(at):
        raise OSError("no answer")

    monkeypatch.setitem(health._parts, "mail", broken)

    response = client.get("/healthz/ready")

    assert (response.status_code, response.json()["mail"]) == (200, "unknown")
