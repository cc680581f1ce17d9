"""The page with a blank form is drawn once, and again as soon as anything on it is different."""

import re

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from cms.models import SiteNotice
from network.blank_pages import blank_page
from network.models import TrainingEvent
from network.registration.submission_ids import new_submission_id
from tests.factories import OrganisationFactory, TrainingEventFactory
from tests.network.conftest import local
from tests.network.registration.people import join

pytestmark = pytest.mark.django_db
NUMBER = re.compile(r'name="submission_id" value="([0-9a-f-]{36})"')


def opened(client, event, query="") -> tuple[str, str]:
    """The number of the form, and the page without it."""
    page = client.get(f"/trainingen/{event.slug}/aanmelden/{query}").content.decode()
    (number,) = NUMBER.findall(page)
    return number, page.replace(number, "")


def test_every_opened_form_has_a_number_of_its_own(site, client):
    event = TrainingEventFactory(title="Coachend begeleiden")

    first, second = opened(client, event), opened(client, event)

    assert first[0] != second[0]
    assert first[1] == second[1]


def test_kept_page_is_not_drawn_again(site, client):
    event = TrainingEventFactory()
    opened(client, event)
    drawn = []

    def draw(number):
        drawn.append(number)
        return HttpResponse(f"<p>{number}</p>")

    numbers = [new_submission_id(local(2027, 1, 1, 12)) for _ in range(3)]
    pages = [blank_page(("one", event.pk), number, draw).content.decode() for number in numbers]

    assert pages == [f"<p>{number}</p>" for number in numbers]
    assert drawn == numbers[:1]


def test_page_that_asks_the_database_while_it_is_drawn_is_not_kept(db):
    drawn = []

    def draw(number):
        drawn.append(number)
        return HttpResponse(f"{number} {TrainingEvent.objects.count()}")

    for _ in range(2):
        blank_page("asks", new_submission_id(local(2027, 1, 1, 12)), draw)

    assert len(drawn) == 2


def test_page_is_read_at_every_visit(site, client):
    event = TrainingEventFactory()
    with CaptureQueriesContext(connection) as first:
        opened(client, event)
    with CaptureQueriesContext(connection) as second:
        opened(client, event)

    assert (len(first), len(second)) == (2, 2)


@pytest.mark.parametrize(
    "change",
    [
        lambda event: TrainingEvent.objects.filter(pk=event.pk).update(title="Anders"),
        lambda event: TrainingEvent.objects.filter(pk=event.pk).update(asks_dietary_needs=True),
        lambda event: join(event, "Sanne"),
        lambda event: OrganisationFactory(name="Zorghuis De Eik", slug="de-eik"),
        lambda event: SiteNotice.objects.create(
            text="Morgen zijn we dicht.", shown_from=local(2026, 1, 1, 12)
        ),
    ],
    ids=["title", "question", "seat", "organisation", "notice"],
)
def test_change_of_what_it_shows_shows_at_once(site, client, change):
    event = TrainingEventFactory(title="Coachend begeleiden", capacity=4)
    _number, before = opened(client, event)

    change(event)

    assert opened(client, event)[1] != before


def test_forms_for_one_and_for_several_are_different_pages(site, client):
    event = TrainingEventFactory()

    assert opened(client, event)[1] != opened(client, event, "?personen=3")[1]
