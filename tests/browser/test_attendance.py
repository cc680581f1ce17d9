"""Attendance on a phone: each tap is saved at once, and none is lost while the network is away.

The list is served by the test itself, so that it can take the network away and see what arrives.
"""

from types import SimpleNamespace
from urllib.parse import parse_qs

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from network.organiser_after.attendance_form import Person
from tests.browser.conftest import PHONE

PATH = "/cms/trainingen/7/aanwezigheid/"
PEOPLE = [Person(11, "Sanne de Wit", "Het Laar", None), Person(12, "Bilal Kaya", "'t Heem", True)]


@pytest.fixture
def room(new_page, demo_site):
    """A page with the list, what was sent (pairs of person and presence), and whether there is a network."""
    page, sent, network = new_page(viewport=PHONE), [], SimpleNamespace(is_there=True)
    context = {"event": {"pk": 7}, "session": {"number": 1}, "people": PEOPLE, "number_present": 1}
    with translation.override("nl"):
        form = render_to_string(
            "network/organiser_after/_people.html", {**context, "is_open": True, "csrf_token": "x"}
        )
    script = '<script type="module" src="/static/network/attendance.js"></script>'

    def serve(route):
        if route.request.method == "GET":
            route.fulfill(content_type="text/html; charset=utf-8", body=f"<!doctype html>{form}{script}")
        elif network.is_there:
            sent.extend(parse_qs(route.request.post_data)["tap"])
            route.fulfill(json={"saved": 1})
        else:
            route.fulfill(status=503)

    page.context.route(f"{demo_site.url}{PATH}*", serve)
    page.goto(PATH)
    return SimpleNamespace(page=page, sent=sent, network=network)


def tap(room, *numbers):
    for number in numbers:
        room.page.locator("input[name=present]").nth(number).click()


def test_tap_is_sent_at_once(room):
    tap(room, 0)

    room.page.locator("input[name=was][value='11:1']").wait_for(state="attached")
    assert room.sent == ["11:1"]
    assert room.page.locator("[data-number-present]").inner_text() == "2"
    assert room.page.locator("[data-unsaved]").is_hidden()


def test_taps_wait_in_the_browser_until_the_network_is_back(room):
    room.page.visit.expected_statuses = {503}
    room.network.is_there = False
    tap(room, 0, 1)
    room.page.get_by_text("nog niet bewaard: 2").wait_for()
    room.page.reload()
    room.page.get_by_text("nog niet bewaard: 2").wait_for()
    assert [room.page.locator("input[name=present]").nth(number).is_checked() for number in (0, 1)] == [
        *(True, False)
    ]

    room.network.is_there = True
    room.page.evaluate("dispatchEvent(new Event('online'))")

    room.page.locator("[data-unsaved]").wait_for(state="hidden")
    assert sorted(room.sent) == ["11:1", "12:0"]
    assert room.page.evaluate("localStorage.getItem('zin-attendance-7-1')") is None
