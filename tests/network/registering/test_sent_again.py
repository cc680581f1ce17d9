"""Sent twice, sent by many, sent for a known address, sent while the database is busy (rule 4)."""

import re

import pytest
from django.db import OperationalError, connection

from cms import limits
from cms.models import OutgoingMail
from network.models import Registration, Submission
from tests.factories import TrainingEventFactory
from tests.network.registering.forms import answer, filled, marks, send
from tests.network.registration.people import join

pytestmark = pytest.mark.django_db
CHANGING = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[2-9A-Z]{4}-[2-9A-Z]{4}")  # numbers of forms, references


@pytest.fixture(autouse=True)
def _no_counts():
    limits.forget()
    yield
    limits.forget()


def test_same_form_again_gets_the_same_answer(site, client):
    event, data = TrainingEventFactory(), filled("Sanne")
    first = send(client, event, data)

    second = send(client, event, data)

    assert (second.status_code, second["Location"]) == (303, first["Location"])
    assert answer(client, second) == answer(client, first)
    assert (Registration.objects.count(), OutgoingMail.objects.count()) == (1, 1)


def test_same_form_again_is_answered_beyond_the_limit_and_after_closing(site, client, settings):
    settings.LIMIT_REGISTER = "1/15m"
    event, data = TrainingEventFactory(), filled("Sanne")
    first = send(client, event, data)
    type(event).objects.filter(pk=event.pk).update(registration_closes_at="2020-01-01T00:00Z")

    assert send(client, event, data)["Location"] == first["Location"]
    assert send(client, event, filled("Bilal")).status_code == 429


@pytest.mark.parametrize("change", [{"name": "Bilal"}, {"email": "x"}, {"organisation": "bestaat-niet"}])
def test_same_number_with_other_data_is_refused_and_can_be_meant(site, client, change):
    event, data = TrainingEventFactory(), filled("Sanne")
    send(client, event, data)

    response = send(client, event, {**data, **change})

    assert (response.status_code, marks(response)) == (409, [{"error": "duplicate"}])
    assert data["submission_id"] not in response.content.decode()
    assert Submission.objects.count() == 1


def test_same_number_for_another_training_is_refused(site, client):
    event, other, data = TrainingEventFactory(), TrainingEventFactory(), filled("Sanne")
    send(client, event, data)

    response = send(client, other, data)

    assert (response.status_code, marks(response)) == (409, [{"error": "duplicate"}])


def test_known_address_gets_the_answer_of_a_newcomer(site, client):
    event = TrainingEventFactory(capacity=9)
    join(event, "Sanne")

    known = send(client, event, filled("Sanne"))
    new = send(client, event, filled("Bilal"))

    assert CHANGING.sub("", known["Location"]) == CHANGING.sub("", new["Location"])
    pages = [client.get(one["Location"]).content.decode() for one in (known, new)]
    assert CHANGING.sub("", pages[0]) == CHANGING.sub("", pages[1])
    assert [one["status"] for one in answer(client, known)] == ["confirmed"]
    assert (Registration.objects.count(), OutgoingMail.objects.filter(kind="link").count()) == (2, 1)


def test_twenty_five_colleagues_behind_one_address_all_get_in(site, client):
    event = TrainingEventFactory(capacity=30)

    statuses = [send(client, event, filled(f"Collega{number}")).status_code for number in range(25)]

    assert statuses == [303] * 25


def test_one_more_than_the_limit_waits_and_loses_nothing(site, client, settings):
    settings.LIMIT_REGISTER = "3/15m"
    event = TrainingEventFactory(capacity=30)
    for number in range(3):
        send(client, event, filled(f"Collega{number}"))

    response = send(client, event, filled("Vierde"))

    assert (response.status_code, marks(response)) == (429, [{"error": "busy"}])
    assert 0 < int(response["Retry-After"]) <= 900
    assert 'value="Vierde"' in response.content.decode()
    assert Registration.objects.count() == 3


def test_one_address_is_limited_from_everywhere(site, client, settings):
    settings.LIMIT_REGISTER = "3/15m"
    events = TrainingEventFactory.create_batch(4)

    codes = [
        client.post(
            f"/trainingen/{event.slug}/aanmelden/", filled("Sanne"), REMOTE_ADDR=f"192.0.2.{number}"
        ).status_code
        for number, event in enumerate(events)
    ]

    assert codes == [303, 303, 303, 429]


def test_one_training_is_limited_for_all_together(site, client, settings):
    settings.LIMIT_REGISTER = "1/15m"
    event = TrainingEventFactory(capacity=30)

    codes = [
        client.post(
            f"/trainingen/{event.slug}/aanmelden/",
            filled(f"Collega{number}"),
            REMOTE_ADDR=f"192.0.2.{number}",
        ).status_code
        for number in range(21)
    ]

    assert codes == [303] * 20 + [429]


def test_forms_that_are_not_right_do_not_count(site, client, settings):
    settings.LIMIT_REGISTER = "1/15m"
    event = TrainingEventFactory()
    for _try in range(3):
        send(client, event, filled("Sanne", email="x"))

    assert send(client, event, filled("Sanne")).status_code == 303


def test_form_of_another_site_is_refused(site, client):
    event = TrainingEventFactory()

    response = send(client, event, filled("Sanne"), sec_fetch_site="cross-site")

    assert (response.status_code, Submission.objects.count()) == (403, 0)


def test_busy_database_is_503_and_loses_nothing(site, client):
    event, data = TrainingEventFactory(), filled("Sanne")

    def busy(execute, sql, *arguments):
        if sql.startswith("INSERT"):
            raise OperationalError("database is locked")
        return execute(sql, *arguments)

    with connection.execute_wrapper(busy):
        response = send(client, event, data)

    assert (response.status_code, marks(response)) == (503, [{"error": "busy"}])
    assert response["Retry-After"] == "5"
    assert f'value="{data["submission_id"]}"' in response.content.decode()
    assert Submission.objects.count() == 0
    assert send(client, event, data).status_code == 303
