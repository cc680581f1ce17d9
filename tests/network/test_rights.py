"""The table of rights: each route that the network has besides its public pages, asked as everybody.

Who may not gets exactly what somebody gets for an address that does not exist. A new route must stand in
`network.rights`; an argument that these tests do not know yet gets a value in ``values``.
"""

import re
from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse
from django.utils import timezone
from django.utils.html import escape

from cms import limits
from cms.choices import Role
from home.routes import PUBLIC, rule_of
from network import interest, organisation_feed
from network.attendance.certifying import issue_certificates
from network.attendance.evaluating import invite
from network.attendance.marking import mark
from network.attendance.scanning import scan_address
from network.attendance.sessions import sessions_of
from network.models import CertificateOfAttendance, Registration
from network.registration import tokens
from network.registration.actors import coordinator as acting
from network.rights import RIGHTS, VISITOR, WHO, right_of
from tests.cms.editors import browser, somebody
from tests.factories import CoordinatorFactory, TrainingEventFactory, TrainingIdeaFactory
from tests.network.registration.people import join
from tests.network.registration.people import somebody as participant

pytestmark = pytest.mark.django_db
COORDINATOR = Role.COORDINATOR
OUTSIDER = "coordinator of another organisation"
VARIABLE = re.compile(r'csrfmiddlewaretoken" value="\w+|nonce="[^"]*"|"csrf[^,}]*')


def own_routes(resolver=None, path="", namespace="", arguments=()):
    """Name, path and arguments of every route whose view stands in the network, public pages left out."""
    for pattern in (resolver or get_resolver()).url_patterns:
        below = path + str(pattern.pattern).lstrip("^")
        known = (*arguments, *pattern.pattern.converters)
        if not isinstance(pattern, URLPattern):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from own_routes(pattern, below, inner, known)
            continue
        name = namespace + (pattern.name or "")
        view = getattr(pattern.callback, "view_class", pattern.callback)
        rule = rule_of(name, below)
        is_public = rule is not None and rule.cache == PUBLIC
        is_snippet = name.startswith("wagtailsnippets")  # Wagtail's screens: tests/cms/test_roles.py
        if view.__module__.startswith("network.") and not is_public and not is_snippet:
            yield name, below, known


ROUTES = list(own_routes())


def test_table_names_every_route_of_the_network():
    assert [name for name, _path, _arguments in ROUTES if right_of(name) is None] == []


def test_table_names_everybody_it_speaks_of():
    assert {who for right in RIGHTS for who in right.who} <= set(WHO)
    assert set(WHO) == {*Role.values, VISITOR}


@pytest.fixture
def values(site):
    """A value for each argument, of a training with one registration made by a coordinator."""
    limits.forget()
    own = CoordinatorFactory()
    own.user.groups.add(Group.objects.get(name=Role.COORDINATOR))
    other = CoordinatorFactory()
    other.user.groups.add(Group.objects.get(name=Role.COORDINATOR))
    event = TrainingEventFactory(starts_at=timezone.now() + timedelta(days=30), capacity=5)
    person = participant("Sanne", organisation=own.organisation_id, organisation_name="")
    submission = join(event, person, actor=acting(own.user))
    registration = Registration.objects.get(event=event)
    idea = TrainingIdeaFactory(slug="idee")
    asked = interest.ask(idea, "fenna@example.org")
    of_interest = interest.link(asked).rstrip("/").rpartition("/")[2]
    afterwards = attended(own)
    feed = organisation_feed.renew(own.organisation, at=timezone.now())
    return {
        "users": {COORDINATOR: own.user, OUTSIDER: other.user},
        "pk": event.pk,
        "slug": event.slug,
        "key": registration.pk,
        "reference": registration.reference,
        "submission_id": submission.pk,
        "token": tokens.issue(registration),
        "action": "vervangen",
        "format": "csv",
        "network:interest": {"slug": idea.slug},
        "network:interest_link": {"token": of_interest},
        "network:interest_stop": {"token": of_interest},
        "network_plan": {"pk": idea.pk},
        "network:people_calendar": {"token": feed.rpartition("/")[2].removesuffix(".ics")},
        "network:attend": {"code": afterwards["scan"]},
        "network:certificate": {"code": afterwards["code"]},
        "network:own_certificate": {"token": afterwards["token"]},
        "network:evaluation": {"token": afterwards["token"]},
        **{name: {"pk": afterwards["pk"]} for name in AFTERWARDS},
    }


AFTERWARDS = (
    *("organiser_attendance", "organiser_scan_code", "organiser_attendance_list"),
    *("organiser_needs_sheet", "organiser_certificates", "organiser_evaluation"),
)


def attended(own) -> dict:
    """A training of the day before yesterday at which somebody was, with a certificate and an invitation."""
    now = timezone.now()
    event = TrainingEventFactory(starts_at=now - timedelta(days=2), registration_closes_at=None)
    join(event, "Bilal", actor=acting(own.user), at=now - timedelta(days=9))
    registration = Registration.objects.get(event=event)
    (session,) = sessions_of(event)
    mark(event, session, {registration.pk: True}, actor=acting(own.user), at=now)
    issue_certificates(event, actor=acting(own.user), at=now)
    invite(event, at=now)
    return {
        "pk": event.pk,
        "code": CertificateOfAttendance.objects.get().code,
        "token": tokens.issue(registration),
        "scan": scan_address(event, session).rstrip("/").rpartition("/")[2],
    }


def address(name, arguments, values):
    own = values.get(name, {})
    missing = [one for one in arguments if one not in own and one not in values]
    assert missing == [], f"give the tests a value for {missing} of {name}"
    try:
        return reverse(name, kwargs={one: own.get(one, values.get(one)) for one in arguments})
    except NoReverseMatch as fault:
        pytest.fail(f"{name}: {fault}")


def visitor_as(who, values) -> Client:
    if who == VISITOR:
        return Client()
    return browser(values["users"][who] if who in values["users"] else somebody(who))


def answer(response, path) -> tuple[int, str, str]:
    """Status, where it leads and body, without the address that was asked for and the marks of one page."""
    where = response.headers.get("Location", "").replace(path, "").replace(path.replace("/", "%2F"), "")
    body = response.content.decode(errors="replace") if not response.streaming else ""
    return response.status_code, where, VARIABLE.sub("", body.replace(path, ""))


def nowhere(path: str) -> str:
    """An address beside ``path`` at which there is nothing."""
    tree = next((tree for tree in ("/cms/", "/mijn/") if path.startswith(tree)), "/")
    return f"{tree}er-is-hier-niets/"


def is_allowed(name, arguments, who) -> bool:
    right = right_of(name)
    if who == OUTSIDER:
        return COORDINATOR in right.who and not (right.is_own and {"reference", "key"} & set(arguments))
    return who in right.who


@pytest.mark.parametrize("who", [*WHO, OUTSIDER])
@pytest.mark.parametrize(("name", "path", "arguments"), ROUTES, ids=[name for name, *_rest in ROUTES])
def test_route_answers_as_the_table_says(values, name, path, arguments, who):
    client = visitor_as(who, values)
    there = address(name, arguments, values)
    beside = nowhere(there)

    for ask in (client.get, partial(client.post, data={})):
        response = ask(there)
        found, unknown = answer(response, there), answer(ask(beside), beside)

        if is_allowed(name, arguments, who):
            assert found[0] not in (401, 403, 404) and found != unknown
        elif who == VISITOR and there.startswith("/mijn/"):
            assert response.headers["Location"].startswith("/mijn/inloggen/?next=/mijn/")
        else:
            assert found == unknown


def test_registration_of_another_training_does_not_exist_for_a_wrong_link(values):
    unknown = Client().get(reverse("network:registration", args=["x" * 32]))

    assert unknown.status_code == 404
    assert Client().get(reverse("network:registered", args=[values["slug"], uuid4()])).status_code == 404


def test_administrators_read_the_table(site):
    html = browser(somebody(Role.ADMINISTRATOR)).get("/cms/rechten/").content.decode()

    assert [escape(str(right.what)) in html for right in RIGHTS] == [True] * len(RIGHTS)
