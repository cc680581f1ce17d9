from django.db import OperationalError
from django.http import HttpResponse

from cms.middleware import BusyDatabase


def middleware() -> BusyDatabase:
    return BusyDatabase(lambda request: HttpResponse())


def test_busy_database_answers_503_and_when_to_try_again(rf):
    answer = middleware().process_exception(rf.post("/mijn/"), OperationalError("database is locked"))

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Het is even heel druk" in answer.content.decode()


def test_other_mistake_is_left_to_django(rf):
    assert middleware().process_exception(rf.post("/mijn/"), ValueError("ours")) is None
