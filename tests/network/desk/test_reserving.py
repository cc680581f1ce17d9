"""The page with which a coordinator holds places, and what the desk shows of them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms import limits
from network.models import Registration
from tests.factories import TrainingEventFactory
from tests.network.desk.coordinators import Desk, statuses
from tests.network.registering.forms import marks, opened

pytestmark = pytest.mark.django_db


def path(event) -> str:
    return f"/mijn/trainingen/{event.slug}/plaatsen/"


def day(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def sent(**values) -> dict[str, str]:
    return {"submission_id": opened(), "number": "2", "day": day(3), **values}


def test_places_are_held_and_wait_for_names_at_the_desk(site):
    desk = Desk()
    event = TrainingEventFactory(capacity=2)

    response = desk.post(path(event), sent())

    html = desk.get(response["Location"]).content.decode()
    rows = Registration.objects.order_by("sequence")
    until = {timezone.localtime(one.named_by).strftime("%Y-%m-%d %H:%M") for one in rows}
    assert (response.status_code, response["Location"]) == (
        303,
        f"/mijn/?klaar=vastgehouden#party-{event.pk}",
    )
    assert (until, {one.registered_by for one in rows}) == ({f"{day(3)} 23:59"}, {desk.user})
    assert (html.count("Vul een naam in"), "De plaatsen zijn voor jullie" in html) == (2, True)


def test_places_are_held_once_when_the_form_is_sent_twice(site):
    desk = Desk()
    event, data = TrainingEventFactory(capacity=9), sent()

    answers = [desk.post(path(event), data).status_code for _time in range(2)]

    assert (answers, Registration.objects.count()) == ([303, 303], 2)


def test_form_that_was_taken_gets_its_answer_beyond_the_limits(site, settings):
    settings.LIMIT_REGISTER = "2/15m"
    limits.forget()
    desk = Desk()
    event = TrainingEventFactory(capacity=9)
    first = sent()

    codes = [desk.post(path(event), data).status_code for data in (first, sent(), first, sent(), first)]

    assert (codes, Registration.objects.count()) == ([303, 303, 303, 429, 303], 4)
    limits.forget()


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"number": "0"}, 422, "invalid"),
        ({"number": "21"}, 422, "invalid"),
        ({"day": day(-1)}, 422, "invalid"),
        ({"day": day(29)}, 422, "invalid"),
        ({"day": ""}, 422, "invalid"),
        ({"submission_id": ""}, 422, "invalid"),
        ({"number": "3"}, 409, "full"),
    ],
)
def test_places_that_cannot_be_held_are_refused(site, change, status, code):
    desk = Desk()
    event = TrainingEventFactory(capacity=2)

    response = desk.post(path(event), sent(**change))

    assert (response.status_code, marks(response)) == (status, [{"error": code}])
    assert Registration.objects.count() == 0


def test_places_cannot_be_held_where_people_wait(site):
    desk = Desk()
    event = TrainingEventFactory(capacity=1)
    desk.join(event, "Sanne", "Bilal")

    html = desk.get(path(event)).content.decode()

    assert 'name="number"' not in html
    assert f'href="{path(event)}"' not in desk.get("/mijn/").content.decode()


def test_page_to_hold_places_is_for_coordinators_and_kept_by_nobody(site):
    desk = Desk()
    event = TrainingEventFactory()

    response = desk.get(path(event))

    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-store")
    assert f'value="{day(14)}"' in response.content.decode()
    for method in ("get", "post"):
        found = statuses(path(event), method=method)
        assert found.pop("another coordinator") == (200 if method == "get" else 422)  # for the own people
        assert found == {"stranger": 302, "editor": 404, "without organisation": 404}
