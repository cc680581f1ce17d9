"""What people search for is counted per day, without a person, and written outside the request."""

import threading
from datetime import UTC, date, datetime

import pytest
from django.db import connection

from cms.ending import worker_ends
from resources.models import SearchDay
from resources.search.counting import counts, key_of, looks_personal
from tests.resources.search_page import news

AT = datetime(2026, 11, 3, 23, 30, tzinfo=UTC)  # the fourth in the Netherlands


def rows():
    return list(
        SearchDay.objects.order_by("date", "key").values_list("date", "key", "shown_as", "searches", "zero")
    )


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("de stages", "stag"),
        ("Stage", "stag"),
        ("stage  STAGES", "stag"),
        ("werkbegeleider training", "training werkbegeleider"),
        ("training werkbegeleider", "training werkbegeleider"),
        ("van de", "de van"),
        ("!!", ""),
    ],
)
def test_key_is_the_same_for_the_same_words(query, key):
    assert key_of(query) == key


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("sanne@example.org", True),
        ("06 1234 5678", True),
        ("bel 0612345678", True),
        ("stage 2026", False),
        ("vzmz 123456", False),
    ],
)
def test_what_looks_like_an_address_or_a_number_is_seen(query, expected):
    assert looks_personal(query) is expected


@pytest.mark.django_db
def test_counts_are_written_to_the_day_in_dutch_time():
    for total in (3, 0, 3):
        counts.note("De Stages", total=total, engine="database", at=AT)
    counts.note("muil", total=0, engine="database", at=AT, repaired_to="Muis")
    assert rows() == []

    counts.write()
    counts.write()

    day = date(2026, 11, 4)
    assert rows() == [(day, "muil", "muil", 1, 1), (day, "stag", "de stages", 3, 1)]
    assert SearchDay.objects.get(key="muil").repaired_to == "muis"


@pytest.mark.django_db
def test_counts_of_several_processes_are_added():
    SearchDay.objects.create(
        date=date(2026, 11, 4), key="stag", shown_as="stage", searches=4, zero=1, engine="database"
    )
    counts.note("stages", total=0, engine="database", at=AT)

    counts.write()

    assert rows() == [(date(2026, 11, 4), "stag", "stages", 5, 2)]


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["sanne@example.org", "0612345678", "!!"])
def test_what_looks_personal_or_says_nothing_is_not_counted(query):
    counts.note(query, total=0, engine="database", at=AT)
    counts.note("stage", total=1, engine="database", at=AT)

    counts.write()

    assert [key for _day, key, *_rest in rows()] == ["stag"]


@pytest.mark.django_db
def test_counts_that_cannot_be_written_are_kept(monkeypatch):
    counts.note("stage", total=1, engine="database", at=AT)
    with connection.execute_wrapper(_refuse):
        counts.write()
    counts.note("stage", total=1, engine="database", at=AT)

    counts.write()

    assert [(key, number) for _day, key, _shown, number, _zero in rows()] == [("stag", 2)]


def _refuse(execute, sql, params, many, context):
    from django.db import OperationalError

    if "searchday" in sql:
        raise OperationalError("database is locked")
    return execute(sql, params, many, context)


def test_threads_count_together():
    barrier = threading.Barrier(8)

    def count():
        barrier.wait()
        for _number in range(50):
            counts.note("stage", total=1, engine="database", at=AT)

    threads = [threading.Thread(target=count) for _number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert counts._counts[date(2026, 11, 4), "stag", "database"].searches == 400


@pytest.mark.django_db
def test_worker_that_ends_writes_its_counts():
    counts.note("stage", total=1, engine="database", at=AT)

    worker_ends.send_robust(sender=None)

    assert [key for _day, key, *_rest in rows()] == ["stag"]


@pytest.mark.parametrize(
    ("parameters", "headers", "expected"),
    [
        ({"q": "klompen"}, {}, ["klomp"]),
        ({"q": "klompen", "soort": "nieuws"}, {}, []),
        ({"q": "klompen", "sorteer": "nieuwste"}, {}, []),
        ({"q": "klompen", "letterlijk": "1"}, {}, []),
        ({"q": "klompen", "pagina": "2"}, {}, []),
        ({"soort": "nieuws"}, {}, []),
        ({"q": "klompen"}, {"Sec-Purpose": "prefetch;prerender"}, []),
    ],
)
def test_only_the_first_page_of_what_was_typed_counts(
    site, fresh_limits, client, parameters, headers, expected
):
    for number in range(11):
        news(f"Klompen {number}")

    assert client.get("/zoeken/", parameters, headers=headers).status_code == 200
    assert SearchDay.objects.count() == 0
    counts.write()

    assert [key for _day, key, *_rest in rows()] == expected


def test_search_writes_nothing_in_its_request(site, fresh_limits, client):
    news("Klompen")
    written = []

    def watch(execute, sql, params, many, context):
        if not sql.lstrip().upper().startswith(("SELECT", "SAVEPOINT", "RELEASE", "WITH", "(")):
            written.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        client.get("/zoeken/", {"q": "klompen"})

    assert written == []
