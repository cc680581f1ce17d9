"""The bare database beside the site: the same guarded insert without a site, straight from two processes.

Lock the training, count its confirmed people, then registration, log entry and mail in one commit. Every
thousand people another training, because the count grows with the people, as it does on the site.
"""

from __future__ import annotations

import multiprocessing
import time
import uuid
from itertools import count

PROCESSES = 2
SECONDS = 4
CAPACITY = 100_000
EACH = 500  # people that one process brings to one training
BODY = "x" * 1500  # bytes; about what a row of the outbox weighs

SCHEMA = """
CREATE TABLE training (id INTEGER PRIMARY KEY, capacity INTEGER NOT NULL, last_sequence INTEGER NOT NULL);
CREATE TABLE registration (
    id {key}, training_id INTEGER NOT NULL REFERENCES training (id),
    submission_id VARCHAR(36) NOT NULL, person INTEGER NOT NULL, sequence INTEGER NOT NULL,
    status VARCHAR(10) NOT NULL, name VARCHAR(120) NOT NULL, email VARCHAR(254) NOT NULL,
    UNIQUE (submission_id, person), UNIQUE (training_id, email));
CREATE INDEX registration_status ON registration (training_id, status);
CREATE TABLE log (
    id {key}, registration_id INTEGER NOT NULL REFERENCES registration (id), what VARCHAR(40) NOT NULL);
CREATE TABLE mail (
    id {key}, registration_id INTEGER NOT NULL REFERENCES registration (id),
    message_id VARCHAR(100) UNIQUE NOT NULL, state VARCHAR(10) NOT NULL, body TEXT NOT NULL);
"""
REGISTRATION = """
INSERT INTO registration (training_id, submission_id, person, sequence, status, name, email)
VALUES (%s, %s, %s, %s, %s, %s, %s) RETURNING id
"""
LOG = "INSERT INTO log (registration_id, what) VALUES (%s, 'registered') RETURNING id"
MAIL = (
    "INSERT INTO mail (registration_id, message_id, state, body) VALUES (%s, %s, 'queued', %s) RETURNING id"
)
POSTGRES_KEY, SQLITE_KEY = "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "INTEGER PRIMARY KEY"


def insert(execute, begin: str, lock: str, training: int) -> None:
    """Register one person: ``execute`` runs a statement with %s for values and gives its first row."""
    execute(begin, ())
    capacity, last = execute(f"SELECT capacity, last_sequence FROM training WHERE id = %s{lock}", (training,))
    taken = "SELECT count(*) FROM registration WHERE training_id = %s AND status = 'confirmed'"
    status = "confirmed" if execute(taken, (training,))[0] < capacity else "waiting"
    submission = str(uuid.uuid4())
    email = f"{submission}@example.org"
    row = execute(REGISTRATION, (training, submission, 0, last + 1, status, "Sanne de Wit", email))
    execute(LOG, row)
    execute(MAIL, (*row, f"<{email}>", BODY))
    execute("UPDATE training SET last_sequence = %s WHERE id = %s RETURNING id", (last + 1, training))
    execute("COMMIT", ())


def open_sqlite(path: str):
    """A connection as the site has it, and how to run a statement on it."""
    try:
        import pysqlite3 as sqlite3  # the library that the site uses (cms/settings/base.py)
    except ImportError:
        import sqlite3

    connection = sqlite3.connect(path, timeout=20, isolation_level=None)
    connection.executescript("PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL;")

    def execute(statement: str, values: tuple):
        return connection.execute(statement.replace("%s", "?"), values).fetchone()

    return connection, execute, "BEGIN IMMEDIATE", ""


def open_postgres(url: str):
    import psycopg  # not needed for SQLite

    connection = psycopg.connect(url, autocommit=True)

    def execute(statement: str, values: tuple):
        cursor = connection.execute(statement, values)
        return cursor.fetchone() if cursor.description else None

    return connection, execute, "BEGIN", " FOR UPDATE"


def opened(url: str):
    return open_sqlite(url.removeprefix("sqlite:///")) if url.startswith("sqlite") else open_postgres(url)


def prepare(url: str) -> None:
    """Make the tables and trainings in the empty database at ``url``."""
    connection, execute, *_how = opened(url)
    for statement in SCHEMA.format(key=SQLITE_KEY if url.startswith("sqlite") else POSTGRES_KEY).split(";"):
        if statement.strip():
            execute(statement, ())
    for number in range(200):
        execute("INSERT INTO training VALUES (%s, %s, 0)", (number, CAPACITY))
    connection.close()


def work(url: str, barrier) -> int:
    """Insert for ``SECONDS`` in one process, and return how many."""
    connection, execute, begin, lock = opened(url)
    barrier.wait()
    end = time.monotonic() + SECONDS
    for done in count():
        if time.monotonic() > end:
            break
        insert(execute, begin, lock, done // EACH)
    connection.close()
    return done


def _report(url, barrier, results) -> None:
    results.put(work(url, barrier))


def rate(url: str) -> float:
    """Guarded inserts a second into the empty database at ``url``."""
    prepare(url)
    context = multiprocessing.get_context("spawn")
    barrier, results = context.Barrier(PROCESSES), context.Queue()
    workers = [context.Process(target=_report, args=(url, barrier, results)) for _ in range(PROCESSES)]
    for worker in workers:
        worker.start()
    total = sum(results.get(timeout=60) for _ in workers)
    for worker in workers:
        worker.join()
    return total / SECONDS
