import json

import pytest
from django.core.management import call_command

from home.routes import NO_STORE, PRIVATE, PUBLIC, RULES, routes
from tests.factories import NewsPageFactory, TextPageFactory


def test_every_route_is_declared_with_its_cache_rule():
    assert [route.path for route in routes() if route.cache not in (PUBLIC, PRIVATE, NO_STORE)] == []


def test_every_declaration_belongs_to_a_route():
    assert set(RULES) - {route.name for route in routes()} == set()


def test_list_routes_prints_what_operators_rely_on(capsys):
    call_command("list_routes", json=True)

    found = {route["path"]: route for route in json.loads(capsys.readouterr().out)}

    assert found["/healthz/ready"] == {
        "path": "/healthz/ready",
        "name": "ready",
        "methods": ["GET"],
        "right": "",
        "object_type": "health",
        "cache": "no-store",
    }
    assert found["/themas/<slug:slug>/"]["cache"] == "public"
    assert {route["right"] for path, route in found.items() if path.startswith("/cms/")} == {
        "cms.change_user",
        "network.manage_registrations",
        "network.view_personaldataaccess",
        "wagtailadmin.access_admin",
    }


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("/nieuws/", "public, max-age=60"),
        ("/feeds/alles.xml", "public, max-age=60"),
        ("/bestaat-niet/", "no-store"),
        ("/contact/", "no-store"),  # its form has a number of its own
    ],
)
def test_answers_carry_the_rule_of_their_route(site, client, path, rule):
    assert client.get(path).headers["Cache-Control"] == rule


def test_answer_to_somebody_with_a_session_stays_in_their_browser(site, admin_client):
    assert admin_client.get("/nieuws/").headers["Cache-Control"] == "private, no-cache"


def test_pages_set_no_cookie(site, client):
    NewsPageFactory(slug="kijk")
    TextPageFactory(slug="tekst")

    cookies = [list(client.get(path).cookies) for path in ("/", "/nieuws/kijk/", "/tekst/", "/themas/")]

    assert cookies == [[], [], [], []]
