"""The link again for who lost it: the answer, its work and its time are the same for every address."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms import limits
from cms.models import OutgoingMail
from cms.outbox import send_due
from network.registration.cancelling import cancel
from tests.factories import TrainingEventFactory
from tests.network.registering.forms import marks, opened
from tests.network.registration.people import join, named

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_counts():
    limits.forget()
    yield
    limits.forget()


def ask(client, email, **values):
    """Send the form; what it asks for is looked up by the mail sender (`send_due`)."""
    return client.post("/aanmelding/kwijt/", {"submission_id": opened(), "email": email, **values})


def test_lost_link_is_mailed_for_each_training_to_come(site, client):
    for event in (TrainingEventFactory(), TrainingEventFactory()):
        join(event, "Sanne")
    past = TrainingEventFactory()
    join(past, "Sanne")
    type(past).objects.filter(pk=past.pk).update(starts_at=timezone.now() - timedelta(hours=1))

    response = ask(client, " SANNE@example.org")

    send_due()
    assert (response.status_code, response["Location"]) == (303, "/aanmelding/kwijt/?verzonden=1")
    assert OutgoingMail.objects.filter(kind="link", recipient="sanne@example.org").count() == 2


def test_lost_link_answers_the_same_for_everybody(site, client):
    join(TrainingEventFactory(), "Sanne")

    known, unknown = ask(client, "sanne@example.org"), ask(client, "niemand@example.org")

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    send_due()
    assert OutgoingMail.objects.filter(kind="link").count() == 1
    assert OutgoingMail.objects.filter(kind="lost-link").count() == 0


def test_lost_link_costs_the_same_work_for_everybody(site, client):
    join(TrainingEventFactory(), "Sanne")
    ask(client, "eerste@example.org")  # warms what a process reads once

    work = []
    for email in ("sanne@example.org", "niemand@example.org"):
        with CaptureQueriesContext(connection) as queries:
            ask(client, email)
        statements = [re.split(r' VALUES| WHERE|"s\d+_x', query["sql"])[0] for query in queries]
        work.append((statements, OutgoingMail.objects.filter(recipient=email, kind="lost-link").count()))

    assert work[0] == work[1]
    assert work[0][1] == 1


def test_lost_link_is_not_mailed_for_what_was_cancelled(site, client):
    join(event := TrainingEventFactory(), "Sanne")
    cancel(named(event, "Sanne"))

    ask(client, "sanne@example.org")

    send_due()
    assert OutgoingMail.objects.filter(kind="link").count() == 0


@pytest.mark.parametrize(
    "change", [{"email": "x"}, {"email": ""}, {"website": "x"}, {"submission_id": ""}], ids=repr
)
def test_lost_link_form_that_is_not_right_mails_nothing(site, client, change):
    join(TrainingEventFactory(), "Sanne")

    response = ask(client, "sanne@example.org", **change) if "email" not in change else ask(client, **change)

    assert (response.status_code, marks(response)) == (422, [{"error": "invalid"}])
    assert OutgoingMail.objects.filter(kind__in=["link", "lost-link"]).count() == 0


def test_lost_link_is_limited_for_a_visitor_and_silently_for_an_address(site, client, settings):
    settings.LIMIT_REGISTER = "6/15m"

    codes = [ask(client, "sanne@example.org").status_code for _time in range(7)]

    assert codes == [303] * 6 + [429]
    assert OutgoingMail.objects.filter(kind="lost-link").count() == 5
