"""Pages of a rush are drawn once, and again as soon as anything on them is different."""

import re

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from cms.models import SiteNotice
from network.kept_pages import kept_page
from network.models import TrainingEvent
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


def test_kept_page_is_not_drawn_again():
    drawn = []

    def page(number, words="open"):
        def draw():
            drawn.append(number)
            return HttpResponse(f"<p>{words}: {number}, {number}</p>")

        return kept_page(["one", words, f"row {number}"], [number], draw).content.decode()

    pages = [page("a-1"), page("b-2"), page("b-2", "vol"), page("c-3")]

    assert pages == [
        "<p>open: a-1, a-1</p>",
        "<p>open: b-2, b-2</p>",
        "<p>vol: b-2, b-2</p>",
        "<p>open: c-3, c-3</p>",
    ]
    assert drawn == ["a-1", "b-2"]


def test_page_that_asks_the_database_while_it_is_drawn_is_not_kept(db):
    drawn = []

    def draw():
        drawn.append(1)
        return HttpResponse(f"{TrainingEvent.objects.count()}")

    for number in ("a-1", "b-2"):
        kept_page(["asks"], [number], draw)

    assert len(drawn) == 2


def test_each_answer_shows_its_own_reference(site, client):
    event = TrainingEventFactory(capacity=9)
    answers = [join(event, name) for name in ("Sanne", "Bilal", "Fenna")]

    pages = [client.get(f"/trainingen/{event.slug}/aanmelden/{one.pk}/").content.decode() for one in answers]

    shown = [re.findall(r'data-reference="([^"]+)"', page) for page in pages]
    assert shown == [[one["reference"] for one in answer.outcome] for answer in answers]
    assert [str(answer.pk) in page for page, answer in zip(pages, answers, strict=True)] == [True] * 3


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
